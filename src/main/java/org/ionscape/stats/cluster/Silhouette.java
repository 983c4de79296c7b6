package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * How much nearer a row is to its own class than to the next: s = (b − a)/max(a, b), a the mean distance to the other rows
 * of its class, b the least mean distance to the rows of another class; 0 for a class of one row (P. J. Rousseeuw,
 * J. Comput. Appl. Math. 20, 53, 1987). Cost O(rows² · dimensions); of more than {@value #MOST_ROWS} rows a random choice
 * of that many stands for all.
 *
 * @param mean over the rows judged; NaN with fewer than 2 classes
 * @param perRow NaN for rows of no class and rows not judged
 * @param judged number of rows judged
 */
public record Silhouette(double mean, double[] perRow, int judged) {
    /** Above this the squared cost is felt and a random choice of rows gives the mean to about 0.005. */
    public static final int MOST_ROWS = 10_000;

    private static final int BLOCK = 128;

    public static Silhouette of(
            double[][] points, Clusters clusters, long seed, ComputeService service, Progress progress) {
        int[] rows = chosen(clusters.labels(), seed);
        double[] perRow = new double[points.length];
        Arrays.fill(perRow, Double.NaN);
        if (clusters.k() < 2 || rows.length == 0) {
            return new Silhouette(Double.NaN, perRow, 0);
        }
        int[] sizes = new int[clusters.k()];
        for (int row : rows) {
            sizes[clusters.labels()[row]]++;
        }
        List<Callable<Boolean>> blocks = new ArrayList<>();
        for (int from = 0; from < rows.length; from += BLOCK) {
            int first = from;
            int last = Math.min(rows.length, from + BLOCK);
            blocks.add(() -> {
                for (int i = first; i < last; i++) {
                    perRow[rows[i]] = width(points, clusters.labels(), rows, rows[i], sizes);
                    progress.check();
                }
                return true;
            });
        }
        service.parallel(blocks);
        double mean = Arrays.stream(rows).mapToDouble(r -> perRow[r]).sum() / rows.length;
        return new Silhouette(mean, perRow, rows.length);
    }

    private static int[] chosen(int[] labels, long seed) {
        int[] rows = IntStream.range(0, labels.length)
                .filter(r -> labels[r] != Clusters.NOISE)
                .toArray();
        if (rows.length <= MOST_ROWS) {
            return rows;
        }
        org.ionscape.math.Shuffle.inPlace(rows, new SplittableRandom(seed));
        int[] some = Arrays.copyOf(rows, MOST_ROWS);
        Arrays.sort(some);
        return some;
    }

    private static double width(double[][] points, int[] labels, int[] rows, int row, int[] sizes) {
        double[] sums = new double[sizes.length];
        for (int other : rows) {
            sums[labels[other]] += Distance.of(points[row], points[other]);
        }
        int own = labels[row];
        if (sizes[own] < 2) {
            return 0;
        }
        double a = sums[own] / (sizes[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sizes.length; c++) {
            if (c != own && sizes[c] > 0) {
                b = Math.min(b, sums[c] / sizes[c]);
            }
        }
        double largest = Math.max(a, b);
        return largest > 0 && Double.isFinite(b) ? (b - a) / largest : 0;
    }
}
