package org.ionscape.app.table;

import java.util.Arrays;
import java.util.Optional;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.figure.Markup;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;

/** A column as the grid shows it. What takes a look at all its values is found when the column is first drawn. */
final class GridColumn {
    private static final int BINS = 10;
    private static final double NUMBER_WIDTH = 60;
    private static final double WITH_ERROR_WIDTH = 108;
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
     */
    record Spread(NumberFormatOf format, double low, double high, double mean, int present, int[] bins) {}

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
        symbol = Markup.parse(descriptor.symbol());
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

    String unit() {
        return column instanceof NumberColumn n ? spread().format().unit(n.unit()) : "";
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

    /** Seen at the first call; of numbers only. */
    Spread spread() {
        if (spread.isEmpty()) {
            spread = Optional.of(measure());
        }
        return spread.get();
    }

    private Spread measure() {
        double[] values = Arrays.stream(rows).mapToDouble(column::number).toArray();
        double[] shownErrors = errors.length == 0
                ? errors
                : Arrays.stream(rows).mapToDouble(r -> errors[r]).toArray();
        double[] present =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        NumberFormatOf format = NumberFormatOf.of(values, shownErrors);
        if (present.length == 0) {
            return new Spread(format, 0, 0, Double.NaN, 0, new int[BINS]);
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
                bins);
    }

    /** Where a value lies between low and high. */
    double share(double value) {
        Spread s = spread();
        return s.high() > s.low() ? (value - s.low()) / (s.high() - s.low()) : 0;
    }

    /** Whether a key is one of errors, which stand in the cells of their values. */
    static boolean isErrors(String key) {
        return key.endsWith(Sheet.STDERR);
    }
}
