package org.ionscape.app.landscape;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.ionscape.app.parts.HoverCard;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Theme;
import org.ionscape.figure.stats.Scatter3DFigure;

/** Points in three dimensions: dragging or the arrow keys turn them, a click selects, a double click opens. */
final class SolidView extends StackPane {
    private static final double NEAR = 8;
    private static final double DRAG = 3;
    private static final double DEGREES = 0.5;
    private static final double STEP = 5;

    private final DrawingView drawing = new DrawingView();
    private final HoverCard card = new HoverCard();
    private Optional<Scatter3DFigure> figure = Optional.empty();
    private Scatter3DFigure.Turn turn = Scatter3DFigure.Turn.START;
    private Consumer<BitSet> onSelect = rows -> {};
    private IntConsumer onOpen = row -> {};
    private IntFunction<List<String>> words = row -> List.of();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    SolidView() {
        getStyleClass().add("solid-view");
        setFocusTraversable(true);
        getChildren().addAll(drawing, card);
        setMinSize(120, 100);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            pressX = e.getX();
            pressY = e.getY();
            lastX = pressX;
            lastY = pressY;
            dragged = false;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e -> nearest(e).ifPresentOrElse(i -> card.show(words.apply(i), e.getX(), e.getY(), this), card::hide));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> card.hide());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    ObjectProperty<Theme> themeProperty() {
        return drawing.themeProperty();
    }

    void onSelect(Consumer<BitSet> action) {
        onSelect = action;
    }

    void onOpen(IntConsumer action) {
        onOpen = action;
    }

    void says(IntFunction<List<String>> lines) {
        words = lines;
    }

    void show(Optional<Scatter3DFigure> now) {
        figure = now;
        draw();
    }

    void select(BitSet rows) {
        if (figure.filter(f -> !f.selected().equals(rows)).isPresent()) {
            figure = figure.map(f -> f.withSelected(rows));
            draw();
        }
    }

    /** As it is turned, for export. */
    Optional<Scatter3DFigure> shown() {
        return figure.map(f -> f.turned(turn));
    }

    /** Turns back to where it began. */
    void reset() {
        turn = Scatter3DFigure.Turn.START;
        draw();
    }

    private void draw() {
        drawing.drawingProperty().set(shown().orElse(null));
    }

    private void drag(MouseEvent e) {
        dragged |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > DRAG;
        if (dragged) {
            card.hide();
            turn = turn.by(DEGREES * (e.getX() - lastX), DEGREES * (e.getY() - lastY));
            draw();
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    private Optional<Integer> nearest(MouseEvent e) {
        return shown().flatMap(f -> f.nearest(drawing.room(), e.getX(), e.getY(), NEAR).stream()
                .boxed()
                .findFirst());
    }

    private void click(MouseEvent e) {
        if (dragged || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<Integer> near = nearest(e);
        if (e.getClickCount() == 2) {
            near.ifPresent(onOpen::accept);
            return;
        }
        BitSet rows = new BitSet();
        if (e.isShortcutDown()) {
            figure.ifPresent(f -> rows.or(f.selected()));
        }
        near.ifPresent(rows::flip);
        onSelect.accept(rows);
    }

    private void key(KeyEvent e) {
        Optional<Scatter3DFigure.Turn> now = switch (e.getCode()) {
            case LEFT -> Optional.of(turn.by(-STEP, 0));
            case RIGHT -> Optional.of(turn.by(STEP, 0));
            case UP -> Optional.of(turn.by(0, STEP));
            case DOWN -> Optional.of(turn.by(0, -STEP));
            default -> Optional.empty();
        };
        now.ifPresent(t -> {
            turn = t;
            draw();
            e.consume();
        });
    }
}
