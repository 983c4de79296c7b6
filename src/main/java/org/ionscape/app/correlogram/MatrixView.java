package org.ionscape.app.correlogram;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.ionscape.app.parts.HoverCard;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.figure.stats.MatrixFigure;

/**
 * A matrix that answers to the mouse: the wheel zooms about the pointer, dragging pans, a double click shows all, a click
 * on a cell chooses a pair and one on a label a row. Two views that share their properties move together.
 */
final class MatrixView extends StackPane {
    private static final double ZOOM = 1.15;
    private static final double DRAG = 3;

    /** A cell, by place in the order shown. */
    record Cell(int row, int column) {}

    private final DrawingView drawing = new DrawingView();
    private final Canvas overlay = new Canvas();
    private final HoverCard card = new HoverCard();
    private final ObjectProperty<MatrixFigure.View> view;
    private final ObjectProperty<Optional<Cell>> hovered;
    private final ObjectProperty<Optional<Cell>> chosen;
    private Optional<MatrixFigure> figure = Optional.empty();
    private BiConsumer<Integer, Integer> onCell = (row, column) -> {};
    private IntConsumer onRow = row -> {};
    private BiFunction<Integer, Integer, List<String>> words = (row, column) -> List.of();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    MatrixView(
            ObjectProperty<MatrixFigure.View> view,
            ObjectProperty<Optional<Cell>> hovered,
            ObjectProperty<Optional<Cell>> chosen) {
        this.view = view;
        this.hovered = hovered;
        this.chosen = chosen;
        getStyleClass().add("matrix-view");
        setFocusTraversable(true);
        overlay.setMouseTransparent(true);
        getChildren().addAll(drawing, overlay, card);
        overlay.setManaged(false);
        setMinSize(200, 200);
        view.addListener((o, old, now) -> draw());
        hovered.addListener((o, old, now) -> mark());
        chosen.addListener((o, old, now) -> mark());
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered.set(cell(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hovered.set(Optional.empty()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    ObjectProperty<Theme> themeProperty() {
        return drawing.themeProperty();
    }

    void onCell(BiConsumer<Integer, Integer> action) {
        onCell = action;
    }

    void onRow(IntConsumer action) {
        onRow = action;
    }

    /** The lines, in markup, that the pointer's card says about a cell. */
    void says(BiFunction<Integer, Integer, List<String>> lines) {
        words = lines;
    }

    /** Shows a matrix; empty for none. */
    void show(Optional<MatrixFigure> now) {
        figure = now;
        draw();
        mark();
    }

    /** What is shown, for export. */
    Optional<MatrixFigure> shown() {
        return figure.map(f -> f.seen(view.get()));
    }

    private void draw() {
        drawing.drawingProperty().set(shown().orElse(null));
        mark();
    }

    private Optional<MatrixFigure.Area> area() {
        return shown().map(f -> f.area(FigurePainter.Style.SCREEN, drawing.room()));
    }

    private Optional<Cell> cell(double x, double y) {
        return area().filter(a -> a.pixels().contains(x, y)).flatMap(a -> {
            OptionalInt row = a.index(a.rowAt(y));
            OptionalInt column = a.index(a.columnAt(x));
            return row.isPresent() && column.isPresent()
                    ? Optional.of(new Cell(row.getAsInt(), column.getAsInt()))
                    : Optional.empty();
        });
    }

    private void zoom(ScrollEvent e) {
        area().filter(a -> a.pixels().contains(e.getX(), e.getY()) && e.getDeltaY() != 0)
                .ifPresent(a -> {
                    view.set(view.get()
                            .zoomed(
                                    e.getDeltaY() > 0 ? 1 / ZOOM : ZOOM,
                                    a.columnAt(e.getX()),
                                    a.rowAt(e.getY()),
                                    a.size()));
                    e.consume();
                });
    }

    private void press(MouseEvent e) {
        requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
    }

    private void drag(MouseEvent e) {
        dragged |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > DRAG;
        if (dragged) {
            area().ifPresent(a ->
                    view.set(view.get().moved((lastX - e.getX()) / a.cell(), (lastY - e.getY()) / a.cell(), a.size())));
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    private void click(MouseEvent e) {
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<Cell> cell = cell(e.getX(), e.getY());
        if (cell.isEmpty()) { // two labels are as near as the clicks of a double click
            area().ifPresent(a -> label(a, e));
        } else if (e.getClickCount() == 2) {
            figure.ifPresent(f -> view.set(MatrixFigure.View.all(f.values().length)));
        } else {
            onCell.accept(cell.get().row(), cell.get().column());
        }
    }

    private void label(MatrixFigure.Area a, MouseEvent e) {
        Rectangle2D box = a.pixels();
        if (e.getX() < box.getX() && e.getY() > box.getY() && e.getY() < box.getMaxY()) {
            a.index(a.rowAt(e.getY())).ifPresent(onRow);
        } else if (e.getY() > box.getMaxY() && e.getX() > box.getX() && e.getX() < box.getMaxX()) {
            a.index(a.columnAt(e.getX())).ifPresent(onRow);
        }
    }

    private void key(KeyEvent e) {
        if (chosen.get().isEmpty() || figure.isEmpty()) {
            return;
        }
        Cell at = chosen.get().get();
        int rows = switch (e.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        int columns = switch (e.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (rows != 0 || columns != 0) {
            int last = figure.get().values().length - 1;
            onCell.accept(Math.clamp(at.row() + rows, 0, last), Math.clamp(at.column() + columns, 0, last));
            e.consume();
        }
    }

    /** Cross-hairs, and the card beside the pointer. */
    private void mark() {
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        card.hide();
        area().ifPresent(a -> {
            java.awt.Color accent = drawing.themeProperty().get().of(org.ionscape.figure.Figure.Ink.ACCENT);
            Color colour = Color.rgb(accent.getRed(), accent.getGreen(), accent.getBlue());
            chosen.get().ifPresent(c -> cross(g, a, c, colour, 0.55));
            hovered.get().ifPresent(c -> {
                cross(g, a, c, colour, 0.3);
                if (isHover()) {
                    say(a, c);
                }
            });
        });
    }

    private static void cross(GraphicsContext g, MatrixFigure.Area a, Cell c, Color colour, double strength) {
        Rectangle2D box = a.pixels();
        double size = a.cell();
        double x = a.x(c.column());
        double y = a.y(c.row());
        g.save();
        g.beginPath();
        g.rect(box.getX() - 4, box.getY() - 4, box.getWidth() + 8, box.getHeight() + 8);
        g.clip();
        g.setStroke(colour.deriveColor(0, 1, 1, strength));
        g.setLineWidth(1);
        g.strokeLine(box.getX(), y + size / 2, box.getMaxX(), y + size / 2);
        g.strokeLine(x + size / 2, box.getY(), x + size / 2, box.getMaxY());
        g.setStroke(colour.deriveColor(0, 1, 1, Math.min(1, 0.4 + strength)));
        g.setLineWidth(2);
        double side = Math.max(6, size + 1);
        g.strokeRect(x + size / 2 - side / 2, y + size / 2 - side / 2, side, side);
        g.restore();
    }

    private void say(MatrixFigure.Area a, Cell c) {
        card.show(words.apply(c.row(), c.column()), a.x(c.column() + 1.0), a.y(c.row() + 1.0), this);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
            mark();
        }
    }
}
