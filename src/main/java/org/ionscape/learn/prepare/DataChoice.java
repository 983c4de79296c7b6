package org.ionscape.learn.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * What of a table is learned from.
 *
 * @param target key of the target
 * @param features keys in the order wanted; empty: every column that can be one
 * @param exclude keys that are not features
 * @param set which descriptors count
 * @param reserved columns that say how rows are split; never features
 * @param missing what is done where a feature has no value
 */
public record DataChoice(
        String target,
        List<String> features,
        List<String> exclude,
        FeatureSet set,
        List<String> reserved,
        Missing missing) {
    private static final double DISGUISED = 0.999;
    /** What an affine function of the target leaves of 1 − |r| after rounding. */
    private static final double EXACT = 1e-12;

    /** Columns of numbers that stand for categories. */
    private static final Set<String> CODED = Set.of("crystal_symmetry");

    /** A column of these says how others split the rows. */
    private static final Set<String> SPLITS = Set.of("train", "test", "validation");

    private static final int FEWEST_FOR_MONOTONE = 10;
    private static final int FEWEST_FOR_NAMES = 6;

    /** Beyond it squares overflow. */
    private static final double LARGEST = 1e150;

    /** All usable columns for a target. */
    public static DataChoice of(String target) {
        return new DataChoice(target, List.of(), List.of(), FeatureSet.ANHARMONIC, List.of(), Missing.MEDIAN);
    }

    public DataChoice {
        features = List.copyOf(features);
        exclude = List.copyOf(exclude);
        reserved = List.copyOf(reserved);
    }

    /**
     * What was chosen.
     *
     * @param rows numbers of its rows in the table given
     * @param withoutTarget rows skipped because they have no target
     * @param incomplete rows dropped because a feature is missing
     * @param filled cells that will be filled
     * @param warnings what a person should know of the choice
     */
    public record Chosen(
            Dataset data,
            int[] rows,
            int withoutTarget,
            int incomplete,
            int filled,
            List<String> droppedFeatures,
            List<Problem> warnings) {

        /** The same with other warnings. */
        public Chosen warned(List<Problem> others) {
            return new Chosen(data, rows, withoutTarget, incomplete, filled, droppedFeatures, others);
        }

        /** The same rows with some of the features. */
        public Chosen withFeatures(List<String> keys) {
            return new Chosen(
                    data.withFeatures(keys), rows, withoutTarget, incomplete, filled, droppedFeatures, warnings);
        }
    }

    /**
     * Chooses from a table.
     *
     * @throws InputException when no row has a target, the target is constant or text, or no feature is left
     */
    public Chosen from(Table table) {
        double[] y = target(table);
        int[] withTarget =
                IntStream.range(0, y.length).filter(i -> !Double.isNaN(y[i])).toArray();
        if (withTarget.length == 0) {
            throw refused("no row has a value of the target " + target);
        }
        requireVaried(y, withTarget);
        List<Problem> warnings = new ArrayList<>();
        List<Column> chosen = candidates(table, withTarget, warnings);
        List<String> dropped = new ArrayList<>();
        dropEmpty(chosen, withTarget, dropped, warnings);
        chosen.removeIf(c -> isIncomplete(c.rows(withTarget), c.key(), dropped));
        dropTargets(chosen, y, withTarget, dropped, warnings);
        if (chosen.isEmpty()) {
            throw refused("no feature is left to learn " + target + " from"
                    + (dropped.isEmpty() ? "" : "; dropped: " + String.join(", ", dropped)));
        }
        int[] rows = missing == Missing.DROP_ROWS
                ? IntStream.of(withTarget)
                        .filter(i -> chosen.stream().allMatch(c -> c.has(i)))
                        .toArray()
                : withTarget;
        if (rows.length == 0) {
            throw refused("every row lacks some feature; use --missing median or drop-columns, or fewer features");
        }
        requireVaried(y, rows);
        requireSquarable(table, chosen, rows);
        List<Column> features = chosen.stream().map(c -> c.rows(rows)).toList();
        int filled = features.stream().mapToInt(c -> rows.length - c.present()).sum();
        Dataset data = new Dataset(
                table.rows(rows),
                target,
                IntStream.of(rows).mapToDouble(i -> y[i]).toArray(),
                features);
        return new Chosen(
                data, rows, y.length - withTarget.length, withTarget.length - rows.length, filled, dropped, warnings);
    }

    private double[] target(Table table) {
        Column column = table.column(target)
                .orElseThrow(() ->
                        refused("there is no column “" + target + "”; there are " + String.join(", ", table.keys())));
        return column.asNumbers()
                .map(Column.NumberColumn::values)
                .orElseThrow(() -> refused("the target " + target + " holds text; choose a column of numbers"));
    }

    private void requireVaried(double[] y, int[] rows) {
        double first = y[rows[0]];
        if (IntStream.of(rows).allMatch(i -> y[i] == first)) {
            throw refused("the target " + target + " has the same value, " + first + ", in all " + rows.length
                    + " rows: there is nothing to learn");
        }
    }

    private void requireSquarable(Table table, List<Column> features, int[] rows) {
        Stream.concat(table.column(target).stream(), features.stream())
                .flatMap(c -> c.asNumbers().stream())
                .forEach(c -> IntStream.of(rows)
                        .filter(r -> Math.abs(c.number(r)) > LARGEST)
                        .findFirst()
                        .ifPresent(r -> {
                            throw refused(c.key() + " of " + table.rowNames().get(r) + " is " + c.number(r)
                                    + ", too large to compute with; choose another unit or leave out that row");
                        }));
    }

    /** The columns asked for, or all that can be features; codes become categories. */
    private List<Column> candidates(Table table, int[] rows, List<Problem> warnings) {
        List<Column> chosen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> wanted = features.isEmpty() ? table.keys() : features;
        for (String key : wanted) {
            Column column = table.column(key).orElseThrow(() -> refused("there is no column “" + key + "”"));
            boolean named = !features.isEmpty();
            if (key.equals(target) || reserved.contains(key) || exclude.contains(key) || !set.holds(key)) {
                if (named && (key.equals(target) || reserved.contains(key))) {
                    throw refused(key + " cannot be a feature: it is the "
                            + (key.equals(target) ? "target" : "column that says how rows are split"));
                }
            } else if (!named && column instanceof Column.TextColumn texts && namesRows(texts.rows(rows))) {
                names.add(key);
            } else if (named || !isBookkeeping(table, column)) {
                chosen.add(CODED.contains(key) ? categories(column) : column);
            }
        }
        tell(
                names,
                "names rows rather than kinds and was left out",
                "name rows rather than kinds and were left out",
                warnings);
        return chosen;
    }

    /** Errors of other columns and splits made by others tell nothing of unseen rows. */
    private static boolean isBookkeeping(Table table, Column column) {
        return column.key().endsWith("_stderr")
                        && table.column(column.key().replaceAll("_stderr$", "")).isPresent()
                || column instanceof Column.TextColumn texts && SPLITS.containsAll(texts.levels());
    }

    /** A text that nearly every row has for itself names rows rather than kinds. */
    private static boolean namesRows(Column.TextColumn texts) {
        return texts.size() >= FEWEST_FOR_NAMES
                && !SPLITS.containsAll(texts.levels())
                && texts.levels().size() > texts.size() / 2;
    }

    /** The same of several columns, in one sentence. */
    private static void tell(List<String> columns, String one, String several, List<Problem> warnings) {
        if (!columns.isEmpty()) {
            warnings.add(Problem.of(String.join(", ", columns) + " " + (columns.size() == 1 ? one : several)));
        }
    }

    private static Column categories(Column column) {
        return new Column.TextColumn(
                column.key(),
                IntStream.range(0, column.size()).mapToObj(column::text).toList());
    }

    /** Columns without any value are told together: a table of simulations alone lacks a dozen of the catalogue. */
    private static void dropEmpty(List<Column> chosen, int[] rows, List<String> dropped, List<Problem> warnings) {
        List<String> empty = chosen.stream()
                .filter(c -> c.rows(rows).present() == 0)
                .map(Column::key)
                .toList();
        chosen.removeIf(c -> empty.contains(c.key()));
        dropped.addAll(empty);
        tell(
                empty,
                "has no value in any row with a target and was left out",
                "have no value in any row with a target and were left out",
                warnings);
    }

    private boolean isIncomplete(Column rows, String key, List<String> dropped) {
        if (missing != Missing.DROP_COLUMNS || rows.present() == rows.size()) {
            return false;
        }
        dropped.add(key);
        return true;
    }

    /** Features that are functions of the target go, but those that the person named. */
    private void dropTargets(
            List<Column> chosen, double[] y, int[] rows, List<String> dropped, List<Problem> warnings) {
        List<String> exact = new ArrayList<>();
        List<String> disguised = new ArrayList<>();
        for (Column column : chosen) {
            int[] both = IntStream.of(rows).filter(column::has).toArray();
            if (column instanceof Column.TextColumn || both.length < 3) {
                continue;
            }
            double[] a = IntStream.of(both).mapToDouble(column::number).toArray();
            double[] b = IntStream.of(both).mapToDouble(i -> y[i]).toArray();
            double r = Math.abs(Pairwise.pearson(a, b));
            boolean told = r > 1 - EXACT || both.length >= FEWEST_FOR_MONOTONE && Pairwise.isMonotone(a, b);
            if (told && features.isEmpty()) {
                exact.add(column.key());
            } else if (told || r > DISGUISED) {
                disguised.add(String.format(Locale.ROOT, "%s (|r| = %.6f)", column.key(), r));
            }
        }
        chosen.removeIf(c -> exact.contains(c.key()));
        dropped.addAll(exact);
        tell(
                exact,
                "is an exact function of the target and was dropped",
                "are exact functions of the target and were dropped",
                warnings);
        tell(
                disguised,
                "is the target in disguise: the model will look better than it is; exclude it",
                "are the target in disguise: the model will look better than it is; exclude them",
                warnings);
    }

    private static InputException refused(String message) {
        return new InputException(Problem.of(message));
    }
}
