package org.ionscape.figure;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.jfree.fx.FXGraphics2D;

/** Shows a drawing as large as the node is, as it would be exported. What answers to the mouse lies above it. */
public final class DrawingView extends Pane {
    private final Canvas canvas = new Canvas();
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private long lastNanos;

    public DrawingView() {
        getStyleClass().add("drawing-view");
        getChildren().add(canvas);
        setMinSize(60, 40);
        drawing.addListener((o, old, now) -> draw());
        theme.addListener((o, old, now) -> draw());
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<Drawing> drawingProperty() {
        return drawing;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Optional<Drawing> shown() {
        return Optional.ofNullable(drawing.get());
    }

    /** The rectangle that is drawn into. */
    public Rectangle2D room() {
        return new Rectangle2D.Double(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    /** How long the last drawing took, for those who measure. */
    public long lastNanos() {
        return lastNanos;
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
        long start = System.nanoTime();
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1 && drawing.get() != null) {
            drawing.get().drawOn(graphics, theme.get(), FigurePainter.Style.SCREEN, room());
        }
        lastNanos = System.nanoTime() - start;
    }
}
