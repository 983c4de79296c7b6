package org.ionscape.app.training;

import static org.ionscape.app.OnWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The place of training on a screen of its own, with a project that is written into a folder. */
final class TrainingScreen {
    static final int THREADS = 2;

    final Workbench workbench = new Workbench(new ComputeService(THREADS), new RunEngine(), Platform::runLater);
    final Sheets sheets = new Sheets(workbench);
    final TrainingPane pane = new TrainingPane(workbench, sheets);
    private final Path home;

    /** Shows it; on the window's thread. */
    TrainingScreen(Stage stage, Path home) {
        this.home = home;
        Scene scene = new Scene(pane, 1600, 900);
        scene.getStylesheets().setAll(sheet("light"), sheet("ionscape"));
        stage.setScene(scene);
        stage.show();
    }

    private static String sheet(String name) {
        return TrainingScreen.class
                .getResource("/org/ionscape/styles/" + name + ".css")
                .toExternalForm();
    }

    /** Opens a new project with a table that has a column E_a. */
    void open(FxRobot robot, String table) throws IOException, TimeoutException {
        Path file = home.resolve("barriers.csv");
        Files.writeString(file, table);
        robot.interact(() -> {
            workbench.open(ProjectStore.at(project()));
            sheets.importFile(file);
        });
        until(this::hasTable);
    }

    /** Closes the project and opens it again, as after a restart. */
    void reopen(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(workbench::closeProject);
        until(() -> !hasTable());
        robot.interact(() -> workbench.open(ProjectStore.at(project())));
        until(this::hasTable);
    }

    private boolean hasTable() {
        return sheets.shown().sheet().table().column("E_a").isPresent();
    }

    private Path project() {
        return home.resolve("test.ionscape");
    }

    static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }
}
