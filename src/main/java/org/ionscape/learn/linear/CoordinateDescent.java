package org.ionscape.learn.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * Lasso and elastic net, min |y − Xw − b|²/2n + α λ |w|₁ + α (1−λ) |w|²/2 with λ = l1_ratio (1 for the lasso), by
 * coordinate descent on the Gram matrix (J. Friedman et al., J. Stat. Softw. 33, 1, 2010). Once the duality gap is below
 * {@code tol}·|y|², where scikit-learn stops, the descent goes on until the weights stand still: so the answer is the
 * minimum itself. Cost p² a sweep.
 */
public final class CoordinateDescent {
    public static final ModelType LASSO = new ModelType(
            "lasso",
            "Lasso",
            ModelClass.LINEAR,
            parameters(List.of()),
            settings -> (x, y, seed, progress) -> fit(settings, 1, x, y, progress),
            LinearFit::restore);

    public static final ModelType ELASTIC_NET = new ModelType(
            "elastic-net",
            "Elastic net",
            ModelClass.LINEAR,
            parameters(List.of(Parameter.share("l1_ratio", 0.5, "share of the absolute penalty; 1 is the lasso"))),
            settings -> (x, y, seed, progress) -> fit(settings, settings.real("l1_ratio"), x, y, progress),
            LinearFit::restore);

    private static final int SWEEPS_PER_CHECK = 100;
    private static final int MOST_POLISHING = 100_000;
    private static final double STANDING_STILL = 1e-13;

    private CoordinateDescent() {}

    private static List<Parameter> parameters(List<Parameter> more) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.notNegative("alpha", 1, "strength of the penalty"));
        parameters.addAll(more);
        parameters.add(Parameter.flag("fit_intercept", true, "fit an intercept"));
        parameters.add(Parameter.whole("max_iter", 1000, 1, "most sweeps until tol is reached"));
        parameters.add(Parameter.notNegative("tol", 1e-4, "duality gap, as a share of |y|², that counts as converged"));
        return parameters;
    }

    private static LinearFit fit(Settings settings, double l1Ratio, double[][] x, double[] y, Progress progress) {
        Centred data = Centred.of(x, y, settings.flag("fit_intercept"));
        int n = x.length;
        double l1 = settings.real("alpha") * l1Ratio * n;
        double l2 = settings.real("alpha") * (1 - l1Ratio) * n;
        Descent descent = new Descent(data, l1, l2);
        double goal = settings.real("tol") * data.y().dotProduct(data.y());
        int maxIter = settings.whole("max_iter");
        double moved = Double.POSITIVE_INFINITY;
        for (int sweep = 1; sweep <= maxIter + MOST_POLISHING && moved > STANDING_STILL; sweep++) {
            moved = descent.sweep();
            if (sweep % SWEEPS_PER_CHECK == 0) {
                progress.check();
            }
            if (sweep == maxIter && descent.gap() > goal) {
                return data.fit(descent.w)
                        .noted(String.format(
                                Locale.ROOT,
                                "did not converge in max_iter=%d sweeps: duality gap %.3g, wanted %.3g",
                                maxIter,
                                descent.gap(),
                                goal));
            }
        }
        return data.fit(descent.w);
    }

    /** The state of one descent: weights and the gradient Xᵀ(y − Xw). */
    private static final class Descent {
        private final Centred data;
        private final double[][] gram;
        private final double[] residualCorrelation;
        private final double[] w;
        private final double l1;
        private final double l2;

        Descent(Centred data, double l1, double l2) {
            this.data = data;
            RealMatrix x = data.x();
            this.gram = x.transpose().multiply(x).getData();
            this.residualCorrelation = x.preMultiply(data.y()).toArray();
            this.w = new double[gram.length];
            this.l1 = l1;
            this.l2 = l2;
        }

        /** Goes once through all weights; the largest change as a share of the largest weight. */
        double sweep() {
            double largest = 0;
            double change = 0;
            for (int j = 0; j < w.length; j++) {
                double curvature = gram[j][j];
                if (curvature == 0) {
                    continue;
                }
                double pull = residualCorrelation[j] + curvature * w[j];
                double next = Math.signum(pull) * Math.max(Math.abs(pull) - l1, 0) / (curvature + l2);
                if (next != w[j]) {
                    Vectors.add(residualCorrelation, w[j] - next, gram[j]);
                    change = Math.max(change, Math.abs(next - w[j]));
                    w[j] = next;
                }
                largest = Math.max(largest, Math.abs(next));
            }
            return largest == 0 ? 0 : change / largest;
        }

        /** The duality gap of the problem, as scikit-learn computes it. */
        double gap() {
            double[] residual = data.y()
                    .subtract(data.x().operate(new ArrayRealVector(w, false)))
                    .toArray();
            double dualNorm = 0;
            double w2 = 0;
            double w1 = 0;
            for (int j = 0; j < w.length; j++) {
                dualNorm = Math.max(dualNorm, Math.abs(residualCorrelation[j] - l2 * w[j]));
                w2 += w[j] * w[j];
                w1 += Math.abs(w[j]);
            }
            double r2 = Vectors.dot(residual, residual);
            double scale = dualNorm > l1 ? l1 / dualNorm : 1;
            return 0.5 * r2 * (1 + scale * scale)
                    + l1 * w1
                    - scale * Vectors.dot(residual, data.y().toArray())
                    + 0.5 * l2 * (1 + scale * scale) * w2;
        }
    }
}
