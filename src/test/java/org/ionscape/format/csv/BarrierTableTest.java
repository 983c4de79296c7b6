package org.ionscape.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.junit.jupiter.api.Test;

/** The second sample: barriers in anti-perovskites. */
class BarrierTableTest {
    private static final Path FOLDER = Path.of("sample-data/antiperovskites");

    private static Table table(String file) {
        TableCsv.Read read = TableCsv.read(FOLDER.resolve(file));
        assertThat(read.problems()).isEmpty();
        return read.table();
    }

    @Test
    void itsColumnsAreDescriptorsOfTheStudyWithTheirUnits() {
        Table paths = table("barriers.csv");
        assertThat(paths.numbers())
                .hasSizeGreaterThan(20)
                .allSatisfy(column -> assertThat(
                                Catalogue.kim().of(column.key()).orElseThrow().unit())
                        .as(column.key())
                        .isEqualTo(column.unit()));
    }

    @Test
    void everyPathHasABarrierAndPlausibleSurroundings() {
        Table paths = table("barriers.csv");
        for (int row = 0; row < paths.rowCount(); row++) {
            String path = paths.rowNames().get(row);
            assertThat(value(paths, "E_a", row)).as(path).isPositive();
            assertThat(value(paths, "CCD", row)).as(path).isBetween(2.0, 6.5);
            assertThat(value(paths, "PF_A", row)).as(path).isBetween(0.1, 1.0);
            assertThat(value(paths, "B", row)).as(path).isPositive();
            // what is free along the whole path is free at its ends
            assertThat(value(paths, "PW", row))
                    .as(path)
                    .isLessThanOrEqualTo(Math.min(value(paths, "PW_c", row), value(paths, "PW_2c", row)) + 1e-6);
        }
    }

    @Test
    void allThirtySixCompoundsWereTriedAndTheLatticesAreThoseMeasured() {
        Table crystals = table("structures.csv");
        assertThat(crystals.rowNames()).hasSize(36).doesNotHaveDuplicates();
        // measured lattice constants at room temperature; rigid ions at rest are a little smaller
        Object[][] measured = {{"Li3OCl", 3.907}, {"Li3OBr", 4.02}, {"Na3OCl", 4.50}, {"Na3OBr", 4.57}, {"Na3OI", 4.71}
        };
        for (Object[] crystal : measured) {
            int row = crystals.rowNames().indexOf(crystal[0]);
            assertThat(value(crystals, "a_A", row) / (double) crystal[1])
                    .as((String) crystal[0])
                    .isBetween(0.98, 1.01);
        }
    }

    private static double value(Table table, String key, int row) {
        return table.column(key)
                .map(Column::asNumbers)
                .orElseThrow()
                .orElseThrow()
                .number(row);
    }
}
