package org.ionscape.learn.subset;

import java.util.Arrays;

/**
 * The rows that {@link BoostKernel} learns from and predicts, in the whole numbers it works with. Shared by threads.
 *
 * <p>A value is kept in single precision, as scikit-learn's trees keep it, less the least of its column: it is never
 * negative, so the bits of the {@code float}, read as a whole number, are in the order of the values. Targets are scaled
 * to whole numbers whose weighted sum over all rows fits into 31 bits; sums of them are exact, so a split does not depend
 * on the order in which rows are added up. Splits are chosen with the whole numbers, predictions made with the targets.
 *
 * @param bits [column][row], training rows first
 * @param hash [column][row] of the training rows; equal values share it
 * @param scaled target of each training row as a whole number
 * @param y target of each training row
 * @param asked rows to predict
 */
record BoostTable(int[][] bits, long[][] hash, int[] scaled, double[] y, int asked) {
    /** A split remembers its column in the last bits of its merit. */
    static final int MOST_COLUMNS = 1 << 12;

    static BoostTable of(double[][] trainX, double[] y, double[][] askedX) {
        int columns = trainX[0].length;
        int[][] bits = new int[columns][];
        long[][] hash = new long[columns][];
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] values = new double[trainX.length + askedX.length];
            Arrays.setAll(values, i -> i < trainX.length ? trainX[i][column] : askedX[i - trainX.length][column]);
            double least = Arrays.stream(values).min().orElseThrow();
            bits[c] = Arrays.stream(values)
                    .mapToInt(v -> Float.floatToIntBits((float) (v - least)))
                    .toArray();
            hash[c] = new long[trainX.length];
            for (int i = 0; i < trainX.length; i++) {
                hash[c][i] = SplitMix.mix(SplitMix.mix(c + 1L) + bits[c][i]);
            }
        }
        return new BoostTable(bits, hash, scaled(y), y.clone(), askedX.length);
    }

    private static int[] scaled(double[] y) {
        double low = Arrays.stream(y).min().orElseThrow();
        double high = Arrays.stream(y).max().orElseThrow();
        // (n + 1) so that rounding up cannot carry a sum beyond the last bit
        double most = Math.floor(Integer.MAX_VALUE / (y.length + 1.0));
        return Arrays.stream(y)
                .mapToInt(v -> high > low ? (int) Math.round((v - low) / (high - low) * most) : 0)
                .toArray();
    }

    int rows() {
        return y.length;
    }
}
