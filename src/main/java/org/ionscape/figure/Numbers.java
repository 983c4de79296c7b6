package org.ionscape.figure;

import java.util.Locale;

/** Numbers as people print them, in markup. */
public final class Numbers {
    private Numbers() {}

    /** {@code 4.1×10^{−5}}; a dash for what is not finite. */
    public static String scientific(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        double mantissa = value / Math.pow(10, exponent);
        if (Math.abs(mantissa) >= 9.995) {
            mantissa /= 10;
            exponent++;
        }
        return minus(String.format(Locale.ROOT, "%.2f", mantissa)) + " × 10^{" + minus(Integer.toString(exponent))
                + "}";
    }

    /** {@code (4.1 ± 0.3) × 10^{−5}}: the error to two digits when it begins with 1, else to one. */
    public static String withError(double value, double error) {
        if (!Double.isFinite(error) || error <= 0 || !Double.isFinite(value)) {
            return scientific(value);
        }
        int exponent = (int) Math.floor(Math.log10(Math.max(Math.abs(value), error)));
        double scale = Math.pow(10, exponent);
        double e = error / scale;
        int first = (int) Math.floor(Math.log10(e));
        int digits = e / Math.pow(10, first) < 2 ? 1 : 0;
        int decimals = Math.clamp(digits - first, 0, 6);
        String format = "%." + decimals + "f";
        return "(" + minus(String.format(Locale.ROOT, format, value / scale)) + " ± "
                + String.format(Locale.ROOT, format, e) + ") × 10^{" + minus(Integer.toString(exponent)) + "}";
    }

    /** So many decimals, with a true minus; a dash for what is not finite. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%." + decimals + "f", value)) : "–";
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
