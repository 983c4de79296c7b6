package org.ionscape.app.sheet;

/** What may be typed into a cell of numbers. */
final class CellText {
    private CellText() {}

    /** Whether a text is a number or says that there is none. */
    static boolean isNumber(String text) {
        return isMissing(text) || !Double.isNaN(parsed(text));
    }

    /** The number; NaN for a missing one, and for a text that is none. */
    static double number(String text) {
        return isMissing(text) ? Double.NaN : parsed(text);
    }

    private static boolean isMissing(String text) {
        String t = text.strip();
        return t.isEmpty() || t.equalsIgnoreCase("NA") || t.equalsIgnoreCase("nan") || t.equals("–");
    }

    private static double parsed(String text) {
        String t = text.strip().replace('−', '-').replace("\u202f", "").replace("\u00a0", "");
        try {
            double value = Double.parseDouble(t);
            return Double.isFinite(value)
                            && !t.toLowerCase(java.util.Locale.ROOT).contains("x")
                    ? value
                    : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
