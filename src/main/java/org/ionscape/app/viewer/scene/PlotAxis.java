package org.ionscape.app.viewer.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot.
 *
 * @param title quantity and unit
 * @param from value at its beginning
 * @param to value at its end
 * @param scale how values are spread
 */
public record PlotAxis(String title, double from, double to, Scale scale) {
    /** How values are spread over an axis. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /** A linear axis from {@code from} to a round number at or beyond {@code to}. */
    public static PlotAxis linear(String title, double from, double to) {
        double step = step(to - from, 5);
        return new PlotAxis(
                title, from, Math.max(from + step, Math.ceil((to - 1e-9 * step) / step) * step), Scale.LINEAR);
    }

    /** A linear axis that ends exactly where it is told to. */
    public static PlotAxis exactly(String title, double from, double to) {
        return new PlotAxis(title, from, to > from ? to : from + 1, Scale.LINEAR);
    }

    public static PlotAxis log(String title, double from, double to) {
        return new PlotAxis(title, from, to > from ? to : from * 10, Scale.LOG);
    }

    /** Share of the axis at which a value lies, 0 at the beginning. */
    public double share(double value) {
        return scale == Scale.LINEAR
                ? (value - from) / (to - from)
                : (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from));
    }

    /** The value at a share of the axis. */
    public double value(double share) {
        return scale == Scale.LINEAR ? from + share * (to - from) : from * Math.pow(to / from, share);
    }

    /** Values that get a tick and a number: about {@code most} of them. */
    public List<Double> ticks(int most) {
        List<Double> ticks = new ArrayList<>();
        if (scale == Scale.LOG) {
            int every = Math.max(1, (int) Math.ceil(Math.log10(to / from) / most));
            for (int e = (int) Math.ceil(Math.log10(from) - 1e-9); Math.pow(10, e) <= to * 1.000001; e += every) {
                ticks.add(Math.pow(10, e));
            }
            return ticks;
        }
        double step = step(to - from, most);
        for (double t = Math.ceil(from / step - 1e-9) * step; t <= to + 1e-9 * step; t += step) {
            ticks.add(Math.abs(t) < 1e-9 * step ? 0 : t);
        }
        return ticks;
    }

    /** Decimals that tell the ticks apart. */
    public int decimals(int most) {
        return Math.max(0, (int) -Math.floor(Math.log10(step(to - from, most)) + 1e-9));
    }

    private static double step(double span, int most) {
        double raw = Math.max(span, 1e-300) / most;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
