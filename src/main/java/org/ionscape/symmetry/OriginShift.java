package org.ionscape.symmetry;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a change of origin p turns translations into others: (W − 1) p ≡ Δw modulo the lattice, for several
 * rotations at once. Whole-number elimination of rows and columns (Smith's normal form without the order of its
 * divisors) leaves d·y ≡ b row by row: solvable where d ≠ 0, and where d = 0 only if b is whole
 * (R. W. Grosse-Kunstleve, Acta Cryst. A 55, 383 (1999), section 4).
 */
final class OriginShift {
    /** What b may be off a whole number; the least it can differ is 1/6. */
    private static final double OFF = 0.04;

    private final List<int[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    /** Adds the condition of one rotation, in terms of primitive vectors. */
    void require(IntMatrix rotation, double[] difference) {
        IntMatrix less = rotation.plus(IntMatrix.INVERSION);
        for (int k = 0; k < 3; k++) {
            rows.add(less.row(k));
            targets.add(difference[k]);
        }
    }

    /** Whether one origin meets all conditions. */
    boolean exists() {
        int done = 0;
        while (done < 3 && movePivotTo(done)) {
            if (clearRow(done) && clearColumn(done)) {
                done++;
            }
        }
        return targets.stream().skip(done).allMatch(b -> Math.abs(b - Math.rint(b)) < OFF);
    }

    /** Brings the smallest component of what is left to the diagonal; false when nothing is left. */
    private boolean movePivotTo(int at) {
        int row = -1;
        int column = -1;
        int smallest = Integer.MAX_VALUE;
        for (int i = at; i < rows.size(); i++) {
            for (int j = at; j < 3; j++) {
                int size = Math.abs(rows.get(i)[j]);
                if (size > 0 && size < smallest) {
                    smallest = size;
                    row = i;
                    column = j;
                }
            }
        }
        if (row < 0) {
            return false;
        }
        java.util.Collections.swap(rows, at, row);
        java.util.Collections.swap(targets, at, row);
        for (int[] r : rows) {
            int kept = r[at];
            r[at] = r[column];
            r[column] = kept;
        }
        return true;
    }

    /** Subtracts the pivot's column from the others; false when a remainder smaller than the pivot is left. */
    private boolean clearRow(int at) {
        boolean clear = true;
        for (int j = at + 1; j < 3; j++) {
            int times = rows.get(at)[j] / rows.get(at)[at];
            for (int[] r : rows) {
                r[j] -= times * r[at];
            }
            clear &= rows.get(at)[j] == 0;
        }
        return clear;
    }

    /** Subtracts the pivot's row from the others, with its target. */
    private boolean clearColumn(int at) {
        boolean clear = true;
        int[] pivot = rows.get(at);
        for (int i = at + 1; i < rows.size(); i++) {
            int times = rows.get(i)[at] / pivot[at];
            for (int j = 0; j < 3; j++) {
                rows.get(i)[j] -= times * pivot[j];
            }
            targets.set(i, targets.get(i) - times * targets.get(at));
            clear &= rows.get(i)[at] == 0;
        }
        return clear;
    }
}
