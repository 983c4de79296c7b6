package org.ionscape.learn.tree;

import java.util.Arrays;
import java.util.Comparator;

/** The least value at which half of the weight is reached. */
final class WeightedMedian {
    private WeightedMedian() {}

    /** The weighted median of the first {@code count} values. */
    static double of(double[] values, double[] weights, int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
        double half = Arrays.stream(weights, 0, count).sum() / 2;
        double reached = 0;
        for (int k : order) {
            reached += weights[k];
            if (reached >= half) {
                return values[k];
            }
        }
        return values[order[count - 1]];
    }
}
