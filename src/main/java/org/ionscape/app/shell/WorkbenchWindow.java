package org.ionscape.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.explorer.ExplorerPane;
import org.ionscape.app.jobs.JobsBar;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Place;

/** The window's frame: bars above, explorer at the left, the place in the middle, jobs below, palette over all. */
final class WorkbenchWindow extends StackPane {
    private static final double EXPLORER_WIDTH = 272;

    private final Workbench workbench;
    private final Actions actions;
    private final BorderPane frame = new BorderPane();
    private final ExplorerPane explorer;
    private final PlaceStage stage;
    private final CommandPalette palette;

    WorkbenchWindow(Workbench workbench, Actions actions, List<Place> places) {
        this.workbench = workbench;
        this.actions = actions;
        List<Command> commands = new ArrayList<>(actions.commands());
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            commands.add(Command.of(
                    "View",
                    place.title(),
                    "Shortcut+" + (i + 1),
                    () -> workbench.placeProperty().set(place.id())));
        }
        commands.add(Command.of("View", "Show or hide explorer", "Shortcut+B", () -> stage().toggleExplorer()));
        commands.add(
                Command.of("View", "Filter runs", "Shortcut+F", () -> explorer().focusFilter()));
        commands.add(Command.of("View", "Command palette", "Shortcut+K", this::openPalette));
        commands.add(Command.of("Figure", "Export figure…", "Shortcut+E", () -> {
            if (!Card.exportFirst(frame.getCenter())) {
                actions.desktop().tell("No figure is shown here yet. Choose a run that was analysed.");
            }
        }));
        commands.addAll(new RecipeActions(workbench, actions.desktop(), frame).commands());
        commands.add(Command.of("File", "Preferences…", "Shortcut+Comma", this::openPreferences));
        commands.addAll(help(commands));
        palette = new CommandPalette(() -> entries(commands));
        explorer = new ExplorerPane(workbench, actions::askFolder, actions.desktop()::reveal);
        explorer.setMinWidth(200);
        explorer.setMaxWidth(480);
        stage = new PlaceStage(
                workbench, places, explorer, actions.preferences().number("window.explorer", EXPLORER_WIDTH));
        PlacesBar bar = new PlacesBar(workbench, places, stage::toggleExplorer);
        stage.onExplorerShown(bar::explorerShown);
        frame.setTop(new VBox(new TopBar(workbench, commands, this::openPalette, this::openPreferences), bar));
        frame.setBottom(new JobsBar(workbench));
        frame.setMinSize(0, 0); // the window is never wider than the screen lets it be
        getChildren().addAll(frame, palette);
        workbench.projectProperty().addListener((o, a, b) -> showCentre());
        workbench.themeProperty().addListener((o, a, now) -> dress(now));
        setOnDragOver(this::dragOver);
        setOnDragExited(e -> frame.getStyleClass().remove("dropping"));
        setOnDragDropped(this::dropped);
        showCentre();
    }

    private ExplorerPane explorer() {
        return explorer;
    }

    private PlaceStage stage() {
        return stage;
    }

    /** Sets the colours of everything. */
    void dress(Theme theme) {
        dressControls(theme);
        Scene scene = getScene();
        if (scene != null) {
            scene.getStylesheets().setAll(sheet(theme.label()), sheet("ionscape"));
        }
    }

    /** Sets the colours of controls; before the first of them is made, else JavaFX reads its own colours for nothing. */
    static void dressControls(Theme theme) {
        Application.setUserAgentStylesheet(
                theme == Theme.DARK
                        ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                        : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
    }

    private static String sheet(String name) {
        return String.valueOf(WorkbenchWindow.class.getResource("/org/ionscape/styles/" + name + ".css"));
    }

    private void showCentre() {
        if (workbench.projectProperty().get().isEmpty()) {
            StackPane around = new StackPane(new Welcome(
                    actions::openSamples,
                    actions::askFolder,
                    actions.preferences().recent(),
                    actions::open));
            frame.setCenter(around);
        } else if (!stage.equals(frame.getCenter())) {
            frame.setCenter(stage);
            if (isOnScreen()) {
                stage.go();
            } else {
                stage.goBeside();
                afterFirstFrame(stage::go);
            }
            stage.requestFocus(); // else the next key would go to the first button of the window
        }
    }

    private boolean isOnScreen() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    private static void afterFirstFrame(Runnable action) {
        new AnimationTimer() {
            private boolean first = true;

            @Override
            public void handle(long now) {
                if (!first) {
                    stop();
                    action.run();
                }
                first = false;
            }
        }.start();
    }

    private List<Command> help(List<Command> commands) {
        return List.of(
                Command.of("Help", "Tutorial", "F1", () -> open(HelpDialog.tutorial())),
                Command.of("Help", "Shortcuts", "Shortcut+Slash", () -> open(HelpDialog.shortcuts(commands))),
                Command.of("Help", "The science of every number", "", () -> open(HelpDialog.science())),
                Command.of(
                        "Help",
                        "Show log",
                        "",
                        () -> actions.desktop()
                                .reveal(actions.preferences().folders().logs().toFile())),
                Command.of("Help", "About Ionscape", "", () -> {
                    AboutDialog about = new AboutDialog();
                    about.openOver(this, about.first());
                }));
    }

    private void open(HelpDialog page) {
        page.openOver(this, page.first());
    }

    private void openPreferences() {
        PreferencesDialog dialog = new PreferencesDialog(workbench, actions.preferences(), actions.desktop());
        dialog.openOver(this, dialog.first());
    }

    /** Tells of an error nobody expected; of several at once the first. */
    void showCrash(CrashReport report, Desktop desktop) {
        if (lookup("#crash") == null) {
            CrashDialog dialog = new CrashDialog(report, desktop);
            dialog.openOver(this, dialog.first());
        }
    }

    private void openPalette() {
        palette.show();
    }

    private List<CommandPalette.Entry> entries(List<Command> commands) {
        List<CommandPalette.Entry> entries = new ArrayList<>();
        commands.forEach(c -> entries.add(new CommandPalette.Entry(c.name(), c.keysText(), c.action())));
        workbench
                .runs()
                .forEach(run -> entries.add(
                        new CommandPalette.Entry(run.longName(), "run", () -> workbench.select(List.of(run)))));
        workbench.runs().stream()
                .map(run -> run.info().compound())
                .distinct()
                .forEach(compound -> entries.add(new CommandPalette.Entry(
                        compound, "material, all temperatures", () -> workbench.selectCompound(compound))));
        return entries;
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            if (!frame.getStyleClass().contains("dropping")) {
                frame.getStyleClass().add("dropping");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> paths =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!paths.isEmpty());
        event.consume();
        if (!paths.isEmpty()) {
            actions.dropped(paths);
        }
    }

    /** Remembers the splitter. */
    void rememberLayout() {
        if (explorer.getWidth() > 0) {
            actions.preferences().put("window.explorer", String.valueOf(Math.round(explorer.getWidth())));
        }
    }
}
