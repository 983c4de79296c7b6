package org.ionscape.transport;

/**
 * Where an MSD curve becomes a straight line: from there on the slope no longer differs from that of longer lags.
 *
 * <p>Ballistic flight, rattling in a cage and jumps back and forth all make the curve steeper at short lags. For
 * beginnings growing by a quarter each time, the slope of the window from there is held against those of the windows from
 * four, sixteen … times as late. A later slope uses a part of the same data, so for a random walk the variance of their
 * difference is the difference of their variances (J. A. Hausman, Econometrica 46, 1251 (1978)). The first beginning at
 * which all agree within one standard deviation is taken.
 */
final class DiffusiveOnset {
    private static final double GROWTH = 1.25;
    private static final int LATER = 4;
    private static final int MOST_LAGS = 48;
    private static final int MOST_STEPS = 2000;

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
        double earlySlope = early.slope(curve.msdA2());
        double earlyVariance = early.slopeVariance(curve.ions());
        for (long later = (long) LATER * start; later <= max / 2; later *= LATER) {
            GeneralisedFit late = fit(curve, (int) later, max);
            double difference = earlySlope - late.slope(curve.msdA2());
            if (difference * difference > Math.max(0, late.slopeVariance(curve.ions()) - earlyVariance)) {
                return false;
            }
        }
        return true;
    }

    private static GeneralisedFit fit(MsdCurve curve, int from, int max) {
        int[] lags = DiffusionFit.lags(new DiffusionFit.Window(Math.min(from, max - 1), max), MOST_LAGS);
        return new GeneralisedFit(curve, lags, MOST_STEPS);
    }
}
