package org.ionscape.learn.linear;

import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * Moves the line, row by row, just far enough that the row lies within ε of it, at most by the aggressiveness C (K.
 * Crammer et al., J. Mach. Learn. Res. 7, 551, 2006: PA-I and PA-II).
 */
public final class PassiveAggressive {
    public static final ModelType TYPE = new ModelType(
            "passive-aggressive",
            "Passive aggressive",
            ModelClass.LINEAR,
            List.of(
                    Parameter.positive("C", 1, "aggressiveness: the largest step"),
                    Parameter.notNegative("epsilon", 0.1, "rows nearer than this do not move the line"),
                    Parameter.word(
                            "loss",
                            "steps cut off at C (PA-I) or damped by it (PA-II)",
                            "epsilon_insensitive",
                            "squared_epsilon_insensitive"),
                    Parameter.flag("fit_intercept", true, "fit an intercept"),
                    Parameter.whole("max_iter", 1000, 1, "most passes over the rows"),
                    Parameter.of(
                            "tol",
                            1e-3,
                            "fall of the mean loss per pass that counts as progress",
                            new Parameter.Real(0, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED),
                            new Parameter.None()),
                    Parameter.whole("n_iter_no_change", 5, 1, "passes without progress before stopping"),
                    Parameter.flag("shuffle", true, "draw the order of the rows anew in each pass")),
            settings ->
                    (x, y, seed, progress) -> new PassiveAggressive(settings, x[0].length).fit(x, y, seed, progress),
            LinearFit::restore);

    private final Settings settings;
    private final double c;
    private final double epsilon;
    private final boolean squared;
    private final double[] w;
    private double intercept;

    private PassiveAggressive(Settings settings, int columns) {
        this.settings = settings;
        this.c = settings.real("C");
        this.epsilon = settings.real("epsilon");
        this.squared = settings.word("loss").startsWith("squared");
        this.w = new double[columns];
    }

    private LinearFit fit(double[][] x, double[] y, long seed, Progress progress) {
        boolean settled = new Epochs(settings).run(x.length, seed, progress, i -> learn(x[i], y[i]), () -> false);
        LinearFit line = new LinearFit(w, intercept);
        return settled ? line : line.noted("the loss was still falling after max_iter passes");
    }

    private double learn(double[] row, double target) {
        double residual = target - intercept - Vectors.dot(w, row);
        double excess = Math.max(Math.abs(residual) - epsilon, 0);
        double loss = squared ? excess * excess : excess;
        double norm2 = Vectors.dot(row, row);
        if (loss > 0 && (norm2 > 0 || squared)) {
            // scikit-learn takes the loss itself, squared or not, as the length of the step
            double step = squared ? loss / (norm2 + 0.5 / c) : Math.min(c, loss / norm2);
            double signed = Math.signum(residual) * step;
            Vectors.add(w, signed, row);
            if (settings.flag("fit_intercept")) {
                intercept += signed;
            }
        }
        return loss;
    }
}
