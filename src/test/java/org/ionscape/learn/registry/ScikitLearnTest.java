package org.ionscape.learn.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.learn.FittedRegressor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Models against scikit-learn 1.2.1 on two tables with a fixed split: the deterministic ones prediction by prediction,
 * the random ones by the mean test error over thirty seeds, which must lie in the band that scikit-learn's own thirty
 * seeds allow.
 */
class ScikitLearnTest {
    private static final int SEEDS = 30;
    private static final Path KEPT = Path.of("src/test/resources/org/ionscape/learn/registry/diabetes");

    /** One entry of the expected results and how it is asked for here. */
    private record Asked(String entry, String model, List<String> settings) {
        static Asked of(String entry, String model, String... settings) {
            return new Asked(entry, model, List.of(settings));
        }
    }

    private static final List<Asked> DETERMINISTIC = List.of(
            Asked.of("ols", "ols"),
            Asked.of("ridge_alpha1", "ridge", "alpha=1"),
            Asked.of("lasso_alpha0.1", "lasso", "alpha=0.1"),
            Asked.of("elasticnet_alpha0.1_l1ratio0.5", "elastic-net", "alpha=0.1", "l1_ratio=0.5"),
            Asked.of("bayesian_ridge_default_tol", "bayesian-ridge"),
            Asked.of("bayesian_ridge_converged", "bayesian-ridge", "tol=1e-12", "n_iter=10000"),
            Asked.of("ard_default_tol", "ard"),
            Asked.of("ard_converged", "ard", "tol=1e-12", "n_iter=100000"),
            Asked.of("huber_eps1.35_alpha1e-4", "huber", "epsilon=1.35", "alpha=1e-4"),
            Asked.of("svr_rbf_C100_eps0.1_scale", "svr", "C=100"),
            Asked.of("svr_rbf_C10_eps5_scale", "svr", "C=10", "epsilon=5"),
            Asked.of("nusvr_rbf_C100_nu0.5_scale", "nu-svr", "C=100", "nu=0.5"),
            Asked.of("svr_linear_C1_eps0.1", "svr", "kernel=linear"),
            Asked.of("linearsvr_l1_C1_eps0", "linear-svr"),
            Asked.of("linearsvr_l2_C1_eps0", "linear-svr", "loss=squared_epsilon_insensitive"),
            Asked.of("kernel_ridge_linear_alpha1", "kernel-ridge"),
            Asked.of("kernel_ridge_rbf_alpha0.1_gamma0.05", "kernel-ridge", "kernel=rbf", "alpha=0.1", "gamma=0.05"),
            Asked.of("tree_depth3", "decision-tree", "max_depth=3", "min_samples_leaf=8"),
            Asked.of("tree_depth2_leaf5", "decision-tree", "max_depth=2", "min_samples_leaf=5"),
            Asked.of("tree_depth4_leaf20", "decision-tree", "max_depth=4", "min_samples_leaf=20"),
            Asked.of("tree_depth5_leaf10", "decision-tree", "max_depth=5", "min_samples_leaf=10"),
            Asked.of("tree_depth8_leaf6", "decision-tree", "max_depth=8", "min_samples_leaf=6"));

    private static final List<Asked> RANDOM = List.of(
            Asked.of("passive_aggressive_C1_eps0_1", "passive-aggressive"),
            Asked.of("passive_aggressive_C0_01", "passive-aggressive", "C=0.01"),
            Asked.of("sgd_default", "sgd"),
            Asked.of("tree_full", "decision-tree"),
            Asked.of("extratree_full", "decision-tree", "splitter=random"),
            Asked.of("random_forest_100", "random-forest"),
            Asked.of("random_forest_100_third", "random-forest", "max_features=0.3333333333333333"),
            Asked.of("bagging_50_trees", "bagging", "n_estimators=50"),
            Asked.of("extra_trees_100", "extra-trees"),
            Asked.of("gradient_boosting_100", "gradient-boosting"),
            Asked.of("gradient_boosting_100_subsample0_5", "gradient-boosting", "subsample=0.5"),
            Asked.of("adaboost_r2_tree_depth3", "adaboost-tree"),
            Asked.of("adaboost_r2_tree_full", "adaboost-tree", "estimator__max_depth=None"),
            Asked.of("adaboost_r2_extratree_depth3", "adaboost-extra-tree", "estimator__max_depth=3"),
            Asked.of("adaboost_r2_extratree_full", "adaboost-extra-tree"));

    @TestFactory
    Stream<DynamicTest> deterministicModelsPredictTheSame() throws IOException {
        return cases().flatMap(c -> DETERMINISTIC.stream()
                .map(asked -> DynamicTest.dynamicTest(asked.entry(), () -> samePredictions(c, asked))));
    }

    @TestFactory
    Stream<DynamicTest> randomModelsErrTheSameOnAverage() throws IOException {
        return cases().flatMap(c ->
                RANDOM.stream().map(asked -> DynamicTest.dynamicTest(asked.entry(), () -> sameMeanError(c, asked))));
    }

    /** A real table that is kept here, and a synthetic one where the reference results are at hand. */
    private static Stream<RegressionCase> cases() throws IOException {
        RegressionCase diabetes = RegressionCase.read(KEPT);
        Path antiperovskites =
                Path.of(System.getProperty("ionscape.reference", "")).resolve("04_regress_antiperovskite20");
        return Files.isDirectory(antiperovskites)
                ? Stream.of(diabetes, RegressionCase.read(antiperovskites))
                : Stream.of(diabetes);
    }

    private static void samePredictions(RegressionCase c, Asked asked) {
        JsonNode wanted = c.expected().at("/deterministic").get(asked.entry());
        FittedRegressor fitted = c.fit(asked.model(), asked.settings(), 0);
        double[] predicted = fitted.predict(c.testX());
        JsonNode tol = wanted.get("tol");
        double allowed = tol.has("abs")
                ? tol.get("abs").asDouble()
                : tol.has("rel") ? tol.get("rel").asDouble() * c.targetSd() : Double.POSITIVE_INFINITY;
        for (int i = 0; i < predicted.length; i++) {
            assertThat(predicted[i])
                    .as("row %d", i)
                    .isCloseTo(wanted.get("predictions").get(i).asDouble(), within(allowed));
        }
        double rmse = wanted.get("rmse").asDouble();
        double rmseRel = tol.has("rmse_rel") ? tol.get("rmse_rel").asDouble() : 0.01;
        assertThat(c.testRmse(fitted)).isCloseTo(rmse, within(rmseRel * rmse));
    }

    private static void sameMeanError(RegressionCase c, Asked asked) {
        JsonNode band = c.expected().at("/random").get(asked.entry()).get("band_mean_of_30");
        double mean = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> c.testRmse(c.fit(asked.model(), asked.settings(), seed)))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(band.get(0).asDouble(), band.get(1).asDouble());
    }
}
