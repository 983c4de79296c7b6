package org.ionscape.learn.linear;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Symmetric matrices, where Commons Math's defaults are too strict for sums in floating point. */
final class Symmetric {
    private static final double ASYMMETRY = 1e-8;
    private static final double LEAST_PIVOT = 1e-14;

    private Symmetric() {}

    /** Fails with NonPositiveDefiniteMatrixException where a pivot vanishes beside the largest diagonal element. */
    static CholeskyDecomposition cholesky(RealMatrix matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            largest = Math.max(largest, Math.abs(matrix.getEntry(i, i)));
        }
        // elements that cancel to nearly 0 differ across the diagonal by more than any relative threshold
        RealMatrix even = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        return new CholeskyDecomposition(even, ASYMMETRY, LEAST_PIVOT * largest);
    }
}
