package org.ionscape.format.scan;

import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Trajectory;

/**
 * Judges whether a file continues another: by how far the atoms are from one frame to the next, about their common
 * motion, root mean square over the atoms with the minimum image. An ordinary seam is no longer than the longest
 * ordinary steps on either side.
 */
final class Seam {
    static final String GAP_MESSAGE = "the atoms jump here as in no ordinary step";
    private static final double TOO_FAR = 1.5;
    private static final double SAME_A = 1e-5;
    private static final int STEPS_LOOKED_AT = 100;

    /** What lies between two files. */
    enum Kind {
        CONTINUES,
        REPEATED,
        GAP
    }

    private final double[] last;
    private boolean any;
    private double longestA;

    Seam(int atoms) {
        last = new double[3 * atoms];
    }

    /** Takes note of a frame of the file that is being appended. */
    void pass(Cell cell, double[] frame) {
        if (any) {
            longestA = Math.max(longestA, stepA(cell, last, frame));
        }
        System.arraycopy(frame, 0, last, 0, last.length);
        any = true;
    }

    /** Judges the first frame of the next file; the seam itself is no ordinary step. */
    Kind judge(Cell cell, double[] frame, Trajectory next) {
        double seamA = stepA(cell, last, frame);
        any = false;
        if (seamA < SAME_A) {
            return Kind.REPEATED;
        }
        double[] a = frame.clone();
        double[] b = new double[frame.length];
        double longest = longestA;
        for (int f = 1; f < Math.min(STEPS_LOOKED_AT, next.frameCount()); f++) {
            next.readFrame(f, b);
            longest = Math.max(longest, stepA(next.cell(f), a, b));
            System.arraycopy(b, 0, a, 0, b.length);
        }
        return longest > 0 && seamA > TOO_FAR * longest ? Kind.GAP : Kind.CONTINUES;
    }

    static double stepA(Cell cell, double[] from, double[] to) {
        int atoms = from.length / 3;
        double[] mean = new double[3];
        double[] steps = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            double step = to[i] - from[i];
            steps[i] = step - Math.rint(step);
            mean[i % 3] += steps[i] / atoms;
        }
        double square = 0;
        double[] r = new double[3];
        for (int i = 0; i < from.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                r[k] = steps[i + k] - mean[k];
            }
            cell.toCartesian(r, 0, r, 0);
            square += r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
        }
        return Math.sqrt(square / atoms);
    }
}
