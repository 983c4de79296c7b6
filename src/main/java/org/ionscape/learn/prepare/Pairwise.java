package org.ionscape.learn.prepare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How two columns go together. */
final class Pairwise {
    private Pairwise() {}

    /** Pearson's r over the rows where both have values; NaN for fewer than two, or where one is constant. */
    static double pearson(double[] a, double[] b) {
        int[] both = IntStream.range(0, a.length)
                .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
                .toArray();
        double meanA = IntStream.of(both).mapToDouble(i -> a[i]).average().orElse(0);
        double meanB = IntStream.of(both).mapToDouble(i -> b[i]).average().orElse(0);
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i : both) {
            double da = a[i] - meanA;
            double db = b[i] - meanB;
            aa += da * da;
            bb += db * db;
            ab += da * db;
        }
        boolean constant = aa <= 1e-28 * both.length * meanA * meanA || bb <= 1e-28 * both.length * meanB * meanB;
        return constant || both.length < 2 ? Double.NaN : Math.clamp(ab / Math.sqrt(aa) / Math.sqrt(bb), -1, 1);
    }

    /** Whether distinct values of one go strictly up, or strictly down, with the other, ties only with ties. */
    static boolean isMonotone(double[] a, double[] b) {
        Integer[] order = new Integer[a.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> a[i]));
        int direction = 0;
        for (int i = 1; i < order.length; i++) {
            int da = Double.compare(a[order[i]], a[order[i - 1]]);
            int db = Double.compare(b[order[i]], b[order[i - 1]]);
            if ((da == 0) != (db == 0) || (direction != 0 && db != 0 && db != direction)) {
                return false;
            }
            direction = db != 0 ? db : direction;
        }
        return direction != 0;
    }
}
