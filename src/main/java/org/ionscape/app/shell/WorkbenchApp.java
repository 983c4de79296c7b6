package org.ionscape.app.shell;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.Version;
import org.ionscape.figure.FontFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window as a program: {@code --samples}, a folder of runs, or a project file. */
public final class WorkbenchApp extends Application {
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);

    /** Of this program, not of a window: JavaFX makes the object that is the window's program only once it runs. */
    private static Beginning beginning;

    private Workbench workbench;
    private WorkbenchWindow window;

    /**
     * Opens the window and returns when it is closed.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static void launch(String... arguments) {
        JAVAFX.setLevel(
                java.util.logging.Level.SEVERE); // it warns that it stands on the class path, where it is meant to be
        beginning = Beginning.with(List.of(arguments));
        LogFile.startIn(beginning.folders().logs());
        Application.launch(WorkbenchApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        FontFiles.register();
        SystemFolders folders = beginning.folders();
        Preferences preferences = beginning.preferences();
        workbench = new Workbench(beginning.compute(), new RunEngine(), Platform::runLater);
        workbench.setPreferences(preferences::get);
        new ThemeChoice(workbench, preferences).follow();
        WorkbenchWindow.dressControls(workbench.themeProperty().get());
        Desktop desktop = new StageDesktop(stage, getHostServices()::showDocument);
        Actions actions = new Actions(workbench, preferences, desktop, beginning.openings());
        Sheets sheets = new Sheets(workbench);
        actions.onSampleTables(sheets::importMissing);
        window = new WorkbenchWindow(workbench, actions, Places.of(workbench, sheets));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> crashed(desktop, folders, thread, failure));
        WindowPlace place = new WindowPlace(stage, preferences);
        stage.setScene(place.sceneOf(window));
        window.dress(workbench.themeProperty().get());
        stage.setTitle("Ionscape");
        beginning.open(actions);
        stage.show();
        LOG.info(
                "Ionscape {} on {}, Java {}, {} threads",
                Version.CURRENT,
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                workbench.compute().threads());
        Startup.reportIfAsked(workbench, window);
    }

    private void crashed(Desktop desktop, SystemFolders folders, Thread thread, Throwable failure) {
        LOG.error("unexpected error in {}", thread.getName(), failure);
        CrashReport report =
                CrashReport.of(failure, thread.getName(), folders.logs(), LocalDateTime.now(ZoneId.systemDefault()));
        Platform.runLater(() -> window.showCrash(report, desktop));
    }

    @Override
    public void stop() {
        window.rememberLayout();
        workbench.close();
    }
}
