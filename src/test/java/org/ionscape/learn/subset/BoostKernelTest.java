package org.ionscape.learn.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Settings;
import org.ionscape.learn.tree.AdaBoost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel of the subset search against the general trees, which are held against scikit-learn themselves. */
class BoostKernelTest {
    private static final int ROWS = 120;
    private static final int ASKED = 60;
    private static final int SEEDS = 60;

    private final double[][] x = new double[ROWS + ASKED][6];
    private final double[] y = new double[ROWS + ASKED];

    BoostKernelTest() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < y.length; i++) {
            for (int f = 0; f < 6; f++) {
                // the last two take few values, so that rows are alike in them
                x[i][f] = f < 4 ? random.nextDouble() : random.nextInt(4);
            }
            y[i] = 10 * x[i][0] + 5 * Math.sin(6 * x[i][1]) + 3 * x[i][4] + random.nextGaussian();
        }
    }

    private double[][] of(int from, int to, int[] columns) {
        return Arrays.stream(x, from, to)
                .map(row -> IntStream.of(columns).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
    }

    private double rmse(double[] predicted) {
        double sum = 0;
        for (int i = 0; i < ASKED; i++) {
            sum += Math.pow(predicted[i] - y[ROWS + i], 2);
        }
        return Math.sqrt(sum / ASKED);
    }

    private static double[] meanAndError(IntToDoubleFunction rmse) {
        double[] all = IntStream.range(0, SEEDS).mapToDouble(rmse).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance = Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum() / (SEEDS - 1);
        return new double[] {mean, Math.sqrt(variance / SEEDS)};
    }

    @ParameterizedTest
    @CsvSource({
        "0, linear, 50",
        "5, linear, 50",
        "45, linear, 50",
        "01, linear, 50",
        "0145, linear, 50",
        "012345, linear, 50",
        "0145, square, 30",
        "0145, exponential, 30"
    })
    void itErrsAsTheGeneralTreesDoOnAverageOverSeeds(String digits, String loss, int trees) {
        int[] subset = digits.chars().map(c -> c - '0').toArray();
        Settings settings = AdaBoost.EXTRA_TREE.defaults().with(Map.of("loss", loss, "n_estimators", trees));
        double[] trainY = Arrays.copyOf(y, ROWS);
        int[] all = {0, 1, 2, 3, 4, 5};
        BoostKernel kernel = new BoostKernel(
                BoostTable.of(of(0, ROWS, all), trainY, of(ROWS, ROWS + ASKED, all)),
                BoostSettings.of("adaboost-extra-tree", settings).orElseThrow());
        double[] own = meanAndError(seed -> rmse(kernel.predict(subset, seed)));
        double[] general = meanAndError(seed -> rmse(AdaBoost.EXTRA_TREE
                .regressor(settings)
                .fit(of(0, ROWS, subset), trainY, seed, Progress.NONE)
                .predict(of(ROWS, ROWS + ASKED, subset))));
        // four standard errors of the difference of two means over seeds
        assertThat(own[0]).isCloseTo(general[0], within(4 * Math.hypot(own[1], general[1])));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e12})
    void scaleAndOriginOfTheTargetDoNotMatter(double scale) {
        int[] all = {0, 1, 2, 3, 4, 5};
        double[] scaled = Arrays.stream(y, 0, ROWS).map(v -> scale * (v - 3)).toArray();
        BoostSettings settings = new BoostSettings(20, 1, BoostSettings.Loss.LINEAR);
        BoostTable plain = BoostTable.of(of(0, ROWS, all), Arrays.copyOf(y, ROWS), of(ROWS, ROWS + ASKED, all));
        BoostTable changed = BoostTable.of(of(0, ROWS, all), scaled, of(ROWS, ROWS + ASKED, all));
        double[] one = new BoostKernel(plain, settings).predict(all, 7);
        double[] other = new BoostKernel(changed, settings).predict(all, 7);
        for (int i = 0; i < ASKED; i++) {
            // rounding may turn a draw over, which only moves a prediction to that of another tree
            assertThat(other[i] / scale + 3).isCloseTo(one[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fewRowsAreLearnedByHeart(int rows) {
        double[][] few =
                IntStream.range(0, rows).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new);
        double[] target = IntStream.range(0, rows).mapToDouble(i -> i * i).toArray();
        BoostKernel kernel =
                new BoostKernel(BoostTable.of(few, target, few), new BoostSettings(50, 1, BoostSettings.Loss.LINEAR));
        double[] predicted = kernel.predict(new int[] {0, 1}, 1);
        for (double value : predicted) {
            assertThat(value).isBetween(0.0, target[rows - 1]);
        }
    }
}
