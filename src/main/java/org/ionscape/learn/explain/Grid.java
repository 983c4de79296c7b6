package org.ionscape.learn.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.table.Column;

/**
 * Values of a feature at which a model is asked.
 *
 * @param feature the column they are of
 * @param values the values as a column of their own
 * @param density how the training rows lie
 */
public record Grid(Column feature, Column values, Density density) {
    private static final int BINS = 24;

    /**
     * Where the training rows lie along a feature, in bins of equal width.
     *
     * @param edges one more than counts; for categories 0, 1, 2 …
     */
    public record Density(double[] edges, int[] counts) {}

    /**
     * The unique percentiles 0 … 100 of some rows, or the categories there are.
     *
     * @throws InputException when the rows have no value of it
     */
    static Grid of(Column feature, int[] rows, int points) {
        if (IntStream.of(rows).noneMatch(feature::has)) {
            throw new InputException(Problem.of("no row has a value of " + feature.key()));
        }
        return switch (feature) {
            case Column.NumberColumn numbers -> of(numbers, rows, points);
            case Column.TextColumn texts -> of(texts, rows);
        };
    }

    private static Grid of(Column.NumberColumn feature, int[] rows, int points) {
        double[] sorted = IntStream.of(rows)
                .filter(feature::has)
                .mapToDouble(feature::number)
                .sorted()
                .toArray();
        double[] grid = IntStream.range(0, points)
                .mapToDouble(k -> percentile(sorted, (double) k / (points - 1)))
                .distinct()
                .toArray();
        double low = sorted[0];
        double width = (sorted[sorted.length - 1] - low) / BINS;
        double[] edges =
                IntStream.rangeClosed(0, BINS).mapToDouble(b -> low + b * width).toArray();
        int[] counts = new int[BINS];
        for (double value : sorted) {
            counts[width > 0 ? Math.min(BINS - 1, (int) ((value - low) / width)) : 0]++;
        }
        return new Grid(
                feature, new Column.NumberColumn(feature.key(), feature.unit(), grid), new Density(edges, counts));
    }

    private static Grid of(Column.TextColumn feature, int[] rows) {
        Column.TextColumn some = feature.rows(rows);
        List<String> levels = some.levels();
        double[] edges =
                IntStream.rangeClosed(0, levels.size()).asDoubleStream().toArray();
        int[] counts = new int[levels.size()];
        some.values().stream().filter(v -> !v.isEmpty()).forEach(v -> counts[levels.indexOf(v)]++);
        return new Grid(feature, new Column.TextColumn(feature.key(), levels), new Density(edges, counts));
    }

    /** Between the two nearest ranks, linearly. */
    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    public int size() {
        return values.size();
    }

    /** Where the values lie on an axis: themselves, or 0, 1, 2 … for categories. */
    public double[] positions() {
        return switch (values) {
            case Column.NumberColumn numbers -> numbers.values();
            case Column.TextColumn texts ->
                IntStream.range(0, texts.size()).asDoubleStream().toArray();
        };
    }

    /** The row number of one value for every one of so many rows. */
    int[] everywhere(int value, int rows) {
        int[] same = new int[rows];
        Arrays.fill(same, value);
        return same;
    }
}
