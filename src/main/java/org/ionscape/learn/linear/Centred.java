package org.ionscape.learn.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Features and target minus their means, by which an intercept is fitted without being penalised; with
 * {@code fit_intercept=false} the means are zero and nothing is moved.
 */
record Centred(double[][] rows, RealMatrix x, RealVector y, double[] xMean, double yMean) {
    static Centred of(double[][] x, double[] y, boolean intercept) {
        int n = x.length;
        int p = x[0].length;
        double[] xMean = new double[p];
        double yMean = 0;
        if (intercept) {
            for (int i = 0; i < n; i++) {
                Vectors.add(xMean, 1.0 / n, x[i]);
                yMean += y[i] / n;
            }
        }
        double[][] moved = new double[n][p];
        double[] target = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                moved[i][j] = x[i][j] - xMean[j];
            }
            target[i] = y[i] - yMean;
        }
        return new Centred(
                moved, new Array2DRowRealMatrix(moved, false), new ArrayRealVector(target, false), xMean, yMean);
    }

    /** The model whose weights were found on the centred data. */
    LinearFit fit(double[] coef) {
        return new LinearFit(coef, yMean - Vectors.dot(coef, xMean));
    }
}
