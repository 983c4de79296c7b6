package org.ionscape.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramPane;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Preset;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.stats.MatrixFigure;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.recipe.Recipe;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PValue;
import org.ionscape.stats.cluster.ClusterMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The places of statistics as a person uses them, on three clouds of rows. */
@ExtendWith(ApplicationExtension.class)
class StatisticsPlacesTest {
    private Workbench workbench;
    private Sheets sheets;
    private BorderPane window;
    private Path folder;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("statistics");
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        workbench.open(ProjectStore.at(folder.resolve("test.ionscape")));
        sheets = new Sheets(workbench);
        window = new BorderPane();
        Scene scene = new Scene(window, 1270, 780);
        scene.getStylesheets()
                .add(getClass().getResource("/org/ionscape/styles/light.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.setCenter(null);
            workbench.close();
        });
    }

    private static String rows(int count) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text =
                new StringBuilder("run,compound,family,T,preset,diffusion_coefficient,c_v,s_vib,constant\n");
        for (int row = 0; row < count; row++) {
            double cloud = row % 3 * 8.0;
            double d = cloud + random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "r%d,X,%s,%d,paper,%.6f,%.6f,%.6f,1%n",
                    row,
                    row % 3 == 2 ? "Na" : "Li",
                    400 + 100 * (row % 5),
                    d,
                    d + random.nextGaussian(),
                    row % 3 == 1 ? 9 + random.nextGaussian() : random.nextGaussian()));
        }
        return text.toString();
    }

    private void open(FxRobot robot, String table) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.csv"), table);
        robot.interact(() -> sheets.importFile(file));
        until(() -> sheets.shown().sheet().name().equals("rows"));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    @Test
    void rankingFollowsTheRowClickedAndOneFamilyIsChosenEverywhere(FxRobot robot) throws Exception {
        open(robot, rows(60));
        robot.interact(() -> window.setCenter(new CorrelogramPane(workbench, sheets)));
        until(() -> text(robot, "#correlogram-says").isEmpty());
        ChoiceBox<?> target = robot.lookup("#target").queryAs(ChoiceBox.class);
        until(() -> "diffusion_coefficient".equals(target.getValue()));
        Node matrix = robot.lookup("#correlation-matrix").query();
        Bounds room = matrix.localToScreen(matrix.getLayoutBounds());
        // the labels stand left of the matrix, the second of four rows at three eighths of its height
        robot.clickOn(room.getMinX() + 12, room.getMinY() + 0.32 * room.getWidth());
        until(() -> !"diffusion_coefficient".equals(target.getValue()));
        robot.clickOn("#family-Li");
        until(() -> sheets.shown().rows().length == 40);
        assertThat(sheets.shown().conditions()).containsExactly("family=Li");
    }

    @Test
    void aLassoSelectsTheSameRowsInTheTable(FxRobot robot) throws Exception {
        open(robot, rows(60));
        robot.interact(() -> window.setCenter(new LandscapePane(workbench, sheets)));
        until(() -> text(robot, "#landscape-says").isEmpty());
        robot.clickOn("#lasso");
        Node scores = robot.lookup("#scores").query();
        Bounds box = scores.localToScreen(scores.getLayoutBounds());
        double x0 = box.getMinX() + 50;
        double x1 = box.getMaxX() - 14;
        double y0 = box.getMinY() + 12;
        double y1 = box.getMaxY() - 60;
        robot.moveTo(x0, y0)
                .press(javafx.scene.input.MouseButton.PRIMARY)
                .moveTo(x1, y0)
                .moveTo(x1, y1)
                .moveTo(x0, y1)
                .release(javafx.scene.input.MouseButton.PRIMARY);
        until(() -> !sheets.selection().keys().isEmpty());
        TableView<?> chosen = robot.lookup("#chosen-rows").queryAs(TableView.class);
        assertThat(chosen.getItems()).hasSameSizeAs(sheets.selection().keys());
        assertThat(sheets.selection().keys().size()).isGreaterThan(30);
        robot.clickOn("#exclude-rows");
        until(() -> sheets.shown().counted().length < 60);
    }

    private static int columns(FxRobot robot) {
        return ((DrawingView) robot.lookup("#correlation-matrix .drawing-view").query())
                                .drawingProperty()
                                .get()
                        instanceof MatrixFigure figure
                ? figure.labels().size()
                : 0;
    }

    @Test
    void aRecipeIsReplayedWithItsColumnsAndItsSeedAndUndone(FxRobot robot) throws Exception {
        open(robot, rows(60));
        robot.interact(() -> window.setCenter(new CorrelogramPane(workbench, sheets)));
        until(() -> text(robot, "#correlogram-says").isEmpty() && columns(robot) == 4);
        List<String> two = List.of("diffusion_coefficient", "s_vib");
        Path recipe = folder.resolve("two.json");
        new Recipe(
                        "0.1.0",
                        "two columns",
                        Optional.empty(),
                        "T>=500",
                        Preset.RECOMMENDED,
                        7,
                        List.of(CorrelateStep.of(CorrelationMethod.KENDALL, PValue.T, Optional.of("s_vib"), two)))
                .write(recipe);
        FiguresMenu menu = robot.lookup("#figures").queryAs(FiguresMenu.class);
        robot.interact(() -> menu.run(recipe));
        until(() -> columns(robot) == 2);
        assertThat(robot.lookup("#replayed").queryAs(Button.class).getText()).isEqualTo("2 columns, seed 7");
        assertThat(sheets.shown().conditions()).containsExactly("T>=500");
        Path again = folder.resolve("again.json");
        robot.interact(() -> menu.save(again));
        until(() -> Files.exists(again));
        assertThat(Recipe.read(again).seed()).isEqualTo(7);
        assertThat(Recipe.read(again).steps()).singleElement().isInstanceOfSatisfying(CorrelateStep.class, step -> {
            assertThat(step.columns()).isEqualTo(two);
            assertThat(step.method()).isEqualTo(CorrelationMethod.KENDALL);
            assertThat(step.target()).contains("s_vib");
        });
        robot.interact(() -> workbench.undo().undo());
        until(() -> columns(robot) == 4);
    }

    @Test
    void classesAreFoundByDensityToo(FxRobot robot) throws Exception {
        open(robot, rows(60));
        robot.interact(() -> window.setCenter(new LandscapePane(workbench, sheets)));
        until(() -> text(robot, "#landscape-says").isEmpty()
                && text(robot, "#advice").startsWith("best k"));
        robot.interact(() -> robot.lookup("#cluster-method")
                .<ChoiceBox<ClusterMethod>>query()
                .setValue(ClusterMethod.DBSCAN));
        until(() -> text(robot, "#advice").contains("found within"));
        assertThat(robot.lookup("#classes").query().isVisible()).isFalse();
        assertThat(workbench.undo().undoLabelProperty().get()).isEqualTo("Kind of classes");
        robot.interact(() -> workbench.undo().undo());
        until(() -> text(robot, "#advice").startsWith("best k"));
    }

    @Test
    void tooLittleIsSaidInPlaceOfAnEmptyPane(FxRobot robot) throws Exception {
        open(robot, rows(2));
        robot.interact(() -> window.setCenter(new CorrelogramPane(workbench, sheets)));
        until(() -> text(robot, "#correlogram-says").contains("at least 3 rows"));
        robot.interact(() -> window.setCenter(new LandscapePane(workbench, sheets)));
        until(() -> text(robot, "#landscape-says").contains("at least 4 rows"));
    }
}
