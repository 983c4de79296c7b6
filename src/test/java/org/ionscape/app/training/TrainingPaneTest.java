package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Training as a person does it: from a table to predictions written into it, on the real screen. */
@ExtendWith(ApplicationExtension.class)
class TrainingPaneTest {
    private static final int ROWS = 60;

    private Path home;
    private Workbench workbench;
    private Sheets sheets;
    private TrainingPane pane;

    @Start
    void start(Stage stage) throws Exception {
        home = Files.createTempDirectory("training");
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        sheets = new Sheets(workbench);
        pane = new TrainingPane(workbench, sheets);
        Scene scene = new Scene(pane, 1600, 900);
        scene.getStylesheets().setAll(sheet("light"), sheet("ionscape"));
        stage.setScene(scene);
        stage.show();
    }

    private static String sheet(String name) {
        return TrainingPaneTest.class
                .getResource("/org/ionscape/styles/" + name + ".css")
                .toExternalForm();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A barrier that falls with width and rises with distance; every tenth row has none, the last lies far outside. */
    private Path table() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder("path,material,distance [A],width [A],twice,E_a [meV]\n");
        for (int i = 0; i < ROWS; i++) {
            double distance = i == ROWS - 1 ? 9 : 2.5 + random.nextDouble();
            double width = 1 + random.nextDouble();
            double barrier = 100 * distance - 50 * width + 5 * random.nextGaussian();
            boolean lacks = i % 10 == 9;
            text.append(String.format(
                    Locale.ROOT,
                    "p%02d,m%d,%.4f,%.4f,%.4f,%s%n",
                    i,
                    i % 6,
                    distance,
                    width,
                    2 * distance + 1e-3 * random.nextDouble(),
                    lacks ? "" : String.format(Locale.ROOT, "%.3f", barrier)));
        }
        Path file = home.resolve("barriers.csv");
        Files.writeString(file, text);
        return file;
    }

    private void open(FxRobot robot) throws Exception {
        Path file = table();
        robot.interact(() -> {
            workbench.open(ProjectStore.at(home.resolve("test.ionscape")));
            sheets.importFile(file);
        });
        until(() -> sheets.shown().sheet().table().column("E_a").isPresent());
        robot.interact(() -> {
            pane.setup().models().clear();
            pane.setup().models().addAll(List.of("ols", "random-forest"));
            pane.setup().scheme.set("stratified:5");
        });
    }

    private void train(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#train").queryAs(Button.class).fire());
        until(() -> !pane.trainings().all().isEmpty() && pane.trainings().open().isEmpty());
    }

    @Test
    void modelsAreTrainedComparedExplainedAndFillTheTable(FxRobot robot) throws Exception {
        open(robot);
        assertThat(pane.setup().target.get()).isEqualTo("E_a");
        robot.interact(() -> pane.setup().featureChoice().filter.set(true));
        assertThat(pane.setup().features().stream().filter(f -> !f.isWanted()).map(Feature::key))
                .containsExactly("twice");
        train(robot);
        List<Training> ranked = pane.trainings().ranked();
        assertThat(ranked.getFirst().plan().model()).isEqualTo("ols"); // the barrier is a plane
        assertThat(ranked.getFirst().evaluation().test().rmse())
                .isLessThan(0.5 * ranked.getFirst().evaluation().baseline().rmse());
        robot.interact(() -> pane.trainings().selectedProperty().set(Optional.of(ranked.getFirst())));
        until(() -> pane.insight().guessesProperty().get().size() == 6
                && !pane.insight().importanceProperty().get().isEmpty()
                && pane.insight().responseProperty().get().isPresent());
        assertThat(pane.insight().feature.get()).isEqualTo("distance");
        TableView<?> predictions = robot.lookup("#predictions").queryAs(TableView.class);
        assertThat(predictions.getItems()).hasSize(6);
        Insight.Guess far = pane.insight().guessesProperty().get().getLast();
        assertThat(far.prediction().outsideTrainingRange()).anyMatch(s -> s.startsWith("distance >"));
        robot.interact(
                () -> robot.lookup("#write-to-table").queryAs(Button.class).fire());
        until(() -> sheets.shown().sheet().table().column("E_a").orElseThrow().present() == ROWS);
        robot.interact(() -> workbench.undo().undo());
        until(() -> sheets.shown().sheet().table().column("E_a").orElseThrow().present() == ROWS - 6);
    }

    @Test
    void whatDiffersBetweenTwoRunsIsSaidAndRunsAreKept(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> pane.setup().models().remove("random-forest"));
        train(robot);
        robot.interact(() -> {
            pane.setup().scheme.set("kfold:4");
            pane.setup().features().getFirst().wantedProperty().set(false);
        });
        train(robot);
        ListView<?> list = robot.lookup("#trainings").queryAs(ListView.class);
        robot.interact(() -> {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(0, 1);
        });
        until(() -> robot.lookup("#differences").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#differences").queryAs(Label.class).getText())
                .contains("validation: kfold:4 → stratified:5")
                .contains("features only in the second: material");
        robot.interact(() -> pane.trainings().rename(pane.trainings().all().getFirst(), "plane"));
        double rmse = pane.trainings().all().getFirst().evaluation().test().rmse();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(workbench::closeProject);
        assertThat(pane.trainings().all()).isEmpty();
        robot.interact(() -> workbench.open(ProjectStore.at(home.resolve("test.ionscape"))));
        until(() -> pane.trainings().all().size() == 2);
        Training kept = pane.trainings().all().getFirst();
        assertThat(kept.nameProperty().get()).isEqualTo("plane");
        assertThat(kept.evaluation().test().rmse()).isEqualTo(rmse);
    }

    @Test
    void aStoppedRunKeepsTheFoldsItHasDone(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> {
            pane.setup().models().clear();
            pane.setup().models().add("mlp");
            pane.setup().settings("mlp").put("hidden_layer_sizes", "64-64");
            pane.setup().settings("mlp").put("max_iter", "1500");
            pane.setup().settings("mlp").put("tol", "0");
            pane.setup().scheme.set("kfold:20");
            robot.lookup("#train").queryAs(Button.class).fire();
        });
        Training running = pane.trainings().all().getFirst();
        until(running::hasResult);
        long asked = System.nanoTime();
        robot.interact(() -> robot.lookup("#stop-keep").queryAs(Button.class).fire());
        until(() -> running.state() == Training.State.STOPPED);
        assertThat((System.nanoTime() - asked) / 1e9)
                .isLessThan(15); // a second on a quiet machine; twenty folds would take minutes
        assertThat(running.losses()).isNotEmpty();
        assertThat(running.evaluation().folds().size()).isLessThan(20);
    }

    @Test
    void whatCannotBeTrainedIsSaidBesideTheButton(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> {
            pane.setup().scheme.set("kfold:80");
            robot.lookup("#train").queryAs(Button.class).fire();
        });
        assertThat(pane.trainings().all()).isEmpty();
        assertThat(robot.lookup(".training-refusal").queryAs(Label.class).getText())
                .contains("kfold:80 needs at least 80 rows with a target; there are 54");
    }
}
