package org.ionscape.learn.linear;

import java.util.List;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * Stochastic gradient descent on a line: a small step against the gradient of each row's loss, the weights shrunk by
 * the penalty (absolute penalties by the truncated gradient of Y. Tsuruoka et al., ACL 2009). Wants standardised
 * features: the step does not adapt to their scale.
 */
public final class Sgd {
    public static final ModelType TYPE = new ModelType(
            "sgd",
            "Stochastic gradient descent",
            ModelClass.LINEAR,
            List.of(
                    Parameter.word(
                            "loss",
                            "what is minimised",
                            "squared_error",
                            "huber",
                            "epsilon_insensitive",
                            "squared_epsilon_insensitive"),
                    Parameter.of(
                            "penalty",
                            "l2",
                            "penalty on the weights",
                            new Parameter.Word(List.of("l2", "l1", "elasticnet")),
                            new Parameter.None()),
                    Parameter.notNegative("alpha", 1e-4, "strength of the penalty"),
                    Parameter.share("l1_ratio", 0.15, "share of the absolute penalty in elasticnet"),
                    Parameter.flag("fit_intercept", true, "fit an intercept"),
                    Parameter.whole("max_iter", 1000, 1, "most passes over the rows"),
                    Parameter.of(
                            "tol",
                            1e-3,
                            "fall of the mean loss per pass that counts as progress",
                            new Parameter.Real(0, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED),
                            new Parameter.None()),
                    Parameter.flag("shuffle", true, "draw the order of the rows anew in each pass"),
                    Parameter.notNegative("epsilon", 0.1, "width of the losses that have one"),
                    Parameter.word("learning_rate", "how the step shrinks", "invscaling", "constant", "adaptive"),
                    Parameter.positive("eta0", 0.01, "first step"),
                    Parameter.of(
                            "power_t",
                            0.25,
                            "invscaling: step = eta0 / t^power_t",
                            new Parameter.Real(
                                    Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED)),
                    Parameter.whole("n_iter_no_change", 5, 1, "passes without progress before stopping")),
            settings -> (x, y, seed, progress) -> new Sgd(settings, x[0].length).fit(x, y, seed, progress),
            LinearFit::restore);

    private static final double LARGEST_SLOPE = 1e12;
    private static final double LEAST_STEP = 1e-6;

    private final Settings settings;
    private final Loss loss;
    private final double[] w;
    /** Absolute penalty already paid by each weight. */
    private final double[] paid;

    private final double l1;
    private final double l2;
    private double intercept;
    private double due;
    private double eta;
    private int t = 1;

    private Sgd(Settings settings, int columns) {
        this.settings = settings;
        this.loss = Loss.of(settings.word("loss"), settings.real("epsilon"));
        this.w = new double[columns];
        this.paid = new double[columns];
        double ratio = switch (settings.isNone("penalty") ? "none" : settings.word("penalty")) {
            case "l1" -> 1;
            case "elasticnet" -> settings.real("l1_ratio");
            default -> 0;
        };
        double alpha = settings.isNone("penalty") ? 0 : settings.real("alpha");
        this.l1 = ratio * alpha;
        this.l2 = (1 - ratio) * alpha;
        this.eta = settings.real("eta0");
    }

    private LinearFit fit(double[][] x, double[] y, long seed, Progress progress) {
        boolean settled = new Epochs(settings).run(x.length, seed, progress, i -> learn(x[i], y[i]), this::smallerStep);
        requireFinite();
        LinearFit line = new LinearFit(w, intercept);
        return settled ? line : line.noted("the loss was still falling after max_iter passes");
    }

    /** With the adaptive rate a stall divides the step by five instead of ending the descent. */
    private boolean smallerStep() {
        if (!settings.word("learning_rate").equals("adaptive") || eta <= LEAST_STEP) {
            return false;
        }
        eta /= 5;
        return true;
    }

    private double learn(double[] row, double target) {
        double predicted = intercept + Vectors.dot(w, row);
        if (settings.word("learning_rate").equals("invscaling")) {
            eta = settings.real("eta0") / Math.pow(t, settings.real("power_t"));
        }
        t++;
        double step = -eta * Math.clamp(loss.slope(predicted, target), -LARGEST_SLOPE, LARGEST_SLOPE);
        double shrink = Math.max(0, 1 - eta * l2);
        for (int j = 0; j < w.length; j++) {
            w[j] = w[j] * shrink + step * row[j];
        }
        if (settings.flag("fit_intercept")) {
            intercept += step;
        }
        if (l1 > 0) {
            due += eta * l1;
            payAbsolutePenalty();
        }
        return loss.value(predicted, target);
    }

    private void payAbsolutePenalty() {
        for (int j = 0; j < w.length; j++) {
            double before = w[j];
            if (before > 0) {
                w[j] = Math.max(0, before - (due + paid[j]));
            } else if (before < 0) {
                w[j] = Math.min(0, before + (due - paid[j]));
            }
            paid[j] += w[j] - before;
        }
    }

    private void requireFinite() {
        for (double weight : w) {
            if (!Double.isFinite(weight) || !Double.isFinite(intercept)) {
                throw new InputException(Problem.of("sgd diverged: its step is too large for features or a target of"
                        + " this size; standardise them or lower eta0"));
            }
        }
    }
}
