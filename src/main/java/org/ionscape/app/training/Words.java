package org.ionscape.app.training;

import java.util.Locale;

/** Numbers as the cards print them. */
final class Words {
    private Words() {}

    /** Three digits; very small and very large ones with a power of ten. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String text = size != 0 && (size < 1e-3 || size >= 1e5)
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(
                        Locale.ROOT,
                        "%." + (size == 0 ? 0 : Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 5)) + "f",
                        value);
        return text.replace('-', '−');
    }

    /** A value and its spread, both to the first digit of the spread. */
    static String number(double value, double spread) {
        if (!(spread > 0) || !Double.isFinite(spread)) {
            return number(value);
        }
        if (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5) {
            return number(value) + " ± " + number(spread);
        }
        int decimals = Math.clamp(-(int) Math.floor(Math.log10(spread)), 0, 5);
        return String.format(Locale.ROOT, "%." + decimals + "f ± %." + decimals + "f", value, spread)
                .replace('-', '−');
    }
}
