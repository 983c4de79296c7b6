package org.ionscape.learn.linear;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * A line that outliers pull little: min over w, b, σ of Σ[σ + H((y − xw − b)/σ) σ] + α|w|², H(z) = z² below ε and
 * 2ε|z| − ε² above (A. Owen, Contemp. Math. 443, 59, 2007). The problem is convex; it is solved by damped Newton steps
 * in all unknowns together, the scale σ among them, down to rounding.
 */
public final class Huber {
    public static final ModelType TYPE = new ModelType(
            "huber",
            "Huber",
            ModelClass.LINEAR,
            List.of(
                    Parameter.of(
                            "epsilon",
                            1.35,
                            "residuals beyond this many σ count linearly",
                            new Parameter.Real(1, Double.POSITIVE_INFINITY, Parameter.Bound.OPEN)),
                    Parameter.whole("max_iter", 100, 1, "most steps of the solver"),
                    Parameter.notNegative("alpha", 1e-4, "strength of the squared penalty"),
                    Parameter.flag("fit_intercept", true, "fit an intercept"),
                    Parameter.notNegative("tol", 1e-5, "a gradient this small counts as converged")),
            settings -> (x, y, seed, progress) -> new Huber(settings, x, y).fit(progress),
            LinearFit::restore);

    private static final double LEAST_SCALE = 10 * Math.ulp(1.0);
    private static final double EXACT = 1e-11;

    private final Settings settings;
    private final double[][] x;
    private final double[] y;
    private final int p;
    private final double epsilon;
    private final double alpha;

    private Huber(Settings settings, double[][] x, double[] y) {
        this.settings = settings;
        this.x = x;
        this.y = y;
        this.p = x[0].length + (settings.flag("fit_intercept") ? 1 : 0);
        this.epsilon = settings.real("epsilon");
        this.alpha = settings.real("alpha");
    }

    /** Feature {@code j} of row {@code i}, the last one being the constant of the intercept. */
    private double feature(int i, int j) {
        return j < x[i].length ? x[i][j] : 1;
    }

    private double residual(double[] unknowns, int i) {
        double predicted = 0;
        for (int j = 0; j < p; j++) {
            predicted += unknowns[j] * feature(i, j);
        }
        return y[i] - predicted;
    }

    private LinearFit fit(Progress progress) {
        double[] unknowns = start();
        double value = objective(unknowns);
        double damping = 1e-6;
        double slope = Double.POSITIVE_INFINITY;
        int steps = settings.whole("max_iter");
        for (int step = 0; step < steps && slope > EXACT; step++) {
            progress.check();
            Newton newton = newton(unknowns);
            slope = newton.slope();
            while (slope > EXACT) {
                double[] next = newton.step(unknowns, damping);
                next[p] = Math.max(next[p], Math.max(LEAST_SCALE, unknowns[p] / 10));
                double nextValue = objective(next);
                if (nextValue < value) {
                    unknowns = next;
                    value = nextValue;
                    damping = Math.max(damping / 10, 1e-14);
                    break;
                }
                damping *= 10;
                if (damping > 1e12) { // no step goes lower: rounding is all that is left
                    return line(unknowns);
                }
            }
        }
        LinearFit line = line(unknowns);
        return slope <= Math.max(settings.real("tol"), EXACT)
                ? line
                : line.noted("did not converge in max_iter=" + steps + " steps");
    }

    /** The ridge line with a scale from the middle of its residuals. */
    private double[] start() {
        LinearFit ridge = (LinearFit) Ridge.TYPE
                .factory()
                .apply(Ridge.TYPE.defaults().with("fit_intercept", settings.flag("fit_intercept")))
                .fit(x, y, 0, Progress.NONE);
        double[] unknowns = new double[p + 1];
        System.arraycopy(ridge.coef(), 0, unknowns, 0, ridge.coef().length);
        if (p > ridge.coef().length) {
            unknowns[p - 1] = ridge.intercept();
        }
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += Math.abs(residual(unknowns, i)) / y.length;
        }
        unknowns[p] = Math.max(sum, LEAST_SCALE);
        return unknowns;
    }

    private double objective(double[] unknowns) {
        double scale = unknowns[p];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double r = Math.abs(residual(unknowns, i));
            sum += scale + (r < epsilon * scale ? r * r / scale : 2 * epsilon * r - epsilon * epsilon * scale);
        }
        for (int j = 0; j < x[0].length; j++) {
            sum += alpha * unknowns[j] * unknowns[j];
        }
        return sum;
    }

    private Newton newton(double[] unknowns) {
        double scale = unknowns[p];
        double[] gradient = new double[p + 1];
        double[][] hessian = new double[p + 1][p + 1];
        gradient[p] = y.length;
        double[] row = new double[p + 1];
        for (int i = 0; i < y.length; i++) {
            double z = residual(unknowns, i) / scale;
            for (int j = 0; j < p; j++) {
                row[j] = feature(i, j);
            }
            row[p] = z;
            if (Math.abs(z) < epsilon) {
                Vectors.add(gradient, -2 * z, row);
                gradient[p] += z * z;
                for (int j = 0; j <= p; j++) {
                    Vectors.add(hessian[j], 2 * row[j] / scale, row);
                }
            } else {
                row[p] = epsilon * Math.signum(z) / 2;
                Vectors.add(gradient, -2 * epsilon * Math.signum(z), row);
            }
        }
        for (int j = 0; j < x[0].length; j++) {
            gradient[j] += 2 * alpha * unknowns[j];
            hessian[j][j] += 2 * alpha;
        }
        return new Newton(new Array2DRowRealMatrix(hessian, false), gradient, y.length);
    }

    private LinearFit line(double[] unknowns) {
        double[] coef = new double[x[0].length];
        System.arraycopy(unknowns, 0, coef, 0, coef.length);
        return new LinearFit(coef, p > coef.length ? unknowns[p - 1] : 0);
    }

    /** Slope and curvature at a point. */
    private record Newton(RealMatrix hessian, double[] gradient, int rows) {
        double slope() {
            double largest = 0;
            for (double g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
            return largest / rows;
        }

        double[] step(double[] from, double damping) {
            double mean = hessian.getTrace() / gradient.length;
            for (double shift = damping; ; shift *= 10) {
                RealMatrix damped = hessian.copy();
                for (int j = 0; j < gradient.length; j++) {
                    damped.addToEntry(j, j, shift * (mean + Double.MIN_NORMAL));
                }
                try {
                    double[] change = Symmetric.cholesky(damped)
                            .getSolver()
                            .solve(new ArrayRealVector(gradient))
                            .toArray();
                    double[] to = from.clone();
                    Vectors.add(to, -1, change);
                    return to;
                } catch (NonPositiveDefiniteMatrixException e) {
                    // more damping makes it definite
                }
            }
        }
    }
}
