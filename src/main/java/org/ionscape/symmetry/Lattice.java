package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.crystal.Cell;

/** Short bases and rotations of a lattice given by three vectors. */
final class Lattice {
    /** Gain in squared length below which a shorter vector is rounding. */
    private static final double GAIN = 1e-10;

    /** What is subtracted at a time of a vector that is longer by more: keeps a cell skewed beyond reason within int. */
    private static final int MOST_TIMES = 1000;

    /** In a reduced basis an image of a basis vector has components of at most this. */
    private static final int REACH = 2;

    private Lattice() {}

    /** Cartesian vector, in Å, of a lattice vector given by its components. */
    static double[] vectorA(Cell cell, int[] components) {
        double[] v = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < 3; i++) {
                v[axis] += components[i] * cell.get(i, axis);
            }
        }
        return v;
    }

    static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    static double lengthA(Cell cell, int[] components) {
        double[] v = vectorA(cell, components);
        return Math.sqrt(dot(v, v));
    }

    /**
     * The basis, by its columns, that is reduced in the sense of Minkowski: no sum or difference with others shortens a
     * vector. Right-handed in space.
     */
    static IntMatrix reducedBasis(Cell cell) {
        int[][] basis = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        boolean changed = true;
        while (changed) {
            changed = shortenByPairs(cell, basis) || shortenByTwo(cell, basis);
        }
        IntMatrix matrix = IntMatrix.ofColumns(basis[0], basis[1], basis[2]);
        return isRightHanded(cell, matrix) ? matrix : matrix.negative();
    }

    private static boolean isRightHanded(Cell cell, IntMatrix basis) {
        double[] a = vectorA(cell, basis.column(0));
        double[] b = vectorA(cell, basis.column(1));
        double[] c = vectorA(cell, basis.column(2));
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                        + a[1] * (b[2] * c[0] - b[0] * c[2])
                        + a[2] * (b[0] * c[1] - b[1] * c[0])
                > 0;
    }

    private static boolean shortenByPairs(Cell cell, int[][] basis) {
        boolean changed = false;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double[] v = vectorA(cell, basis[i]);
                double[] u = vectorA(cell, basis[j]);
                int times = i == j ? 0 : Math.clamp(Math.round(dot(v, u) / dot(u, u)), -MOST_TIMES, MOST_TIMES);
                if (times != 0) {
                    changed |= replaceIfShorter(cell, basis, i, combined(basis[i], basis[j], -times));
                }
            }
        }
        return changed;
    }

    private static boolean shortenByTwo(Cell cell, int[][] basis) {
        boolean changed = false;
        for (int i = 0; i < 3; i++) {
            for (int j = -1; j <= 1; j += 2) {
                for (int k = -1; k <= 1; k += 2) {
                    int[] sum = combined(combined(basis[i], basis[(i + 1) % 3], j), basis[(i + 2) % 3], k);
                    changed |= replaceIfShorter(cell, basis, i, sum);
                }
            }
        }
        return changed;
    }

    private static boolean replaceIfShorter(Cell cell, int[][] basis, int i, int[] candidate) {
        double[] now = vectorA(cell, basis[i]);
        double[] then = vectorA(cell, candidate);
        if (dot(then, then) >= dot(now, now) * (1 - GAIN)) {
            return false;
        }
        basis[i] = candidate;
        return true;
    }

    static int[] combined(int[] u, int[] v, int times) {
        return new int[] {u[0] + times * v[0], u[1] + times * v[1], u[2] + times * v[2]};
    }

    /**
     * The rotations, proper and improper, that leave the lattice of a reduced cell invariant when ends of vectors may be
     * off by the tolerance.
     */
    static List<IntMatrix> rotations(Cell reduced, double toleranceA) {
        List<List<int[]>> images = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            images.add(vectorsOfLength(reduced, reduced.lengthA(i), toleranceA));
        }
        List<IntMatrix> rotations = new ArrayList<>();
        for (int[] a : images.get(0)) {
            for (int[] b : images.get(1)) {
                if (!anglesAgree(reduced, a, b, 2, toleranceA)) {
                    continue;
                }
                for (int[] c : images.get(2)) {
                    if (anglesAgree(reduced, b, c, 0, toleranceA) && anglesAgree(reduced, c, a, 1, toleranceA)) {
                        IntMatrix rotation = IntMatrix.ofColumns(a, b, c);
                        if (isRotation(rotation)) {
                            rotations.add(rotation);
                        }
                    }
                }
            }
        }
        return rotations;
    }

    private static boolean isRotation(IntMatrix m) {
        int trace = m.proper().trace();
        if (Math.abs(m.determinant()) != 1 || trace < -1 || trace > 3) {
            return false;
        }
        IntMatrix power = IntMatrix.IDENTITY;
        for (int i = 0; i < PointGroup.order(m); i++) {
            power = power.times(m.proper());
        }
        return power.equals(IntMatrix.IDENTITY);
    }

    private static List<int[]> vectorsOfLength(Cell cell, double lengthA, double toleranceA) {
        List<int[]> found = new ArrayList<>();
        for (int i = -REACH; i <= REACH; i++) {
            for (int j = -REACH; j <= REACH; j++) {
                for (int k = -REACH; k <= REACH; k++) {
                    int[] v = {i, j, k};
                    if (Math.abs(lengthA(cell, v) - lengthA) < toleranceA) {
                        found.add(v);
                    }
                }
            }
        }
        return found;
    }

    /** Whether two images enclose the angle of the vectors other than {@code opposite}, to a displacement of the ends. */
    private static boolean anglesAgree(Cell cell, int[] u, int[] v, int opposite, double toleranceA) {
        double[] first = vectorA(cell, u);
        double[] second = vectorA(cell, v);
        double product = Math.sqrt(dot(first, first) * dot(second, second));
        double angle = Math.acos(Math.clamp(dot(first, second) / product, -1, 1));
        double turn = angle - Math.toRadians(cell.angleDeg(opposite));
        return Math.abs(Math.sin(turn)) * Math.sqrt(product) < toleranceA && Math.abs(turn) < 1;
    }
}
