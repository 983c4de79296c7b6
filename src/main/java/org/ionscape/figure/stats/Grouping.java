package org.ionscape.figure.stats;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.figure.Theme;
import org.ionscape.stats.cluster.Clusters;

/**
 * Which group each point belongs to, for its colour.
 *
 * @param kind of the groups
 * @param names of the groups
 * @param of group of each point; negative for none
 */
public record Grouping(Kind kind, List<String> names, int[] of) {
    /** What groups are. */
    public enum Kind {
        /** Classes, which have numbers. */
        CLASS,
        /** Families and other categories. */
        CATEGORY,
        /** Values in ascending bins, from blue to red. */
        VALUE
    }

    private static final int BINS = 6;

    public Grouping {
        names = List.copyOf(names);
    }

    public static Grouping of(Clusters clusters) {
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= clusters.k(); c++) {
            names.add(Integer.toString(c));
        }
        return new Grouping(Kind.CLASS, names, clusters.labels());
    }

    /** By category, the most frequent first; rows without one belong to none. */
    public static Grouping of(List<String> categories) {
        List<String> names = new ArrayList<>(categories.stream()
                .filter(c -> !c.isEmpty())
                .distinct()
                .sorted()
                .toList());
        names.sort(java.util.Comparator.comparingLong(
                n -> -categories.stream().filter(n::equals).count()));
        return new Grouping(
                Kind.CATEGORY,
                names,
                categories.stream().mapToInt(names::indexOf).toArray());
    }

    /** By value, in {@value #BINS} bins of equal width; points without one belong to none. */
    public static Grouping of(double[] values) {
        double low =
                java.util.Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high =
                java.util.Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double step = high > low ? (high - low) / BINS : 1;
        List<String> names = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            names.add(String.format(java.util.Locale.ROOT, "%.3g–%.3g", low + b * step, low + (b + 1) * step)
                    .replace('-', '−'));
        }
        return new Grouping(
                Kind.VALUE,
                names,
                java.util.Arrays.stream(values)
                        .mapToInt(v -> Double.isFinite(v) ? (int) Math.clamp((v - low) / step, 0, BINS - 1.0) : -1)
                        .toArray());
    }

    /** All alike. */
    public static Grouping none(int points) {
        int[] of = new int[points];
        return new Grouping(Kind.CLASS, List.of(""), of);
    }

    Color colour(int group, Theme theme) {
        return switch (kind) {
            case CLASS -> Palette.ofClass(group, theme);
            case CATEGORY -> group < 0 ? Palette.ofGroup("", theme) : Palette.ofGroup(names.get(group), names, theme);
            case VALUE ->
                group < 0
                        ? Palette.ofGroup("", theme)
                        : new Color(Palette.ofCorrelation(-0.8 + 1.6 * group / (BINS - 1), Theme.LIGHT));
        };
    }
}
