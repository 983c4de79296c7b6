package org.ionscape.app.parts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.figure.stats.ScatterFigure;

/**
 * A scatter plot that answers to the mouse: the wheel zooms about the pointer, dragging pans or, with the lasso, selects;
 * a click selects a point (with Ctrl one more), a double click opens it, a double click beside the points shows all.
 */
public final class ScatterView extends StackPane {
    private static final double ZOOM = 1.15;
    private static final double NEAR = 8;
    private static final double DRAG = 3;

    /** What dragging does. */
    public enum Tool {
        PAN,
        LASSO
    }

    private final DrawingView drawing = new DrawingView();
    private final Canvas overlay = new Canvas();
    private final HoverCard card = new HoverCard();
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PAN);
    private final List<double[]> lasso = new ArrayList<>();
    private Optional<ScatterFigure> figure = Optional.empty();
    private Optional<ScatterFigure.View> zoomed = Optional.empty();
    private Consumer<BitSet> onSelect = rows -> {};
    private IntConsumer onOpen = row -> {};
    private IntFunction<List<String>> words = row -> List.of();
    private double lastX;
    private double lastY;
    private boolean dragged;

    public ScatterView() {
        getStyleClass().add("scatter-view");
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        getChildren().addAll(drawing, overlay, card);
        setMinSize(120, 100);
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> card.hide());
    }

    public ObjectProperty<Theme> themeProperty() {
        return drawing.themeProperty();
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    public void onSelect(Consumer<BitSet> action) {
        onSelect = action;
    }

    public void onOpen(IntConsumer action) {
        onOpen = action;
    }

    /** The lines, in markup, that are said about a point. */
    public void says(IntFunction<List<String>> lines) {
        words = lines;
    }

    /** Shows other points, all of them; empty for none. */
    public void show(Optional<ScatterFigure> now) {
        figure = now;
        zoomed = Optional.empty();
        if (!isPressed()) { // a lasso that is being drawn stays, whatever was found meanwhile
            lasso.clear();
        }
        draw();
    }

    /** Rings other points of those shown. */
    public void select(BitSet rows) {
        if (figure.filter(f -> !f.selected().equals(rows)).isPresent()) {
            figure = figure.map(f -> f.withSelected(rows));
            draw();
        }
    }

    /** What is shown, for export. */
    public Optional<ScatterFigure> shown() {
        return figure.map(f -> f.seen(zoomed));
    }

    private Optional<PlotArea> area() {
        return shown().flatMap(f -> f.area(FigurePainter.Style.SCREEN, drawing.room()));
    }

    private void draw() {
        drawing.drawingProperty().set(shown().orElse(null));
    }

    private void zoom(ScrollEvent e) {
        area().filter(a -> a.pixels().contains(e.getX(), e.getY()) && e.getDeltaY() != 0)
                .ifPresent(a -> {
                    double factor = e.getDeltaY() > 0 ? 1 / ZOOM : ZOOM;
                    double x = a.fromX(e.getX());
                    double y = a.fromY(e.getY());
                    zoomed = Optional.of(new ScatterFigure.View(about(a.x(), x, factor), about(a.y(), y, factor)));
                    draw();
                    e.consume();
                });
    }

    private static Figure.Range about(Figure.Range range, double at, double factor) {
        return new Figure.Range(at - (at - range.low()) * factor, at + (range.high() - at) * factor);
    }

    private void press(MouseEvent e) {
        lastX = e.getX();
        lastY = e.getY();
        dragged = false;
        lasso.clear();
        lasso.add(new double[] {lastX, lastY});
        mark();
    }

    private void drag(MouseEvent e) {
        if (lasso.isEmpty()) { // the button was pressed elsewhere
            return;
        }
        dragged |= Math.hypot(e.getX() - lasso.getFirst()[0], e.getY() - lasso.getFirst()[1]) > DRAG;
        if (!dragged) {
            return;
        }
        card.hide();
        if (isLasso(e)) {
            lasso.add(new double[] {e.getX(), e.getY()});
            mark();
            return;
        }
        area().filter(a -> zoomed.isPresent()).ifPresent(a -> {
            double dx = a.fromX(lastX) - a.fromX(e.getX());
            double dy = a.fromY(lastY) - a.fromY(e.getY());
            zoomed = Optional.of(new ScatterFigure.View(
                    new Figure.Range(a.x().low() + dx, a.x().high() + dx),
                    new Figure.Range(a.y().low() + dy, a.y().high() + dy)));
            draw();
        });
        lastX = e.getX();
        lastY = e.getY();
    }

    private boolean isLasso(MouseEvent e) {
        return tool.get() == Tool.LASSO || e.isShiftDown();
    }

    private void release(MouseEvent e) {
        if (dragged && isLasso(e)) {
            area().ifPresent(a -> onSelect.accept(inside(a, e.isShortcutDown())));
        }
        if (!dragged) {
            lasso.clear();
            mark();
        }
    }

    private BitSet inside(PlotArea area, boolean more) {
        ScatterFigure shown = figure.orElseThrow();
        BitSet rows = more ? (BitSet) shown.selected().clone() : new BitSet();
        for (int i = 0; i < shown.x().length; i++) {
            if (Polygon.contains(lasso, area.toX(shown.x()[i]), area.toY(shown.y()[i]))) {
                rows.set(i);
            }
        }
        return rows;
    }

    private void click(MouseEvent e) {
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        OptionalInt near = nearest(e);
        if (e.getClickCount() == 2) {
            near.ifPresentOrElse(onOpen, () -> {
                zoomed = Optional.empty();
                draw();
            });
            return;
        }
        BitSet rows = new BitSet();
        if (e.isShortcutDown()) {
            figure.ifPresent(f -> rows.or(f.selected()));
        }
        near.ifPresent(rows::flip);
        onSelect.accept(rows);
    }

    private OptionalInt nearest(MouseEvent e) {
        return area().filter(a -> a.pixels().contains(e.getX(), e.getY()))
                .map(a -> figure.orElseThrow().nearest(a, e.getX(), e.getY(), NEAR))
                .orElse(OptionalInt.empty());
    }

    private void hover(MouseEvent e) {
        nearest(e).ifPresentOrElse(i -> card.show(words.apply(i), e.getX(), e.getY(), this), card::hide);
    }

    /** The lasso. */
    private void mark() {
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        if (lasso.size() < 2) {
            return;
        }
        java.awt.Color accent = drawing.themeProperty().get().of(Figure.Ink.ACCENT);
        Color colour = Color.rgb(accent.getRed(), accent.getGreen(), accent.getBlue());
        g.beginPath();
        g.moveTo(lasso.getFirst()[0], lasso.getFirst()[1]);
        lasso.forEach(p -> g.lineTo(p[0], p[1]));
        g.closePath();
        g.setFill(colour.deriveColor(0, 1, 1, 0.12));
        g.fill();
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        g.stroke();
        g.setLineDashes();
    }
}
