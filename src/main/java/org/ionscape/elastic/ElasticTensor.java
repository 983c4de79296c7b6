package org.ionscape.elastic;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** A symmetric 6 × 6 stiffness matrix in GPa, Voigt order xx yy zz yz xz xy. Immutable. */
public final class ElasticTensor {
    private final double[][] stiffnessGPa = new double[6][6];
    private final double asymmetry;

    /**
     * From all 36 components; C and its transpose are averaged, {@link #asymmetry()} tells how far apart they were.
     *
     * @throws IllegalArgumentException when it is not 6 × 6 or a component is not finite
     */
    public ElasticTensor(double[][] componentsGPa) {
        if (componentsGPa.length != 6) {
            throw new IllegalArgumentException("a stiffness matrix has 6 rows, not " + componentsGPa.length);
        }
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < 6; i++) {
            if (componentsGPa[i].length != 6) {
                throw new IllegalArgumentException("row " + (i + 1) + " of the stiffness matrix has "
                        + componentsGPa[i].length + " numbers, not 6");
            }
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double c = componentsGPa[i][j];
                if (!Double.isFinite(c)) {
                    throw new IllegalArgumentException(name(i, j) + " of the stiffness matrix is not a number");
                }
                largest = Math.max(largest, Math.abs(c));
                difference = Math.max(difference, Math.abs(c - componentsGPa[j][i]));
                stiffnessGPa[i][j] = (c + componentsGPa[j][i]) / 2;
            }
        }
        asymmetry = largest > 0 ? difference / largest : 0;
    }

    /** The name of a component as papers write it, from indices 0..5: {@code "C44"}. */
    public static String name(int row, int column) {
        return "C" + (row + 1) + (column + 1);
    }

    /** Component by indices 0..5, GPa. */
    public double get(int row, int column) {
        return stiffnessGPa[row][column];
    }

    /** Largest difference between C and its transpose as given, relative to the largest component. */
    public double asymmetry() {
        return asymmetry;
    }

    /** The smallest eigenvalue of C, GPa. A crystal is mechanically stable when it is positive (Born). */
    public double minEigenvalueGPa() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : new EigenDecomposition(matrix()).getRealEigenvalues()) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** The compliance S = C⁻¹ in 1/GPa; all NaN where C has no inverse. */
    double[][] complianceInverseGPa() {
        DecompositionSolver solver = new LUDecomposition(matrix()).getSolver();
        return solver.isNonSingular()
                ? solver.getInverse().getData()
                : new Array2DRowRealMatrix(6, 6).scalarAdd(Double.NaN).getData();
    }

    private RealMatrix matrix() {
        return new Array2DRowRealMatrix(stiffnessGPa);
    }
}
