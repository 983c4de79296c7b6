package org.ionscape.stats;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A column prepared for comparison with others: which rows it has, and its values centred and scaled to unit variance.
 *
 * @param values as given; anything not finite is missing
 * @param present rows with a value
 * @param missing rows without one, ascending
 * @param scaled (value − mean) / population standard deviation, 0 where missing and throughout a constant column
 */
record Sample(double[] values, BitSet present, int[] missing, double[] scaled) {
    /** Values that differ by a few units in their last place differ by rounding alone. */
    private static final double ROUNDING_ULPS = 4;

    static Sample of(double[] values) {
        BitSet present = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            present.set(row, Double.isFinite(values[row]));
        }
        int[] missing = new int[values.length - present.cardinality()];
        for (int row = present.nextClearBit(0), k = 0; row < values.length; row = present.nextClearBit(row + 1)) {
            missing[k++] = row;
        }
        double[] kept = present.stream().mapToDouble(row -> values[row]).toArray();
        double[] standard = standardised(kept);
        double[] scaled = new double[values.length];
        for (int row = present.nextSetBit(0), k = 0; row >= 0; row = present.nextSetBit(row + 1)) {
            scaled[row] = standard[k++];
        }
        return new Sample(values, present, missing, scaled);
    }

    int count() {
        return values.length - missing.length;
    }

    /** Whether all values are the same, up to the rounding of the last place. */
    static boolean isConstant(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return !(high - low > ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(low), Math.abs(high))));
    }

    /**
     * z-scores with the population standard deviation, by two passes and scaled first, so that neither an offset nor a
     * tiny or huge scale costs digits; zeros for a constant column.
     */
    static double[] standardised(double[] values) {
        double[] z = new double[values.length];
        if (values.length == 0 || isConstant(values)) {
            return z;
        }
        double mean = mean(values);
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        for (int k = 0; k < z.length; k++) {
            z[k] = (values[k] - mean) / largest;
        }
        double rest = mean(z);
        double squares = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] -= rest;
            squares += z[k] * z[k];
        }
        double deviation = Math.sqrt(squares / z.length);
        for (int k = 0; k < z.length; k++) {
            z[k] /= deviation;
        }
        return z;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).map(v -> v / values.length).sum();
    }
}
