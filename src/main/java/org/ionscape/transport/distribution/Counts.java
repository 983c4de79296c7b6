package org.ionscape.transport.distribution;

/**
 * A histogram of distances that is smooth when there are few of them: what was counted is spread by a Gaussian, and so
 * is what would be expected of it, so that their quotient is unbiased up to the ends.
 */
final class Counts {
    /** Width of a bin, Å. */
    static final double BIN_A = 0.02;

    private static final double LEAST_SMOOTHING_A = 0.03;
    private static final double MOST_SMOOTHING_A = 0.25;
    private static final double PAIRS_AT_LEAST = 1e6;
    private static final double REACH = 4;

    private Counts() {}

    static int bins(double maxA) {
        return Math.max(1, (int) Math.floor(maxA / BIN_A));
    }

    static double[] middles(int bins) {
        double[] middles = new double[bins];
        for (int i = 0; i < bins; i++) {
            middles[i] = (i + 0.5) * BIN_A;
        }
        return middles;
    }

    /** Adds the nearest image of a fractional difference (s, t, u) to the histogram of the cell's vectors {@code m}. */
    static void tally(double s, double t, double u, double[] m, double[] bins) {
        double a = s - Math.rint(s);
        double b = t - Math.rint(t);
        double c = u - Math.rint(u);
        double x = a * m[0] + b * m[3] + c * m[6];
        double y = a * m[1] + b * m[4] + c * m[7];
        double z = a * m[2] + b * m[5] + c * m[8];
        double squared = x * x + y * y + z * z;
        double edge = bins.length * BIN_A;
        if (squared < edge * edge) {
            bins[Math.min(bins.length - 1, (int) (Math.sqrt(squared) / BIN_A))]++;
        }
    }

    /** Volume of the shell of a bin, Å³. */
    static double shellA3(int bin) {
        double inner = bin * BIN_A;
        double outer = inner + BIN_A;
        return 4 * Math.PI / 3 * (outer * outer * outer - inner * inner * inner);
    }

    /** The width that suits so many distances: wider when there are fewer, by the usual power −1/5. */
    static double smoothingA(double counted) {
        return Math.clamp(
                LEAST_SMOOTHING_A * Math.pow(PAIRS_AT_LEAST / Math.max(1, counted), 0.2),
                LEAST_SMOOTHING_A,
                MOST_SMOOTHING_A);
    }

    /** Spreads values over neighbouring bins by a Gaussian cut off at four standard deviations. */
    static double[] spread(double[] values, double smoothingA) {
        int reach = (int) Math.ceil(REACH * smoothingA / BIN_A);
        double[] weight = new double[reach + 1];
        for (int d = 0; d <= reach; d++) {
            weight[d] = Math.exp(-0.5 * Math.pow(d * BIN_A / smoothingA, 2));
        }
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int to = Math.min(values.length - 1, i + reach);
                for (int j = Math.max(0, i - reach); j <= to; j++) {
                    out[j] += values[i] * weight[Math.abs(i - j)];
                }
            }
        }
        return out;
    }

    /** Counted over expected, both spread; where nothing is expected, nothing. */
    static double[] quotient(double[] counted, double[] expected, double smoothingA) {
        double[] above = spread(counted, smoothingA);
        double[] below = spread(expected, smoothingA);
        for (int i = 0; i < above.length; i++) {
            above[i] = below[i] > 0 ? above[i] / below[i] : 0;
        }
        return above;
    }
}
