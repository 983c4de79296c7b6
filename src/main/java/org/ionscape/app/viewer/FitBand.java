package org.ionscape.app.viewer;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ionscape.app.viewer.scene.FitWindow;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.PlotArea;

/**
 * The window of the fit laid over a plot: a band with a handle at each end, moved by mouse or, with a handle in focus,
 * by the arrow keys. It tells of each move and of the last one.
 */
final class FitBand extends Pane {
    private static final double HANDLE_WIDTH = 8;
    private static final double HANDLE_HEIGHT = 22;

    private final FigureView plot;
    private final Region band = new Region();
    private final Label says = new Label();
    private final Region fromLine = new Region();
    private final Region toLine = new Region();
    private final Region fromHandle = handle("fit-from", "Beginning of the fit window");
    private final Region toHandle = handle("fit-to", "End of the fit window");
    private Optional<FitWindow> window = Optional.empty();
    private Consumer<FitWindow> moving = w -> {};
    private Consumer<FitWindow> moved = w -> {};
    private double grabPs;
    private FitWindow grabbed = new FitWindow(0, 0, 1, 1);

    FitBand(FigureView plot) {
        this.plot = plot;
        setPickOnBounds(false);
        band.getStyleClass().add("fit-band");
        band.setId("fit-band");
        fromLine.getStyleClass().add("fit-edge");
        toLine.getStyleClass().add("fit-edge");
        says.getStyleClass().add("fit-says");
        says.setMouseTransparent(true);
        for (Region part : java.util.List.of(band, says, fromLine, toLine, fromHandle, toHandle)) {
            part.setManaged(false);
        }
        getChildren().addAll(band, says, fromLine, toLine, fromHandle, toHandle);
        drag(band, Cursor.MOVE, (w, ps) -> w.shifted(ps));
        drag(fromHandle, Cursor.H_RESIZE, (w, ps) -> w.withFrom(w.fromPs() + ps));
        drag(toHandle, Cursor.H_RESIZE, (w, ps) -> w.withTo(w.toPs() + ps));
        plot.plotAreaProperty().addListener((o, old, now) -> place());
    }

    private static Region handle(String id, String says) {
        Region handle = new Region();
        handle.getStyleClass().add("fit-handle");
        handle.setId(id);
        handle.setFocusTraversable(true);
        handle.setAccessibleRole(AccessibleRole.SLIDER);
        handle.setAccessibleText(says);
        return handle;
    }

    void onMoving(Consumer<FitWindow> action) {
        moving = action;
    }

    void onMoved(Consumer<FitWindow> action) {
        moved = action;
    }

    void show(FitWindow next) {
        window = Optional.of(next);
        setVisible(true);
        place();
    }

    void clear() {
        window = Optional.empty();
        setVisible(false);
    }

    private interface Move {
        FitWindow by(FitWindow window, double ps);
    }

    private void drag(Region part, Cursor cursor, Move move) {
        part.setCursor(cursor);
        part.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                e -> window.ifPresent(w -> {
                    part.requestFocus();
                    grabbed = w;
                    grabPs = psAt(e);
                    e.consume();
                }));
        part.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                e -> window.ifPresent(w -> {
                    change(move.by(grabbed, psAt(e) - grabPs));
                    e.consume();
                }));
        part.addEventHandler(
                MouseEvent.MOUSE_RELEASED,
                e -> window.ifPresent(w -> {
                    if (!w.equals(grabbed)) {
                        moved.accept(w);
                    }
                    e.consume();
                }));
        part.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> window.ifPresent(w -> {
                    int steps = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
                    if (steps != 0) {
                        double size = Math.max(w.stepPs(), w.mostPs() / (e.isShiftDown() ? 20 : 200));
                        change(move.by(w, steps * size));
                        window.ifPresent(moved);
                        e.consume();
                    }
                }));
    }

    private double psAt(MouseEvent e) {
        double x = sceneToLocal(e.getSceneX(), e.getSceneY()).getX();
        return plot.plotAreaProperty().get().map(a -> a.fromX(x)).orElse(0.0);
    }

    private void change(FitWindow next) {
        if (window.filter(next::equals).isEmpty()) {
            show(next);
            moving.accept(next);
        }
    }

    private void place() {
        plot.plotAreaProperty().get().ifPresent(area -> window.ifPresent(w -> place(area, w)));
    }

    private void place(PlotArea area, FitWindow w) {
        Rectangle2D inside = area.pixels();
        double x0 = Math.clamp(area.toX(w.fromPs()), inside.getMinX(), inside.getMaxX());
        double x1 = Math.clamp(area.toX(w.toPs()), inside.getMinX(), inside.getMaxX());
        band.resizeRelocate(x0, inside.getMinY(), Math.max(0, x1 - x0), inside.getHeight());
        fromLine.resizeRelocate(x0 - 0.5, inside.getMinY(), 1, inside.getHeight());
        toLine.resizeRelocate(x1 - 0.5, inside.getMinY(), 1, inside.getHeight());
        double y = inside.getMinY() + inside.getHeight() / 2 - HANDLE_HEIGHT / 2;
        fromHandle.resizeRelocate(x0 - HANDLE_WIDTH / 2, y, HANDLE_WIDTH, HANDLE_HEIGHT);
        toHandle.resizeRelocate(x1 - HANDLE_WIDTH / 2, y, HANDLE_WIDTH, HANDLE_HEIGHT);
        int decimals = w.mostPs() < 5 ? 2 : 1;
        says.setText("fit " + Numbers.fixed(w.fromPs(), decimals) + "–" + Numbers.fixed(w.toPs(), decimals) + " ps");
        says.autosize();
        says.relocate(
                Math.clamp(
                        (x0 + x1 - says.getWidth()) / 2,
                        inside.getMinX(),
                        Math.max(inside.getMinX(), inside.getMaxX() - says.getWidth())),
                inside.getMinY() + 2);
    }
}
