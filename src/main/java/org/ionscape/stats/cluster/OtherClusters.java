package org.ionscape.stats.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import smile.clustering.DBSCAN;
import smile.clustering.HDBSCAN;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.UPGMALinkage;
import smile.clustering.linkage.WardLinkage;

/** Classes by other ideas than k-means, by Smile: a tree of merges, and regions where points lie dense. */
public final class OtherClusters {
    /** Ward's tree needs all distances: 5 000 rows are 50 MB. */
    public static final int MOST_ROWS = 20_000;

    private OtherClusters() {}

    /**
     * Ward's tree (J. Am. Stat. Assoc. 58, 236, 1963) cut into each number of classes of a range.
     *
     * @throws IllegalArgumentException with more than {@link #MOST_ROWS} rows or fewer than {@code toK}
     */
    public static List<Clusters> hierarchical(double[][] points, int fromK, int toK) {
        requireRows(points, Math.max(toK, 2));
        HierarchicalClustering tree = HierarchicalClustering.fit(WardLinkage.of(points));
        return IntStream.rangeClosed(fromK, toK)
                .mapToObj(k -> Clusters.of(
                        points,
                        k == 1
                                ? new int[points.length]
                                : k == points.length ? IntStream.range(0, k).toArray() : tree.partition(k)))
                .toList();
    }

    /**
     * Dense regions of any shape and density; sparse points belong to none (R. J. G. B. Campello, D. Moulavi and J. Sander,
     * PAKDD 2013, 160).
     *
     * @param leastSize rows that make a class
     * @throws IllegalArgumentException with more than {@link #MOST_ROWS} rows or fewer than {@code leastSize}
     */
    public static Clusters dense(double[][] points, int leastSize) {
        requireRows(points, leastSize);
        return withoutNoise(points, HDBSCAN.fit(points, leastSize, leastSize).group());
    }

    /**
     * A radius for {@link #dense(double[][], int, double)}: nine rows of ten have as many neighbours within it.
     *
     * @throws IllegalArgumentException with more than {@link #MOST_ROWS} rows
     */
    public static double radius(double[][] points, int neighbours, Progress progress) {
        requireRows(points, 2);
        double[] reach = new double[points.length];
        for (int row = 0; row < points.length; row++) {
            double[] from = points[row];
            double[] distances = Arrays.stream(points)
                    .mapToDouble(p -> Distance.of(from, p))
                    .sorted()
                    .toArray();
            reach[row] = distances[Math.min(neighbours, distances.length - 1)];
            progress.check();
        }
        Arrays.sort(reach);
        double found = reach[(int) (0.9 * (reach.length - 1))];
        return found > 0 ? found : Math.max(Double.MIN_NORMAL, reach[reach.length - 1]);
    }

    /**
     * Regions where each point has {@code neighbours} within {@code radius} (M. Ester et al., KDD 1996, 226).
     *
     * @throws IllegalArgumentException with more than {@link #MOST_ROWS} rows
     */
    public static Clusters dense(double[][] points, int neighbours, double radius) {
        requireRows(points, 2);
        return withoutNoise(points, DBSCAN.fit(points, neighbours, radius).group());
    }

    private static Clusters withoutNoise(double[][] points, int[] groups) {
        return Clusters.of(
                points,
                Arrays.stream(groups)
                        .map(g -> g < 0 || g == Integer.MAX_VALUE ? Clusters.NOISE : g)
                        .toArray());
    }

    private static void requireRows(double[][] points, int least) {
        if (points.length < least || points.length > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "this needs between " + least + " and " + MOST_ROWS + " rows; there are " + points.length);
        }
    }

    /**
     * An order of columns in which like stands by like: the leaves of the average-linkage tree of 1 − |r|, each pair of
     * branches turned so that the more alike ends meet. What is undefined is as far as can be.
     */
    public static int[] order(double[][] r) {
        int n = r.length;
        if (n < 3) {
            return IntStream.range(0, n).toArray();
        }
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = i == j ? 0 : Double.isNaN(r[i][j]) ? 1 : 1 - Math.abs(r[i][j]);
            }
        }
        int[][] tree = HierarchicalClustering.fit(new UPGMALinkage(distance)).tree();
        int[][] leaves = new int[2 * n - 1][];
        for (int i = 0; i < n; i++) {
            leaves[i] = new int[] {i};
        }
        for (int m = 0; m < tree.length; m++) {
            leaves[n + m] = joined(leaves[tree[m][0]], leaves[tree[m][1]], distance);
        }
        return leaves[2 * n - 2];
    }

    private static int[] joined(int[] a, int[] b, double[][] distance) {
        double[] ends = {
            distance[a[a.length - 1]][b[0]],
            distance[a[0]][b[0]],
            distance[a[a.length - 1]][b[b.length - 1]],
            distance[a[0]][b[b.length - 1]]
        };
        int best = 0;
        for (int e = 1; e < ends.length; e++) {
            best = ends[e] < ends[best] ? e : best;
        }
        int[] first = best == 1 || best == 3 ? reversed(a) : a;
        int[] second = best == 2 || best == 3 ? reversed(b) : b;
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int[] reversed(int[] values) {
        int[] back = new int[values.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = values[values.length - 1 - i];
        }
        return back;
    }
}
