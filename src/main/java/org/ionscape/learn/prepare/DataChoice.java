package org.ionscape.learn.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
        chosen.removeIf(c -> tellsTarget(c, y, withTarget, dropped, warnings));
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

    /** The columns asked for, or all that can be features; codes become categories. */
    private List<Column> candidates(Table table, int[] rows, List<Problem> warnings) {
        List<Column> chosen = new ArrayList<>();
        List<String> wanted = features.isEmpty() ? table.keys() : features;
        for (String key : wanted) {
            Column column = table.column(key).orElseThrow(() -> refused("there is no column “" + key + "”"));
            boolean named = !features.isEmpty();
            if (key.equals(target) || reserved.contains(key) || exclude.contains(key) || !set.holds(key)) {
                if (named && (key.equals(target) || reserved.contains(key))) {
                    throw refused(key + " cannot be a feature: it is the "
                            + (key.equals(target) ? "target" : "column that says how rows are split"));
                }
            } else if (named || !isBookkeeping(table, column, rows, warnings)) {
                chosen.add(CODED.contains(key) ? categories(column) : column);
            }
        }
        return chosen;
    }

    /** Errors of other columns, and names that nearly every row has for itself, tell nothing of unseen rows. */
    private boolean isBookkeeping(Table table, Column column, int[] rows, List<Problem> warnings) {
        if (column.key().endsWith("_stderr")
                && table.column(column.key().replaceAll("_stderr$", "")).isPresent()) {
            return true;
        }
        if (column instanceof Column.TextColumn texts) {
            if (SPLITS.containsAll(texts.levels())) {
                return true;
            }
            int levels = texts.rows(rows).levels().size();
            if (rows.length >= 6 && levels > rows.length / 2) {
                warnings.add(Problem.of(column.key() + " has " + levels + " different texts in " + rows.length
                        + " rows: it names rows rather than kinds and was left out"));
                return true;
            }
        }
        return false;
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
        if (empty.size() == 1) {
            warnings.add(Problem.of(empty.getFirst() + " has no value in any row with a target and was left out"));
        } else if (!empty.isEmpty()) {
            warnings.add(Problem.of(empty.size() + " columns have no value in any row with a target and were left out: "
                    + String.join(", ", empty)));
        }
    }

    private boolean isIncomplete(Column rows, String key, List<String> dropped) {
        if (missing != Missing.DROP_COLUMNS || rows.present() == rows.size()) {
            return false;
        }
        dropped.add(key);
        return true;
    }

    /** Whether a feature is a function of the target and goes; one that the person named stays. */
    private boolean tellsTarget(Column column, double[] y, int[] rows, List<String> dropped, List<Problem> warnings) {
        int[] both = IntStream.of(rows).filter(column::has).toArray();
        if (column instanceof Column.TextColumn || both.length < 3) {
            return false;
        }
        double[] a = IntStream.of(both).mapToDouble(column::number).toArray();
        double[] b = IntStream.of(both).mapToDouble(i -> y[i]).toArray();
        double r = Math.abs(Pairwise.pearson(a, b));
        boolean exact = r > 1 - EXACT || (both.length >= FEWEST_FOR_MONOTONE && Pairwise.isMonotone(a, b));
        if (exact && features.isEmpty()) {
            dropped.add(column.key());
            warnings.add(Problem.of(column.key() + " is an exact function of the target and was dropped"));
            return true;
        }
        if (exact || r > DISGUISED) {
            warnings.add(Problem.of(String.format(
                    java.util.Locale.ROOT,
                    "%s is the target in disguise (|r| = %.6f): the model will look better than it is; exclude it",
                    column.key(),
                    r)));
        }
        return false;
    }

    private static InputException refused(String message) {
        return new InputException(Problem.of(message));
    }
}
