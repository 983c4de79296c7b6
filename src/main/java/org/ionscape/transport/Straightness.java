package org.ionscape.transport;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether an MSD curve is a straight line inside a fitted window.
 *
 * <p>A term √τ beside the line is fitted with the covariance of the line, which makes its coefficient over its error a
 * standard normal number for a random walk, seen with rattling or without. Beyond {@value #MOST_ERRORS} errors the curve
 * is called bent: 1 % of walks are, 18 errors were seen for ions in cages (Li₆PS₅Cl without site disorder).
 *
 * @param bendErrors how many standard errors the curve is from straight, positive where its slope falls with the lag;
 *     NaN when it was not looked at or there are too few lags
 * @param straightFromPs of a bent curve, where the part that is straight to the end of the curve begins, ps; NaN when
 *     there is none
 */
public record Straightness(double bendErrors, double straightFromPs) {
    static final double MOST_ERRORS = 2.6;
    static final Straightness UNKNOWN = new Straightness(Double.NaN, Double.NaN);

    /** Whether the errors of a fit are those of chance; true where nothing tells. */
    public boolean isStraight() {
        return !(Math.abs(bendErrors) > MOST_ERRORS);
    }

    /** What to say of a bent curve. */
    Optional<String> told(double fromPs, double toPs) {
        if (isStraight()) {
            return Optional.empty();
        }
        String bent = String.format(
                Locale.ROOT,
                "the MSD bends between %.4g and %.4g ps: its slope %s with the lag (%.0f standard errors from a straight"
                        + " line), so D depends on the window beyond its error; ",
                fromPs,
                toPs,
                bendErrors > 0 ? "falls" : "rises",
                Math.abs(bendErrors));
        return Optional.of(
                Double.isNaN(straightFromPs)
                        ? bent + "no later window is straight either: run longer"
                        : bent
                                + String.format(
                                        Locale.ROOT, "fit from %.4g ps on, where it is straight", straightFromPs));
    }
}
