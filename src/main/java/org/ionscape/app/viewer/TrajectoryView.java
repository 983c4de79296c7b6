package org.ionscape.app.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.viewer.scene.Cloud;
import org.ionscape.app.viewer.scene.FramePaths;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.Playback;
import org.ionscape.app.viewer.scene.Scene;
import org.ionscape.app.viewer.scene.Stage;
import org.ionscape.extract.Dynamics;
import org.ionscape.transport.hops.Hop;
import org.ionscape.transport.hops.Hops;
import org.kordamp.ikonli.feather.Feather;

/** A run in space: tools above, the picture with its legend, the player below. */
final class TrajectoryView extends VBox {
    private static final double CLICK_PX = 4;
    private static final double LEAST_WIDTH = 420;
    private static final double ROOM_FOR_WORDS = 730;
    private static final double TRAIL_SHARE = 0.1;

    private final DynamicsModel dynamics;
    private final SceneCanvas picture = new SceneCanvas();
    private final PlayerBar player = new PlayerBar(this::showFrame);
    private final AtomCallout callout = new AtomCallout();
    private final SceneLegend legend = new SceneLegend();
    private final Label note = new Label();
    private final ToggleGroup folding = new ToggleGroup();
    private final ToggleGroup views = new ToggleGroup();
    private final ToggleButton wrapped = new ToggleButton("Wrapped");
    private final ToggleButton free = new ToggleButton("free");
    private final ToggleButton trails = Controls.chip(Feather.TRENDING_UP, "Trails");
    private final ToggleButton density = Controls.chip(Feather.TARGET, "Density");
    private final DensityPanel densityPanel;
    private final ToggleButton bonds = Controls.chip(Feather.SHARE_2, "Bonds");
    private final ToggleButton cell = Controls.chip(Feather.BOX, "Cell");
    private Optional<LoadedRun> run = Optional.empty();
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean turned;
    private final ViewMemory memory;
    private final EventHandler<KeyEvent> space = this::spacePlays;

    TrajectoryView(Workbench workbench, DynamicsModel dynamics) {
        this.dynamics = dynamics;
        densityPanel = new DensityPanel(dynamics, this::showCloud);
        getStyleClass().add("trajectory-view");
        setFocusTraversable(true);
        setMinWidth(LEAST_WIDTH);
        note.getStyleClass().add("scene-note");
        note.setMouseTransparent(true);
        StackPane middle = new StackPane(picture, legend, note, densityPanel, callout);
        StackPane.setAlignment(note, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(densityPanel, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(densityPanel, new Insets(10));
        middle.getStyleClass().add("scene-space");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(tools(), middle, player);
        dynamics.state(Dynamics.Part.HOPS).addListener((o, old, now) -> showHops());
        memory = new ViewMemory(
                workbench,
                picture.camera(),
                Map.of("wrapped", wrapped, "trails", trails, "bonds", bonds, "cell", cell));
        sceneProperty().addListener((o, old, now) -> {
            player.pause(); // nobody watches what is not in the window
            Optional.ofNullable(old).ifPresent(s -> s.removeEventFilter(KeyEvent.KEY_PRESSED, space));
            Optional.ofNullable(now).ifPresent(s -> s.addEventFilter(KeyEvent.KEY_PRESSED, space));
        });
        picture.onDrawn(() -> run.ifPresent(r -> callout.follow(r.stage())));
        listenToHand(middle);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (player.key(e.getCode())) {
                e.consume();
            }
        });
    }

    /** The space bar plays wherever the keyboard is, unless what has it takes the space bar itself. */
    private void spacePlays(KeyEvent e) {
        Node owner = getScene().getFocusOwner();
        boolean taken = owner instanceof TextInputControl
                || owner instanceof ButtonBase
                || owner instanceof ComboBoxBase<?>
                || owner instanceof ChoiceBox<?>;
        if (e.getCode() == KeyCode.SPACE && !taken && player.key(KeyCode.SPACE)) {
            e.consume();
        }
    }

    private ViewMemory memory() {
        return memory;
    }

    private HBox tools() {
        ToggleButton unwrapped = new ToggleButton("Unwrapped");
        unwrapped.setSelected(true);
        wrapped.setId("wrapped");
        wrapped.selectedProperty().addListener((o, old, on) -> unwrapped.setSelected(!on));
        HBox fold = Controls.segments(folding, unwrapped, wrapped);
        wrapped.selectedProperty().addListener((o, old, on) -> onStage(s -> s.fold(foldingChosen())));
        part(trails, Scene.Part.TRAILS);
        density.setId("density");
        density.selectedProperty().addListener((o, old, on) -> densityPanel.turn(on));
        part(bonds, Scene.Part.BONDS);
        part(cell, Scene.Part.CELL);
        ToggleButton a = view("a", 0);
        ToggleButton b = view("b", 1);
        ToggleButton c = view("c", 2);
        free.setSelected(true);
        free.setOnAction(e -> onStage(s -> {
            picture.camera().lookFreely();
            picture.fit();
            memory().turned();
        }));
        HBox directions = Controls.segments(views, a, b, c, free);
        HBox bar = new HBox(
                fold,
                trails,
                density,
                bonds,
                cell,
                Controls.spring(),
                directions,
                Controls.icon(Feather.MAXIMIZE, "Fit the cell into the picture", picture::fit));
        bar.getStyleClass().add("viewer-tools");
        for (ToggleButton chip : List.of(trails, density, bonds, cell)) {
            chip.setMinWidth(USE_PREF_SIZE);
            chip.tooltipProperty().set(new Tooltip());
            chip.getTooltip().textProperty().bind(chip.textProperty());
            chip.contentDisplayProperty()
                    .bind(bar.widthProperty()
                            .map(w -> w.doubleValue() < ROOM_FOR_WORDS
                                    ? ContentDisplay.GRAPHIC_ONLY
                                    : ContentDisplay.LEFT));
        }
        return bar;
    }

    private ToggleButton view(String name, int vector) {
        ToggleButton button = new ToggleButton(name);
        button.setAccessibleText("Look along " + name);
        button.setOnAction(e -> onStage(s -> {
            picture.camera().lookAlong(s.cell(), vector);
            picture.fit();
            memory().turned();
        }));
        return button;
    }

    private void part(ToggleButton button, Scene.Part part) {
        button.setSelected(true);
        button.selectedProperty()
                .addListener((o, old, on) -> onStage(s -> {
                    if (on) {
                        s.include(part);
                    } else {
                        s.exclude(part);
                    }
                }));
    }

    private FramePaths.Folding foldingChosen() {
        return wrapped.isSelected() ? FramePaths.Folding.WRAPPED : FramePaths.Folding.UNWRAPPED;
    }

    private void onStage(java.util.function.Consumer<Stage> change) {
        run.ifPresent(r -> {
            change.accept(r.stage());
            picture.redraw();
        });
    }

    private void showFrame(int frame) {
        onStage(s -> s.show(frame));
    }

    private void listenToHand(StackPane space) {
        space.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            pressX = e.getX();
            pressY = e.getY();
            lastX = e.getX();
            lastY = e.getY();
            turned = false;
        });
        space.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        space.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            if (!turned && e.getButton() == MouseButton.PRIMARY) {
                onStage(s -> pick(s.scene().pick(e.getX(), e.getY()), s));
            } else {
                memory().turned();
            }
        });
        space.addEventHandler(ScrollEvent.SCROLL, e -> {
            picture.camera().zoom(Math.exp(e.getDeltaY() * 0.002), e.getX(), e.getY());
            picture.redraw();
            e.consume();
        });
    }

    private void drag(MouseEvent e) {
        if (!turned && Math.hypot(e.getX() - pressX, e.getY() - pressY) < CLICK_PX) {
            return;
        }
        turned = true;
        double dx = e.getX() - lastX;
        double dy = e.getY() - lastY;
        lastX = e.getX();
        lastY = e.getY();
        if (e.isShiftDown() || e.getButton() != MouseButton.PRIMARY) {
            picture.camera().pan(dx, dy);
        } else {
            picture.camera().drag(dx, dy);
            free.setSelected(true);
        }
        picture.redraw();
    }

    private void showCloud(Optional<Cloud> cloud) {
        onStage(s -> s.cloud(cloud));
    }

    private void showHops() {
        Optional<Hops> found = dynamics.ready(Dynamics.Part.HOPS).flatMap(Dynamics::hops);
        callout.hops(found);
        player.hops(found);
    }

    /** Brings up the frame in which a hop begins and picks its ion. */
    void show(Hop hop) {
        onStage(s -> {
            player.seek(hop.startFrame());
            picture.pick(hop.ion());
            callout.about(hop.ion(), s);
        });
    }

    private void pick(int atom, Stage stage) {
        int chosen = atom == callout.atom() ? -1 : atom;
        picture.pick(chosen);
        callout.about(chosen, stage);
    }

    /** Shows a run in place of the one before, which the caller closes. */
    void open(LoadedRun next) {
        boolean same = run.isPresent() && run.get().item() == next.item();
        int frame = same ? player.playback().frame() : 0;
        run = Optional.of(next);
        Stage stage = next.stage();
        Playback playback = new Playback(stage.trajectory().frameCount(), next.framePs());
        int trailFrames = (int) Math.ceil(TRAIL_SHARE * playback.frameCount());
        stage.trailFrames(Math.max(2, trailFrames));
        next.framePs()
                .ifPresentOrElse(
                        ps -> trails.setText("Trails " + Numbers.significant(trailFrames * ps, 2) + " ps"),
                        () -> trails.setText("Trails " + trailFrames + " frames"));
        stage.fold(foldingChosen());
        exclude(stage, trails, Scene.Part.TRAILS);
        exclude(stage, bonds, Scene.Part.BONDS);
        exclude(stage, cell, Scene.Part.CELL);
        if (!same) {
            callout.about(-1, stage);
        }
        picture.show(stage, same ? SceneCanvas.View.KEPT : SceneCanvas.View.FITTED);
        legend.show(stage, picture);
        note.setText(next.extent() == LoadedRun.Extent.FIRST_FRAME ? "First frame. The others are being read." : "");
        player.open(playback, frame);
        markSkipped();
        if (next.extent() == LoadedRun.Extent.ALL && memory.isNew()) {
            player.toggle(); // a project's first run begins to move by itself
        }
        densityPanel.refresh();
        showHops();
    }

    /** Marks on the time line what is left out of the run. */
    void markSkipped() {
        player.skip(run.map(r -> r.item().settings().skipPs()).orElse(OptionalDouble.empty()));
    }

    private static void exclude(Stage stage, ToggleButton button, Scene.Part part) {
        if (!button.isSelected()) {
            stage.exclude(part);
        }
    }

    /** Shows nothing. */
    void close() {
        player.pause();
        run = Optional.empty();
        picture.clear();
        callout.setVisible(false);
        legend.clear();
        note.setText("");
    }

    void palette(Palette palette) {
        picture.palette(palette);
        player.palette(palette);
        run.ifPresent(r -> legend.show(r.stage(), picture));
    }

    PlayerBar player() {
        return player;
    }
}
