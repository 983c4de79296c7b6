package org.ionscape.learn.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.State;

/**
 * Ridge whose penalty follows from the data: noise precision α and weight precision λ maximise the marginal likelihood
 * (M. Tipping, J. Mach. Learn. Res. 1, 211, 2001; updates of D. MacKay, Neural Comput. 4, 415, 1992). Predictions carry
 * a standard deviation: noise and uncertainty of the weights.
 */
public final class BayesianRidge {
    public static final ModelType TYPE = new ModelType(
            "bayesian-ridge",
            "Bayesian ridge",
            ModelClass.LINEAR,
            List.of(
                    Parameter.whole("n_iter", 300, 1, "most updates"),
                    Parameter.notNegative("tol", 1e-3, "stop when the weights change by less than this in sum"),
                    Parameter.notNegative("alpha_1", 1e-6, "shape of the prior of the noise precision"),
                    Parameter.notNegative("alpha_2", 1e-6, "rate of the prior of the noise precision"),
                    Parameter.notNegative("lambda_1", 1e-6, "shape of the prior of the weight precision"),
                    Parameter.notNegative("lambda_2", 1e-6, "rate of the prior of the weight precision"),
                    Parameter.flag("fit_intercept", true, "fit an intercept")),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, progress),
            BayesianFit::restore);

    private BayesianRidge() {}

    private static BayesianFit fit(Settings settings, double[][] x, double[] y, Progress progress) {
        Centred data = Centred.of(x, y, settings.flag("fit_intercept"));
        SingularValueDecomposition svd = new SingularValueDecomposition(data.x());
        Directions directions = Directions.of(svd, data.y());
        double alpha = 1 / (variance(data.y()) + Math.ulp(1.0));
        double lambda = 1;
        double[] before = new double[0];
        int steps = settings.whole("n_iter");
        boolean converged = false;
        for (int step = 0; step < steps && !converged; step++) {
            progress.check();
            double[] w = directions.weights(lambda / alpha);
            double gamma = 0;
            for (double e : directions.eigenvalues()) {
                gamma += alpha * e / (lambda + alpha * e);
            }
            double misfit = residual2(data, w);
            lambda = (gamma + 2 * settings.real("lambda_1")) / (Vectors.dot(w, w) + 2 * settings.real("lambda_2"));
            alpha = (y.length - gamma + 2 * settings.real("alpha_1")) / (misfit + 2 * settings.real("alpha_2"));
            converged = step > 0 && Vectors.distance1(before, w) < settings.real("tol");
            before = w;
        }
        LinearFit line = data.fit(directions.weights(lambda / alpha));
        if (!converged) {
            line = line.noted("did not converge in n_iter=" + steps + " updates");
        }
        return new BayesianFit(line, data.xMean(), directions.covariance(lambda, alpha), 1 / alpha);
    }

    static double variance(RealVector centred) {
        double mean = 0;
        for (double v : centred.toArray()) {
            mean += v / centred.getDimension();
        }
        double sum = 0;
        for (double v : centred.toArray()) {
            sum += (v - mean) * (v - mean);
        }
        return sum / centred.getDimension();
    }

    static double residual2(Centred data, double[] w) {
        double sum = 0;
        for (int i = 0; i < data.y().getDimension(); i++) {
            double r = data.y().getEntry(i) - Vectors.dot(w, data.rows()[i]);
            sum += r * r;
        }
        return sum;
    }

    /**
     * The data in the directions of its singular vectors, where the ridge solution is a division.
     *
     * @param v a column per direction
     * @param eigenvalues of XᵀX
     * @param projected the coordinates of Xᵀy
     */
    private record Directions(RealMatrix v, double[] eigenvalues, double[] projected) {
        static Directions of(SingularValueDecomposition svd, RealVector y) {
            double[] s = svd.getSingularValues();
            double[] uy = svd.getU().preMultiply(y).toArray();
            double[] eigenvalues = new double[s.length];
            double[] projected = new double[s.length];
            for (int k = 0; k < s.length; k++) {
                eigenvalues[k] = s[k] * s[k];
                projected[k] = s[k] * uy[k];
            }
            return new Directions(svd.getV(), eigenvalues, projected);
        }

        double[] weights(double ratio) {
            double[] w = new double[v.getRowDimension()];
            for (int k = 0; k < projected.length; k++) {
                Vectors.add(w, projected[k] / (eigenvalues[k] + ratio), v.getColumn(k));
            }
            return w;
        }

        /** (λI + αXᵀX)⁻¹, with the directions the data do not reach left at the prior's 1/λ. */
        double[][] covariance(double lambda, double alpha) {
            int p = v.getRowDimension();
            double[][] covariance = new double[p][p];
            for (int j = 0; j < p; j++) {
                covariance[j][j] = 1 / lambda;
            }
            for (int k = 0; k < eigenvalues.length; k++) {
                double[] direction = v.getColumn(k);
                double change = 1 / (lambda + alpha * eigenvalues[k]) - 1 / lambda;
                for (int j = 0; j < p; j++) {
                    Vectors.add(covariance[j], change * direction[j], direction);
                }
            }
            return covariance;
        }
    }

    /** A line whose weights have a covariance. */
    record BayesianFit(LinearFit line, double[] xMean, double[][] covariance, double noiseVariance)
            implements FittedRegressor {
        static BayesianFit restore(State state) {
            return new BayesianFit(
                    LinearFit.restore(state),
                    state.reals("x_mean"),
                    state.table("covariance"),
                    state.real("noise_variance"));
        }

        @Override
        public double[] predict(double[][] x) {
            return line.predict(x);
        }

        @Override
        public Optional<double[]> predictStd(double[][] x) {
            double[] std = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double[] moved = x[i].clone();
                Vectors.add(moved, -1, xMean);
                double variance = noiseVariance;
                for (int j = 0; j < moved.length; j++) {
                    variance += moved[j] * Vectors.dot(covariance[j], moved);
                }
                std[i] = Math.sqrt(Math.max(variance, 0));
            }
            return Optional.of(std);
        }

        @Override
        public Map<String, Object> state() {
            Map<String, Object> state = new LinkedHashMap<>(line.state());
            state.put("x_mean", xMean);
            state.put("covariance", covariance);
            state.put("noise_variance", noiseVariance);
            return state;
        }

        @Override
        public List<String> notes() {
            return line.notes();
        }
    }
}
