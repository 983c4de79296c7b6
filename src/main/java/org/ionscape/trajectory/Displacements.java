package org.ionscape.trajectory;

import java.util.Arrays;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;

/**
 * Continuous paths of atoms through a trajectory.
 *
 * <p>Paths are unwrapped frame to frame in fractional coordinates: each increment is reduced to [−½, ½] by the nearest
 * whole number, which is the definition for skew cells too. Paths of an {@link Trajectory.Wrapping#UNWRAPPED}
 * trajectory are used as they are. Then they become Cartesian with the cell; where the cell varies, with the mean cell,
 * so that a cell that only breathes gives no diffusion. What is common to the {@code reference} atoms, weighted by
 * mass, can be subtracted.
 *
 * <p>Streams: memory is 24 bytes per frame for the common motion, plus what {@link #paths} is asked for.
 */
public final class Displacements {
    /** A fractional increment beyond which the minimum image is no longer to be trusted. */
    public static final double SUSPICIOUS = 0.4;

    private static final long BLOCK_BYTES = 4L << 20;

    private final Trajectory trajectory;
    private final int first;
    private final int frames;
    private final Cell cell;
    private final double[] driftA;
    private long suspicious;
    private int firstSuspicious = -1;

    /**
     * Reads through the frames once.
     *
     * @param trajectory the frames
     * @param firstFrame frames before this one are left out
     * @param reference atoms whose mass-weighted motion is subtracted; empty: none
     */
    public Displacements(Trajectory trajectory, int firstFrame, int[] reference, Progress progress) {
        this.trajectory = trajectory;
        this.first = firstFrame;
        this.frames = trajectory.frameCount() - firstFrame;
        this.cell = trajectory.meanCell();
        this.driftA = new double[3 * frames];
        double[] masses = trajectory.atoms().massesU();
        double total = Arrays.stream(reference).mapToDouble(i -> masses[i]).sum();
        double[] fractional = new double[3];
        stream(progress, true, (frame, path) -> {
            if (reference.length > 0) {
                Arrays.fill(fractional, 0);
                for (int atom : reference) {
                    for (int k = 0; k < 3; k++) {
                        fractional[k] += masses[atom] / total * path[3 * atom + k];
                    }
                }
                cell.toCartesian(fractional, 0, driftA, 3 * frame);
            }
        });
    }

    /** Number of frames of the paths. */
    public int frames() {
        return frames;
    }

    /** The cell that makes the paths Cartesian: the mean of all. */
    public Cell cell() {
        return cell;
    }

    /** Number of increments of a component beyond 0.4 of the cell. */
    public long suspiciousIncrements() {
        return suspicious;
    }

    /** The first frame, from 0 in the file, with such an increment; −1 when there is none. */
    public int firstSuspiciousFrame() {
        return firstSuspicious;
    }

    /** How many atoms {@link #paths} can take at once within the given bytes; at least one. */
    public int atomsWithin(long bytes) {
        return Math.clamp(bytes / (24L * frames), 1, trajectory.atoms().count());
    }

    /**
     * Displacements from the first frame, Å, common motion subtracted.
     *
     * @return 3 × atoms series of {@link #frames} values: x, y, z of the first atom, then the next
     */
    public double[][] paths(int[] atoms, Progress progress) {
        double[][] out = new double[3 * atoms.length][frames];
        double[] cartesian = new double[3];
        stream(progress, false, (frame, path) -> {
            for (int i = 0; i < atoms.length; i++) {
                cell.toCartesian(path, 3 * atoms[i], cartesian, 0);
                for (int k = 0; k < 3; k++) {
                    out[3 * i + k][frame] = cartesian[k] - driftA[3 * frame + k];
                }
            }
        });
        return out;
    }

    /** Receives the frames of {@link #positions} one after the other. */
    @FunctionalInterface
    public interface PositionVisitor {
        /**
         * One frame.
         *
         * @param frame from 0, the first that was not left out
         * @param fractional where each atom asked for is, in fractions of {@link #cell()}; used again for the next frame
         */
        void visit(int frame, double[] fractional);
    }

    /**
     * Passes through where atoms are, frame by frame: where they began plus their paths, common motion subtracted, not
     * folded into the cell.
     */
    public void positions(int[] atoms, Progress progress, PositionVisitor visitor) {
        double[] start = startFractional(atoms);
        double[] out = new double[start.length];
        double[] common = new double[3];
        stream(progress, false, (frame, path) -> {
            cell.toFractional(driftA, 3 * frame, common, 0);
            for (int i = 0; i < out.length; i++) {
                out[i] = start[i] + path[3 * atoms[i / 3] + i % 3] - common[i % 3];
            }
            visitor.visit(frame, out);
        });
    }

    /** Where atoms are in the first frame, in fractions of {@link #cell()}: three numbers each. */
    public double[] startFractional(int[] atoms) {
        double[] frame = new double[3 * trajectory.atoms().count()];
        trajectory.readFrame(first, frame);
        double[] start = new double[3 * atoms.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = frame[3 * atoms[i / 3] + i % 3];
        }
        return start;
    }

    /** The frame of the file, from 0, where the paths begin. */
    public int firstFrame() {
        return first;
    }

    private interface FrameVisitor {
        /** {@code path} holds the fractional displacement of every atom since the first frame. */
        void visit(int frame, double[] path);
    }

    private void stream(Progress progress, boolean watch, FrameVisitor visitor) {
        int width = 3 * trajectory.atoms().count();
        int block = Math.clamp(BLOCK_BYTES / (8L * width), 1, frames);
        double[] positions = new double[block * width];
        double[] previous = new double[width];
        double[] path = new double[width];
        boolean unwrap = trajectory.wrapping() == Trajectory.Wrapping.WRAPPED;
        for (int start = 0; start < frames; start += block) {
            int count = Math.min(block, frames - start);
            trajectory.readFrames(first + start, count, positions);
            progress.report(start, frames, "frames");
            for (int f = 0; f < count; f++) {
                if (start + f > 0) {
                    long odd = advance(positions, f * width, previous, path, unwrap);
                    if (watch && odd > 0) {
                        suspicious += odd;
                        firstSuspicious = firstSuspicious < 0 ? first + start + f : firstSuspicious;
                    }
                }
                System.arraycopy(positions, f * width, previous, 0, width);
                visitor.visit(start + f, path);
            }
        }
    }

    /** Adds the increments of one frame to the paths; returns how many components moved suspiciously far. */
    private static long advance(double[] positions, int at, double[] previous, double[] path, boolean unwrap) {
        long odd = 0;
        for (int i = 0; i < path.length; i++) {
            double step = positions[at + i] - previous[i];
            if (unwrap) {
                step -= Math.rint(step);
                if (step > SUSPICIOUS || step < -SUSPICIOUS) {
                    odd++;
                }
            }
            path[i] += step;
        }
        return odd;
    }
}
