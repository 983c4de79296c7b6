package org.ionscape.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ionscape.app.OnWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.ComputeService;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column.NumberColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The table as a person uses it, with a table that was imported. */
@ExtendWith(ApplicationExtension.class)
class TablePaneTest {
    private static final String CSV = """
            run,compound,family,T [K],diffusion_coefficient [cm2/s],diffusion_coefficient_stderr [cm2/s],band_gap [eV]
            a/400K,Li3OCl,Li,400,1e-6,2e-7,5.1
            a/600K,Li3OCl,Li,600,4e-6,3e-7,5.1
            b/500K,NaCl,Na,500,,,8.9
            c/500K,AgI,Ag/Cu,500,2e-5,1e-6,
            """;

    private Workbench workbench;
    private Sheets sheets;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("table");
        workbench = new Workbench(new ComputeService(2), new RunEngine(), Platform::runLater);
        sheets = new Sheets(workbench);
        workbench.open(ProjectStore.at(folder.resolve("test.ionscape")));
        stage.setScene(new Scene(new TablePane(workbench, sheets), 1200, 700));
        stage.show();
        sheets.importFile(Files.writeString(folder.resolve("small.csv"), CSV));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(workbench::close);
    }

    private GridView grid(FxRobot robot) throws TimeoutException {
        until(() -> sheets.shown().sheet().name().equals("small")
                && robot.lookup("#grid").tryQuery().isPresent());
        return robot.lookup("#grid").queryAs(GridView.class);
    }

    private static List<String> names(GridView grid) {
        return grid.model().lines().stream()
                .map(l -> l instanceof GridModel.Line.Row row
                        ? grid.model().sheet().table().rowNames().get(row.row())
                        : ((GridModel.Line.Group) l).name())
                .toList();
    }

    private static int column(GridView grid, String key) {
        return grid.model().all().stream().map(GridColumn::key).toList().indexOf(key);
    }

    private static void click(FxRobot robot, GridView grid, int line, String key) {
        Bounds cell = grid.localToScreen(grid.boundsOf(line, column(grid, key)));
        robot.clickOn(cell.getCenterX(), cell.getCenterY(), MouseButton.PRIMARY);
    }

    private static void clickHead(FxRobot robot, GridView grid, String key) {
        Bounds cell = grid.localToScreen(grid.boundsOf(0, column(grid, key)));
        robot.clickOn(cell.getCenterX(), grid.localToScreen(0, 36).getY(), MouseButton.PRIMARY);
    }

    @Test
    void errorsStandInTheCellsOfTheirValuesAndCompoundsNameTheRows(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        assertThat(grid.model().all().stream().map(GridColumn::key))
                .contains("T", "diffusion_coefficient", "band_gap")
                .doesNotContain("diffusion_coefficient_stderr", "compound");
        assertThat(grid.model().name(0)).isEqualTo("Li3OCl");
        GridColumn d = grid.model().all().get(column(grid, "diffusion_coefficient"));
        assertThat(d.unit()).isEqualTo("10⁻⁵ cm²/s");
        assertThat(d.spread().orElseThrow().present()).isEqualTo(3);
    }

    @Test
    void aClickOnAHeadSortsFallingThenRisingThenNotAndMissingComesLast(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        clickHead(robot, grid, "diffusion_coefficient");
        assertThat(names(grid)).containsExactly("c/500K", "a/600K", "a/400K", "b/500K");
        clickHead(robot, grid, "diffusion_coefficient");
        assertThat(names(grid)).containsExactly("a/400K", "a/600K", "c/500K", "b/500K");
        clickHead(robot, grid, "diffusion_coefficient");
        assertThat(names(grid)).containsExactly("a/400K", "a/600K", "b/500K", "c/500K");
    }

    @Test
    void typingIntoACellReplacesItAndUndoBringsItBack(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        click(robot, grid, 3, "band_gap");
        robot.write("2.9").type(KeyCode.ENTER);
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().number(3))
                .isEqualTo(2.9);
        assertThat(sheets.shown().sheet().typed(3, "band_gap")).isTrue();
        robot.interact(workbench.undo()::undo);
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().has(3))
                .isFalse();
    }

    @Test
    void escapeLeavesACellAsItWasAndDeleteEmptiesIt(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        click(robot, grid, 0, "band_gap");
        robot.write("7").type(KeyCode.ESCAPE);
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().number(0))
                .isEqualTo(5.1);
        click(robot, grid, 0, "band_gap");
        robot.type(KeyCode.DELETE);
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().has(0))
                .isFalse();
    }

    @Test
    void whatIsFoundGroupedOrFilteredIsWhatIsShown(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        robot.interact(
                () -> robot.lookup("#find-in-table").queryAs(TextField.class).setText("agi"));
        assertThat(names(grid)).containsExactly("c/500K");
        robot.interact(
                () -> robot.lookup("#find-in-table").queryAs(TextField.class).clear());
        robot.interact(() -> sheets.addCondition("family=Li"));
        assertThat(names(grid)).containsExactly("a/400K", "a/600K");
        robot.interact(() -> sheets.setConditions(List.of("T>1000")));
        assertThat(robot.lookup("#grid").tryQuery())
                .as("an empty grid is said in words")
                .isEmpty();
        robot.clickOn("Show all rows");
        assertThat(names(grid)).hasSize(4);
    }

    @Test
    void selectedRowsAreCountedExcludedAndCopiedWithTheirHeads(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        for (int line : List.of(0, 1)) {
            robot.clickOn(
                    grid.localToScreen(17, 0).getX(),
                    grid.localToScreen(grid.boundsOf(line, 0)).getCenterY(),
                    MouseButton.PRIMARY);
        }
        assertThat(robot.lookup("#rows-selected").queryAs(Label.class).getText())
                .isEqualTo("2 rows selected");
        robot.clickOn("Copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].split("\n")).hasSize(3);
        assertThat(copied[0]).startsWith("run\tT [K]").contains("a/600K\t600");
        robot.clickOn("Exclude");
        assertThat(sheets.shown().counted()).containsExactly(2, 3);
        assertThat(robot.lookup("Include").queryAs(Button.class)).isNotNull();
    }

    @Test
    void pastingASpreadsheetsCellsFillsABlock(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        click(robot, grid, 2, "diffusion_coefficient");
        robot.interact(() -> GridKeys.put("3e-7\t8.5\n2.5e-5\t2.8\n"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        assertThat(sheets.shown()
                        .table()
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .number(2))
                .isEqualTo(3e-7);
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().number(3))
                .isEqualTo(2.8);
    }

    @Test
    void theCardOfACellTellsValueErrorAndOrigin(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        GridColumn d = grid.model().all().get(column(grid, "diffusion_coefficient"));
        assertThat(CellCard.headline(grid.model(), 1, d)).isEqualTo("D = (4.00 ± 0.30) × 10⁻⁶ cm²/s");
        assertThat(CellCard.headline(grid.model(), 2, d)).isEqualTo("D is missing");
        assertThat(CellCard.facts(grid.model(), 1, d))
                .extracting(CellCard.Fact::text)
                .contains("read from the table small");
    }

    @Test
    void numbersAreWrittenAsTheirErrorsAllow() {
        NumberFormatOf format = NumberFormatOf.of(new double[] {1.234e-5, 4.5e-6}, new double[] {2e-7, 1e-7});
        assertThat(format.exponent()).isEqualTo(-5);
        assertThat(format.value(1.234e-5)).isEqualTo("1.23");
        assertThat(format.error(2e-7)).isEqualTo("0.02");
        assertThat(NumberFormatOf.of(new double[] {7, 12}, new double[0]).value(12))
                .isEqualTo("12");
        assertThat(Double.parseDouble(new NumberFormatOf(0, 2).value(0.0031).replace('−', '-')))
                .as("a small value keeps its figures")
                .isCloseTo(0.0031, within(1e-12));
        assertThat(new NumberFormatOf(0, 1).value(-0.0)).isEqualTo("0.0");
        assertThat(new NumberFormatOf(0, 2).value(9.96e-4))
                .as("what rounds up to ten takes the next power")
                .isEqualTo("1.0·10⁻³");
    }

    @Test
    void heatFollowsTheValueItsLogarithmOrItsRank() {
        double[] decades = {1e-9, 1e-8, 1e-7, 1e-6, 1e-5};
        GridColumn.Spread spread = columnOf(decades).measure();
        assertThat(spread.share(1e-7, TableLook.Heat.LINEAR)).isLessThan(0.02);
        assertThat(spread.share(1e-7, TableLook.Heat.LOG)).isCloseTo(0.5, within(1e-12));
        assertThat(spread.share(1e-8, TableLook.Heat.RANK)).isCloseTo(0.25, within(1e-12));
        assertThat(columnOf(new double[] {1, 2, 2, 9}).measure().share(2, TableLook.Heat.RANK))
                .as("values that are alike share the middle of their ranks")
                .isCloseTo(0.5, within(1e-12));
        assertThat(columnOf(new double[] {-5, 0, 5}).measure().share(0, TableLook.Heat.LOG))
                .as("without a logarithm colours follow the value")
                .isCloseTo(0.5, within(1e-12));
    }

    private static GridColumn columnOf(double[] values) {
        NumberColumn column = new NumberColumn("x", "", values);
        return new GridColumn(
                column,
                Catalogue.all().describe(column),
                Optional.empty(),
                IntStream.range(0, values.length).toArray());
    }

    @Test
    void aLongColumnIsMeasuredAwayFromTheWindow() {
        GridColumn column = columnOf(IntStream.range(0, 5000).asDoubleStream().toArray());
        assertThat(column.spread()).isEmpty();
        column.measured(column.measure());
        assertThat(column.spread().orElseThrow().mean()).isCloseTo(2499.5, within(1e-9));
    }

    @Test
    void aLookKeptByAnEarlierVersionIsStillUnderstood() {
        assertThat(TableLook.ofJson(TableLook.FIRST.json().replace("LINEAR", "ON")))
                .contains(TableLook.FIRST);
    }

    @Test
    void theRowsShownAreWrittenToAFile(FxRobot robot) throws Exception {
        grid(robot);
        robot.interact(() -> sheets.addCondition("family=Li"));
        Path file = Files.createTempDirectory("export").resolve("lithium.csv");
        TableFiles files =
                new TableFiles(workbench, sheets, robot.lookup("#grid").query());
        files.write(file).join();
        assertThat(TableCsv.read(file).table().rowNames()).containsExactly("a/400K", "a/600K");
    }

    @Test
    void theCardOfATypedCellLeadsBackToWhatWasRead(FxRobot robot) throws TimeoutException {
        GridView grid = grid(robot);
        click(robot, grid, 0, "band_gap");
        robot.write("4.4").type(KeyCode.ENTER);
        robot.type(KeyCode.UP).press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        robot.clickOn("Where it came from");
        robot.clickOn("Revert");
        assertThat(sheets.shown().table().column("band_gap").orElseThrow().number(0))
                .isEqualTo(5.1);
    }
}
