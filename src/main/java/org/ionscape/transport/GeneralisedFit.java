package org.ionscape.transport;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealVector;

/**
 * A straight line through points of an MSD curve, weighted by the inverse of their covariance, that of a random walk
 * with rattling ({@link BrownianCovariance}). Its two variances follow from slope and intercept, so the fit is repeated
 * until they are its own. Cost: O(L² s + L³) for L lags and s steps.
 */
final class GeneralisedFit {
    private static final int ROUNDS = 3;
    private static final int DIMENSIONS = 3;
    /** Added to the diagonal, relative to it: rounding must not make neighbouring lags look identical. */
    private static final double RIDGE = 1e-9;

    private final int[] lags;
    private final int[] scaledLags;
    private final int scaledSteps;
    private final double scale;
    private BrownianCovariance covariance = new BrownianCovariance(1, 0, 0);
    private RealVector slopeWeights;
    private RealVector interceptWeights;
    private double slopeVariance;
    private RealVector bendWeights;
    private double bendVariance;

    /**
     * Fits.
     *
     * @param curve the curve, for slope, rattling and the fourth cumulant of the steps
     * @param wantedLags ascending, in frames; those that fall together when the walk is scaled down are left out
     * @param mostSteps the covariance of longer walks is taken from one scaled down to this many
     */
    GeneralisedFit(MsdCurve curve, int[] wantedLags, int mostSteps) {
        double[] msd = curve.msdA2();
        int steps = curve.frames() - 1;
        double coarse = Math.min(1, (double) mostSteps / steps);
        // a narrow window of a long walk would collapse to a point
        scale = distinct(scaled(wantedLags, coarse)).length < (wantedLags.length + 2) / 2 ? 1 : coarse;
        int[] scaled = scaled(wantedLags, scale);
        int[] kept = distinct(scaled);
        lags = Arrays.stream(kept).map(i -> wantedLags[i]).toArray();
        scaledLags = Arrays.stream(kept).map(i -> scaled[i]).toArray();
        scaledSteps = Math.max(scaledLags[scaledLags.length - 1], (int) Math.round(steps * scale));
        double fourth = curve.fourthCumulantA4(lags[0]) / DIMENSIONS / scale;
        for (int round = 0; round < ROUNDS; round++) {
            solve();
            double step = Math.max(0, slope(msd)) / DIMENSIONS / scale;
            double noise = Math.max(0, intercept(msd)) / DIMENSIONS / 2;
            if (step == 0 && noise == 0) {
                break;
            }
            covariance = new BrownianCovariance(step, noise, fourth);
        }
        solve();
    }

    private void solve() {
        int count = lags.length;
        double[][] matrix = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                matrix[i][j] = covariance.of(scaledLags[i], scaledLags[j], scaledSteps);
                matrix[j][i] = matrix[i][j];
            }
            matrix[i][i] *= 1 + RIDGE;
        }
        DecompositionSolver solver =
                new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 0).getSolver();
        RealVector ones = new ArrayRealVector(count, 1);
        RealVector x = new ArrayRealVector(Arrays.stream(lags).asDoubleStream().toArray());
        RealVector v1 = solver.solve(ones);
        RealVector vx = solver.solve(x);
        double s11 = ones.dotProduct(v1);
        double s1x = ones.dotProduct(vx);
        double sxx = x.dotProduct(vx);
        double determinant = s11 * sxx - s1x * s1x;
        slopeWeights = vx.mapMultiply(s11).subtract(v1.mapMultiply(s1x)).mapDivide(determinant);
        interceptWeights = v1.mapMultiply(sxx).subtract(vx.mapMultiply(s1x)).mapDivide(determinant);
        slopeVariance = s11 / determinant;
        RealVector root = x.map(Math::sqrt);
        RealVector line =
                x.mapMultiply(slopeWeights.dotProduct(root)).add(ones.mapMultiply(interceptWeights.dotProduct(root)));
        RealVector besides = root.subtract(line);
        bendWeights = solver.solve(besides);
        bendVariance = bendWeights.dotProduct(besides);
    }

    /** Slope of a curve with these weights, Å² per frame. */
    double slope(double[] curve) {
        return slopeWeights.dotProduct(at(curve));
    }

    /** Intercept of a curve with these weights, Å². */
    double intercept(double[] curve) {
        return interceptWeights.dotProduct(at(curve));
    }

    /** Variance of the slope of the sum over three dimensions, for the mean of so many walkers. */
    double slopeVariance(int walkers) {
        return DIMENSIONS * slopeVariance / walkers;
    }

    /**
     * How far a curve is from straight, in standard errors: the coefficient of a term √τ beside the line over its error
     * under the covariance of the fit. Positive where the slope falls with the lag. NaN with fewer than three lags.
     */
    double bend(double[] curve, double[] stderr, int walkers) {
        double variance = DIMENSIONS * bendVariance / walkers * excessScatter(stderr, walkers);
        return lags.length < 3 ? Double.NaN : bendWeights.dotProduct(at(curve)) / Math.sqrt(variance);
    }

    /**
     * How much more the walkers' own curves scatter than they should: the mean over the lags of the variance seen over
     * that expected, at least 1.
     */
    double excessScatter(double[] stderr, int walkers) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            double expected = DIMENSIONS * covariance.of(scaledLags[i], scaledLags[i], scaledSteps) / walkers;
            sum += stderr[lags[i]] * stderr[lags[i]] / expected;
        }
        return Math.max(1, sum / lags.length);
    }

    private RealVector at(double[] curve) {
        return new ArrayRealVector(
                Arrays.stream(lags).mapToDouble(n -> curve[n]).toArray());
    }

    private static int[] scaled(int[] lags, double scale) {
        return Arrays.stream(lags)
                .map(n -> Math.max(1, (int) Math.round(n * scale)))
                .toArray();
    }

    private static int[] distinct(int[] ascending) {
        int[] kept = new int[ascending.length];
        int n = 0;
        for (int i = 0; i < ascending.length; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                kept[n++] = i;
            }
        }
        return Arrays.copyOf(kept, n);
    }
}
