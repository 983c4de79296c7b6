package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.math.Seeds;

/**
 * Whether classes come back when rows are drawn again: for each bootstrap sample the k-means classes of the rows drawn are
 * compared with the original ones on the same rows; a class's stability is the mean over samples of its largest Jaccard
 * similarity |A∩B|/|A∪B| (C. Hennig, Comput. Stat. Data Anal. 52, 258, 2007, who calls above 0.75 stable and below 0.6
 * doubtful).
 *
 * @param perCluster mean similarity of each class; NaN for one never drawn
 * @param samples how many were drawn
 */
public record Stability(double[] perCluster, int samples) {
    private static final int SAMPLES = 50;
    private static final int RESTARTS = 10;

    public static Stability of(
            double[][] points, Clusters clusters, long seed, ComputeService service, Progress progress) {
        List<Callable<double[]>> parts = new ArrayList<>();
        for (int s = 0; s < SAMPLES; s++) {
            long own = Seeds.part(seed, s);
            parts.add(() -> similarities(points, clusters, own, progress));
        }
        List<double[]> all = service.parallel(parts);
        double[] mean = new double[clusters.k()];
        for (int c = 0; c < mean.length; c++) {
            int at = c;
            mean[c] = all.stream()
                    .mapToDouble(a -> a[at])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
        }
        return new Stability(mean, SAMPLES);
    }

    private static double[] similarities(double[][] points, Clusters clusters, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = IntStream.range(0, points.length)
                .map(i -> random.nextInt(points.length))
                .toArray();
        double[][] drawn = Arrays.stream(rows).mapToObj(r -> points[r]).toArray(double[][]::new);
        int k = Math.min(clusters.k(), KMeans.distinct(drawn));
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (int restart = 0; restart < RESTARTS; restart++) {
            int[] labels = KMeans.single(drawn, k, Seeds.part(seed, restart), progress);
            double inertia = Clusters.of(drawn, labels).inertia();
            if (inertia < least) {
                least = inertia;
                best = labels;
            }
        }
        return jaccard(clusters, rows, best, k);
    }

    /** Largest similarity of each original class, on the distinct rows drawn. */
    private static double[] jaccard(Clusters clusters, int[] rows, int[] labels, int k) {
        int[][] common = new int[clusters.k()][k];
        int[] original = new int[clusters.k()];
        int[] again = new int[k];
        boolean[] seen = new boolean[clusters.labels().length];
        for (int i = 0; i < rows.length; i++) {
            int was = clusters.labels()[rows[i]];
            if (!seen[rows[i]] && was != Clusters.NOISE) {
                seen[rows[i]] = true;
                common[was][labels[i]]++;
                original[was]++;
                again[labels[i]]++;
            }
        }
        double[] largest = new double[clusters.k()];
        for (int c = 0; c < largest.length; c++) {
            largest[c] = original[c] == 0 ? Double.NaN : 0;
            for (int d = 0; d < k && original[c] > 0; d++) {
                largest[c] = Math.max(largest[c], common[c][d] / (double) (original[c] + again[d] - common[c][d]));
            }
        }
        return largest;
    }
}
