package org.ionscape.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Table TABLE = new Table(
            "run",
            List.of("a", "b", "c"),
            List.of(
                    new NumberColumn("diffusion_coefficient", "cm2/s", new double[] {1e-6, Double.NaN, 0}),
                    new NumberColumn("x y", "", new double[] {2, 3, 4}),
                    new TextColumn("family", List.of("Li", "Na", "O"))));

    @ParameterizedTest
    @CsvSource({
        "1 + 2*3,7",
        "-2^2,-4",
        "2^3^2,512",
        "(1+2)*3,9",
        "8/4/2,1",
        "1-2-3,-4",
        "2e-1*5,1",
        "sqrt(16)+abs(-1),5",
        "log10(D),-6",
        "\"x y\"^2,4",
        "exp(ln(3)),3",
        "-\"x y\",-2",
        ".5+1.,1.5",
        "1e+2,100"
    })
    void computesAsOneReadsIt(String text, double expected) {
        assertThat(Expression.column("new", "", text, TABLE).values()[0]).isCloseTo(expected, within(1e-15 * 600));
    }

    @Test
    void whatHasNoFiniteValueIsMissing() {
        assertThat(Expression.column("new", "", "log10(D)", TABLE).values())
                .containsExactly(-6, Double.NaN, Double.NaN);
        assertThat(Expression.column("new", "", "1/(D-D)", TABLE).values()).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1+", "(1", "1)", "sin(1)", "family+1", "nothing", "1 2", "'x y", "1..2", "*2"})
    void refusesWhatItCannotReadWithASentence(String text) {
        assertThatThrownBy(() -> Expression.column("new", "", text, TABLE))
                .isInstanceOf(Expression.BadExpression.class)
                .hasMessageMatching("(?s).{20,}");
    }
}
