package org.ionscape.learn.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.table.Column.NumberColumn;

/**
 * Drops features that say the same: the connected components of the graph with an edge where |Pearson r| reaches a
 * threshold are groups, of which one feature stays (K. Kim and D. J. Siegel, J. Mater. Chem. A 10, 2022). Cost: rows ×
 * features².
 */
public final class RedundancyFilter {
    /** The threshold of [K]. */
    public static final double THRESHOLD = 0.8;

    private RedundancyFilter() {}

    /**
     * One that goes.
     *
     * @param because the feature of its group that stays
     * @param r Pearson's correlation of the two; they may be linked by others only, and r then small
     */
    public record Dropped(String feature, String because, double r) {}

    /**
     * Two that say the same.
     *
     * @param r Pearson's correlation, at or beyond the threshold
     */
    public record Pair(String a, String b, double r) {}

    /**
     * What stays and what goes.
     *
     * @param groups features that say the same, in the order of the columns; single ones too
     */
    public record Result(List<String> kept, List<Dropped> dropped, List<List<String>> groups, List<Pair> pairs) {}

    /**
     * Groups the features and keeps one of each: the first of {@code preferred} that is in it, else its first column.
     *
     * @param columns numbers, missing ones left out pair by pair
     */
    public static Result filter(List<NumberColumn> columns, double threshold, List<String> preferred) {
        for (String name : preferred) {
            if (columns.stream().noneMatch(c -> c.key().equals(name))) {
                throw new InputException(Problem.of("“" + name + "” is to be kept but is no feature of this table"));
            }
        }
        int n = columns.size();
        double[][] r = new double[n][n];
        int[] group = IntStream.range(0, n).toArray();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                r[i][j] =
                        Pairwise.pearson(columns.get(i).values(), columns.get(j).values());
                r[j][i] = r[i][j];
                if (Math.abs(r[i][j]) >= threshold) {
                    pairs.add(new Pair(columns.get(i).key(), columns.get(j).key(), r[i][j]));
                    merge(group, group[i], group[j]);
                }
            }
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            members.computeIfAbsent(group[i], g -> new ArrayList<>()).add(i);
        }
        int[] keeps = IntStream.range(0, n).toArray();
        for (List<Integer> some : members.values()) {
            int stays = preferred.stream()
                    .flatMap(p -> some.stream().filter(i -> columns.get(i).key().equals(p)))
                    .findFirst()
                    .orElse(some.getFirst());
            some.forEach(i -> keeps[i] = stays);
        }
        return new Result(
                IntStream.range(0, n)
                        .filter(i -> keeps[i] == i)
                        .mapToObj(i -> columns.get(i).key())
                        .toList(),
                IntStream.range(0, n)
                        .filter(i -> keeps[i] != i)
                        .mapToObj(i -> new Dropped(
                                columns.get(i).key(), columns.get(keeps[i]).key(), r[i][keeps[i]]))
                        .toList(),
                members.values().stream()
                        .map(some ->
                                some.stream().map(i -> columns.get(i).key()).toList())
                        .toList(),
                pairs);
    }

    private static void merge(int[] group, int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == high ? low : group[i];
        }
    }
}
