package org.ionscape.crystal;

import java.util.Arrays;

/**
 * A periodic cell: the lattice vectors a, b, c as rows, in Å. A fractional position s is Cartesian r = s₁a + s₂b + s₃c.
 * Immutable.
 */
public final class Cell {
    private final double[] vectorsA;
    private final double[] inverse;

    /**
     * A cell from its nine components in Å, row by row: ax ay az bx by bz cx cy cz.
     *
     * @throws IllegalArgumentException when there are not nine finite numbers or the vectors span no volume
     */
    public Cell(double... vectorsA) {
        if (vectorsA.length != 9) {
            throw new IllegalArgumentException("a cell has nine components, not " + vectorsA.length);
        }
        this.vectorsA = vectorsA.clone();
        double scale = lengthA(0) * lengthA(1) * lengthA(2);
        double volume = determinant(this.vectorsA);
        if (!Double.isFinite(scale) || !(Math.abs(volume) > 1e-9 * scale)) {
            throw new IllegalArgumentException("the cell vectors span no volume: " + Arrays.toString(vectorsA));
        }
        this.inverse = inverse(this.vectorsA, volume);
    }

    /** A cell from lengths in Å and angles in degrees: a along x, b in the xy plane. */
    public static Cell ofParameters(double aA, double bA, double cA, double alphaDeg, double betaDeg, double gammaDeg) {
        double cosA = Math.cos(Math.toRadians(alphaDeg));
        double cosB = Math.cos(Math.toRadians(betaDeg));
        double cosG = Math.cos(Math.toRadians(gammaDeg));
        double sinG = Math.sin(Math.toRadians(gammaDeg));
        double cy = (cosA - cosB * cosG) / sinG;
        double cz = Math.sqrt(1 - cosB * cosB - cy * cy);
        return new Cell(aA, 0, 0, bA * cosG, bA * sinG, 0, cA * cosB, cA * cy, cA * cz);
    }

    /** Component {@code axis} (0..2 for x, y, z) of lattice vector {@code vector} (0..2 for a, b, c), in Å. */
    public double get(int vector, int axis) {
        return vectorsA[3 * vector + axis];
    }

    /** The nine components in Å, row by row; a copy. */
    public double[] vectorsA() {
        return vectorsA.clone();
    }

    /** Length of lattice vector 0..2, in Å. */
    public double lengthA(int vector) {
        int i = 3 * vector;
        return Math.sqrt(
                vectorsA[i] * vectorsA[i] + vectorsA[i + 1] * vectorsA[i + 1] + vectorsA[i + 2] * vectorsA[i + 2]);
    }

    /** Angle in degrees: 0 is α between b and c, 1 is β between c and a, 2 is γ between a and b. */
    public double angleDeg(int index) {
        int u = (index + 1) % 3;
        int v = (index + 2) % 3;
        double dot = 0;
        for (int k = 0; k < 3; k++) {
            dot += get(u, k) * get(v, k);
        }
        return Math.toDegrees(Math.acos(Math.clamp(dot / (lengthA(u) * lengthA(v)), -1, 1)));
    }

    /** Volume in Å³, positive for either handedness. */
    public double volumeA3() {
        return Math.abs(determinant(vectorsA));
    }

    /** Cartesian position in Å of fractional {@code s} (three numbers from {@code from}), written to {@code out}. */
    public void toCartesian(double[] s, int from, double[] out, int to) {
        double s0 = s[from];
        double s1 = s[from + 1];
        double s2 = s[from + 2];
        for (int k = 0; k < 3; k++) {
            out[to + k] = s0 * vectorsA[k] + s1 * vectorsA[3 + k] + s2 * vectorsA[6 + k];
        }
    }

    /** Fractional position of Cartesian {@code r} in Å, written to {@code out}; the reverse of {@link #toCartesian}. */
    public void toFractional(double[] r, int from, double[] out, int to) {
        double x = r[from];
        double y = r[from + 1];
        double z = r[from + 2];
        for (int k = 0; k < 3; k++) {
            out[to + k] = x * inverse[k] + y * inverse[3 + k] + z * inverse[6 + k];
        }
    }

    /** Distance in Å between the two lattice planes that bound the cell along vector 0..2. */
    public double heightA(int vector) {
        int u = (vector + 1) % 3;
        int v = (vector + 2) % 3;
        double x = get(u, 1) * get(v, 2) - get(u, 2) * get(v, 1);
        double y = get(u, 2) * get(v, 0) - get(u, 0) * get(v, 2);
        double z = get(u, 0) * get(v, 1) - get(u, 1) * get(v, 0);
        return volumeA3() / Math.sqrt(x * x + y * y + z * z);
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    private static double[] inverse(double[] m, double det) {
        return new double[] {
            (m[4] * m[8] - m[5] * m[7]) / det,
            (m[2] * m[7] - m[1] * m[8]) / det,
            (m[1] * m[5] - m[2] * m[4]) / det,
            (m[5] * m[6] - m[3] * m[8]) / det,
            (m[0] * m[8] - m[2] * m[6]) / det,
            (m[2] * m[3] - m[0] * m[5]) / det,
            (m[3] * m[7] - m[4] * m[6]) / det,
            (m[1] * m[6] - m[0] * m[7]) / det,
            (m[0] * m[4] - m[1] * m[3]) / det
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && Arrays.equals(vectorsA, cell.vectorsA);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vectorsA);
    }

    @Override
    public String toString() {
        return "Cell" + Arrays.toString(vectorsA);
    }
}
