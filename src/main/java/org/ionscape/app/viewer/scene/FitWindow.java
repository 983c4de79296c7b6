package org.ionscape.app.viewer.scene;

/**
 * The window of lag times a line is fitted in, as a hand moves it: it stays on the curve's lags, inside the curve and
 * at least two lags wide.
 *
 * @param fromPs its beginning
 * @param toPs its end
 * @param stepPs time between lags
 * @param mostPs the largest lag
 */
public record FitWindow(double fromPs, double toPs, double stepPs, double mostPs) {
    private static final int NARROWEST = 2;

    /** Moves the beginning. */
    public FitWindow withFrom(double ps) {
        return new FitWindow(snap(Math.clamp(ps, stepPs, toPs - NARROWEST * stepPs)), toPs, stepPs, mostPs);
    }

    /** Moves the end. */
    public FitWindow withTo(double ps) {
        return new FitWindow(fromPs, snap(Math.clamp(ps, fromPs + NARROWEST * stepPs, mostPs)), stepPs, mostPs);
    }

    /** Moves the whole, as far as the curve allows. */
    public FitWindow shifted(double ps) {
        double shift = snap(Math.clamp(ps, stepPs - fromPs, mostPs - toPs));
        return new FitWindow(fromPs + shift, toPs + shift, stepPs, mostPs);
    }

    private double snap(double ps) {
        return Math.rint(ps / stepPs) * stepPs;
    }
}
