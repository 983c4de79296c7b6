package org.ionscape.app.table;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the numbers of a column are written: one power of ten for all, so many decimals that a usual value has three
 * figures; a value that would lose itself in them is written in its own power.
 *
 * @param exponent power of ten that stands in the head of the column; 0 for none
 * @param decimals behind the point
 */
record NumberFormatOf(int exponent, int decimals) {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** What fits these values; errors, where there are some, say how many decimals mean something. */
    static NumberFormatOf of(double[] values, double[] errors) {
        double[] sizes = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v) && v != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return new NumberFormatOf(0, 0);
        }
        double largest = sizes[(int) Math.ceil(0.95 * (sizes.length - 1))];
        double usual = sizes[sizes.length / 2];
        int top = (int) Math.floor(Math.log10(largest));
        int exponent = top < -3 || top >= 6 ? top : 0;
        if (exponent == 0 && Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == Math.rint(v))) {
            return new NumberFormatOf(0, 0);
        }
        double scale = Math.pow(10, exponent);
        double[] known = Arrays.stream(errors).filter(e -> e > 0).sorted().toArray();
        int figures = (known.length == 0 ? 2 : 3) - (int) Math.floor(Math.log10(usual / scale));
        int meant = known.length == 0 ? 4 : decimalsOf(known[known.length / 2] / scale);
        return new NumberFormatOf(exponent, Math.clamp(Math.min(figures, meant), 0, 4));
    }

    /** Decimals that an error allows: its first figure, and a second where that is a 1. */
    private static int decimalsOf(double error) {
        int first = (int) Math.floor(Math.log10(error));
        return (error / Math.pow(10, first) < 1.95 ? 1 : 0) - first;
    }

    /** A value as it stands in a cell. */
    String value(double value) {
        double scaled = value / Math.pow(10, exponent);
        if (decimals == 0 && Math.abs(scaled) < 10 && Math.abs(scaled) >= 0.5 && scaled != Math.rint(scaled)) {
            return fixed(scaled, 1); // one figure would be too few
        }
        if (value != 0 && Math.abs(scaled) < 5 * Math.pow(10, -decimals - 1) * (decimals == 0 ? 1 : 10)) {
            return Math.abs(scaled) >= 0.001
                    ? fixed(scaled, 1 - (int) Math.floor(Math.log10(Math.abs(scaled))))
                    : ownPower(scaled);
        }
        return Math.abs(scaled) >= 1e7 ? scientific(value) : grouped(fixed(scaled, decimals));
    }

    /** The same with as many decimals as an error needs to show its first figure. */
    NumberFormatOf showing(double error) {
        double scaled = error / Math.pow(10, exponent);
        int first = scaled > 0 ? (int) Math.floor(Math.log10(scaled)) : 0;
        return new NumberFormatOf(exponent, Math.clamp(Math.max(decimals, -first), 0, 6));
    }

    /** An error as it stands behind a value. */
    String error(double error) {
        return fixed(error / Math.pow(10, exponent), showing(error).decimals());
    }

    /** Whether an error changes anything of what is written of a value. */
    boolean shows(double error) {
        return error / Math.pow(10, exponent) >= 0.5 * Math.pow(10, -decimals);
    }

    /** The unit in the head: {@code "10⁻⁵ cm²/s"}. */
    String unit(String unit) {
        String pretty = pretty(unit);
        return exponent == 0 ? pretty : ("10" + raised(exponent) + " " + pretty).strip();
    }

    /** A unit with raised powers and the field's letters. */
    static String pretty(String unit) {
        return switch (unit) {
            case "A" -> "Å";
            case "deg" -> "°";
            default ->
                unit.replaceAll("\\bA(\\d)", "Å$1")
                        .replace("cm2", "cm²")
                        .replace("Å2", "Å²")
                        .replace("Å3", "Å³")
                        .replace("-1", "⁻¹");
        };
    }

    /** A number in full, for the card beside a cell. */
    static String scientific(double value) {
        if (value == 0) {
            return "0";
        }
        int own = (int) Math.floor(Math.log10(Math.abs(value)));
        return own >= -2 && own < 5
                ? fixed(value, Math.clamp(3 - own, 0, 6))
                : fixed(value / Math.pow(10, own), 3) + " × 10" + raised(own);
    }

    /** A number in three figures, for a cell that is too narrow for it. */
    static String shortest(double value) {
        int own = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        return own >= -2 && own < 5 ? fixed(value, Math.clamp(2 - own, 0, 4)) : ownPower(value);
    }

    /** Two figures and a power of ten; 9.96 is 10 in two figures, so that it takes the next power. */
    private static String ownPower(double value) {
        int own = (int) Math.floor(Math.log10(Math.abs(value)));
        int power = Math.abs(value) / Math.pow(10, own) >= 9.95 ? own + 1 : own;
        return fixed(value / Math.pow(10, power), 1) + "·10" + raised(power);
    }

    static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    private static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
        return (zero ? text.replace("-", "") : text).replace('-', '−');
    }

    /** A thin space between thousands where there are at least five figures. */
    private static String grouped(String text) {
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        int start = text.startsWith("−") ? 1 : 0;
        if (point - start < 5) {
            return text;
        }
        StringBuilder grouped = new StringBuilder(text);
        for (int i = point - 3; i > start; i -= 3) {
            grouped.insert(i, '\u202f');
        }
        return grouped.toString();
    }
}
