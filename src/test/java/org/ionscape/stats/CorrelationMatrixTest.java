package org.ionscape.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationMatrixTest {
    private static final double[] X = {2.1, 3.4, 0.3, 5.5, 4.1, 9.2, 7.7};
    private static final double[] Y = {1.0, 2.2, 0.9, 2.0, 5.5, 4.9, 7.1};

    private static Correlations of(CorrelationMethod method, PValue pValue, int threads, double[]... columns) {
        try (ComputeService service = new ComputeService(threads)) {
            return CorrelationMatrix.of(columns, method, pValue, 7, service, Progress.NONE);
        }
    }

    private static Correlations of(CorrelationMethod method, double[]... columns) {
        return of(method, PValue.T, 2, columns);
    }

    /** The cases give two rows of Pearson's r the p that SciPy prints, 1; here it is undefined, and so q differs there. */
    @ParameterizedTest
    @CsvSource({
        "edge, PEARSON",
        "edge, SPEARMAN",
        "missing, PEARSON",
        "missing, SPEARMAN",
        "wine, PEARSON",
        "wine, SPEARMAN"
    })
    void agreesWithSciPy(String name, CorrelationMethod method) {
        double[][] columns = Cases.columns(name);
        JsonNode values = Cases.expected(name).get("values");
        Correlations got = of(method, columns);
        boolean pairsOfTwo = name.equals("edge") && method == CorrelationMethod.PEARSON;
        int k = 0;
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++, k++) {
                JsonNode n = values.get("n_pair");
                assertThat(got.n()[i][j]).isEqualTo(n.isArray() ? n.get(k).asInt() : n.asInt());
                assertClose(got.r()[i][j], values.get(method.label() + "_r").get(k), 1e-9, 0);
                if (got.n()[i][j] > 2) {
                    assertClose(got.p()[i][j], values.get(method.label() + "_p").get(k), 1e-12, 1e-6);
                    if (!pairsOfTwo) {
                        assertClose(
                                got.q()[i][j],
                                values.get(method.label() + "_q_bh").get(k),
                                1e-12,
                                1e-6);
                    }
                } else {
                    assertThat(got.p()[i][j]).isNaN();
                }
            }
        }
    }

    private static void assertClose(double got, JsonNode want, double absolute, double relative) {
        if (want.isNull()) {
            assertThat(got).isNaN();
        } else {
            assertThat(got).isCloseTo(want.asDouble(), within(absolute + relative * Math.abs(want.asDouble())));
        }
    }

    /** scipy.stats.kendalltau(method="asymptotic"). */
    @Test
    void kendallCorrectsForTies() {
        Correlations got = of(CorrelationMethod.KENDALL, new double[] {12, 2, 1, 12, 2, 7, 3, 3, 9, 5}, new double[] {
            1, 4, 7, 1, 0, 3, 8, 3, 2, 6
        });
        assertThat(got.r()[0][1]).isCloseTo(-0.4470897650682611, within(1e-14));
        assertThat(got.p()[0][1]).isCloseTo(0.08300826144501976, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void pairsOfAFastSumAreThoseOfTheDefinition(CorrelationMethod method) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[9][131];
        for (double[] column : columns) {
            double lost = random.nextDouble() * 0.5;
            double step = random.nextDouble() < 0.5 ? 0.3 : 1e-9;
            for (int row = 0; row < column.length; row++) {
                double value = 1e3 + step * Math.rint((random.nextGaussian() + 0.01 * row) / step);
                column[row] = random.nextDouble() < lost ? Double.NaN : value;
            }
        }
        Correlations together = of(method, columns);
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++) {
                double[][] both = PearsonKernel.both(Sample.of(columns[i]), Sample.of(columns[j]));
                Correlations alone = of(method, both[0], both[1]);
                assertThat(together.r()[i][j]).isCloseTo(alone.r()[0][1], within(1e-12));
                assertThat(together.p()[i][j]).isCloseTo(alone.p()[0][1], within(1e-10));
                assertThat(together.n()[i][j]).isEqualTo(both[0].length);
                assertThat(together.r()[j][i]).isEqualTo(together.r()[i][j]);
            }
        }
    }

    @Test
    void anOffsetOrAScaleChangesNothing() {
        double[] shifted = new double[X.length];
        double[] tiny = new double[X.length];
        double[] huge = new double[X.length];
        for (int k = 0; k < X.length; k++) {
            shifted[k] = 1e8 + X[k];
            tiny[k] = 1e-300 * X[k];
            huge[k] = -1e300 * X[k];
        }
        double[][] r = of(CorrelationMethod.PEARSON, X, shifted, tiny, huge, Y).r();
        assertThat(r[1][4]).isCloseTo(r[0][4], within(1e-8)); // 1e8 + x keeps eight digits of x
        assertThat(r[2][4]).isCloseTo(r[0][4], within(1e-14));
        assertThat(r[3][4]).isCloseTo(-r[0][4], within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void aColumnThatIsConstantOnTheRowsOfThePairIsUndefined(CorrelationMethod method) {
        double none = Double.NaN;
        double[] constantWhereOtherIs = {5, 5, 5, 5, 5, 5, 9};
        double[] other = {1, 2, 3, 4, 5, 6, none};
        double[] rounding = {0.3, 0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3, 0.3};
        double[] infinite = {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6, 7};
        Correlations got = of(method, constantWhereOtherIs, other, rounding, infinite);
        assertThat(got.r()[0][1]).isNaN();
        assertThat(got.p()[0][1]).isNaN();
        assertThat(got.q()[0][1]).isNaN();
        assertThat(got.r()[2][2]).isNaN();
        assertThat(got.r()[2][3]).isNaN();
        assertThat(got.n()[1][3]).isEqualTo(5);
        assertThat(got.r()[1][3]).isEqualTo(1);
    }

    /** SciPy: kendalltau(method="exact"), spearmanr over all pairings; Pearson: 295 of the 5040 orders, counted by NumPy. */
    @ParameterizedTest
    @CsvSource({"KENDALL, 0.06904761904761905", "SPEARMAN, 0.06626984126984127", "PEARSON, 0.05853174603174603"})
    void exactPCountsAllOrders(CorrelationMethod method, double p) {
        assertThat(of(method, PValue.EXACT, 1, X, Y).p()[0][1]).isCloseTo(p, within(1e-12));
    }

    @Test
    void exactPKnowsTies() {
        double[] x = {1, 1, 2, 3, 3, 4, 5};
        double[] y = {2, 1, 2, 2, 4, 3, 4};
        assertThat(of(CorrelationMethod.KENDALL, PValue.EXACT, 1, x, y).p()[0][1])
                .isCloseTo(168 / 5040.0, within(1e-12)); // counted by NumPy over all orders
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void permutationComesNearTheExactPAndDoesNotDependOnThreads(CorrelationMethod method) {
        double exact = of(method, PValue.EXACT, 1, X, Y).p()[0][1];
        double[][] one = of(method, PValue.PERMUTATION, 1, X, Y, X).p();
        double[][] three = of(method, PValue.PERMUTATION, 3, X, Y, X).p();
        // the standard deviation of 9999 draws at p = 0.06 is 0.0024
        assertThat(one[0][1]).isCloseTo(exact, within(0.0095));
        assertThat(one).isDeepEqualTo(three);
        assertThat(one[0][1]).isNotEqualTo(one[1][2]);
    }

    /** With α = 0.05 and no effect at all, the least q of a table falls below it in about 5 % of tables. */
    @Test
    void falseDiscoveriesAreAsRareAsQSays() {
        SplittableRandom random = new SplittableRandom(11);
        int found = 0;
        try (ComputeService service = new ComputeService(1)) {
            for (int table = 0; table < 400; table++) {
                double[][] columns = new double[5][20];
                for (double[] column : columns) {
                    for (int row = 0; row < column.length; row++) {
                        column[row] = random.nextGaussian();
                    }
                }
                double[][] q = CorrelationMatrix.of(
                                columns, CorrelationMethod.PEARSON, PValue.T, 0, service, Progress.NONE)
                        .q();
                boolean any = false;
                for (int i = 0; i < 5; i++) {
                    for (int j = i + 1; j < 5; j++) {
                        any |= q[i][j] < 0.05;
                    }
                }
                found += any ? 1 : 0;
            }
        }
        assertThat(found).isBetween(8, 34); // 20 expected, three standard deviations
    }

    @Test
    void aTableTooWideForItsMatricesIsRefusedInASentence() {
        assertThatThrownBy(() -> of(CorrelationMethod.PEARSON, PValue.T, 1, new double[300_000][0]))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("300000 columns")
                .hasMessageContaining("choose fewer");
    }
}
