package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Tick marks at round values.
 *
 * @param major labelled
 * @param minor between them
 */
public record Ticks(List<Double> major, List<Double> minor) {
    public static Ticks of(Figure.Range range, Figure.Scale scale, int about) {
        return scale == Figure.Scale.LOG ? decades(range, about) : linear(range, about);
    }

    private static Ticks linear(Figure.Range range, int about) {
        double rough = (range.high() - range.low()) / Math.max(1, about);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        double step = (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
        List<Double> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        long first = (long) Math.ceil(range.low() / step * 2 - 1e-9);
        for (long i = first; i * step / 2 <= range.high() + 1e-9 * step; i++) {
            (i % 2 == 0 ? major : minor).add(i * step / 2);
        }
        return new Ticks(major, minor);
    }

    private static Ticks decades(Figure.Range range, int about) {
        int low = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
        int high = (int) Math.floor(Math.log10(range.high()) + 1e-9);
        int every = Math.max(1, (high - low + about) / Math.max(1, about));
        List<Double> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int e = low - 1; e <= high; e++) {
            if (e >= low && (e - low) % every == 0) {
                major.add(Math.pow(10, e));
            }
            for (int k = 2; k < 10 && every == 1; k++) {
                double value = k * Math.pow(10, e);
                if (value >= range.low() && value <= range.high()) {
                    minor.add(value);
                }
            }
        }
        if (major.size() < 2) { // less than two decades: label what lies between
            major.addAll(minor);
            Collections.sort(major);
            List<Double> round = major.stream().filter(Ticks::isRound).toList();
            return major.size() > about && round.size() > 1 ? new Ticks(round, minor) : new Ticks(major, List.of());
        }
        return new Ticks(major, minor);
    }

    /** Whether a value begins with 1, 2 or 5. */
    private static boolean isRound(double value) {
        long digit = Math.round(value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9)));
        return digit == 1 || digit == 2 || digit == 5;
    }

    /** A value as markup: powers of ten on a logarithmic axis, else as many decimals as the spacing needs. */
    public String label(double value, Figure.Scale scale) {
        if (scale == Figure.Scale.LOG) {
            double exponent = Math.log10(value);
            if (Math.abs(exponent - Math.rint(exponent)) < 1e-9) {
                int e = (int) Math.rint(exponent);
                return e >= 0 && e <= 3
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : "10^{" + minus(Integer.toString(e)) + "}";
            }
            int e = (int) Math.floor(exponent);
            return Math.abs(exponent) > 3
                    ? Math.round(value / Math.pow(10, e)) + "×10^{" + minus(Integer.toString(e)) + "}"
                    : minus(String.format(Locale.ROOT, "%.3g", value)
                            .replaceAll("(\\.\\d*?)0+$", "$1")
                            .replaceAll("\\.$", ""));
        }
        double step = major.size() > 1 ? major.get(1) - major.get(0) : Math.max(Math.abs(value), 1);
        int decimals = (int) Math.clamp(Math.ceil(-Math.log10(step) + 1e-9), 0, 8);
        if (Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6) {
            decimals++;
        }
        double largest =
                major.isEmpty() ? Math.abs(value) : Math.max(Math.abs(major.getFirst()), Math.abs(major.getLast()));
        if (value != 0 && (largest >= 1e5 || largest < 1e-3)) {
            int e = (int) Math.floor(Math.log10(Math.abs(value)));
            return minus(String.format(Locale.ROOT, "%.3g", value / Math.pow(10, e))
                            .replaceAll("\\.?0+$", "")) + "×10^{" + minus(Integer.toString(e)) + "}";
        }
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    static String minus(String number) {
        return number.replace('-', '−');
    }
}
