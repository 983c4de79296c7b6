package org.ionscape.table;

import java.util.List;
import java.util.Optional;

/** A named column: numbers with a unit, or categories. */
public sealed interface Column {
    /** The name by which it is asked for, {@code "diffusion_coefficient"}. */
    String key();

    /** Number of rows. */
    int size();

    /** Whether a row has a value. */
    boolean has(int row);

    /** The value as text, empty when missing; a number so that reading it back gives the same bits. */
    String text(int row);

    /** The rows asked for, in that order. */
    Column rows(int[] rows);

    /** The number in a row, NaN when missing or when the column holds text. */
    double number(int row);

    /** The same values under another name. */
    Column named(String key);

    /** How many rows have a value. */
    default int present() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += has(row) ? 1 : 0;
        }
        return count;
    }

    /**
     * Numbers.
     *
     * @param unit empty for pure numbers and where it is not known
     * @param values by row; NaN is missing, infinities do not occur
     */
    record NumberColumn(String key, String unit, double[] values) implements Column {
        public NumberColumn {
            for (double value : values) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("infinity in column " + key);
                }
            }
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean has(int row) {
            return !Double.isNaN(values[row]);
        }

        @Override
        public double number(int row) {
            return values[row];
        }

        @Override
        public String text(int row) {
            double value = values[row];
            if (Double.isNaN(value)) {
                return "";
            }
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        @Override
        public NumberColumn rows(int[] rows) {
            double[] chosen = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[i] = values[rows[i]];
            }
            return new NumberColumn(key, unit, chosen);
        }

        @Override
        public NumberColumn named(String other) {
            return new NumberColumn(other, unit, values);
        }
    }

    /**
     * Categories.
     *
     * @param values by row; empty text is missing
     */
    record TextColumn(String key, List<String> values) implements Column {
        public TextColumn {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean has(int row) {
            return !values.get(row).isEmpty();
        }

        @Override
        public double number(int row) {
            return Double.NaN;
        }

        @Override
        public String text(int row) {
            return values.get(row);
        }

        /** The distinct categories, sorted; missing is none of them. */
        public List<String> levels() {
            return values.stream().filter(v -> !v.isEmpty()).distinct().sorted().toList();
        }

        @Override
        public TextColumn rows(int[] rows) {
            return new TextColumn(
                    key, java.util.Arrays.stream(rows).mapToObj(values::get).toList());
        }

        @Override
        public TextColumn named(String other) {
            return new TextColumn(other, values);
        }
    }

    /** This column if it holds numbers. */
    default Optional<NumberColumn> asNumbers() {
        return this instanceof NumberColumn numbers ? Optional.of(numbers) : Optional.empty();
    }
}
