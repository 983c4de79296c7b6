package org.ionscape.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Version;
import org.ionscape.figure.Fonts;
import org.ionscape.trajectory.FrameStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window as a program: {@code --samples}, a folder of runs, or a project file. */
public final class WorkbenchApp extends Application {
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);

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
        Fonts.register();
        SystemFolders folders = SystemFolders.ofSystem();
        LogFile.startIn(folders.logs());
        preferences = new Preferences(folders);
        preferences.get(Preferences.MEMORY_MB).ifPresent(mb -> System.setProperty(FrameStore.MEMORY_MB, mb));
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = (int) preferences.number(Preferences.THREADS, cores);
        workbench = new Workbench(new ComputeService(threads), new RunEngine(), Platform::runLater);
        workbench.setPreferences(preferences::get);
        Desktop desktop = new StageDesktop(stage, getHostServices()::showDocument);
        Actions actions = new Actions(workbench, preferences, desktop, ProjectStore::at);
        Sheets sheets = new Sheets(workbench);
        actions.onSampleTables(sheets::importMissing);
        window = new WorkbenchWindow(workbench, actions, Places.of(workbench, sheets));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> crashed(desktop, folders, thread, failure));
        WindowPlace place = new WindowPlace(stage, preferences);
        stage.setScene(place.sceneOf(window));
        workbench
                .themeProperty()
                .set(Theme.ofLabel(preferences.get(Preferences.THEME).orElse("light")));
        workbench.themeProperty().subscribe(theme -> {
            window.dress(theme);
            preferences.put(Preferences.THEME, theme.label());
        });
        stage.setTitle("Ionscape");
        stage.show();
        LOG.info(
                "Ionscape {} on {}, Java {}, {} threads",
                Version.CURRENT,
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                workbench.compute().threads());
        Startup.reportIfAsked(workbench, window);
        openGiven(actions, getParameters().getRaw());
    }

    private void crashed(Desktop desktop, SystemFolders folders, Thread thread, Throwable failure) {
        LOG.error("unexpected error in {}", thread.getName(), failure);
        CrashReport report =
                CrashReport.of(failure, thread.getName(), folders.logs(), LocalDateTime.now(ZoneId.systemDefault()));
        Platform.runLater(() -> window.showCrash(report, desktop));
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

    @Override
    public void stop() {
        window.rememberLayout();
        workbench.close();
    }
}
