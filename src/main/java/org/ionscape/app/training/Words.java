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

    /** A value and its spread. */
    static String number(double value, double spread) {
        return Double.isFinite(spread) ? number(value) + " ± " + number(spread) : number(value);
    }
}
