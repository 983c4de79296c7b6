package org.ionscape.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.elastic.ElasticTensor;
import org.ionscape.format.csv.Stiffness;
import org.ionscape.format.csv.StiffnessFile;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;

/** The table of all sample runs: free of what cannot be, and what the shipped runs give. */
class SampleDatabaseTest {
    private static final Path SAMPLES = Path.of("sample-data");

    private static Table table(String file) {
        return TableCsv.read(SAMPLES.resolve(file)).table();
    }

    private static Column column(Table table, String key) {
        return table.column(key).orElseThrow();
    }

    @Test
    void shippedRunsExtractToTheirRows() {
        Table all = table("runs.csv");
        AnalysisSettings settings = AnalysisSettings.of(Preset.RECOMMENDED);
        List<RunInfo> runs = RunScanner.scan(List.of(SAMPLES), Progress.NONE).runs();
        List<DescriptorRow> rows;
        try (ComputeService service = ComputeService.ofMachine()) {
            List<Callable<DescriptorRow>> tasks = new ArrayList<>();
            for (RunInfo run : runs) {
                String name = SAMPLES.relativize(run.path()).toString().replace('\\', '/');
                tasks.add(() ->
                        DescriptorRow.of(name, RunAnalyser.analyse(run, settings, Progress.NONE), "for this test"));
            }
            rows = service.parallel(tasks);
        }
        Table again = DescriptorTable.ofRuns(rows);
        assertThat(again.rowNames()).hasSizeGreaterThanOrEqualTo(10).isSubsetOf(all.rowNames());
        for (int row = 0; row < again.rowCount(); row++) {
            int there = all.rowNames().indexOf(again.rowNames().get(row));
            for (Column column : again.columns()) {
                Column shipped = column(all, column.key());
                String where = again.rowNames().get(row) + " " + column.key();
                assertThat(shipped.has(there)).as(where).isEqualTo(column.has(row));
                if (column.asNumbers().isEmpty()) {
                    assertThat(shipped.text(there)).as(where).isEqualTo(column.text(row));
                } else if (column.has(row)) {
                    // other processors may round sines and exponentials otherwise in the last places
                    assertThat(shipped.number(there))
                            .as(where)
                            .isCloseTo(column.number(row), within(1e-9 * Math.abs(column.number(row)) + 1e-15));
                }
            }
        }
    }

    @Test
    void noValueIsImpossible() {
        Table all = table("runs.csv");
        assertThat(all.rowCount()).isGreaterThanOrEqualTo(150);
        Column d = column(all, "diffusion_coefficient");
        Column error = column(all, "diffusion_coefficient_stderr");
        for (int row = 0; row < all.rowCount(); row++) {
            String run = all.rowNames().get(row);
            if (d.has(row)) {
                assertThat(d.number(row)).as(run).isGreaterThan(-2 * error.number(row));
            }
            for (String group : List.of("", "_framework", "_mobile")) {
                assertThat(column(all, "s_vib" + group).number(row)).as(run).isPositive();
                assertThat(column(all, "omega_mean" + group).number(row))
                        .as(run)
                        .isPositive();
                // k_B in meV/K: a classical oscillator holds no more
                assertThat(column(all, "c_v" + group).number(row)).as(run).isBetween(0.0, 0.0861734);
            }
            for (String modulus : List.of("bulk_modulus", "shear_modulus", "young_modulus", "v_transverse")) {
                Column c = column(all, modulus);
                assertThat(!c.has(row) || c.number(row) > 0)
                        .as(run + " " + modulus)
                        .isTrue();
            }
            // a crystal melts near 0.2; the framework of KCaF3 counts its fluorine, which begins to wander
            double melting = run.contains("/KCaF3/") ? 0.25 : 0.2;
            assertThat(column(all, "lindemann_ratio").number(row)).as(run).isBetween(0.01, melting);
        }
    }

    @Test
    void everyCrystalResistsEveryStrain() {
        StiffnessFile file = StiffnessFile.read(SAMPLES.resolve("elastic.csv"));
        assertThat(file.problems()).isEmpty();
        assertThat(file.crystals()).hasSizeGreaterThanOrEqualTo(30);
        for (Stiffness crystal : file.crystals()) {
            assertThat(new ElasticTensor(crystal.componentsGPa()).minEigenvalueGPa())
                    .as(crystal.name())
                    .isPositive();
        }
    }

    @Test
    void latticeConstantsAreThoseMeasuredWithinAFewPercent() {
        Table lattice = table("lattice.csv");
        Column deviation = column(lattice, "deviation_percent");
        for (int row = 0; row < lattice.rowCount(); row++) {
            assertThat(Math.abs(deviation.number(row)))
                    .as(lattice.rowNames().get(row))
                    .isLessThan(5);
        }
    }

    @Test
    void theCheckedRunsKeptTheirTemperatureAndTheirFramework() {
        Table checks = table("checks.csv");
        Table wanted = checks.where(org.ionscape.table.RowFilter.parse("accepted=yes"));
        Column kelvin = column(wanted, "T");
        Column mean = column(wanted, "mean_T");
        for (int row = 0; row < wanted.rowCount(); row++) {
            assertThat(mean.number(row) / kelvin.number(row)).isCloseTo(1, within(0.02));
            assertThat(column(wanted, "framework_lindemann").number(row)).isLessThan(0.2);
        }
    }
}
