package org.ionscape.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;

/** The window as a program: {@code --samples}, a folder of runs, or a project file. */
public final class WorkbenchApp extends Application {
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    private Workbench workbench;
    private WorkbenchWindow window;
    private Preferences preferences;

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static void launch(String... arguments) {
        JAVAFX.setLevel(
                java.util.logging.Level.SEVERE); // it warns that it stands on the class path, where it is meant to be
        Application.launch(WorkbenchApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        preferences = new Preferences(Preferences.home());
        workbench = new Workbench(ComputeService.ofMachine(), new RunEngine(), Platform::runLater);
        Actions actions = new Actions(
                workbench,
                preferences,
                () -> askFolder(stage),
                folder -> getHostServices().showDocument(folder.toURI().toString()),
                ProjectStore::at);
        window = new WorkbenchWindow(workbench, actions, Places.of(workbench, new Sheets(workbench)));
        Scene scene = new Scene(window, preferences.number("width", 1600), preferences.number("height", 1000));
        workbench.themeProperty().set(Theme.ofLabel(preferences.get("theme").orElse("light")));
        workbench.themeProperty().subscribe(theme -> {
            window.dress(theme);
            preferences.put("theme", theme.label());
        });
        stage.setTitle("Ionscape");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.show();
        openGiven(actions, getParameters().getRaw());
    }

    private static void openGiven(Actions actions, List<String> arguments) {
        if (arguments.contains("--samples")) {
            actions.openSamples();
        } else if (!arguments.isEmpty()) {
            Path given = Path.of(arguments.getLast());
            if (Files.isDirectory(given)) {
                actions.addFolders(List.of(given));
            } else {
                actions.open(given);
            }
        }
    }

    private static Optional<Path> askFolder(Stage stage) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder with runs");
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public void stop() {
        preferences.put("width", String.valueOf(window.getScene().getWidth()));
        preferences.put("height", String.valueOf(window.getScene().getHeight()));
        window.rememberLayout();
        workbench.close();
    }
}
