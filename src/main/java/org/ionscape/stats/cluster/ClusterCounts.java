package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * Classes for several numbers k of them, to choose among them; a single one where a method finds the number itself.
 *
 * @param perK in ascending k
 */
public record ClusterCounts(List<OfK> perK) {
    public ClusterCounts {
        perK = List.copyOf(perK);
    }

    /** The classes for one k and how well they are parted. */
    public record OfK(int k, Clusters clusters, Silhouette silhouette) {}

    /**
     * Classes for each k of a range, as far as there are enough different points.
     *
     * @throws IllegalArgumentException when there are not enough for the least k
     */
    public static ClusterCounts of(
            double[][] points, int fromK, int toK, int restarts, long seed, ComputeService service, Progress progress) {
        int last = Math.max(fromK, Math.min(toK, KMeans.distinct(points)));
        List<OfK> perK = new ArrayList<>();
        for (int k = fromK; k <= last; k++) {
            double start = (k - fromK) / (last - fromK + 1.0);
            Progress part = progress.part(start, start + 1 / (last - fromK + 1.0));
            Clusters clusters = KMeans.of(points, k, restarts, seed, service, part);
            perK.add(new OfK(k, clusters, Silhouette.of(points, clusters, seed, service, part)));
        }
        return new ClusterCounts(perK);
    }

    /** What other methods found, one after the other. */
    public static ClusterCounts judged(
            double[][] points, List<Clusters> found, long seed, ComputeService service, Progress progress) {
        return new ClusterCounts(found.stream()
                .map(c -> new OfK(c.k(), c, Silhouette.of(points, c, seed, service, progress)))
                .toList());
    }

    public OfK of(int k) {
        return perK.stream()
                .filter(c -> c.k() == k)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("k = " + k + " was not computed"));
    }

    /** The k of the greatest mean silhouette; the least of several. */
    public int bySilhouette() {
        return perK.stream()
                .max(Comparator.<OfK>comparingDouble(
                                c -> Double.isNaN(c.silhouette().mean())
                                        ? -2
                                        : c.silhouette().mean())
                        .thenComparingInt(c -> -c.k()))
                .orElseThrow()
                .k();
    }

    /** The k farthest below the line from the first point of the inertia curve to the last, both axes scaled to 1. */
    public int byElbow() {
        double first = perK.getFirst().clusters().inertia();
        double last = perK.getLast().clusters().inertia();
        int best = perK.getFirst().k();
        double deepest = 0;
        for (int i = 1; i < perK.size() - 1; i++) {
            double along = i / (perK.size() - 1.0);
            double height = (perK.get(i).clusters().inertia() - last) / (first - last);
            if (1 - along - height > deepest) {
                deepest = 1 - along - height;
                best = perK.get(i).k();
            }
        }
        return best;
    }
}
