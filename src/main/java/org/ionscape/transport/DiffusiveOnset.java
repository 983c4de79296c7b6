package org.ionscape.transport;

/**
 * Where an MSD curve becomes a straight line: from there on the slope no longer differs from that of longer lags.
 *
 * <p>Ballistic flight, rattling in a cage and jumps back and forth all make the curve steeper at short lags. For
 * beginnings growing by a quarter each time, the slope of the window from there is held against that of the window from
 * four times as late. The later slope uses a part of the same data, so for a random walk the variance of their
 * difference is the difference of their variances (J. A. Hausman, Econometrica 46, 1251 (1978)). The first beginning at
 * which they agree within one standard deviation is taken.
 */
final class DiffusiveOnset {
    private static final double GROWTH = 1.25;
    private static final int LATER = 4;
    private static final int MOST_LAGS = 24;
    private static final int MOST_STEPS = 1000;

    private DiffusiveOnset() {}

    /** The window from the onset to the last lag; the last half when the curve never straightens. */
    static DiffusionFit.Window window(MsdCurve curve) {
        int max = curve.maxLag();
        int latest = max / 2;
        for (double start = 1; start * LATER < max && start < latest; start = Math.max(start + 1, start * GROWTH)) {
            if (agree(curve, (int) start, max)) {
                return new DiffusionFit.Window((int) start, max);
            }
        }
        return new DiffusionFit.Window(Math.max(1, Math.min(latest, max - 1)), max);
    }

    private static boolean agree(MsdCurve curve, int start, int max) {
        GeneralisedFit early = fit(curve, start, max);
        GeneralisedFit late = fit(curve, LATER * start, max);
        double difference = early.slope(curve.msdA2()) - late.slope(curve.msdA2());
        double variance = late.slopeVariance(curve.ions()) - early.slopeVariance(curve.ions());
        return difference * difference <= Math.max(0, variance);
    }

    private static GeneralisedFit fit(MsdCurve curve, int from, int max) {
        int[] lags = DiffusionFit.lags(new DiffusionFit.Window(Math.min(from, max - 1), max), MOST_LAGS);
        return new GeneralisedFit(curve, lags, MOST_STEPS);
    }
}
