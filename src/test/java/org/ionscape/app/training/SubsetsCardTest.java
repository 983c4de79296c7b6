package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A subset search on the real screen: begun, paused, closed, opened again, gone on with, and its answer taken. */
@ExtendWith(ApplicationExtension.class)
class SubsetsCardTest {
    private static final int FEATURES = 11;

    @TempDir
    private Path home;

    private Workbench workbench;
    private Sheets sheets;
    private TrainingPane pane;

    @Start
    void start(Stage stage) {
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        sheets = new Sheets(workbench);
        pane = new TrainingPane(workbench, sheets);
        Scene scene = new Scene(pane, 1600, 900);
        scene.getStylesheets().setAll(sheet("light"), sheet("ionscape"));
        stage.setScene(scene);
        stage.show();
    }

    private static String sheet(String name) {
        return SubsetsCardTest.class
                .getResource("/org/ionscape/styles/" + name + ".css")
                .toExternalForm();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A target made of f1, f4 and f9, each with its own weight. */
    private Path table() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder("row");
        for (int f = 0; f < FEATURES; f++) {
            text.append(",f").append(f);
        }
        text.append(",E_a [meV]\n");
        for (int i = 0; i < 90; i++) {
            double[] x = new double[FEATURES];
            text.append('r').append(i);
            for (int f = 0; f < FEATURES; f++) {
                x[f] = random.nextDouble();
                text.append(String.format(Locale.ROOT, ",%.6f", x[f]));
            }
            double y = 90 * x[1] + 70 * x[4] - 60 * x[9] + random.nextGaussian();
            text.append(String.format(Locale.ROOT, ",%.6f%n", y));
        }
        Path file = home.resolve("barriers.csv");
        Files.writeString(file, text);
        return file;
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void aSearchIsPausedGoesOnAfterTheProjectWasOpenedAgainAndItsFeaturesAreTaken(FxRobot robot) throws Exception {
        Path file = table();
        Path project = home.resolve("test.ionscape");
        robot.interact(() -> {
            workbench.open(ProjectStore.at(project));
            sheets.importFile(file);
        });
        until(() -> sheets.shown().sheet().table().column("E_a").isPresent());
        SubsetSearches searches = pane.searches();
        press(robot, "#search-subsets");
        until(() -> !searches.shown().best().isEmpty());
        press(robot, "#pause-subsets");
        until(() -> searches.shown().state() == SubsetSearches.State.PAUSED);
        assertThat(robot.lookup("#subset-count").queryAs(Label.class).getText()).contains("goes on where it stopped");
        robot.interact(workbench::closeProject);
        assertThat(searches.shown().best()).isEmpty();
        robot.interact(() -> workbench.open(ProjectStore.at(project)));
        until(() -> searches.shown().state() == SubsetSearches.State.PAUSED
                && sheets.shown().sheet().table().column("E_a").isPresent());
        assertThat(searches.shown().best()).isNotEmpty();
        press(robot, "#search-subsets");
        until(() -> searches.shown().state() == SubsetSearches.State.DONE);
        assertThat(searches.shown().evaluated()).isEqualTo((1 << FEATURES) - 1);
        assertThat(searches.shown().best().get(2).features()).containsExactly("f1", "f4", "f9");
        press(robot, "#take-subset");
        assertThat(pane.setup().features().stream().filter(Feature::isWanted).map(Feature::key))
                .contains("f1", "f4", "f9")
                .hasSizeLessThan(FEATURES);
    }
}
