package org.ionscape.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.RowFilter.BadFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {
    private static final Table TABLE = new Table(
            "run",
            List.of("a", "b", "c", "d"),
            List.of(
                    new NumberColumn("T", "K", new double[] {300, 500, 600, Double.NaN}),
                    new TextColumn("family", List.of("Li", "Ag/Cu", "Li", "")),
                    new NumberColumn("diffusion_coefficient", "cm2/s", new double[] {-1e-7, 1e-6, 2e-5, 3})));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "T>=400 and T<=600 and family=Li;c",
                "T < 400 or T == 600;a,c",
                "not (T=500);a,c,d",
                "family != Li;b",
                "family='Ag/Cu';b",
                "NOT family=Li AND D>=0;b,d",
                "D > -1e-6 and D < 0;a",
                "run=b or run=d;b,d",
                "T!=500;a,c",
                "family=Li or family=\"Ag/Cu\" and T>500;a,c"
            })
    void choosesRows(String condition, String expected) {
        assertThat(String.join(",", TABLE.where(RowFilter.parse(condition)).rowNames()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "T>",
                "T>=",
                "T>1 and",
                "(T>1",
                "T>1)",
                "T ~ 1",
                "family='Li",
                "temperature>1",
                "T>warm",
                "family>Li",
                "and",
                "T>1 family=Li"
            })
    void refusesWhatItCannotReadWithASentence(String condition) {
        assertThatThrownBy(() -> TABLE.where(RowFilter.parse(condition)))
                .isInstanceOf(BadFilter.class)
                .hasMessageMatching("(?s).{20,}");
    }

    @Test
    void aNameThatMeansTwoColumnsIsAClash() {
        Table clash = TABLE.with(new NumberColumn("D", "m2/s", new double[4]));
        assertThatThrownBy(() -> clash.where(RowFilter.parse("D>0")))
                .hasMessageContaining("diffusion_coefficient")
                .isInstanceOf(Catalogue.AmbiguousName.class);
    }
}
