package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.math.Seeds;

/**
 * Gap statistic: how far ln of the inertia lies below that of points spread evenly over the box of the data, for each k
 * (R. Tibshirani, G. Walther and T. Hastie, J. R. Stat. Soc. B 63, 411, 2001).
 *
 * @param firstK k of the first value
 * @param gap for each k from there
 * @param error of each, √(1 + 1/B) standard deviations of the reference
 */
public record Gap(int firstK, double[] gap, double[] error) {
    private static final int REFERENCES = 20;
    private static final int RESTARTS = 10;
    private static final int RESTARTS_OF_MANY = 3;
    private static final int MANY = 1000;

    public static Gap of(
            double[][] points, ClusterCounts counts, long seed, ComputeService service, Progress progress) {
        int[] ks = counts.perK().stream().mapToInt(ClusterCounts.OfK::k).toArray();
        List<Callable<double[]>> parts = new ArrayList<>();
        for (int b = 0; b < REFERENCES; b++) {
            long own = Seeds.part(seed, b);
            parts.add(() -> {
                double[][] even = even(points, new SplittableRandom(own));
                return IntStream.of(ks)
                        .mapToDouble(k -> Math.log(least(even, k, own, progress)))
                        .toArray();
            });
        }
        List<double[]> references = service.parallel(parts);
        double[] gap = new double[ks.length];
        double[] error = new double[ks.length];
        for (int i = 0; i < ks.length; i++) {
            int at = i;
            double mean = references.stream().mapToDouble(r -> r[at]).average().orElseThrow();
            double variance = references.stream()
                    .mapToDouble(r -> (r[at] - mean) * (r[at] - mean))
                    .average()
                    .orElseThrow();
            gap[i] = mean - Math.log(counts.perK().get(i).clusters().inertia());
            error[i] = Math.sqrt(variance * (1 + 1.0 / REFERENCES));
        }
        return new Gap(ks.length == 0 ? 0 : ks[0], gap, error);
    }

    /** The least k whose gap is at least that of the next less its error; the last k if there is none. */
    public int k() {
        for (int i = 0; i + 1 < gap.length; i++) {
            if (gap[i] >= gap[i + 1] - error[i + 1]) {
                return firstK + i;
            }
        }
        return firstK + gap.length - 1;
    }

    private static double[][] even(double[][] points, SplittableRandom random) {
        int dimensions = points[0].length;
        double[] low = points[0].clone();
        double[] high = points[0].clone();
        for (double[] point : points) {
            for (int d = 0; d < dimensions; d++) {
                low[d] = Math.min(low[d], point[d]);
                high[d] = Math.max(high[d], point[d]);
            }
        }
        double[][] even = new double[points.length][dimensions];
        for (double[] point : even) {
            for (int d = 0; d < dimensions; d++) {
                point[d] = low[d] + (high[d] - low[d]) * random.nextDouble();
            }
        }
        return even;
    }

    private static double least(double[][] points, int k, long seed, Progress progress) {
        double least = Double.POSITIVE_INFINITY;
        for (int restart = 0; restart < (points.length > MANY ? RESTARTS_OF_MANY : RESTARTS); restart++) {
            int[] labels = KMeans.single(points, k, Seeds.part(seed, restart), progress);
            least = Math.min(least, Clusters.of(points, labels).inertia());
        }
        return least;
    }
}
