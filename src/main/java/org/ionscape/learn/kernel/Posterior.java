package org.ionscape.learn.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/**
 * A Gaussian process that has seen data.
 *
 * @param factor L of the Cholesky factorisation K = LLᵀ, its rows as long as they are filled
 * @param weights K⁻¹ times the target
 */
record Posterior(
        Covariance covariance, double alpha, double[][] rows, Target target, double[][] factor, double[] weights)
        implements FittedRegressor {

    /** The target as the process sees it: (y − offset) / scale. */
    record Target(double[] values, double offset, double scale) {
        static Target standardised(double[] y) {
            double mean = 0;
            for (double v : y) {
                mean += v / y.length;
            }
            double variance = 0;
            for (double v : y) {
                variance += (v - mean) * (v - mean) / y.length;
            }
            double scale = variance > 0 ? Math.sqrt(variance) : 1;
            double[] values = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                values[i] = (y[i] - mean) / scale;
            }
            return new Target(values, mean, scale);
        }
    }

    /** The process after these rows; empty where the covariance matrix is not positive definite. */
    static Optional<Posterior> of(
            Covariance covariance, double alpha, double[][] rows, Target target, Progress progress) {
        int n = rows.length;
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            progress.check();
            factor[i] = new double[i + 1];
            for (int k = 0; k <= i; k++) {
                double value = covariance.of(rows[i], rows[k]) + (k == i ? covariance.noise() + alpha : 0);
                value -= dot(factor[i], factor[k], k);
                if (k < i) {
                    factor[i][k] = value / factor[k][k];
                } else if (value > 0) {
                    factor[i][i] = Math.sqrt(value);
                } else {
                    return Optional.empty();
                }
            }
        }
        double[] weights = backward(factor, forward(factor, target.values()));
        return Optional.of(new Posterior(covariance, alpha, rows, target, factor, weights));
    }

    private static double dot(double[] a, double[] b, int count) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < count; j += 2) {
            even += a[j] * b[j];
            odd += a[j + 1] * b[j + 1];
        }
        return j < count ? even + odd + a[j] * b[j] : even + odd;
    }

    /** L⁻¹b. */
    private static double[] forward(double[][] factor, double[] b) {
        double[] solved = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            solved[i] = (b[i] - dot(factor[i], solved, i)) / factor[i][i];
        }
        return solved;
    }

    /** L⁻ᵀb. */
    private static double[] backward(double[][] factor, double[] b) {
        double[] solved = b.clone();
        for (int i = b.length - 1; i >= 0; i--) {
            solved[i] /= factor[i][i];
            for (int k = 0; k < i; k++) {
                solved[k] -= factor[i][k] * solved[i];
            }
        }
        return solved;
    }

    double logLikelihood() {
        int n = rows.length;
        double value = -0.5 * dot(target.values(), weights, n) - 0.5 * n * Math.log(2 * Math.PI);
        for (int i = 0; i < n; i++) {
            value -= Math.log(factor[i][i]);
        }
        return value;
    }

    private double[] with(double[] row) {
        double[] covariances = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            covariances[i] = covariance.of(row, rows[i]);
        }
        return covariances;
    }

    @Override
    public double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            predicted[i] = target.offset() + target.scale() * dot(with(x[i]), weights, rows.length);
        }
        return predicted;
    }

    @Override
    public Optional<double[]> predictStd(double[][] x) {
        double[] std = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] reach = forward(factor, with(x[i]));
            double variance = covariance.size2() + covariance.noise() - dot(reach, reach, reach.length);
            std[i] = target.scale() * Math.sqrt(Math.max(variance, 0));
        }
        return Optional.of(std);
    }

    /** The factor is left out: it is computed again when the model is restored, to the same bytes. */
    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("kernel", covariance.name());
        state.put("size2", covariance.size2());
        state.put("length", covariance.length());
        state.put("noise", covariance.noise());
        state.put("alpha", alpha);
        state.put("offset", target.offset());
        state.put("scale", target.scale());
        state.put("target", target.values());
        state.put("rows", rows);
        return state;
    }

    static Posterior restore(State state) {
        return of(
                        new Covariance(
                                state.word("kernel"), state.real("size2"), state.real("length"), state.real("noise")),
                        state.real("alpha"),
                        state.table("rows"),
                        new Target(state.reals("target"), state.real("offset"), state.real("scale")),
                        Progress.NONE)
                .orElseThrow(() -> new State.Damaged("the covariance matrix is not positive definite"));
    }
}
