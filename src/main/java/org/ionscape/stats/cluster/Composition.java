package org.ionscape.stats.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * What classes are made of.
 *
 * @param categories most frequent first; rows without one are counted as {@link #UNKNOWN}
 * @param counts rows by class and category
 */
public record Composition(List<String> categories, int[][] counts) {
    public static final String UNKNOWN = "unknown";

    /** By the category of each row; an empty text is unknown. */
    public static Composition of(Clusters clusters, List<String> categoryOfRow) {
        List<String> named =
                categoryOfRow.stream().map(c -> c.isEmpty() ? UNKNOWN : c).toList();
        List<String> categories =
                new ArrayList<>(named.stream().distinct().sorted().toList());
        categories.sort(java.util.Comparator.comparingLong(
                c -> -named.stream().filter(c::equals).count()));
        int[][] counts = new int[clusters.k()][categories.size()];
        java.util.Map<String, Integer> index = new java.util.HashMap<>();
        categories.forEach(c -> index.put(c, index.size()));
        for (int row = 0; row < named.size(); row++) {
            int label = clusters.labels()[row];
            if (label != Clusters.NOISE) {
                counts[label][index.get(named.get(row))]++;
            }
        }
        return new Composition(categories, counts);
    }
}
