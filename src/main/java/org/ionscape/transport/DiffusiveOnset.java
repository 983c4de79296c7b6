package org.ionscape.transport;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where an MSD curve becomes a straight line: from there on the slope no longer differs from that of longer lags.
 *
 * <p>Ballistic flight, rattling in a cage and jumps back and forth all make the curve steeper at short lags. For
 * beginnings growing by a quarter each time, the slope of the window from there is held against those of the windows from
 * about four, sixteen … times as late. A later slope uses a part of the same data, so for a random walk the variance of their
 * difference is the difference of their variances (J. A. Hausman, Econometrica 46, 1251 (1978)). The first beginning at
 * which all agree within one standard deviation is taken.
 *
 * <p>Cost: one fit for each beginning, the same on 10⁴ and on 10⁵ frames ({@link GeneralisedFit}).
 */
final class DiffusiveOnset {
    private static final int BEGINNINGS_PER_FACTOR = 6;
    private static final int LATER = 4;
    private static final int MOST_LAGS = 48;
    private static final int MOST_STEPS = 2000;

    private final MsdCurve curve;
    private final int max;
    private final Map<Integer, Slope> slopes = new HashMap<>();

    private record Slope(double value, double variance) {}

    private DiffusiveOnset(MsdCurve curve) {
        this.curve = curve;
        this.max = curve.maxLag();
    }

    /** The window from the onset to the last lag; the last half when the curve never straightens. */
    static DiffusionFit.Window window(MsdCurve curve) {
        return new DiffusiveOnset(curve).window();
    }

    private DiffusionFit.Window window() {
        int latest = max / 2;
        for (int k = 0; beginning(k) * LATER < max && beginning(k) < latest; k++) {
            if (agree(k)) {
                return new DiffusionFit.Window(beginning(k), max);
            }
        }
        return new DiffusionFit.Window(Math.max(1, Math.min(latest, max - 1)), max);
    }

    /** The first lag from the given one on, from which the curve is straight to its end; empty when it never is. */
    static OptionalInt straightFrom(MsdCurve curve, int from) {
        int max = curve.maxLag();
        for (int k = 0; beginning(k) <= max / 2; k++) {
            int lag = beginning(k);
            if (lag >= from
                    && new Straightness(fit(curve, lag).bend(curve.msdA2(), curve.stderrA2(), curve.ions()), Double.NaN)
                            .isStraight()) {
                return OptionalInt.of(lag);
            }
        }
        return OptionalInt.empty();
    }

    private static GeneralisedFit fit(MsdCurve curve, int from) {
        DiffusionFit.Window window = new DiffusionFit.Window(Math.min(from, curve.maxLag() - 1), curve.maxLag());
        return new GeneralisedFit(curve, DiffusionFit.lags(window, MOST_LAGS), MOST_STEPS);
    }

    /** Evenly in their logarithm, so that a beginning four times as late is one too. */
    private static int beginning(int k) {
        return (int) Math.round(Math.pow(LATER, (double) k / BEGINNINGS_PER_FACTOR));
    }

    private boolean agree(int k) {
        Slope early = slope(beginning(k));
        for (int l = k + BEGINNINGS_PER_FACTOR; beginning(l) <= max / 2; l += BEGINNINGS_PER_FACTOR) {
            Slope late = slope(beginning(l));
            double difference = early.value() - late.value();
            if (difference * difference > Math.max(0, late.variance() - early.variance())) {
                return false;
            }
        }
        return true;
    }

    private Slope slope(int from) {
        return slopes.computeIfAbsent(from, lag -> {
            GeneralisedFit fit = fit(curve, lag);
            return new Slope(fit.slope(curve.msdA2()), fit.slopeVariance(curve.ions()));
        });
    }
}
