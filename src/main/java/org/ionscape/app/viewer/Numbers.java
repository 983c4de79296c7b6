package org.ionscape.app.viewer;

import java.util.Locale;

/** Numbers as they stand in sentences and headlines: true minus, errors to one or two figures, powers of ten. */
final class Numbers {
    private static final String SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Fixed decimals with a true minus. */
    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    /** So many significant figures, never in exponents: for times and conductivities. */
    static String significant(double value, int figures) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.isFinite(value) ? "0" : "–";
        }
        int decimals = figures - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        double unit = Math.pow(10, decimals);
        return fixed(Math.rint(value * unit) / unit, Math.clamp(decimals, 0, 9));
    }

    /** Decimal exponent of a number, 0 for zero. */
    static int exponent(double value) {
        return value == 0 || !Double.isFinite(value) ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    }

    /** {@code "10⁻⁵"}. */
    static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPER.charAt(c - '0'));
        }
        return text.toString();
    }

    /** How many decimals of value/10^exponent the error allows: its first figure, two where that is a 1. */
    static int decimalsOf(double error, int exponent) {
        if (!(error > 0) || !Double.isFinite(error)) {
            return 2;
        }
        double scaled = error / Math.pow(10, exponent);
        int first = (int) Math.floor(Math.log10(scaled));
        boolean leadsWithOne = scaled / Math.pow(10, first) < 1.95;
        return Math.clamp((leadsWithOne ? 1 : 0) - first, 0, 6);
    }

    /** {@code "1.2 × 10⁻⁸"}. */
    static String scientific(double value, int figures) {
        int exponent = exponent(value);
        return fixed(value / Math.pow(10, exponent), figures - 1) + " × " + powerOfTen(exponent);
    }
}
