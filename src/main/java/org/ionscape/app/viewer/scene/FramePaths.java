package org.ionscape.app.viewer.scene;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.trajectory.Trajectory;

/**
 * Any frame of a trajectory with its paths continuous or folded into the cell. Continuous paths need the number of cells
 * each atom has passed through since the start; these are noted every {@value #SPACING} frames in one pass and followed
 * on from the nearest note, so that scrubbing costs no more than playing.
 */
public final class FramePaths {
    /** Whether atoms are shown where their paths led them or folded into the cell. */
    public enum Folding {
        UNWRAPPED,
        WRAPPED
    }

    private static final int SPACING = 32;

    private final Trajectory trajectory;
    private final List<int[]> notes = new ArrayList<>();
    private final int width;
    private final boolean follow;

    /**
     * Passes through the frames once.
     *
     * @param startImages whole lattice vectors added to the positions of the first frame, 3 × atoms
     */
    public FramePaths(Trajectory trajectory, int[] startImages, Progress progress) {
        this.trajectory = trajectory;
        this.width = startImages.length;
        this.follow = trajectory.wrapping() == Trajectory.Wrapping.WRAPPED;
        int[] images = startImages.clone();
        notes.add(images.clone());
        if (follow) {
            double[] previous = new double[width];
            double[] now = new double[width];
            trajectory.readFrame(0, previous);
            for (int f = 1; f < trajectory.frameCount(); f++) {
                trajectory.readFrame(f, now);
                advance(previous, now, images);
                System.arraycopy(now, 0, previous, 0, width);
                if (f % SPACING == 0) {
                    notes.add(images.clone());
                    progress.report(f, trajectory.frameCount(), "frames");
                }
            }
        }
    }

    private static void advance(double[] previous, double[] now, int[] images) {
        for (int i = 0; i < images.length; i++) {
            images[i] -= (int) Math.rint(now[i] - previous[i]);
        }
    }

    public Trajectory trajectory() {
        return trajectory;
    }

    /** A place in the frames to read from; each reader takes its own. */
    public Cursor cursor() {
        return new Cursor();
    }

    /** Reads frames; quick for one frame after the other. Allocates nothing. */
    public final class Cursor {
        private final int[] images = new int[width];
        private final double[] raw = new double[width];
        private final double[] next = new double[width];
        private int at = -1;

        /** Positions of a frame in Å. */
        public void positionsA(int frame, Folding folding, double[] out) {
            seek(frame);
            if (folding == Folding.UNWRAPPED) {
                for (int i = 0; i < width; i++) {
                    out[i] = raw[i] + images[i];
                }
            } else {
                for (int i = 0; i < width; i++) {
                    out[i] = raw[i] - Math.floor(raw[i]);
                }
            }
            var cell = trajectory.cell(frame);
            for (int i = 0; i < width; i += 3) {
                cell.toCartesian(out, i, out, i);
            }
        }

        private void seek(int frame) {
            if (!follow) {
                System.arraycopy(notes.getFirst(), 0, images, 0, width);
                trajectory.readFrame(frame, raw);
                at = frame;
                return;
            }
            int note = frame / SPACING;
            if (at < 0 || at > frame || at < note * SPACING) {
                at = note * SPACING;
                System.arraycopy(notes.get(note), 0, images, 0, width);
                trajectory.readFrame(at, raw);
            }
            while (at < frame) {
                at++;
                trajectory.readFrame(at, next);
                advance(raw, next, images);
                System.arraycopy(next, 0, raw, 0, width);
            }
        }
    }
}
