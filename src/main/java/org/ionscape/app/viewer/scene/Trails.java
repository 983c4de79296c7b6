package org.ionscape.app.viewer.scene;

import java.util.Arrays;

/**
 * Where the mobile ions were: their positions at up to {@value #POINTS} earlier times, evenly spaced, kept in a ring so
 * that playing on reads only what is new.
 */
public final class Trails {
    static final int POINTS = 48;
    private static final int MOST_SEGMENTS = 4000;

    private final FramePaths.Cursor cursor;
    private final int[] ions;
    private final int points;
    private final double[][] ring;
    private final int[] frameInSlot;
    private final double[] scratch;
    private int strideFrames = 1;
    private int newest = -1;

    /**
     * Trails of some atoms.
     *
     * @param ions indices of the atoms
     */
    public Trails(FramePaths paths, int[] ions) {
        this.cursor = paths.cursor();
        this.ions = ions;
        this.points = ions.length == 0 ? 0 : Math.clamp(MOST_SEGMENTS / ions.length, 0, POINTS);
        this.ring = new double[points][3 * ions.length];
        this.frameInSlot = new int[points];
        this.scratch = new double[3 * paths.trajectory().atoms().count()];
        Arrays.fill(frameInSlot, -1);
    }

    /** How many frames a trail reaches back. */
    public void length(int frames) {
        int stride = Math.max(1, frames / Math.max(1, points));
        if (stride != strideFrames) {
            strideFrames = stride;
            Arrays.fill(frameInSlot, -1);
        }
    }

    /** Makes the trails end at a frame. */
    public void endAt(int frame) {
        newest = frame / strideFrames;
        for (int back = count() - 1; back >= 0; back--) {
            int grid = newest - back;
            int slot = grid % points;
            if (frameInSlot[slot] != grid) {
                cursor.positionsA(grid * strideFrames, FramePaths.Folding.UNWRAPPED, scratch);
                for (int i = 0; i < ions.length; i++) {
                    System.arraycopy(scratch, 3 * ions[i], ring[slot], 3 * i, 3);
                }
                frameInSlot[slot] = grid;
            }
        }
    }

    /** How many points the trails have at present. */
    public int count() {
        return points == 0 ? 0 : Math.min(points, newest + 1);
    }

    /** Positions in Å of all ions at a point of the trail; 0 is the newest. */
    double[] pointA(int back) {
        return ring[(newest - back) % points];
    }

    int[] ions() {
        return ions;
    }
}
