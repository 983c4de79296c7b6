package org.ionscape.stats;

import java.util.Arrays;

/**
 * A smooth curve through a cloud of points with its pointwise 95 % interval: local straight lines with tricube weights
 * over the nearest three quarters of the points (W. S. Cleveland, J. Am. Stat. Assoc. 74, 829, 1979), without robustness
 * iterations. Cost O(rows · points of the curve).
 *
 * @param x where the curve is given, ascending
 * @param y the curve
 * @param low lower end of the interval
 * @param high upper end
 */
public record Trend(double[] x, double[] y, double[] low, double[] high) {
    private static final double SPAN = 0.75;
    private static final int POINTS = 41;
    private static final int LEAST = 8;
    private static final Trend NONE = new Trend(new double[0], new double[0], new double[0], new double[0]);

    /** The trend of y over x, complete columns; empty below 8 points or when x does not vary. */
    public static Trend of(double[] x, double[] y) {
        int n = x.length;
        if (n < LEAST || Sample.isConstant(x)) {
            return NONE;
        }
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] at = new double[POINTS];
        double[] curve = new double[POINTS];
        double[] spread = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            at[k] = sorted[0] + (sorted[n - 1] - sorted[0]) * k / (POINTS - 1);
            double[] fit = local(x, y, at[k], reach(sorted, at[k]));
            curve[k] = fit[0];
            spread[k] = fit[1];
        }
        double residual = residual(x, y, at, curve);
        double[] low = new double[POINTS];
        double[] high = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double half = 1.96 * residual * spread[k];
            low[k] = curve[k] - half;
            high[k] = curve[k] + half;
        }
        return new Trend(at, curve, low, high);
    }

    /** The distance within which three quarters of the points lie, and wide enough to bridge a gap among them. */
    private static double reach(double[] sorted, double at) {
        int count = (int) Math.ceil(SPAN * sorted.length);
        int from = 0;
        int to = sorted.length - count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at - sorted[middle] > sorted[middle + count - 1] - at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        double width = sorted[sorted.length - 1] - sorted[0];
        return Math.max(Math.max(at - sorted[from], sorted[from + count - 1] - at), SPAN * width);
    }

    /** The local line's value, and the root of the sum of its squared weights. */
    private static double[] local(double[] x, double[] y, double at, double reach) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        for (double value : x) {
            double w = weight(value - at, reach);
            s0 += w;
            s1 += w * (value - at);
            s2 += w * (value - at) * (value - at);
        }
        double det = s0 * s2 - s1 * s1;
        boolean flat = det <= 1e-12 * s0 * s2;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weight(x[i] - at, reach);
            double l = flat ? w / s0 : w * (s2 - s1 * (x[i] - at)) / det;
            sum += l * y[i];
            squares += l * l;
        }
        return new double[] {sum, Math.sqrt(squares)};
    }

    private static double weight(double distance, double reach) {
        double u = Math.abs(distance) / (reach * 1.0001);
        double v = 1 - u * u * u;
        return u >= 1 ? 0 : v * v * v;
    }

    private static double residual(double[] x, double[] y, double[] at, double[] curve) {
        double step = at[1] - at[0];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double place = (x[i] - at[0]) / step;
            int k = Math.clamp((int) place, 0, POINTS - 2);
            double here = curve[k] + (place - k) * (curve[k + 1] - curve[k]);
            sum += (y[i] - here) * (y[i] - here);
        }
        // a local line of this span spends about four degrees of freedom
        return Math.sqrt(sum / Math.max(1, x.length - 4));
    }
}
