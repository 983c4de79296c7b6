package org.ionscape.app.correlogram;

import java.util.List;
import java.util.Locale;
import org.ionscape.figure.Numbers;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.stats.Correlations;

/** A pair in words, as markup. */
final class CellWords {
    private static final int MINUS = '−';

    private CellWords() {}

    static List<String> of(CorrelateResult result, String row, String column) {
        Correlations c = result.correlations();
        int i = CorrelateFigures.index(result, row);
        int j = CorrelateFigures.index(result, column);
        String title = i == j
                ? CorrelateFigures.symbol(result, row) + ", "
                        + result.descriptors().get(i).name()
                : CorrelateFigures.symbol(result, row) + " and " + CorrelateFigures.symbol(result, column);
        if (Double.isNaN(c.r()[i][j])) {
            return List.of(title, c.n()[i][j] < 3 ? "too few rows have both" : "undefined: one of them does not vary");
        }
        return i == j
                ? List.of(title, c.n()[i][i] + " rows")
                : List.of(
                        title,
                        CorrelateFigures.sign(result) + " = " + fixed(c.r()[i][j]) + ", *p* = " + p(c.p()[i][j]),
                        "*q* = " + p(c.q()[i][j]) + ", " + c.n()[i][j] + " rows");
    }

    static String fixed(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.2f", value).replace('-', (char) MINUS);
    }

    static String p(double p) {
        return Double.isNaN(p)
                ? "–"
                : p >= 0.001 || p == 0 ? String.format(Locale.ROOT, "%.2g", p) : Numbers.scientific(p);
    }
}
