package org.ionscape.learn.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.State;
import org.ionscape.math.Shuffle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every model whatever it is: one test for all of them, and a new one is in it by being registered. */
class EveryModelTest {
    private static final int ROWS = 40;

    /** Those whose result must not depend on the order of the rows; the others draw rows or visit them in turn. */
    private static final Set<String> ORDERLESS = Set.of(
            "ols",
            "ridge",
            "lasso",
            "elastic-net",
            "bayesian-ridge",
            "ard",
            "huber",
            "svr",
            "nu-svr",
            "kernel-ridge",
            "gaussian-process");

    private final double[][] x = rows();
    private final double[] y = IntStream.range(0, ROWS)
            .mapToDouble(i -> 3 * x[i][0] - x[i][1] + 0.5 * x[i][2] * x[i][2])
            .toArray();

    private static double[][] rows() {
        SplittableRandom random = new SplittableRandom(4);
        return IntStream.range(0, ROWS)
                .mapToObj(i -> random.doubles(3, -2, 2).toArray())
                .toArray(double[][]::new);
    }

    private static FittedRegressor fit(ModelType type, double[][] x, double[] y, long seed) {
        return type.regressor(type.defaults()).fit(x, y, seed, Progress.NONE);
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<ModelType> fact) {
        return Models.all().stream().map(t -> DynamicTest.dynamicTest(t.name(), () -> fact.accept(t)));
    }

    @Test
    void thereAreTheEighteenOfThePaperAndFourMore() {
        assertThat(Models.all().stream().map(ModelType::name))
                .containsExactlyInAnyOrder(
                        ("ols ridge lasso elastic-net bayesian-ridge ard huber passive-aggressive sgd svr nu-svr"
                                        + " linear-svr decision-tree bagging random-forest extra-trees"
                                        + " gradient-boosting adaboost-extra-tree adaboost-tree kernel-ridge"
                                        + " gaussian-process mlp")
                                .split(" "));
    }

    @TestFactory
    Stream<DynamicTest> oneFinitePredictionIsMadeForEachRow() {
        return each(type -> {
            FittedRegressor fitted = fit(type, x, y, 0);
            assertThat(fitted.predict(x)).hasSize(ROWS).doesNotContain(Double.NaN);
            assertThat(fitted.predict(new double[0][])).isEmpty();
            fitted.predictStd(x).ifPresent(sd -> assertThat(sd).hasSize(ROWS));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSameSeedGivesTheSameBytes() {
        return each(type -> assertThat(fit(type, x, y, 7).predict(x))
                .isEqualTo(fit(type, x, y, 7).predict(x)));
    }

    @TestFactory
    Stream<DynamicTest> theGivenArraysAreLeftAsTheyAre() {
        return each(type -> {
            double[][] before = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
            double[] target = y.clone();
            fit(type, x, y, 0);
            assertThat(Arrays.deepEquals(x, before)).isTrue();
            assertThat(y).isEqualTo(target);
        });
    }

    @TestFactory
    Stream<DynamicTest> rowsInAnotherOrderTeachTheSame() {
        int[] order = Shuffle.order(ROWS, new SplittableRandom(1));
        double[][] turned = IntStream.of(order).mapToObj(i -> x[i]).toArray(double[][]::new);
        double[] target = IntStream.of(order).mapToDouble(i -> y[i]).toArray();
        return each(type -> {
            double[] one = fit(type, x, y, 0).predict(x);
            double[] other = fit(type, turned, target, 0).predict(x);
            // iterative solvers stop within their tolerance; the others learn from other draws, and still the same
            // thing
            double allowed = ORDERLESS.contains(type.name()) ? 0.02 : 4;
            for (int i = 0; i < ROWS; i++) {
                assertThat(other[i]).isCloseTo(one[i], within(allowed));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> constantAndRepeatedFeaturesDoNoHarm() {
        double[][] wide = Arrays.stream(x)
                .map(r -> new double[] {r[0], 5, r[1], 2 * r[0] + 1, r[2]})
                .toArray(double[][]::new);
        return each(type -> {
            double[] predicted = fit(type, wide, y, 0).predict(wide);
            for (double value : predicted) {
                assertThat(value).isFinite().isBetween(-60.0, 60.0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aConstantTargetIsPredictedWhereThereIsAnIntercept() {
        double[] same = new double[ROWS];
        Arrays.fill(same, 2);
        Set<String> without =
                Set.of("kernel-ridge", "gaussian-process", "mlp", "sgd", "passive-aggressive", "linear-svr");
        return each(type -> {
            for (double value : fit(type, x, same, 0).predict(x)) {
                assertThat(value).isFinite();
                if (!without.contains(type.name())) {
                    assertThat(value).isCloseTo(2, within(0.11)); // epsilon of the support vectors
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> oneRowIsEnough() {
        return each(type -> {
            FittedRegressor fitted = fit(type, new double[][] {{1, 2}}, new double[] {3}, 0);
            assertThat(fitted.predict(new double[][] {{1, 2}})[0]).isFinite();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsMissingIsRefused() {
        return each(type -> {
            double[][] holed = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
            holed[5][1] = Double.NaN;
            assertThatThrownBy(() -> fit(type, holed, y, 0))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("feature 2 of row 6");
            double[] target = y.clone();
            target[3] = Double.POSITIVE_INFINITY;
            assertThatThrownBy(() -> fit(type, x, target, 0))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("row 4");
            FittedRegressor fitted = fit(type, x, y, 0);
            assertThatThrownBy(() -> fitted.predict(holed)).isInstanceOf(InputException.class);
            assertThatThrownBy(() -> fitted.predict(new double[][] {{1, 2}})).hasMessageContaining("expected 3");
        });
    }

    @TestFactory
    Stream<DynamicTest> aModelThatWasSavedPredictsTheSameBytes() {
        ObjectMapper json = new ObjectMapper();
        return each(type -> {
            FittedRegressor fitted = fit(type, x, y, 3);
            try {
                Map<String, Object> read = json.readValue(
                        json.writeValueAsString(fitted.state()), new TypeReference<Map<String, Object>>() {});
                FittedRegressor restored = type.restore(new State(read));
                assertThat(restored.predict(x)).isEqualTo(fitted.predict(x));
                assertThat(restored.predictStd(x).isPresent())
                        .isEqualTo(fitted.predictStd(x).isPresent());
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(e);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aDamagedStateIsToldAsSuch() {
        return each(type -> assertThatThrownBy(() -> type.restore(new State(Map.of("features", 3))))
                .isInstanceOf(State.Damaged.class));
    }

    @TestFactory
    Stream<DynamicTest> unknownParametersAreNamedWithThoseThereAre() {
        return each(type -> assertThatThrownBy(() -> type.defaults().with(List.of("no_such=1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no_such"));
    }
}
