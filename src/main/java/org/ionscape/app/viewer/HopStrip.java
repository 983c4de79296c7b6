package org.ionscape.app.viewer;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.transport.hops.Hop;
import org.ionscape.transport.hops.Hops;

/** The hops of a run as ticks along its time line; those that lead straight back are pale. */
final class HopStrip extends VBox {
    private static final double HEIGHT = 10;
    /** The time line's own ends lie this far inside, half its thumb. */
    private static final double INSET = 8;

    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final Label count = new Label();
    private Optional<Hops> hops = Optional.empty();
    private int frames = 1;
    private Palette palette = Palette.LIGHT;

    HopStrip() {
        Label name = new Label("Hops");
        name.getStyleClass().addAll("muted", "hop-strip-says");
        count.getStyleClass().addAll("muted", "hop-strip-says");
        Pane ticks = new Pane(canvas);
        ticks.setMinSize(0, HEIGHT);
        ticks.setPrefHeight(HEIGHT);
        ticks.widthProperty().addListener((o, old, width) -> {
            canvas.setWidth(width.doubleValue());
            draw();
        });
        getChildren().addAll(new BorderPane(null, null, count, null, name), ticks);
        show(Optional.empty(), 1);
    }

    void palette(Palette next) {
        palette = next;
        draw();
    }

    /** Shows hops along so many frames, or takes no room without any. */
    void show(Optional<Hops> found, int frameCount) {
        hops = found;
        frames = Math.max(2, frameCount);
        setVisible(found.isPresent());
        setManaged(found.isPresent());
        found.ifPresent(
                h -> count.setText(h.hops().size() + " hops · " + Numbers.significant(h.perIon(), 3) + " per ion"));
        draw();
    }

    /** How many there are, in words. */
    static String count(Hops h) {
        int n = h.hops().size();
        return n + (n == 1 ? " hop, " : " hops, ") + Numbers.significant(h.perIon(), 2) + " per ion";
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        hops.ifPresent(h -> {
            Color ink = SceneCanvas.color(palette.mobile());
            double span = canvas.getWidth() - 2 * INSET;
            for (Hop hop : h.hops()) {
                double x = Math.rint(INSET + span * hop.startFrame() / (frames - 1));
                g.setFill(hop.returned() ? ink.deriveColor(0, 1, 1, 0.3) : ink.deriveColor(0, 1, 1, 0.75));
                g.fillRect(x, 1, 1, HEIGHT - 2);
            }
        });
    }
}
