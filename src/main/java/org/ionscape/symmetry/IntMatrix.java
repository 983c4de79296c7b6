package org.ionscape.symmetry;

import java.util.Arrays;
import java.util.Optional;

/**
 * A 3 × 3 matrix of whole numbers: a rotation or a change of basis in terms of lattice vectors. It acts on columns of
 * fractional coordinates; as a basis its columns are the new vectors. Immutable.
 */
public final class IntMatrix {
    static final IntMatrix IDENTITY = new IntMatrix(1, 0, 0, 0, 1, 0, 0, 0, 1);
    static final IntMatrix INVERSION = IDENTITY.negative();

    private final int[] m;

    /** From nine numbers, row by row. */
    IntMatrix(int... rowByRow) {
        m = rowByRow.clone();
    }

    static IntMatrix ofColumns(int[] first, int[] second, int[] third) {
        return new IntMatrix(
                first[0], second[0], third[0], first[1], second[1], third[1], first[2], second[2], third[2]);
    }

    /** Component by row and column, 0..2. */
    public int get(int row, int column) {
        return m[3 * row + column];
    }

    int[] column(int column) {
        return new int[] {m[column], m[3 + column], m[6 + column]};
    }

    int[] row(int row) {
        return Arrays.copyOfRange(m, 3 * row, 3 * row + 3);
    }

    IntMatrix times(IntMatrix other) {
        int[] product = new int[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * i + j] += m[3 * i + k] * other.m[3 * k + j];
                }
            }
        }
        return new IntMatrix(product);
    }

    IntMatrix plus(IntMatrix other) {
        int[] sum = m.clone();
        for (int i = 0; i < 9; i++) {
            sum[i] += other.m[i];
        }
        return new IntMatrix(sum);
    }

    /** The image of a column of coordinates. */
    double[] times(double x, double y, double z) {
        return new double[] {
            m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z
        };
    }

    double[] times(double[] v) {
        return times(v[0], v[1], v[2]);
    }

    IntMatrix negative() {
        return new IntMatrix(Arrays.stream(m).map(v -> -v).toArray());
    }

    IntMatrix transpose() {
        return ofColumns(row(0), row(1), row(2));
    }

    int determinant() {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    int trace() {
        return m[0] + m[4] + m[8];
    }

    /** The rotation without the inversion in it. */
    IntMatrix proper() {
        return determinant() < 0 ? negative() : this;
    }

    /** Determinant times inverse. */
    IntMatrix adjugate() {
        return new IntMatrix(
                m[4] * m[8] - m[5] * m[7],
                m[2] * m[7] - m[1] * m[8],
                m[1] * m[5] - m[2] * m[4],
                m[5] * m[6] - m[3] * m[8],
                m[0] * m[8] - m[2] * m[6],
                m[2] * m[3] - m[0] * m[5],
                m[3] * m[7] - m[4] * m[6],
                m[1] * m[6] - m[0] * m[7],
                m[0] * m[4] - m[1] * m[3]);
    }

    /** Divided by a number, where that leaves whole numbers. */
    Optional<IntMatrix> dividedBy(int divisor) {
        return Arrays.stream(m).anyMatch(v -> v % divisor != 0)
                ? Optional.empty()
                : Optional.of(
                        new IntMatrix(Arrays.stream(m).map(v -> v / divisor).toArray()));
    }

    /** This rotation in a basis given by its columns; empty where the lattice of that basis is not invariant. */
    Optional<IntMatrix> inBasis(IntMatrix basis) {
        return basis.adjugate().times(this).times(basis).dividedBy(basis.determinant());
    }

    /** Coordinates in a basis given by its columns. */
    static double[] inBasis(double[] v, IntMatrix basis) {
        double[] scaled = basis.adjugate().times(v);
        int determinant = basis.determinant();
        return new double[] {scaled[0] / determinant, scaled[1] / determinant, scaled[2] / determinant};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntMatrix matrix && Arrays.equals(m, matrix.m);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m);
    }

    @Override
    public String toString() {
        return Arrays.toString(m);
    }
}
