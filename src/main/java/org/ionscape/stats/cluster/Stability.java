package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.math.Seeds;
import org.ionscape.math.Shuffle;

/**
 * Whether classes come back when rows are drawn again: for each bootstrap sample the k-means classes of the rows drawn are
 * compared with the original ones on the same rows; a class's stability is the mean over samples of its largest Jaccard
 * similarity |A∩B|/|A∪B| (C. Hennig, Comput. Stat. Data Anal. 52, 258, 2007, who calls above 0.75 stable and below 0.6
 * doubtful). Other methods are given half the rows instead, without any row twice, since rows that come twice are dense
 * places of their own.
 *
 * @param perCluster mean similarity of each class; NaN for one never drawn
 * @param samples how many were drawn
 */
public record Stability(double[] perCluster, int samples) {
    /** Parts rows into classes once more. */
    @FunctionalInterface
    public interface Method {
        /** Any numbers for classes, {@link Clusters#NOISE} for none. */
        int[] labels(double[][] drawn);
    }

    private static final int SAMPLES = 50;
    private static final int RESTARTS = 10;
    /** Trees of merges cost the square of the rows. */
    private static final int MOST_DRAWN = 1000;

    public static Stability of(
            double[][] points, Clusters clusters, long seed, ComputeService service, Progress progress) {
        return of(clusters, seed, service, own -> {
            SplittableRandom random = new SplittableRandom(own);
            int[] rows = IntStream.range(0, points.length)
                    .map(i -> random.nextInt(points.length))
                    .toArray();
            return jaccard(clusters, rows, again(drawn(points, rows), clusters.k(), own, progress));
        });
    }

    /** Of classes that a method finds again in half the rows. */
    public static Stability ofHalves(
            double[][] points, Clusters clusters, Method method, long seed, ComputeService service, Progress progress) {
        return of(clusters, seed, service, own -> {
            int[] rows = IntStream.range(0, points.length).toArray();
            Shuffle.inPlace(rows, new SplittableRandom(own));
            int[] half = Arrays.copyOf(rows, Math.min(MOST_DRAWN, (points.length + 1) / 2));
            progress.check();
            return jaccard(clusters, half, method.labels(drawn(points, half)));
        });
    }

    private static Stability of(
            Clusters clusters, long seed, ComputeService service, LongFunction<double[]> similarities) {
        List<Callable<double[]>> parts = new ArrayList<>();
        for (int s = 0; s < SAMPLES; s++) {
            long own = Seeds.part(seed, s);
            parts.add(() -> similarities.apply(own));
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

    private static double[][] drawn(double[][] points, int[] rows) {
        return Arrays.stream(rows).mapToObj(r -> points[r]).toArray(double[][]::new);
    }

    private static int[] again(double[][] drawn, int wanted, long seed, Progress progress) {
        int k = Math.min(wanted, KMeans.distinct(drawn));
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
        return best;
    }

    /** Largest similarity of each original class, on the distinct rows drawn. */
    private static double[] jaccard(Clusters clusters, int[] rows, int[] labels) {
        int k = 1 + Arrays.stream(labels).max().orElse(0);
        int[][] common = new int[clusters.k()][k];
        int[] original = new int[clusters.k()];
        int[] again = new int[k];
        boolean[] seen = new boolean[clusters.labels().length];
        for (int i = 0; i < rows.length; i++) {
            int was = clusters.labels()[rows[i]];
            if (!seen[rows[i]] && was != Clusters.NOISE) {
                seen[rows[i]] = true;
                original[was]++;
                if (labels[i] != Clusters.NOISE) {
                    common[was][labels[i]]++;
                    again[labels[i]]++;
                }
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
