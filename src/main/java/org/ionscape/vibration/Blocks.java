package org.ionscape.vibration;

import java.util.Arrays;

/**
 * A run cut into consecutive parts, the scatter of whose values gives standard errors: as many parts of two ps as there
 * are, but four at least and ten at most; none when a part would have fewer than sixteen values.
 *
 * @param count number of parts; 0: too short to be cut
 * @param length values in each
 */
record Blocks(int count, int length) {
    private static final double PART_PS = 2;
    private static final int FEWEST = 4;
    private static final int MOST = 10;
    private static final int SHORTEST = 16;

    static Blocks of(int values, double stepPs) {
        int count = Math.clamp((long) (values * stepPs / PART_PS), FEWEST, MOST);
        return values / count < SHORTEST ? new Blocks(0, 0) : new Blocks(count, values / count);
    }

    int start(int block) {
        return block * length;
    }

    /**
     * Of the mean of values that are independent; NaN with fewer than three, and where all are the same: blocks too short
     * to have a second bin below 30 meV agree on it whatever the motion.
     */
    static double standardError(double[] values) {
        if (values.length < 3) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return squares > 0 ? Math.sqrt(squares / (values.length - 1.0) / values.length) : Double.NaN;
    }
}
