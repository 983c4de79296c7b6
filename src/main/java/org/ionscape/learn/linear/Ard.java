package org.ionscape.learn.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.linear.BayesianRidge.BayesianFit;

/**
 * Automatic relevance determination: Bayesian ridge with a precision λ of its own for each weight; a feature whose λ
 * exceeds the threshold is left out (D. MacKay, ASHRAE Trans. 100, 1053, 1994; updates as in {@link BayesianRidge}).
 */
public final class Ard {
    public static final ModelType TYPE = new ModelType(
            "ard",
            "Automatic relevance determination",
            ModelClass.LINEAR,
            List.of(
                    Parameter.whole("n_iter", 300, 1, "most updates"),
                    Parameter.notNegative("tol", 1e-3, "stop when the weights change by less than this in sum"),
                    Parameter.notNegative("alpha_1", 1e-6, "shape of the prior of the noise precision"),
                    Parameter.notNegative("alpha_2", 1e-6, "rate of the prior of the noise precision"),
                    Parameter.notNegative("lambda_1", 1e-6, "shape of the priors of the weight precisions"),
                    Parameter.notNegative("lambda_2", 1e-6, "rate of the priors of the weight precisions"),
                    Parameter.notNegative("threshold_lambda", 1e4, "features of a higher precision are left out"),
                    Parameter.flag("fit_intercept", true, "fit an intercept")),
            settings -> (x, y, seed, progress) -> new Ard(settings, x, y).fit(progress),
            BayesianFit::restore);

    private final Settings settings;
    private final Centred data;
    private final RealMatrix gram;
    private final double[] xy;
    private final double[] lambda;
    private final double[] w;
    private double alpha;
    private int[] kept;
    private RealMatrix sigma = MatrixUtils.createRealIdentityMatrix(1);

    private Ard(Settings settings, double[][] x, double[] y) {
        this.settings = settings;
        this.data = Centred.of(x, y, settings.flag("fit_intercept"));
        this.gram = data.x().transpose().multiply(data.x());
        this.xy = data.x().preMultiply(data.y()).toArray();
        this.lambda = new double[xy.length];
        Arrays.fill(lambda, 1);
        this.w = new double[xy.length];
        this.alpha = 1 / (BayesianRidge.variance(data.y()) + Math.ulp(1.0));
        this.kept = IntStream.range(0, xy.length).toArray();
    }

    private BayesianFit fit(Progress progress) {
        int steps = settings.whole("n_iter");
        boolean converged = false;
        double[] before = new double[0];
        for (int step = 0; step < steps && !converged && kept.length > 0; step++) {
            progress.check();
            updateWeights();
            updatePrecisions();
            converged = step > 0 && Vectors.distance1(before, w) < settings.real("tol");
            before = w.clone();
        }
        double[][] covariance = new double[w.length][w.length];
        if (kept.length > 0) {
            updateWeights();
            for (int a = 0; a < kept.length; a++) {
                for (int b = 0; b < kept.length; b++) {
                    covariance[kept[a]][kept[b]] = sigma.getEntry(a, b);
                }
            }
        }
        LinearFit line = data.fit(w);
        if (!converged && kept.length > 0) {
            line = line.noted("did not converge in n_iter=" + steps + " updates");
        }
        return new BayesianFit(line, data.xMean(), covariance, 1 / alpha);
    }

    /** Mean and covariance of the kept weights, Σ = (Λ + αXᵀX)⁻¹ and w = αΣXᵀy. */
    private void updateWeights() {
        RealMatrix precision = gram.getSubMatrix(kept, kept).scalarMultiply(alpha);
        for (int a = 0; a < kept.length; a++) {
            precision.addToEntry(a, a, lambda[kept[a]]);
        }
        sigma = inverse(precision);
        for (int a = 0; a < kept.length; a++) {
            double sum = 0;
            for (int b = 0; b < kept.length; b++) {
                sum += sigma.getEntry(a, b) * xy[kept[b]];
            }
            w[kept[a]] = alpha * sum;
        }
    }

    private static RealMatrix inverse(RealMatrix symmetric) {
        try {
            return Symmetric.cholesky(symmetric).getSolver().getInverse();
        } catch (NonPositiveDefiniteMatrixException e) {
            return new SingularValueDecomposition(symmetric).getSolver().getInverse();
        }
    }

    private void updatePrecisions() {
        double gammaSum = 0;
        for (int a = 0; a < kept.length; a++) {
            int j = kept[a];
            double gamma = 1 - lambda[j] * sigma.getEntry(a, a);
            lambda[j] = (gamma + 2 * settings.real("lambda_1")) / (w[j] * w[j] + 2 * settings.real("lambda_2"));
            gammaSum += gamma;
        }
        double misfit = BayesianRidge.residual2(data, w);
        alpha = (data.rows().length - gammaSum + 2 * settings.real("alpha_1"))
                / (misfit + 2 * settings.real("alpha_2"));
        double threshold = settings.real("threshold_lambda");
        for (int j : kept) {
            if (lambda[j] >= threshold) {
                w[j] = 0;
            }
        }
        kept = Arrays.stream(kept).filter(j -> lambda[j] < threshold).toArray();
    }
}
