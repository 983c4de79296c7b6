package org.ionscape.format.scan;

import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Trajectory;

/**
 * Judges whether a file continues another: by how far the atoms are from one frame to the next, about their common
 * motion, with the minimum image. At an ordinary seam the root mean square over the atoms is not much longer than in
 * the longest ordinary step on either side; nor is the way of any single atom, unless it is no farther than to the next
 * site, for a rare hop may well fall on a seam.
 */
final class Seam {
    static final String GAP_MESSAGE = "the atoms jump here as in no ordinary step";
    private static final double TOO_FAR = 1.5;
    private static final double BEYOND_NEXT_SITE_A = 4;
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
    private Step longest = new Step(0, 0);

    /** A step from one frame to the next, Å: over all atoms and of the farthest. */
    private record Step(double rmsA, double farthestA) {
        Step orLonger(Step other) {
            return new Step(Math.max(rmsA, other.rmsA), Math.max(farthestA, other.farthestA));
        }
    }

    Seam(int atoms) {
        last = new double[3 * atoms];
    }

    /** Takes note of a frame of the file that is being appended. */
    void pass(Cell cell, double[] frame) {
        if (any) {
            longest = longest.orLonger(step(cell, last, frame));
        }
        System.arraycopy(frame, 0, last, 0, last.length);
        any = true;
    }

    /** Judges a whole trajectory as the next one and passes through it; the first of all continues nothing. */
    Kind follow(Trajectory next) {
        double[] frame = new double[last.length];
        Kind kind = Kind.GAP;
        for (int f = 0; f < next.frameCount(); f++) {
            next.readFrame(f, frame);
            if (f == 0 && any) {
                kind = judge(next.cell(0), frame, next);
            }
            pass(next.cell(f), frame);
        }
        return kind;
    }

    /** Judges the first frame of the next file; the seam itself is no ordinary step. */
    Kind judge(Cell cell, double[] frame, Trajectory next) {
        Step here = step(cell, last, frame);
        any = false;
        if (here.rmsA < SAME_A) {
            return Kind.REPEATED;
        }
        double[] a = frame.clone();
        double[] b = new double[frame.length];
        Step ordinary = longest;
        for (int f = 1; f < Math.min(STEPS_LOOKED_AT, next.frameCount()); f++) {
            next.readFrame(f, b);
            ordinary = ordinary.orLonger(step(next.cell(f), a, b));
            System.arraycopy(b, 0, a, 0, b.length);
        }
        boolean allFar = here.rmsA > TOO_FAR * ordinary.rmsA;
        boolean oneFar = here.farthestA > Math.max(BEYOND_NEXT_SITE_A, TOO_FAR * ordinary.farthestA);
        return ordinary.rmsA > 0 && (allFar || oneFar) ? Kind.GAP : Kind.CONTINUES;
    }

    private static Step step(Cell cell, double[] from, double[] to) {
        int atoms = from.length / 3;
        double[] mean = new double[3];
        double[] steps = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            double step = to[i] - from[i];
            steps[i] = step - Math.rint(step);
            mean[i % 3] += steps[i] / atoms;
        }
        double square = 0;
        double farthest = 0;
        double[] r = new double[3];
        for (int i = 0; i < from.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                r[k] = steps[i + k] - mean[k];
            }
            cell.toCartesian(r, 0, r, 0);
            double way = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
            square += way;
            farthest = Math.max(farthest, way);
        }
        return new Step(Math.sqrt(square / atoms), Math.sqrt(farthest));
    }
}
