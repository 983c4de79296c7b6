package org.ionscape.app.table;

import java.util.Arrays;
import java.util.Optional;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.figure.Markup;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;

/**
 * A column as the grid shows it. What takes a look at all its values is found when the column is first drawn: at once in
 * a short one, else by whoever asks {@link #measure} away from the window and tells it {@link #measured}.
 */
final class GridColumn {
    private static final int BINS = 10;
    /** So many values are sorted in a tenth of a millisecond. */
    private static final int SHORT = 1000;

    private static final double NUMBER_WIDTH = 60;
    private static final double WITH_ERROR_WIDTH = 116;
    private static final double TEXT_WIDTH = 120;
    private static final double SHORT_TEXT_WIDTH = 84;

    private final Column column;
    private final Descriptor descriptor;
    private final double[] errors;
    private final int[] rows;
    private final Markup symbol;
    private final double width;
    private Optional<Spread> spread = Optional.empty();

    /**
     * What the values of the rows shown have in common.
     *
     * @param low value at which heat begins, the second percentile
     * @param high value of full heat, the 98th percentile
     * @param mean of those present
     * @param present how many rows have a value
     * @param bins counts between the least and the greatest value
     * @param sorted those present, rising
     */
    record Spread(
            NumberFormatOf format, double low, double high, double mean, int present, int[] bins, double[] sorted) {
        /** Where a value lies between low and high. */
        double share(double value, TableLook.Heat heat) {
            return switch (heat) {
                case OFF -> 0;
                case LINEAR -> between(value, low, high);
                case LOG ->
                    low > 0
                            ? between(Math.log(Math.max(value, low)), Math.log(low), Math.log(high))
                            : between(value, low, high);
                case RANK -> rank(value);
            };
        }

        private static double between(double value, double from, double to) {
            return to > from ? Math.clamp((value - from) / (to - from), 0, 1) : 0;
        }

        /** Values that are alike have the middle of their ranks. */
        private double rank(double value) {
            int below = countBelow(value);
            int upTo = countBelow(Math.nextUp(value));
            return sorted.length < 2 || sorted[0] == sorted[sorted.length - 1]
                    ? 0
                    : (below + upTo - 1) / 2.0 / (sorted.length - 1);
        }

        private int countBelow(double value) {
            int from = 0;
            int to = sorted.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (sorted[middle] < value) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }

    /**
     * A column of a sheet.
     *
     * @param rows that are shown, by their number in the sheet
     */
    GridColumn(Column column, Descriptor descriptor, Optional<Column> errors, int[] rows) {
        this.column = column;
        this.descriptor = descriptor;
        this.rows = rows;
        this.errors =
                errors.flatMap(Column::asNumbers).map(NumberColumn::values).orElse(new double[0]);
        symbol = Markup.parse(column.key().equals("T") ? "*T*" : descriptor.symbol());
        width = fitting();
    }

    String key() {
        return column.key();
    }

    Descriptor descriptor() {
        return descriptor;
    }

    Markup symbol() {
        return symbol;
    }

    boolean isNumbers() {
        return column instanceof NumberColumn;
    }

    Column column() {
        return column;
    }

    /** The unit with the power of ten that the numbers are written in. */
    String unit() {
        return column instanceof NumberColumn n
                ? spread().map(s -> s.format().unit(n.unit())).orElse(NumberFormatOf.pretty(n.unit()))
                : "";
    }

    double error(int row) {
        return errors.length == 0 ? Double.NaN : errors[row];
    }

    double width() {
        return width;
    }

    private double fitting() {
        if (!isNumbers()) {
            return column.size() > 0 && column.text(0).length() < 8 ? SHORT_TEXT_WIDTH : TEXT_WIDTH;
        }
        double head = 18 + 7.5 * symbol.plain().length();
        return Math.max(head, errors.length > 0 ? WITH_ERROR_WIDTH : NUMBER_WIDTH);
    }

    /** What its numbers have in common; empty while a long column is not yet measured. */
    Optional<Spread> spread() {
        if (spread.isEmpty() && rows.length <= SHORT) {
            spread = Optional.of(measure());
        }
        return spread;
    }

    /** Tells what was measured. */
    void measured(Spread found) {
        spread = Optional.of(found);
    }

    /** Looks at all its values; on any thread. */
    Spread measure() {
        double[] values = Arrays.stream(rows).mapToDouble(column::number).toArray();
        double[] shownErrors = errors.length == 0
                ? errors
                : Arrays.stream(rows).mapToDouble(r -> errors[r]).toArray();
        double[] present =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        NumberFormatOf format = NumberFormatOf.of(values, shownErrors);
        if (present.length == 0) {
            return new Spread(format, 0, 0, Double.NaN, 0, new int[BINS], present);
        }
        double least = present[0];
        double most = present[present.length - 1];
        int[] bins = new int[BINS];
        for (double v : present) {
            bins[most > least ? (int) Math.min(BINS - 1, BINS * (v - least) / (most - least)) : BINS / 2]++;
        }
        return new Spread(
                format,
                present[(int) (0.02 * (present.length - 1))],
                present[(int) Math.ceil(0.98 * (present.length - 1))],
                Arrays.stream(present).sum() / present.length,
                present.length,
                bins,
                present);
    }

    /** Whether a key is one of errors, which stand in the cells of their values. */
    static boolean isErrors(String key) {
        return key.endsWith(Sheet.STDERR);
    }
}
