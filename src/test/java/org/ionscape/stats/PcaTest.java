package org.ionscape.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcaTest {
    private static Pca of(double[][] columns, CorrelationMethod matrix) {
        try (ComputeService service = new ComputeService(2)) {
            return Pca.of(CompleteColumns.of(columns, MissingPolicy.MEDIAN), matrix, service, Progress.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SPEARMAN", "PEARSON"})
    void agreesWithNumPy(CorrelationMethod matrix) {
        JsonNode want = Cases.expected("pca_wine").get("values").get(matrix.label());
        Pca got = of(Cases.columns("pca_wine"), matrix);
        for (int k = 0; k < got.eigenvalues().length; k++) {
            assertThat(got.eigenvalues()[k])
                    .isCloseTo(want.get("eigenvalues").get(k).asDouble(), within(1e-9));
            assertThat(got.cumulative()[k])
                    .isCloseTo(want.get("cumulative").get(k).asDouble(), within(1e-9));
        }
        JsonNode vectors = want.get("eigenvectors_rows");
        for (int k = 0; k < vectors.size(); k++) {
            double tolerance =
                    Math.max(1e-8, 1e-9 / want.get("eigenvalue_gap").get(k).asDouble());
            for (int c = 0; c < got.vectors().length; c++) {
                assertThat(got.vectors()[k][c]).isCloseTo(vectors.get(k).get(c).asDouble(), within(tolerance));
            }
        }
        JsonNode scores = want.get("scores_first3");
        for (int row = 0; row < scores.size(); row++) {
            for (int k = 0; k < 3; k++) {
                assertThat(got.scores()[row][k])
                        .isCloseTo(scores.get(row).get(k).asDouble(), within(1e-6));
            }
        }
    }

    @Test
    void contributionsOfAComponentSumToOne() {
        for (double[] shares :
                of(Cases.columns("pca_wine"), CorrelationMethod.SPEARMAN).contributions()) {
            assertThat(java.util.Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void whatHoldsNothingOrOneValueIsLeftOutAndGapsBecomeMedians() {
        double none = Double.NaN;
        CompleteColumns data = CompleteColumns.of(
                new double[][] {{1, 2, none, 10}, {none, none, none, none}, {3, 3, none, 3}, {4, 3, 2, 1}},
                MissingPolicy.MEDIAN);
        assertThat(data.columns()).containsExactly(0, 3);
        assertThat(data.empty()).containsExactly(1);
        assertThat(data.constant()).containsExactly(2);
        assertThat(data.filled()).isEqualTo(1);
        assertThat(data.values()[0]).containsExactly(1, 2, 2, 10);
        assertThat(CompleteColumns.of(new double[][] {{1, none, 3}, {1, 2, 4}}, MissingPolicy.DROP_ROWS)
                        .rows())
                .containsExactly(0, 2);
        assertThat(CompleteColumns.of(new double[][] {{1, none, 3}, {1, 2, 4}}, MissingPolicy.DROP_COLUMNS)
                        .incomplete())
                .containsExactly(0);
    }

    @Test
    void tooLittleToDecomposeIsSaid() {
        assertThatThrownBy(() -> of(new double[][] {{1, 2, 3}, {5, 5, 5}}, CorrelationMethod.PEARSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 columns");
    }

    /** Three independent factors behind thirty columns, with a little noise. */
    @ParameterizedTest
    @EnumSource(ComponentCount.class)
    void everyRuleFindsThreeFactors(ComponentCount rule) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = new double[30][400];
        for (int row = 0; row < 400; row++) {
            double[] factor = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            for (int c = 0; c < 30; c++) {
                columns[c][row] = factor[c % 3] + 0.3 * random.nextGaussian();
            }
        }
        assertThat(rule.of(of(columns, CorrelationMethod.PEARSON).eigenvalues()))
                .isEqualTo(3);
    }

    @Test
    void theExpectedPiecesOfABrokenStickMakeTheWholeStick() {
        double[] stick = ComponentCount.brokenStick(4);
        assertThat(stick[0]).isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4, within(1e-15));
        assertThat(java.util.Arrays.stream(stick).sum()).isCloseTo(1, within(1e-15));
    }
}
