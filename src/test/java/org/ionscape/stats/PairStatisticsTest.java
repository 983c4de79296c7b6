package org.ionscape.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairStatisticsTest {
    /** −P_xy/√(P_xx P_yy) of the inverse correlation matrix P is the same quantity by another road. */
    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void partialCorrelationIsThatOfTheInverseMatrix(CorrelationMethod method) {
        double[][] wine = Arrays.copyOf(Cases.columns("pca_wine"), 3);
        try (ComputeService service = new ComputeService(1)) {
            double[][] r = CorrelationMatrix.of(wine, method, PValue.T, 0, service, Progress.NONE)
                    .r();
            RealMatrix p =
                    new LUDecomposition(new Array2DRowRealMatrix(r)).getSolver().getInverse();
            double want = -p.getEntry(0, 1) / Math.sqrt(p.getEntry(0, 0) * p.getEntry(1, 1));
            assertThat(PairStatistics.partial(wine[0], wine[1], wine[2], method).r())
                    .isCloseTo(want, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(CorrelationMethod.class)
    void theMatrixGivenAColumnHoldsThePartialCorrelationsOfItsPairs(CorrelationMethod method) {
        double[][] wine = Arrays.copyOf(Cases.columns("pca_wine"), 5);
        double[][] four = Arrays.copyOf(wine, 4);
        try (ComputeService service = new ComputeService(2)) {
            Correlations given = CorrelationMatrix.given(four, wine[4], method, service, Progress.NONE);
            PairStatistics.Partial one = PairStatistics.partial(wine[1], wine[3], wine[4], method);
            assertThat(given.r()[3][1]).isEqualTo(one.r());
            assertThat(Double.valueOf(given.p()[1][3])).isEqualTo(Double.valueOf(one.p()));
            assertThat(given.n()[1][3]).isEqualTo(one.n());
        }
        PairStatistics.Interval around = PairStatistics.bootstrap(wine[1], wine[3], wine[4], method, 1, Progress.NONE);
        assertThat(PairStatistics.partial(wine[1], wine[3], wine[4], method).r())
                .isBetween(around.low(), around.high());
    }

    @Test
    void whatAThirdColumnExplainsIsGoneGivenIt() {
        SplittableRandom random = new SplittableRandom(1);
        int n = 2000;
        double[] cause = random.doubles(n).toArray();
        double[] x =
                Arrays.stream(cause).map(c -> c + 0.2 * random.nextGaussian()).toArray();
        double[] y =
                Arrays.stream(cause).map(c -> c + 0.2 * random.nextGaussian()).toArray();
        assertThat(PairStatistics.r(x, y, CorrelationMethod.PEARSON)).isGreaterThan(0.5);
        PairStatistics.Partial left = PairStatistics.partial(x, y, cause, CorrelationMethod.PEARSON);
        assertThat(left.r()).isCloseTo(0, within(3 / Math.sqrt(n)));
        assertThat(left.p()).isGreaterThan(0.003);
        assertThat(PairStatistics.partial(x, y, x, CorrelationMethod.PEARSON).r())
                .isNaN();
    }

    /** r = 0.6, n = 60: a 95 % interval holds the truth in 95 of 100 tables; 88 and more are within three deviations. */
    @Test
    void bootstrapIntervalsCoverTheTruth() {
        SplittableRandom random = new SplittableRandom(5);
        int covered = 0;
        for (int table = 0; table < 100; table++) {
            double[] x = new double[60];
            double[] y = new double[60];
            for (int row = 0; row < 60; row++) {
                x[row] = random.nextGaussian();
                y[row] = 0.6 * x[row] + 0.8 * random.nextGaussian();
            }
            PairStatistics.Interval interval =
                    PairStatistics.bootstrap(x, y, CorrelationMethod.PEARSON, table, Progress.NONE);
            covered += interval.low() <= 0.6 && 0.6 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(88, 100);
    }

    @Test
    void aTrendFollowsALineExactlyAndABowlClosely() {
        double[] x = new SplittableRandom(2).doubles(300, -1, 1).toArray();
        Trend line = Trend.of(x, Arrays.stream(x).map(v -> 2 * v - 1).toArray());
        Trend bowl = Trend.of(x, Arrays.stream(x).map(v -> v * v).toArray());
        for (int k = 0; k < line.x().length; k++) {
            assertThat(line.y()[k]).isCloseTo(2 * line.x()[k] - 1, within(1e-9));
        }
        assertThat(bowl.y()[20]).isLessThan(bowl.y()[0]).isLessThan(bowl.y()[40]);
        assertThat(Trend.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}).x()).isEmpty();
    }
}
