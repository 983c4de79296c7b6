package org.ionscape.app.viewer.scene;

import java.util.Arrays;

/**
 * Things to draw and their order, in arrays that are used again for the next frame: filling them allocates nothing once
 * they have grown to the scene.
 */
public class SceneItems {
    /** Colour of a segment that is an edge of the cell. */
    public static final int CELL_RAMP = -1;
    /** Colour of a point of the density; its step of density stands in place of an age. */
    public static final int CLOUD_RAMP = -2;
    /** Steps of fading with depth. */
    public static final int DEPTH_STEPS = 20;
    /** Steps of fading with age. */
    public static final int AGE_STEPS = 6;

    static final int PIECE = Trails.POINTS / AGE_STEPS;

    private final DepthOrder sorter = new DepthOrder();
    private int count;
    private int[] order = new int[0];
    private double[] nearness = new double[0];
    /** Four numbers an item: x, y, radius of an atom; both ends of a segment; first corner and length of a trail. */
    private double[] place = new double[0];

    private double[] widthPx = new double[0];
    private double[] trailX = new double[0];
    private double[] trailY = new double[0];
    private int corners;
    /** Index of an atom; −1 for a segment. */
    private int[] atomOf = new int[0];
    /** Species whose colour a segment has, or {@link #CELL_RAMP}. */
    private int[] ramp = new int[0];
    /** Age of a piece of trail from 1; 0 for what does not age. */
    private int[] age = new int[0];

    SceneItems() {}

    /** Forgets all, and makes room. */
    final void begin(int items, int trailCorners) {
        count = 0;
        corners = 0;
        reserve(items);
        if (trailX.length < trailCorners) {
            trailX = new double[trailCorners];
            trailY = new double[trailCorners];
        }
    }

    /** Brings everything into the order from far to near. */
    final void sort() {
        order = sorter.sort(nearness, count);
    }

    final void addDisc(double itsNearness, int atom, int species, double x, double y, double radiusPx) {
        int item = next(itsNearness, atom, species, 0);
        place[4 * item] = x;
        place[4 * item + 1] = y;
        place[4 * item + 2] = radiusPx;
    }

    final void addPoint(double itsNearness, int level, double x, double y) {
        int item = next(itsNearness, -1, CLOUD_RAMP, level);
        place[4 * item] = x;
        place[4 * item + 1] = y;
    }

    final void addLine(double itsNearness, int itsRamp, double itsWidthPx, double x, double y, double toX, double toY) {
        int item = next(itsNearness, -1, itsRamp, 0);
        widthPx[item] = itsWidthPx;
        place[4 * item] = x;
        place[4 * item + 1] = y;
        place[4 * item + 2] = toX;
        place[4 * item + 3] = toY;
    }

    /** How many corners of trails there are. */
    final int corners() {
        return corners;
    }

    final void addCorner(double x, double y) {
        trailX[corners] = x;
        trailY[corners++] = y;
    }

    /** A piece of trail through all corners from the given one on. */
    final void addTrail(double itsNearness, int firstCorner, int species, int itsAge, double itsWidthPx) {
        int item = next(itsNearness, -1, species, itsAge);
        widthPx[item] = itsWidthPx;
        place[4 * item] = firstCorner;
        place[4 * item + 1] = (double) corners - firstCorner;
    }

    private int next(double itsNearness, int atom, int itsRamp, int itsAge) {
        nearness[count] = itsNearness;
        atomOf[count] = atom;
        ramp[count] = itsRamp;
        age[count] = itsAge;
        return count++;
    }

    private void reserve(int items) {
        if (nearness.length < items) {
            nearness = Arrays.copyOf(nearness, items);
            place = Arrays.copyOf(place, 4 * items);
            widthPx = Arrays.copyOf(widthPx, items);
            atomOf = Arrays.copyOf(atomOf, items);
            ramp = Arrays.copyOf(ramp, items);
            age = Arrays.copyOf(age, items);
        }
    }

    /** How many items there are. */
    public final int count() {
        return count;
    }

    /** The item to draw at a place in the order, farthest first. */
    public final int item(int rank) {
        return order[rank];
    }

    /** The atom an item shows; −1 for a segment. */
    public final int atom(int item) {
        return atomOf[item];
    }

    /** The species whose colour an item has, or {@link #CELL_RAMP} or {@link #CLOUD_RAMP}. */
    public final int ramp(int item) {
        return ramp[item];
    }

    /** Which of {@link #DEPTH_STEPS} steps an item stands at, 0 the farthest. */
    public final int depthStep(int item) {
        return depthStep(nearness[item]);
    }

    static int depthStep(double nearness) {
        return Math.clamp((int) (nearness * DEPTH_STEPS), 0, DEPTH_STEPS - 1);
    }

    /** Age of a piece of trail, 1 to {@link #AGE_STEPS}; step of a point of the density; 0 for what has neither. */
    public final int age(int item) {
        return atomOf[item] >= 0 ? 0 : age[item];
    }

    public final double widthPx(int item) {
        return widthPx[item];
    }

    public final double x(int item) {
        return place[4 * item];
    }

    public final double y(int item) {
        return place[4 * item + 1];
    }

    /** The other end of a segment. */
    public final double endX(int item) {
        return place[4 * item + 2];
    }

    /** The other end of a segment. */
    public final double endY(int item) {
        return place[4 * item + 3];
    }

    /**
     * Corners of a piece of trail in pixels.
     *
     * @return how many were written
     */
    public final int trail(int item, double[] xs, double[] ys) {
        int from = (int) place[4 * item];
        int length = (int) place[4 * item + 1];
        System.arraycopy(trailX, from, xs, 0, length);
        System.arraycopy(trailY, from, ys, 0, length);
        return length;
    }

    /** Room for the corners of any piece of trail. */
    public static int mostCorners() {
        return PIECE + 2;
    }

    /** Radius of an atom's disc in pixels. */
    public final double radiusPx(int item) {
        return place[4 * item + 2];
    }

    /** The nearest atom whose disc, widened a little for the hand, lies under a point; −1 for none. */
    public final int pick(double x, double y) {
        for (int rank = count - 1; rank >= 0; rank--) {
            int item = order[rank];
            if (atomOf[item] >= 0 && Math.hypot(x(item) - x, y(item) - y) <= radiusPx(item) + 2) {
                return atomOf[item];
            }
        }
        return -1;
    }
}
