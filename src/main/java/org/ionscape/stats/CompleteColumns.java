package org.ionscape.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns without a missing value and without a constant one, for methods that need a full matrix, and what it took to
 * get them.
 *
 * @param values by column kept and row kept
 * @param columns kept, as indices into those given
 * @param rows kept, as indices into those given
 * @param empty columns left out because they hold no value
 * @param constant columns left out because they hold one value only
 * @param incomplete columns left out because they lack values
 * @param filled values that were missing and are now the median of their column
 */
public record CompleteColumns(
        double[][] values,
        int[] columns,
        int[] rows,
        List<Integer> empty,
        List<Integer> constant,
        List<Integer> incomplete,
        int filled) {

    /** Completes the columns given, by column and row; what is not finite is missing. */
    public static CompleteColumns of(double[][] given, MissingPolicy policy) {
        int rowCount = given.length == 0 ? 0 : given[0].length;
        List<Integer> empty = new ArrayList<>();
        List<Integer> incomplete = new ArrayList<>();
        List<Integer> candidates = new ArrayList<>();
        for (int c = 0; c < given.length; c++) {
            long present = Arrays.stream(given[c]).filter(Double::isFinite).count();
            if (present == 0) {
                empty.add(c);
            } else if (present < rowCount && policy == MissingPolicy.DROP_COLUMNS) {
                incomplete.add(c);
            } else {
                candidates.add(c);
            }
        }
        int[] rows = IntStream.range(0, rowCount)
                .filter(row -> policy != MissingPolicy.DROP_ROWS
                        || candidates.stream().allMatch(c -> Double.isFinite(given[c][row])))
                .toArray();
        List<Integer> constant = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        int filled = 0;
        for (int c : candidates) {
            double[] column =
                    Arrays.stream(rows).mapToDouble(row -> given[c][row]).toArray();
            int gaps = fill(column);
            if (Sample.isConstant(column)) {
                constant.add(c);
            } else {
                kept.add(c);
                values.add(column);
                filled += gaps;
            }
        }
        return new CompleteColumns(
                values.toArray(double[][]::new),
                kept.stream().mapToInt(Integer::intValue).toArray(),
                rows,
                empty,
                constant,
                incomplete,
                filled);
    }

    private static int fill(double[] column) {
        double[] present =
                Arrays.stream(column).filter(Double::isFinite).sorted().toArray();
        if (present.length == column.length) {
            return 0;
        }
        double low = present[(present.length - 1) / 2];
        double median = low + (present[present.length / 2] - low) / 2;
        for (int row = 0; row < column.length; row++) {
            if (!Double.isFinite(column[row])) {
                column[row] = median;
            }
        }
        return column.length - present.length;
    }

    /** Values by row: z-scores with the population standard deviation. */
    public double[][] standardisedRows() {
        double[][] z = Arrays.stream(values).map(Sample::standardised).toArray(double[][]::new);
        double[][] byRow = new double[rows.length][columns.length];
        for (int c = 0; c < z.length; c++) {
            for (int row = 0; row < rows.length; row++) {
                byRow[row][c] = z[c][row];
            }
        }
        return byRow;
    }
}
