package org.ionscape.figure;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jfree.fx.FXGraphics2D;

/**
 * Shows a figure: the wheel with Ctrl zooms about the pointer (without, it scrolls what the figure stands in), dragging
 * pans, a double click shows all again, and the pointer reads values off. What is drawn is what is exported. Overlays follow {@link #plotAreaProperty}.
 */
public final class FigureView extends Pane {
    private static final double ZOOM = 1.15;

    private final Canvas canvas = new Canvas();
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<PlotArea>> plotArea = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Tooltip readout = new Tooltip();
    private Optional<PlotArea> zoomed = Optional.empty();
    private int steps;
    private double lastX;
    private double lastY;

    public FigureView() {
        getStyleClass().add("figure-view");
        getChildren().add(canvas);
        setMinSize(120, 90);
        setPrefSize(480, 260);
        figure.addListener((o, old, now) -> draw());
        theme.addListener((o, old, now) -> draw());
        addEventHandler(ScrollEvent.SCROLL, this::zoom);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            lastX = e.getX();
            lastY = e.getY();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pan);
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2 && e.getButton() == MouseButton.PRIMARY) {
                showAll();
            }
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
        Tooltip.install(this, readout);
    }

    public ObjectProperty<Figure> figureProperty() {
        return figure;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Where the data lie; empty while there are none. */
    public ReadOnlyObjectProperty<Optional<PlotArea>> plotAreaProperty() {
        return plotArea.getReadOnlyProperty();
    }

    /** The figure with the ranges that are shown, for export. */
    public Optional<Figure> shown() {
        return Optional.ofNullable(figure.get())
                .map(f -> zoomed.map(z -> f.withRanges(z.x(), z.y())).orElse(f));
    }

    /** Leaves any zoom. */
    public void showAll() {
        steps = 0;
        zoomed = Optional.empty();
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() < 1 || figure.get() == null) {
            plotArea.set(Optional.empty());
            return;
        }
        plotArea.set(FigurePainter.paint(
                graphics,
                shown().orElseThrow(),
                theme.get(),
                FigurePainter.Style.SCREEN,
                new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight())));
    }

    private void zoom(ScrollEvent e) {
        if (!e.isShortcutDown() || e.getDeltaY() == 0) {
            return;
        }
        plotArea.get().filter(a -> a.pixels().contains(e.getX(), e.getY())).ifPresent(a -> {
            double factor = e.getDeltaY() > 0 ? 1 / ZOOM : ZOOM;
            steps += e.getDeltaY() > 0 ? 1 : -1;
            if (steps <= 0) {
                showAll(); // there is nothing beyond all
                e.consume();
                return;
            }
            show(
                    a,
                    e.getX() - (e.getX() - a.pixels().getX()) * factor,
                    e.getX() + (a.pixels().getMaxX() - e.getX()) * factor,
                    e.getY() - (e.getY() - a.pixels().getY()) * factor,
                    e.getY() + (a.pixels().getMaxY() - e.getY()) * factor);
            e.consume();
        });
    }

    private void pan(MouseEvent e) {
        plotArea.get().filter(a -> zoomed.isPresent()).ifPresent(a -> {
            double dx = lastX - e.getX();
            double dy = lastY - e.getY();
            show(
                    a,
                    a.pixels().getX() + dx,
                    a.pixels().getMaxX() + dx,
                    a.pixels().getY() + dy,
                    a.pixels().getMaxY() + dy);
        });
        lastX = e.getX();
        lastY = e.getY();
    }

    private void show(PlotArea a, double left, double right, double top, double bottom) {
        zoomed = Optional.of(new PlotArea(
                a.pixels(),
                a.xScale(),
                a.yScale(),
                new Figure.Range(a.fromX(left), a.fromX(right)),
                new Figure.Range(a.fromY(bottom), a.fromY(top))));
        draw();
    }

    private void read(MouseEvent e) {
        readout.setText(plotArea.get()
                .filter(a -> a.pixels().contains(e.getX(), e.getY()))
                .map(a -> String.format(
                        Locale.ROOT,
                        "%s  %.4g%n%s  %.4g",
                        Markup.parse(figure.get().x().label()).plain(),
                        a.fromX(e.getX()),
                        Markup.parse(figure.get().y().label()).plain(),
                        a.fromY(e.getY())))
                .orElse("Ctrl + wheel: zoom · drag: pan · double click: show all"));
    }
}
