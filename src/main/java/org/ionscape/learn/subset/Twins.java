package org.ionscape.learn.subset;

import java.util.Arrays;

/**
 * Training rows that are alike in all columns of a subset. A tree cannot part them: those in its sample are predicted by
 * their weighted mean.
 */
final class Twins {
    private final BoostTable table;
    private final long[] key;
    private final int[] slot;
    private final int[] nextTwin;
    private final int[] first;
    private int groups;

    Twins(BoostTable table) {
        this.table = table;
        key = new long[table.rows()];
        slot = new int[Integer.highestOneBit(Math.max(2, table.rows())) * 4];
        nextTwin = new int[table.rows()];
        first = new int[table.rows()];
    }

    /** Finds them. Rows are compared by 64-bit keys; that two different ones share a key is not to be expected. */
    void find(int[] subset) {
        Arrays.fill(key, 0);
        for (int c : subset) {
            long[] hash = table.hash()[c];
            for (int i = 0; i < key.length; i++) {
                key[i] += hash[i];
            }
        }
        Arrays.fill(slot, -1);
        Arrays.fill(nextTwin, -1);
        int mask = slot.length - 1;
        for (int i = 0; i < key.length; i++) {
            int at = (int) SplitMix.mix(key[i]) & mask;
            while (slot[at] >= 0 && key[slot[at]] != key[i]) {
                at = (at + 1) & mask;
            }
            nextTwin[i] = slot[at];
            slot[at] = i;
        }
        groups = 0;
        for (int row : slot) {
            if (row >= 0 && nextTwin[row] >= 0) {
                first[groups++] = row;
            }
        }
    }

    /** Sets the absolute error of the rows with a count that have a twin. */
    void lose(int[] count, double[] error) {
        double[] y = table.y();
        for (int g = 0; g < groups; g++) {
            double weight = 0;
            double sum = 0;
            boolean differ = false;
            double seen = Double.NaN;
            for (int i = first[g]; i >= 0; i = nextTwin[i]) {
                if (count[i] > 0) {
                    differ |= weight > 0 && y[i] != seen;
                    seen = y[i];
                    weight += count[i];
                    sum += count[i] * y[i];
                }
            }
            for (int i = first[g]; differ && i >= 0; i = nextTwin[i]) {
                if (count[i] > 0) {
                    error[i] = Math.abs(sum / weight - y[i]);
                }
            }
        }
    }
}
