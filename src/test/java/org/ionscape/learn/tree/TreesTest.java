package org.ionscape.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.ModelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What trees and their ensembles make of targets whose shape is known. */
class TreesTest {
    private static final double[][] EIGHT_ROWS = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};

    static Stream<ModelType> types() {
        return Stream.of(
                DecisionTree.TYPE,
                Averaging.BAGGING,
                Averaging.RANDOM_FOREST,
                Averaging.EXTRA_TREES,
                GradientBoosting.TYPE,
                AdaBoost.EXTRA_TREE,
                AdaBoost.TREE);
    }

    private static FittedRegressor fit(ModelType type, Map<String, ?> settings, double[][] x, double[] y) {
        return type.regressor(type.defaults().with(settings)).fit(x, y, 1, Progress.NONE);
    }

    @Test
    void aStepIsCutHalfwayBetweenItsNeighbours() {
        FittedRegressor tree = fit(DecisionTree.TYPE, Map.of(), EIGHT_ROWS, new double[] {0, 0, 0, 1, 1, 1, 1, 1});
        assertThat(tree.predict(new double[][] {{3.5}, {3.5000001}, {-1e9}, {1e9}}))
                .containsExactly(0, 1, 0, 1);
    }

    @Test
    void withTwoLeavesTheGreatestStepIsTaken() {
        double[] y = {0, 0, 10, 10, 10, 10, 11, 11};
        FittedRegressor tree = fit(DecisionTree.TYPE, Map.of("max_leaf_nodes", 2), EIGHT_ROWS, y);
        assertThat(tree.predict(new double[][] {{1}, {8}})[0]).isZero();
        assertThat(tree.predict(new double[][] {{1}, {8}})[1]).isCloseTo(62 / 6.0, within(1e-12));
    }

    @Test
    void aFullyGrownTreeRepeatsItsTrainingRowsHoweverSmallTheTarget() {
        double[] y = Arrays.stream(new double[] {3, 1, 4, 1.5, 5, 9, 2, 6})
                .map(v -> v * 1e-12)
                .toArray();
        for (String splitter : List.of("best", "random")) {
            FittedRegressor tree = fit(DecisionTree.TYPE, Map.of("splitter", splitter), EIGHT_ROWS, y);
            double[] predicted = tree.predict(EIGHT_ROWS);
            for (int i = 0; i < y.length; i++) {
                assertThat(predicted[i]).isCloseTo(y[i], within(1e-24));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void importanceGoesToTheFeatureThatMatters(ModelType type) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] x = new double[200][3];
        double[] y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i] = new double[] {random.nextDouble(), random.nextDouble(), 7};
            y[i] = Math.sin(6 * x[i][1]);
        }
        double[] importance = fit(type, Map.of(), x, y).impurityImportance().orElseThrow();
        assertThat(Arrays.stream(importance).sum()).isCloseTo(1, within(1e-12));
        assertThat(importance[1]).isGreaterThan(0.85);
        assertThat(importance[2]).isZero();
    }

    @Test
    void theMeanOfManyTreesKnowsHowFarTheyDiffer() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] x = new double[100][1];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i][0] = i;
            y[i] = i < 50 ? 0 : random.nextDouble();
        }
        double[] std = fit(Averaging.RANDOM_FOREST, Map.of(), x, y)
                .predictStd(new double[][] {{20}, {80}})
                .orElseThrow();
        assertThat(std[0]).isZero();
        assertThat(std[1]).isGreaterThan(0.05);
    }

    @Test
    void boostingStopsWhereATreeIsNoBetterThanChance() {
        // Two rows that only differ in their target: every tree errs on one of them by the whole range.
        double[][] x = {{1}, {1}};
        TreeEnsemble fitted = (TreeEnsemble)
                AdaBoost.TREE.factory().apply(AdaBoost.TREE.defaults()).fit(x, new double[] {0, 1}, 0, Progress.NONE);
        assertThat(fitted.trees()).hasSize(1);
    }
}
