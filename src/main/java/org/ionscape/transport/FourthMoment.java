package org.ionscape.transport;

import java.util.stream.IntStream;

/** Mean fourth power of displacements at a few lags, from which the scatter of their squares follows. */
final class FourthMoment {
    private static final int LAGS = 24;
    private static final int MOST_ORIGINS = 2000;

    private final int[] lags;
    private final double[] sums;
    private final long[] counts;

    /** For lags spread evenly in their logarithm over 1 … maxLag. */
    FourthMoment(int maxLag) {
        lags = IntStream.range(0, LAGS)
                .map(i -> (int) Math.round(Math.pow(maxLag, i / (LAGS - 1.0))))
                .distinct()
                .toArray();
        sums = new double[lags.length];
        counts = new long[lags.length];
    }

    /** Adds ions; of a long path every so many origins are taken. */
    void add(double[][] paths) {
        for (int ion = 0; ion < paths.length; ion += 3) {
            for (int i = 0; i < lags.length; i++) {
                addIon(paths, ion, i);
            }
        }
    }

    private void addIon(double[][] paths, int ion, int i) {
        double[] x = paths[ion];
        double[] y = paths[ion + 1];
        double[] z = paths[ion + 2];
        int lag = lags[i];
        int stride = Math.max(1, (x.length - lag) / MOST_ORIGINS);
        for (int k = 0; k + lag < x.length; k += stride) {
            double dx = x[k + lag] - x[k];
            double dy = y[k + lag] - y[k];
            double dz = z[k + lag] - z[k];
            double square = dx * dx + dy * dy + dz * dz;
            sums[i] += square * square;
            counts[i]++;
        }
    }

    int[] lags() {
        return lags.clone();
    }

    double[] means() {
        return IntStream.range(0, lags.length)
                .mapToDouble(i -> counts[i] == 0 ? 0 : sums[i] / counts[i])
                .toArray();
    }
}
