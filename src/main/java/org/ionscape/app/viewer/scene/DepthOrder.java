package org.ionscape.app.viewer.scene;

import java.util.Arrays;

/**
 * Sorts what is drawn from far to near by counting into {@value #BINS} depth bins: linear in the number of items, and
 * nothing is allocated once the arrays have grown. Items of one bin keep their order.
 */
public final class DepthOrder {
    private static final int BINS = 2048;

    private final int[] starts = new int[BINS + 1];
    private int[] order = new int[0];

    /**
     * The order of drawing.
     *
     * @param nearness of each item, 0 far to 1 near
     * @param count how many items there are
     * @return indices of the items, farthest first; valid until the next call and as far as {@code count}
     */
    public int[] sort(double[] nearness, int count) {
        if (order.length < count) {
            order = new int[Math.max(count, 2 * order.length)];
        }
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[bin(nearness[i]) + 1]++;
        }
        for (int b = 0; b < BINS; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < count; i++) {
            order[starts[bin(nearness[i])]++] = i;
        }
        return order;
    }

    private static int bin(double nearness) {
        return Math.clamp((int) (nearness * BINS), 0, BINS - 1);
    }
}
