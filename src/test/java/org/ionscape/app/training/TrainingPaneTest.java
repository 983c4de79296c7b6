package org.ionscape.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;
import static org.ionscape.app.training.TrainingScreen.press;
import static org.ionscape.app.training.TrainingScreen.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.ionscape.learn.saved.ModelFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Training as a person does it: from a table to predictions written into it, on the real screen. */
@ExtendWith(ApplicationExtension.class)
class TrainingPaneTest {
    private static final int ROWS = 60;

    @TempDir
    private Path home;

    private TrainingScreen screen;
    private TrainingPane pane;

    @Start
    void start(Stage stage) {
        screen = new TrainingScreen(stage, home);
        pane = screen.pane;
    }

    @AfterEach
    void close(FxRobot robot) {
        screen.close(robot);
    }

    /** A barrier that falls with width and rises with distance; every tenth row has none, the last lies far outside. */
    private static String table() {
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
        return text.toString();
    }

    private void open(FxRobot robot) throws Exception {
        screen.open(robot, table());
        robot.interact(() -> {
            pane.setup().models().clear();
            pane.setup().models().addAll(List.of("ols", "random-forest"));
            pane.setup().scheme.set("stratified:5");
        });
    }

    private void train(FxRobot robot) throws Exception {
        press(robot, "#train");
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
        press(robot, "#write-to-table");
        until(() -> screen.sheets
                        .shown()
                        .sheet()
                        .table()
                        .column("E_a")
                        .orElseThrow()
                        .present()
                == ROWS);
        robot.interact(() -> screen.workbench.undo().undo());
        until(() -> screen.sheets
                        .shown()
                        .sheet()
                        .table()
                        .column("E_a")
                        .orElseThrow()
                        .present()
                == ROWS - 6);
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
        assertThat(text(robot, "#differences"))
                .contains("validation: kfold:4 → stratified:5")
                .contains("features only in the second: material");
        robot.interact(() -> pane.trainings().rename(pane.trainings().all().getFirst(), "plane"));
        double rmse = pane.trainings().all().getFirst().evaluation().test().rmse();
        screen.reopen(robot);
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
        });
        press(robot, "#train");
        Training running = pane.trainings().all().getFirst();
        until(running::hasResult);
        press(robot, "#stop-keep");
        until(() -> running.state() == Training.State.STOPPED);
        int done = running.evaluation().folds().size();
        assertThat(done).isBetween(1, 19);
        assertThat(running.losses()).isNotEmpty();
        // what was in work when it was stopped is given up, and no other fold begins
        assertThat(running.losses().size() - done).isLessThanOrEqualTo(TrainingScreen.THREADS);
    }

    @Test
    void aSavedModelIsOpenedLaterAndRefusedInWordsWhereItDoesNotFit(FxRobot robot) throws Exception {
        open(robot);
        train(robot);
        until(() -> pane.insight().fittedProperty().get().isPresent());
        Path file = home.resolve("plane.json");
        ModelFile.write(pane.insight().fittedProperty().get().orElseThrow().saved(), file);
        screen.reopen(robot);
        until(() -> pane.insight().fittedProperty().get().isPresent()); // that of the best training that was kept
        robot.interact(() -> pane.open(file));
        until(() -> pane.insight()
                        .fittedProperty()
                        .get()
                        .filter(f -> f.name().equals("plane"))
                        .isPresent()
                && pane.insight().guessesProperty().get().size() == 6
                && pane.insight().responseProperty().get().isPresent());
        robot.interact(() -> pane.insight().second.set("width"));
        until(() -> pane.insight().surfaceProperty().get().isPresent());
        Files.writeString(file, Files.readString(file).replace("\"width\"", "\"widht\""));
        robot.interact(() -> pane.open(file));
        until(() -> text(robot, ".training-refusal").contains("was trained on widht, which is not in this table"));
        assertThat(text(robot, ".training-refusal")).contains("was it renamed to one of width");
        Files.writeString(file, "{\"format\": ");
        robot.interact(() -> pane.open(file));
        until(() -> text(robot, ".training-refusal").contains("damaged"));
        assertThat(pane.insight().guessesProperty().get()).hasSize(6); // the model looked at stays
    }

    @Test
    void whatIsChosenIsThereAgainWhenTheProjectIsOpenedAgain(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> {
            pane.setup().searching.set(Searching.RANDOM);
            pane.setup().draws.set(3);
            pane.setup().parameterModel.set("random-forest");
            pane.setup().settings("random-forest").put("n_estimators", "5, 10, 20, 40");
            pane.setup().featureChoice().filter.set(true);
            pane.setup().featureChoice().prefer("twice");
            pane.setup().seed.set(7);
        });
        List<String> wanted = pane.setup().featureChoice().wanted();
        assertThat(wanted).contains("twice").doesNotContain("distance");
        screen.reopen(robot);
        until(() -> pane.setup().featureChoice().wanted().equals(wanted));
        assertThat(pane.setup().models()).containsExactlyInAnyOrder("ols", "random-forest");
        assertThat(pane.setup().scheme.get()).isEqualTo("stratified:5");
        assertThat(pane.setup().seed.get()).isEqualTo(7);
        assertThat(robot.lookup("#parameter-n_estimators")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("5, 10, 20, 40");
        train(robot);
        Training forest = pane.trainings().all().getLast();
        assertThat(forest.plan().draws()).isEqualTo(3);
        assertThat(forest.evaluation().folds()).allMatch(f -> f.settings().whole("n_estimators") <= 40);
    }

    @Test
    void whatCannotBeTrainedIsSaidBesideTheButton(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> pane.setup().scheme.set("kfold:80"));
        press(robot, "#train");
        assertThat(pane.trainings().all()).isEmpty();
        assertThat(text(robot, ".training-refusal"))
                .contains("kfold:80 needs at least 80 rows with a target; there are 54");
    }
}
