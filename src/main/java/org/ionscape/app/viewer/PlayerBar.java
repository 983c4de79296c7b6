package org.ionscape.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.Playback;
import org.ionscape.transport.hops.Hops;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plays a run: scrub slider, buttons, speed, stride, loop and the read-out. What is due is {@link Playback}'s. */
final class PlayerBar extends VBox {
    private static final double[] SPEED_FACTORS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
    private static final List<Integer> STRIDES = List.of(1, 2, 5, 10, 20, 50, 100);

    private final Slider slider = new Slider(0, 1, 0);
    private final Button play = Controls.icon(Feather.PLAY, "Play (space)", this::toggle);
    private final ToggleButton loop = new ToggleButton("", new FontIcon(Feather.REPEAT));
    private final ComboBox<Double> speed = new ComboBox<>();
    private final ComboBox<Integer> stride = new ComboBox<>();
    private final Label now = new Label();
    private final Label total = new Label();
    private final Label frames = new Label();
    private final HopStrip strip = new HopStrip();
    private final SkipMark skip = new SkipMark();
    private final IntConsumer show;
    private Playback playback = new Playback(1, OptionalDouble.empty());
    private boolean playing;
    private boolean following;
    private int shown = -1;
    private long last;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            double seconds = last == 0 ? 0 : Math.min(0.25, (nanos - last) * 1e-9);
            last = nanos;
            playback.advance(seconds);
            update();
            if (playback.isOver()) {
                pause();
            }
        }
    };

    /**
     * A player.
     *
     * @param show brings up a frame
     */
    PlayerBar(IntConsumer show) {
        this.show = show;
        getStyleClass().add("player");
        StackPane line = new StackPane(slider, skip);
        getChildren().addAll(strip, line, buttons());
        slider.setId("scrub");
        slider.getStyleClass().add("scrub");
        slider.setAccessibleText("Time in the run");
        slider.setFocusTraversable(false);
        slider.valueProperty().addListener((o, old, value) -> {
            if (!following) {
                playback.seek((int) Math.round(value.doubleValue()));
                update();
            }
        });
        setDisable(true);
    }

    private HBox buttons() {
        play.setId("play");
        play.getStyleClass().add("viewer-play");
        loop.getStyleClass().add("tool-icon");
        loop.setSelected(true);
        loop.setTooltip(new javafx.scene.control.Tooltip("Start again after the last frame"));
        loop.setAccessibleText("Loop");
        loop.selectedProperty()
                .addListener((o, old, on) -> playback.atEnd(on ? Playback.AtEnd.LOOP : Playback.AtEnd.STOP));
        speed.setId("speed");
        stride.setId("stride");
        stride.getItems().setAll(STRIDES);
        stride.setValue(1);
        stride.setConverter(ShownAs.of(n -> n == 1 ? "every frame" : "every " + ordinal(n) + " frame"));
        stride.valueProperty().addListener((o, old, n) -> {
            playback.stride(n);
            update();
        });
        speed.valueProperty().addListener((o, old, v) -> {
            if (v != null) {
                playback.speed(v);
            }
        });
        now.getStyleClass().add("player-now");
        now.setId("time");
        total.getStyleClass().add("muted");
        frames.getStyleClass().add("muted");
        frames.setId("frame");
        Label speedLabel = new Label("Speed");
        speedLabel.getStyleClass().add("muted");
        for (Label label : List.of(speedLabel, now, total, frames)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        speed.setMinWidth(112);
        stride.setMinWidth(112);
        setMinWidth(0); // where there is little room, the least needed goes first
        needs(frames, 760);
        needs(speedLabel, 690);
        needs(stride, 620);
        HBox row = new HBox(
                Controls.icon(Feather.SKIP_BACK, "First frame (Home)", this::first),
                Controls.icon(Feather.CHEVRON_LEFT, "Back one step (←)", () -> step(-1)),
                play,
                Controls.icon(Feather.CHEVRON_RIGHT, "On one step (→)", () -> step(1)),
                Controls.icon(Feather.SKIP_FORWARD, "Last frame (End)", this::end),
                Controls.rule(),
                loop,
                speedLabel,
                speed,
                stride,
                Controls.spring(),
                now,
                total,
                Controls.rule(),
                frames);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("player-row");
        return row;
    }

    private void needs(Node control, double width) {
        control.visibleProperty().bind(widthProperty().greaterThan(width));
        control.managedProperty().bind(control.visibleProperty());
    }

    /** Begins with other frames, paused at a frame. */
    void open(Playback next, int frame) {
        pause();
        playback = next;
        playback.stride(stride.getValue());
        playback.atEnd(loop.isSelected() ? Playback.AtEnd.LOOP : Playback.AtEnd.STOP);
        double suggested = next.suggestedSpeed();
        boolean timed = next.totalPs().isPresent();
        speed.setConverter(ShownAs.of(v -> Numbers.significant(v, 2) + (timed ? " ps/s" : " frames/s")));
        speed.getItems()
                .setAll(java.util.Arrays.stream(SPEED_FACTORS)
                        .mapToObj(f -> f * suggested)
                        .toList());
        speed.setValue(suggested);
        playback.seek(frame);
        slider.setMax(Math.max(1, next.frameCount() - 1));
        setDisable(next.frameCount() < 2);
        shown = -1;
        update();
    }

    private static String ordinal(int n) {
        return n + (n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th");
    }

    /** Keys of the viewer; true when the key was one of them. */
    boolean key(KeyCode code) {
        if (isDisabled()) {
            return false;
        }
        switch (code) {
            case SPACE -> toggle();
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case HOME -> first();
            case END -> end();
            default -> {
                return false;
            }
        }
        return true;
    }

    void toggle() {
        if (playing) {
            pause();
        } else if (playback.frameCount() > 1) {
            if (playback.frame() >= playback.frameCount() - 1) {
                playback.seek(0);
            }
            playing = true;
            last = 0;
            play.setGraphic(new FontIcon(Feather.PAUSE));
            timer.start();
        }
    }

    void pause() {
        playing = false;
        timer.stop();
        play.setGraphic(new FontIcon(Feather.PLAY));
    }

    boolean isPlaying() {
        return playing;
    }

    private void first() {
        playback.seek(0);
        update();
    }

    private void end() {
        playback.seek(playback.frameCount() - 1);
        update();
    }

    /** Hops of the run above the time line, once they are known. */
    void hops(Optional<Hops> found) {
        strip.show(found, playback.frameCount());
    }

    /** Marks what is left out of the beginning, ps. */
    void skip(OptionalDouble skipPs) {
        skip.show(skipPs, playback.totalPs());
    }

    void palette(Palette palette) {
        strip.palette(palette);
    }

    /** Pauses at a frame. */
    void seek(int frame) {
        pause();
        playback.seek(frame);
        update();
    }

    private void step(int strides) {
        pause();
        playback.step(strides);
        update();
    }

    /** Brings up the frame that is due, if it is another than the one shown. */
    private void update() {
        int frame = playback.frame();
        if (frame == shown) {
            return;
        }
        shown = frame;
        following = true;
        slider.setValue(frame);
        following = false;
        OptionalDouble ps = playback.timePs();
        now.setText(ps.isPresent() ? Numbers.fixed(ps.getAsDouble(), 2) : "");
        total.setText(
                playback.totalPs().isPresent()
                        ? "/ " + Numbers.fixed(playback.totalPs().getAsDouble(), 2) + " ps"
                        : "time step not known");
        frames.setText("frame " + grouped(frame + 1) + " / " + grouped(playback.frameCount()));
        show.accept(frame);
    }

    static String grouped(int n) {
        return n < 10_000
                ? Integer.toString(n)
                : String.format(java.util.Locale.ROOT, "%,d", n).replace(',', '\u2009');
    }

    Playback playback() {
        return playback;
    }
}
