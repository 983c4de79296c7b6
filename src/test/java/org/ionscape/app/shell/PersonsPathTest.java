package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionscape.app.OnWindow.until;

import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.ComputeService;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Markup;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.stats.MatrixFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the samples to a figure, by mouse and keyboard, through every place on the way. */
@ExtendWith(ApplicationExtension.class)
class PersonsPathTest {
    private Path home;
    private Workbench workbench;
    private Sheets sheets;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        home = Files.createTempDirectory("path");
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        Preferences preferences = new Preferences(new SystemFolders(home, home, home.resolve("logs")));
        workbench.setPreferences(preferences::get);
        Openings openings = new Openings(workbench.compute(), preferences::projects, ProjectStore::at);
        Actions actions = new Actions(workbench, preferences, Desktop.SILENT, openings);
        sheets = new Sheets(workbench);
        actions.onSampleTables(sheets::importMissing);
        WorkbenchWindow window = new WorkbenchWindow(workbench, actions, Places.of(workbench, sheets));
        scene = new Scene(window, 1270, 780);
        stage.setScene(scene);
        window.dress(Theme.LIGHT);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private void lookAt(FxRobot robot, String temperatures, String condition) throws TimeoutException {
        robot.clickOn("#rows-window");
        write(robot, "#rows-window", temperatures);
        robot.type(KeyCode.ENTER);
        until(() -> sheets.shown().rows().length == count(condition));
    }

    /** How many rows of the shipped table fulfil a condition. */
    private static long count(String condition) {
        Table table = TableCsv.read(Path.of("sample-data/runs.csv")).table();
        return IntStream.range(0, table.rowCount())
                .filter(RowFilter.parse(condition).on(table))
                .count();
    }

    private static DrawingView drawing(FxRobot robot, String node) {
        return (DrawingView) robot.lookup(node + " .drawing-view").query();
    }

    private static Optional<MatrixFigure> matrix(FxRobot robot) {
        return Optional.ofNullable((MatrixFigure)
                drawing(robot, "#correlation-matrix").drawingProperty().get());
    }

    /** A click on the label left of a row of the matrix. */
    private static void clickRow(FxRobot robot, String symbol) {
        MatrixFigure figure = matrix(robot).orElseThrow();
        DrawingView view = drawing(robot, "#correlation-matrix");
        MatrixFigure.Area area = figure.area(FigurePainter.Style.SCREEN, view.room());
        int row = IntStream.range(0, figure.labels().size())
                .filter(i ->
                        Markup.parse(figure.labels().get(i).markup()).plain().equals(symbol))
                .findFirst()
                .orElseThrow();
        robot.clickOn(view.localToScreen(new Point2D(area.pixels().getX() - 12, area.y(row + 0.5))));
    }

    private static ScatterFigure scores(FxRobot robot) {
        return (ScatterFigure) drawing(robot, "#scores").drawingProperty().get();
    }

    private static Point2D score(FxRobot robot, int row) {
        DrawingView view = drawing(robot, "#scores");
        ScatterFigure figure = scores(robot);
        PlotArea area = figure.area(FigurePainter.Style.SCREEN, view.room()).orElseThrow();
        return view.localToScreen(new Point2D(area.toX(figure.x()[row]), area.toY(figure.y()[row])));
    }

    /** Around all points in the right half of the scores. */
    private static void lasso(FxRobot robot) {
        DrawingView view = drawing(robot, "#scores");
        Rectangle2D box = scores(robot)
                .area(FigurePainter.Style.SCREEN, view.room())
                .orElseThrow()
                .pixels();
        List<Point2D> corners = List.of(
                new Point2D(box.getCenterX(), box.getMinY() + 2),
                new Point2D(box.getMaxX() - 2, box.getMinY() + 2),
                new Point2D(box.getMaxX() - 2, box.getMaxY() - 2),
                new Point2D(box.getCenterX(), box.getMaxY() - 2));
        robot.moveTo(view.localToScreen(corners.getFirst())).press(MouseButton.PRIMARY);
        corners.forEach(c -> robot.moveTo(view.localToScreen(c)));
        robot.release(MouseButton.PRIMARY);
    }

    private Set<String> halfOfTheScores(FxRobot robot) {
        DrawingView view = drawing(robot, "#scores");
        Rectangle2D box = scores(robot)
                .area(FigurePainter.Style.SCREEN, view.room())
                .orElseThrow()
                .pixels();
        Shown shown = sheets.shown();
        return IntStream.range(0, scores(robot).x().length)
                .filter(i -> view.screenToLocal(score(robot, i)).getX() > box.getCenterX())
                .mapToObj(i -> shown.sheet().rows().get(shown.counted()[i]).key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void fromTheSamplesThroughEveryPlaceToAFigureOfTwoPanels(FxRobot robot) throws Exception {
        robot.clickOn("#open-samples");
        until(() ->
                workbench.runs().size() == 12 && sheets.shown().sheet().name().equals("sample database"));
        assertThat(workbench.undo().undoLabelProperty().get())
                .as("opening the samples is no change that could be undone")
                .isEmpty();

        press(robot, KeyCode.DIGIT3);
        until(() -> shows(robot, "#correlation-matrix") && matrix(robot).isPresent());
        lookAt(robot, "400–600", "T>=400 and T<=600");
        ChoiceBox<?> target = robot.lookup("#target").queryAs(ChoiceBox.class);
        until(() -> matrix(robot).isPresent() && target.getValue() != null);
        clickRow(robot, "⟨ω⟩");
        until(() -> "omega_mean".equals(target.getValue()));
        clickRow(robot, "D");
        until(() -> "diffusion_coefficient".equals(target.getValue()));

        robot.clickOn("#family-Li");
        until(() -> sheets.shown().rows().length == count("family=Li and T>=400 and T<=600"));
        press(robot, KeyCode.DIGIT4);
        lookAt(
                robot,
                "",
                "family=Li"); // six runs of lithium between 400 and 600 K are too few to part into six classes
        until(() -> shows(robot, "#classes")
                && ((DrawingView) robot.lookup("#composition").query())
                                .drawingProperty()
                                .get()
                        != null);
        robot.clickOn("#classes");
        robot.clickOn(robot.lookup(".context-menu .label")
                .match((Label l) -> l.getText().equals("6"))
                .queryAs(Label.class)); // chips count rows, perhaps six
        until(() -> about(robot, "#scores-card").startsWith("6 classes"));
        robot.clickOn("#lasso");
        Set<String> inside = halfOfTheScores(robot);
        lasso(robot);
        until(() -> !sheets.selection().keys().isEmpty());
        assertThat(new TreeSet<>(sheets.selection().keys())).isEqualTo(inside);

        press(robot, KeyCode.DIGIT2);
        until(() -> shows(robot, "#rows-selected")
                && robot.lookup("#rows-selected")
                        .queryAs(Label.class)
                        .getText()
                        .equals(inside.size() + " rows selected"));

        press(robot, KeyCode.DIGIT4);
        until(() -> shows(robot, "#scores"));
        int moving = row("Li-based/Li3OCl/AIMD/non-stoichiometric/1000K");
        robot.doubleClickOn(score(robot, moving));
        until(() -> workbench.placeProperty().get().equals(Workbench.TRAJECTORY));
        RunItem run = workbench.selection().getFirst();
        assertThat(run.info().path()).endsWith(Path.of("Li-based/Li3OCl/AIMD/non-stoichiometric/1000K"));
        until(() -> run.status() == RunStatus.DONE && shows(robot, "#export-msd"));

        robot.clickOn("#export-msd");
        until(() -> shows(robot, "#export-dialog"));
        robot.clickOn("side by side");
        robot.clickOn("#width-174");
        write(robot, "#export-name", "two-panels");
        write(robot, "#export-folder", home.resolve("figures").toString());
        robot.clickOn("#export");
        until(() -> !shows(robot, "#export-dialog"));
        try (PDDocument document =
                Loader.loadPDF(home.resolve("figures/two-panels.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth() / 72 * 25.4).isCloseTo(174, within(0.1));
            // upright text is found a letter a line
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("(a)", "(b)", "Lagtime", "MSD", "Energy(meV)", "Framework(nd)");
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.api.Assertions.within(value);
    }

    private static String about(FxRobot robot, String card) {
        Node node = robot.lookup(card + " .card-head .muted").tryQuery().orElse(null);
        return node instanceof Label label ? label.getText() : "";
    }

    /** The place of a run among the rows that count. */
    private int row(String key) {
        Shown shown = sheets.shown();
        return IntStream.range(0, shown.counted().length)
                .filter(i -> shown.sheet().rows().get(shown.counted()[i]).key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
