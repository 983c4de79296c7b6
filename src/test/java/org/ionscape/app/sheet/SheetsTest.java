package org.ionscape.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ionscape.app.ProjectStore;
import org.ionscape.app.RunEngine;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Workbench;
import org.ionscape.compute.ComputeService;
import org.ionscape.format.scan.Layouts;
import org.ionscape.table.Expression;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a project without a window: the test's thread plays the window's. */
@Timeout(60)
class SheetsTest {
    private static final List<Integer> TEMPERATURES = List.of(400, 500, 700);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private Workbench workbench;
    private Sheets sheets;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        for (int kelvin : TEMPERATURES) {
            Path run =
                    Layouts.run(folder.resolve("runs/Li-based/Li2PS3/AIMD/stoichiometric/" + kelvin + "K"), 1, kelvin);
            Layouts.write(run.resolve("XDATCAR"), Layouts.xdatcar(Layouts.walk(kelvin, 200), 10));
        }
        reopen();
        workbench.scans().add(List.of(folder.resolve("runs")));
        // that runs were added, which can be undone, is told last
        until(() -> sheets.shown().sheet().rows().size() == TEMPERATURES.size()
                && workbench.undo().undoLabelProperty().get().startsWith("Add"));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private void reopen() {
        workbench = new Workbench(new ComputeService(2), new RunEngine(), window::add);
        sheets = new Sheets(workbench);
        workbench.open(ProjectStore.at(folder.resolve("test.ionscape")));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable work = window.poll(30, TimeUnit.SECONDS);
            assertThat(work)
                    .as("the window waits for something that does not come")
                    .isNotNull();
            work.run();
        }
    }

    private void analyse() throws InterruptedException {
        workbench.analyse(workbench.runs());
        until(() -> workbench.runs().stream().allMatch(r -> r.status() == RunStatus.DONE));
        until(() -> sheets.shown()
                        .table()
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .present()
                == 3);
    }

    private RunItem run(int kelvin) {
        return workbench.runs().stream()
                .filter(r -> r.temperatureK().orElseThrow() == kelvin)
                .findFirst()
                .orElseThrow();
    }

    private static Table shownTable(Sheets sheets) {
        return sheets.shown().table();
    }

    @Test
    void aRunHasARowBeforeItIsAnalysedAndItsNumbersAfter() throws InterruptedException {
        assertThat(shownTable(sheets).column("T").orElseThrow().number(0)).isEqualTo(400);
        assertThat(shownTable(sheets)
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .present())
                .isZero();
        analyse();
        double d = run(500).result().orElseThrow().diffusion().get("Li").dCm2PerS();
        assertThat(shownTable(sheets)
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .number(1))
                .isEqualTo(d);
        Sheet sheet = sheets.shown().sheet();
        assertThat(sheet.origin(1, "diffusion_coefficient").orElseThrow().source())
                .contains("MSD of Li");
        assertThat(sheet.stderr(1, "diffusion_coefficient")).isPresent();
    }

    @Test
    void conditionsNarrowWhatIsShownAndABadOneChangesNothing() {
        sheets.setConditions(List.of("T>=450", "family=Li"));
        assertThat(shownTable(sheets).column("T").orElseThrow().number(0)).isEqualTo(500);
        assertThat(shownTable(sheets).rowCount()).isEqualTo(2);
        assertThatThrownBy(() -> sheets.addCondition("nothing>3")).isInstanceOf(RowFilter.BadFilter.class);
        assertThat(sheets.shown().conditions()).containsExactly("T>=450", "family=Li");
    }

    @Test
    void aTypedValueStandsOverTheComputedOneIsKeptAndCanBeUndone() throws InterruptedException {
        analyse();
        double computed =
                shownTable(sheets).column("diffusion_coefficient").orElseThrow().number(0);
        String key = sheets.shown().key(0);
        sheets.edits().type(Map.of(key, Map.of("diffusion_coefficient", "2.5e-6", "band_gap", "3.1")));
        assertThat(shownTable(sheets)
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .number(0))
                .isEqualTo(2.5e-6);
        assertThat(shownTable(sheets).column("band_gap").orElseThrow().number(0))
                .isEqualTo(3.1);
        assertThat(sheets.shown().sheet().typed(0, "band_gap")).isTrue();
        assertThat(sheets.shown().sheet().stderr(0, "diffusion_coefficient"))
                .as("the error of the computed value is not that of the typed one")
                .isEmpty();
        workbench.close();
        window.clear();
        reopen();
        until(() -> sheets.shown().sheet().rows().size() == 3
                && shownTable(sheets).column("band_gap").orElseThrow().present() == 1);
        sheets.edits()
                .revert(
                        key,
                        "diffusion_coefficient",
                        sheets.shown().sheet().past(0, "diffusion_coefficient").getFirst());
        until(() ->
                shownTable(sheets).column("diffusion_coefficient").orElseThrow().number(0) == computed);
        workbench.undo().undo();
        assertThat(shownTable(sheets)
                        .column("diffusion_coefficient")
                        .orElseThrow()
                        .number(0))
                .isEqualTo(2.5e-6);
    }

    @Test
    void aColumnOfNumbersRefusesWords() {
        String key = sheets.shown().key(0);
        assertThatThrownBy(() -> sheets.edits().type(Map.of(key, Map.of("band_gap", "three"))))
                .hasMessageContaining("“three” is no number");
        assertThat(shownTable(sheets).column("band_gap").orElseThrow().present())
                .isZero();
    }

    @Test
    void aDerivedColumnFollowsItsSourcesAndCannotTakeAnothersName() {
        sheets.edits().derive("beta", "1/K", "1/T");
        assertThat(shownTable(sheets).column("beta").orElseThrow().number(2)).isCloseTo(1 / 700.0, within(1e-15));
        sheets.edits().type(Map.of(sheets.shown().key(2), Map.of("T", "1000")));
        assertThat(shownTable(sheets).column("beta").orElseThrow().number(2)).isCloseTo(1e-3, within(1e-15));
        assertThatThrownBy(() -> sheets.edits().derive("T", "K", "2*T")).hasMessageContaining("already");
        assertThatThrownBy(() -> sheets.edits().derive("x", "", "2*nothing"))
                .isInstanceOf(Expression.BadExpression.class);
    }

    @Test
    void rowsAndRunsAreOneSelection() {
        sheets.selection().select(List.of(sheets.shown().key(1), sheets.shown().key(2)));
        assertThat(workbench.selection()).containsExactly(run(500), run(700));
        workbench.select(List.of(run(400)));
        assertThat(sheets.selection().keys()).containsExactly(sheets.shown().key(0));
        workbench.selectCompound("Li2PS3");
        assertThat(sheets.selection().keys()).hasSize(3);
        workbench.select(List.of());
        assertThat(sheets.selection().keys()).isEmpty();
    }

    @Test
    void anExcludedRunIsShownButDoesNotCount() throws InterruptedException {
        sheets.edits().include(List.of(sheets.shown().key(1)), Sheet.Inclusion.EXCLUDED);
        assertThat(run(500).excluded()).isTrue();
        until(() -> sheets.shown().counted().length == 2);
        assertThat(shownTable(sheets).rowCount()).isEqualTo(3);
        workbench.undo().undo();
        until(() -> sheets.shown().counted().length == 3);
    }

    @Test
    void materialsAreMeansOverAWindowOfTemperature() throws InterruptedException {
        analyse();
        double mean = (shownTable(sheets).column("msd").orElseThrow().number(0)
                        + shownTable(sheets).column("msd").orElseThrow().number(1))
                / 2;
        sheets.show(Sheets.MATERIALS);
        assertThat(shownTable(sheets).rowNames()).containsExactly("Li2PS3");
        assertThat(shownTable(sheets).column("msd").orElseThrow().number(0)).isCloseTo(mean, within(1e-12));
        sheets.selection().select(List.of(sheets.shown().key(0)));
        assertThat(workbench.selection()).containsExactly(run(400), run(500));
        sheets.setMaterialWindowK(0, 1000);
        assertThat(sheets.shown().sheet().rows().getFirst().runs()).hasSize(3);
    }

    @Test
    void anImportedTableIsKeptItsRowsKnowTheirRunsAndItCanBeUndone() throws InterruptedException, IOException {
        Path csv = Files.writeString(
                folder.resolve("published.csv"),
                "run,family,T [K],E_a [eV]\nLi2PS3/AIMD/stoichiometric/500K,Li,500,0.3\nelsewhere/900K,Li,900,0.2\n");
        sheets.importFile(csv);
        until(() -> sheets.shown().sheet().name().equals("published"));
        sheets.selection().select(List.of(sheets.shown().key(0)));
        assertThat(workbench.selection()).containsExactly(run(500));
        sheets.selection().select(List.of(sheets.shown().key(1)));
        assertThat(workbench.selection()).isEmpty();
        assertThat(sheets.selection().keys()).containsExactly("elsewhere/900K");
        sheets.edits().include(List.of("elsewhere/900K"), Sheet.Inclusion.EXCLUDED);
        assertThat(sheets.shown().countedTable().rowNames()).hasSize(1);
        Files.delete(csv);
        workbench.close();
        window.clear();
        reopen();
        until(() -> sheets.shown().sheet().name().equals("published"));
        assertThat(sheets.shown().counted()).containsExactly(0);
        sheets.remove("published");
        assertThat(sheets.names()).containsExactly(Sheets.RUNS, Sheets.MATERIALS);
        workbench.undo().undo();
        assertThat(sheets.names()).contains("published");
    }

    @Test
    void aNamedSelectionIsKept() {
        sheets.selection().select(List.of(sheets.shown().key(0)));
        sheets.edits().nameSelection("fast", sheets.selection().keys());
        assertThat(sheets.shown().sheet().changes().selections())
                .containsEntry("fast", List.of(sheets.shown().key(0)));
        sheets.edits().forgetSelection("fast");
        assertThat(sheets.shown().sheet().changes().selections()).isEmpty();
    }

    @Test
    void tablesThatComeWithSamplesAreReadOnceAndTheLastIsLookedAt() throws InterruptedException, IOException {
        Path first = Files.writeString(folder.resolve("barriers.csv"), "path,E_a [eV]\na,0.3\n");
        Path second = Files.writeString(folder.resolve("descriptors.csv"), "run,T [K]\nx,300\n");
        SequencedMap<String, Path> files = new LinkedHashMap<>();
        files.put("barriers", first);
        files.put("absent", folder.resolve("absent.csv"));
        files.put("all runs", second);
        sheets.importMissing(files);
        until(() -> sheets.shown().sheet().name().equals("all runs"));
        sheets.importMissing(files);
        assertThat(sheets.names()).containsExactly(Sheets.RUNS, Sheets.MATERIALS, "barriers", "all runs");
        assertThat(workbench.undo().undoLabelProperty().get()).doesNotStartWith("Import");
    }

    @Test
    void aTableImportedWhileTheProjectIsStillBeingReadIsKept() throws InterruptedException, IOException {
        Path csv = Files.writeString(folder.resolve("early.csv"), "run,T [K]\nx,300\n");
        workbench.close();
        window.clear();
        reopen();
        sheets.importFile(csv).join();
        until(() -> sheets.shown().sheet().name().equals("early"));
        until(window::isEmpty);
        assertThat(sheets.shown().table().column("T").orElseThrow().number(0)).isEqualTo(300);
    }

    @Test
    void aCellRemembersWhatItHeldAndCanGoBackToIt() throws InterruptedException {
        String row = sheets.shown().key(0);
        sheets.edits().type(Map.of(row, Map.of("band_gap", "5.1")));
        sheets.edits().type(Map.of(row, Map.of("band_gap", "5.3")));
        assertThat(sheets.shown().sheet().past(0, "band_gap"))
                .extracting(Sheet.Past::text)
                .containsExactly("", "5.1", "5.3");
        sheets.edits()
                .revert(
                        row,
                        "band_gap",
                        sheets.shown().sheet().past(0, "band_gap").get(1));
        assertThat(shownTable(sheets).column("band_gap").orElseThrow().number(0))
                .isEqualTo(5.1);
        sheets.edits()
                .revert(
                        row,
                        "band_gap",
                        sheets.shown().sheet().past(0, "band_gap").getFirst());
        assertThat(sheets.shown().sheet().typed(0, "band_gap")).isFalse();
        workbench.close();
        window.clear();
        reopen();
        until(() -> sheets.shown().sheet().rows().size() == TEMPERATURES.size()
                && sheets.shown().sheet().past(0, "band_gap").size() == 5);
        assertThat(sheets.shown().sheet().past(0, "band_gap").get(2).when()).isPresent();
    }
}
