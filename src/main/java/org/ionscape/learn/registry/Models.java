package org.ionscape.learn.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.kernel.GaussianProcess;
import org.ionscape.learn.kernel.KernelRidge;
import org.ionscape.learn.kernel.LinearSvr;
import org.ionscape.learn.kernel.SupportVectors;
import org.ionscape.learn.linear.Ard;
import org.ionscape.learn.linear.BayesianRidge;
import org.ionscape.learn.linear.CoordinateDescent;
import org.ionscape.learn.linear.Huber;
import org.ionscape.learn.linear.Ols;
import org.ionscape.learn.linear.PassiveAggressive;
import org.ionscape.learn.linear.Ridge;
import org.ionscape.learn.linear.Sgd;
import org.ionscape.learn.network.Perceptron;
import org.ionscape.learn.tree.AdaBoost;
import org.ionscape.learn.tree.Averaging;
import org.ionscape.learn.tree.DecisionTree;
import org.ionscape.learn.tree.GradientBoosting;

/** All models, in the order they are listed and compared. A new one needs its line here and nothing else. */
public final class Models {
    private static final List<ModelType> ALL = List.of(
            Ols.TYPE,
            Ridge.TYPE,
            CoordinateDescent.LASSO,
            CoordinateDescent.ELASTIC_NET,
            BayesianRidge.TYPE,
            Ard.TYPE,
            Huber.TYPE,
            PassiveAggressive.TYPE,
            Sgd.TYPE,
            SupportVectors.SVR,
            SupportVectors.NU_SVR,
            LinearSvr.TYPE,
            KernelRidge.TYPE,
            GaussianProcess.TYPE,
            DecisionTree.TYPE,
            Averaging.BAGGING,
            Averaging.RANDOM_FOREST,
            Averaging.EXTRA_TREES,
            GradientBoosting.TYPE,
            AdaBoost.EXTRA_TREE,
            AdaBoost.TREE,
            Perceptron.TYPE);

    /** The network of C. López et al., Mater. Horiz. 10, 1757 (2023). */
    private static final List<String> LOPEZ_NET =
            List.of("hidden_layer_sizes=200-500-50-150-70-100", "learning_rate_init=5e-4", "alpha=0.05");

    private Models() {}

    public static List<ModelType> all() {
        return ALL;
    }

    public static Optional<ModelType> find(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** A model's settings at the start: scikit-learn's defaults, or for the perceptron of [L] those of the paper. */
    public static Settings settings(ModelType type, Preset preset) {
        return preset == Preset.PAPER && type.equals(Perceptron.TYPE)
                ? type.defaults().with(LOPEZ_NET)
                : type.defaults();
    }

    /**
     * The model of this name.
     *
     * @throws InputException listing the models there are
     */
    public static ModelType named(String name) {
        return find(name)
                .orElseThrow(() -> new InputException(Problem.of("there is no model “" + name + "”; there are "
                        + ALL.stream().map(ModelType::name).collect(Collectors.joining(", ")))));
    }
}
