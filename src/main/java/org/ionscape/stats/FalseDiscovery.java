package org.ionscape.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Benjamini–Hochberg q-values (J. R. Stat. Soc. B 57, 289, 1995): with the m defined p in ascending order,
 * q_(k) = min(1, min_{j≥k} m p_(j)/j).
 */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /** q of each p, in their order; a p that is NaN has none and is not counted. */
    static double[] q(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(k -> !Double.isNaN(p[k]))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> p[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        double least = 1;
        for (int k = order.length - 1; k >= 0; k--) {
            least = Math.min(least, p[order[k]] * order.length / (k + 1));
            q[order[k]] = least;
        }
        return q;
    }
}
