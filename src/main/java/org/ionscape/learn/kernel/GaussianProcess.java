package org.ionscape.learn.kernel;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.math.Seeds;

/**
 * A Gaussian process (C. Rasmussen and C. Williams, MIT Press 2006, algorithm 2.1), whose predictions carry a standard
 * deviation. {@code kernel=None} is scikit-learn's default, a fixed RBF of length and size 1. With a named kernel
 * (size² · kernel(length) + noise) the three are set by maximising the marginal likelihood, unless
 * {@code optimizer=None}. Cost n³/3 for each of at most some hundred trials.
 */
public final class GaussianProcess {
    public static final ModelType TYPE = new ModelType(
            "gaussian-process",
            "Gaussian process",
            ModelClass.KERNEL,
            List.of(
                    Parameter.of(
                            "kernel",
                            Parameter.NONE,
                            "covariance of two rows; None is a fixed RBF of length 1",
                            new Parameter.Word(List.of("rbf", "matern-1.5", "matern-2.5")),
                            new Parameter.None()),
                    Parameter.notNegative("alpha", 1e-10, "added to the diagonal"),
                    Parameter.of(
                            "optimizer",
                            "fmin_l_bfgs_b",
                            "whether a named kernel is fitted; None keeps size, length and noise as given",
                            new Parameter.Word(List.of("fmin_l_bfgs_b")),
                            new Parameter.None()),
                    Parameter.whole("n_restarts_optimizer", 0, 0, "further starts of the optimisation, at random"),
                    Parameter.flag("normalize_y", false, "standardise the target within the model"),
                    Parameter.positive("constant_value", 1, "size² of a named kernel to begin with"),
                    Parameter.positive("length_scale", 1, "length of a named kernel to begin with"),
                    Parameter.positive("noise_level", 1, "noise variance of a named kernel to begin with")),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, seed, progress),
            Posterior::restore);

    private static final double LARGEST_LOG = Math.log(1e5);
    private static final int MOST_TRIALS = 400;
    private static final int UNKNOWNS = 3;

    private GaussianProcess() {}

    private static FittedRegressor fit(Settings settings, double[][] x, double[] y, long seed, Progress progress) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rows[i] = x[i].clone();
        }
        Covariance start = settings.isNone("kernel")
                ? new Covariance("rbf", 1, 1, 0)
                : new Covariance(
                        settings.word("kernel"),
                        settings.real("constant_value"),
                        settings.real("length_scale"),
                        settings.real("noise_level"));
        Posterior.Target target =
                settings.flag("normalize_y") ? Posterior.Target.standardised(y) : new Posterior.Target(y.clone(), 0, 1);
        double alpha = settings.real("alpha");
        Covariance best = start;
        if (!settings.isNone("kernel") && !settings.isNone("optimizer")) {
            best = optimise(settings, start, rows, target, seed, progress);
        }
        return Posterior.of(best, alpha, rows, target, progress)
                .orElseThrow(() -> new InputException(Problem.of(String.format(
                        Locale.ROOT,
                        "gaussian-process cannot tell rows of these data apart (alpha=%s): repeated rows need a larger"
                                + " alpha or a kernel with noise",
                        alpha))));
    }

    private static Covariance optimise(
            Settings settings,
            Covariance start,
            double[][] rows,
            Posterior.Target target,
            long seed,
            Progress progress) {
        Covariance best = start;
        double bestLikelihood = Double.NEGATIVE_INFINITY;
        for (int restart = 0; restart <= settings.whole("n_restarts_optimizer"); restart++) {
            double[] from = start.logs();
            if (restart > 0) {
                SplittableRandom random = new SplittableRandom(Seeds.part(seed, restart));
                for (int k = 0; k < UNKNOWNS; k++) {
                    from[k] = random.nextDouble(-LARGEST_LOG, LARGEST_LOG) / 2;
                }
            }
            Covariance found = climb(settings, start.name(), from, rows, target, progress);
            double likelihood = likelihood(settings, found, rows, target, progress);
            if (likelihood > bestLikelihood) {
                bestLikelihood = likelihood;
                best = found;
            }
        }
        return best;
    }

    private static double likelihood(
            Settings settings, Covariance covariance, double[][] rows, Posterior.Target target, Progress progress) {
        return Posterior.of(covariance, settings.real("alpha"), rows, target, progress)
                .map(Posterior::logLikelihood)
                .orElse(-1e300);
    }

    private static Covariance climb(
            Settings settings,
            String name,
            double[] from,
            double[][] rows,
            Posterior.Target target,
            Progress progress) {
        double[] low = new double[UNKNOWNS];
        double[] high = new double[UNKNOWNS];
        for (int k = 0; k < UNKNOWNS; k++) {
            low[k] = -LARGEST_LOG;
            high[k] = LARGEST_LOG;
            from[k] = Math.clamp(from[k], low[k] + 1e-6, high[k] - 1e-6);
        }
        BOBYQAOptimizer optimiser = new BOBYQAOptimizer(2 * UNKNOWNS + 1, 1.0, 1e-5);
        double[][] best = {from.clone()};
        double[] bestValue = {Double.NEGATIVE_INFINITY};
        try {
            PointValuePair found = optimiser.optimize(
                    new MaxEval(MOST_TRIALS),
                    GoalType.MAXIMIZE,
                    new InitialGuess(from),
                    new SimpleBounds(low, high),
                    new ObjectiveFunction(logs -> {
                        double value = likelihood(settings, Covariance.ofLogs(name, logs), rows, target, progress);
                        if (value > bestValue[0]) {
                            bestValue[0] = value;
                            best[0] = logs.clone();
                        }
                        return value;
                    }));
            return Covariance.ofLogs(name, found.getPoint());
        } catch (TooManyEvaluationsException e) {
            return Covariance.ofLogs(name, best[0]);
        }
    }
}
