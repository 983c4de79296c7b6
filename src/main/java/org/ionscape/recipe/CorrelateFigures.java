package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionscape.figure.FigureSheet;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.Label;
import org.ionscape.figure.stats.MatrixFigure;
import org.ionscape.figure.stats.RankingFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.Standard;
import org.ionscape.stats.Trend;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** The figures of correlations. */
public final class CorrelateFigures {
    private static final double MATRIX_GAP = 6;

    private CorrelateFigures() {}

    static List<NamedFigure> of(CorrelateResult result) {
        int[] order = byCategory(result.descriptors());
        Mask mask = Mask.NONE;
        MatrixFigure r = coefficients(result, order, mask);
        MatrixFigure p = pValues(result, order, mask);
        String what = caption(result);
        List<NamedFigure> figures = new ArrayList<>();
        figures.add(new NamedFigure(
                "correlogram",
                "Correlogram",
                new FigureSheet(List.of(r, p), FigureSheet.Arrangement.BESIDE, MATRIX_GAP, FigureSheet.Letters.SHOWN),
                0.47,
                2,
                "(a) " + what + " (b) Their two-sided *p*."));
        figures.add(new NamedFigure("correlation", "Correlation", r, 0.93, 2, what));
        figures.add(new NamedFigure("p-value", "p-value", p, 0.93, 2, "Two-sided *p*. " + what));
        result.target().ifPresent(t -> {
            figures.add(new NamedFigure(
                    "ranking",
                    "Ranking",
                    ranking(result, t, OptionalInt.empty()),
                    0.36,
                    2,
                    what + " Ranked against " + symbol(result, t) + ", bars coloured by *p*."));
            result.ranked(t).stream()
                    .findFirst()
                    .ifPresent(first -> figures.add(new NamedFigure(
                            "pair",
                            "Pair",
                            pair(result, t, first.column(), Optional.empty(), new BitSet()),
                            0.9,
                            1,
                            symbol(result, t) + " against " + symbol(result, first.column())
                                    + " in standardised units, with a local linear trend and its 95 % interval.")));
        });
        return figures;
    }

    /** Which cells are left blank. */
    public record Mask(double level, By by) {
        public static final Mask NONE = new Mask(Double.POSITIVE_INFINITY, By.P);

        /** What is compared with the level. */
        public enum By {
            P,
            Q
        }

        boolean shows(Correlations c, int i, int j) {
            double value = by == By.P ? c.p()[i][j] : c.q()[i][j];
            return i == j || level == Double.POSITIVE_INFINITY || value < level;
        }
    }

    /** The order of columns by category, as they stand within each. */
    public static int[] byCategory(List<Descriptor> descriptors) {
        List<String> categories =
                descriptors.stream().map(Descriptor::category).distinct().toList();
        return IntStream.range(0, descriptors.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> categories.indexOf(descriptors.get(i).category())))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The coefficient's name. */
    public static String name(CorrelationMethod method) {
        return switch (method) {
            case SPEARMAN -> "Spearman";
            case PEARSON -> "Pearson";
            case KENDALL -> "Kendall";
        };
    }

    /** The coefficient's sign, as markup. */
    public static String sign(CorrelationMethod method) {
        return switch (method) {
            case SPEARMAN -> "*ρ*_{S}";
            case PEARSON -> "*r*";
            case KENDALL -> "*τ*_{b}";
        };
    }

    /** The coefficient's sign, as markup; with the column given which it is partial. */
    public static String sign(CorrelateResult result) {
        String plain = sign(result.correlations().method());
        return result.given()
                .map(g -> plain + " given " + Catalogue.all().describe(g).symbol())
                .orElse(plain);
    }

    /** The matrix of coefficients, rows and columns in an order. */
    public static MatrixFigure coefficients(CorrelateResult result, int[] order, Mask mask) {
        Correlations c = result.correlations();
        return matrix(result, order, mask, MatrixFigure.Kind.CORRELATION, sign(c.method()), c.r());
    }

    /** The matrix of p. */
    public static MatrixFigure pValues(CorrelateResult result, int[] order, Mask mask) {
        boolean q = mask.by() == Mask.By.Q;
        Correlations c = result.correlations();
        return matrix(result, order, Mask.NONE, MatrixFigure.Kind.P_VALUE, q ? "*q*" : "*p*", q ? c.q() : c.p());
    }

    private static MatrixFigure matrix(
            CorrelateResult result, int[] order, Mask mask, MatrixFigure.Kind kind, String title, double[][] values) {
        int n = order.length;
        List<Label> labels = Label.of(result.descriptors());
        double[][] ordered = new double[n][n];
        boolean[][] shown = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                ordered[i][j] = values[order[i]][order[j]];
                shown[i][j] = mask.shows(result.correlations(), order[i], order[j]);
            }
        }
        return new MatrixFigure(
                title,
                kind,
                ordered,
                shown,
                IntStream.of(order).mapToObj(labels::get).toList(),
                MatrixFigure.View.all(n));
    }

    /** The other columns against one, strongest first; undefined ones are left out. */
    public static RankingFigure ranking(CorrelateResult result, String target, OptionalInt marked) {
        List<CorrelateResult.Ranked> ranked =
                result.ranked(target).stream().filter(r -> !Double.isNaN(r.r())).toList();
        List<Label> labels = Label.of(result.descriptors());
        return new RankingFigure(
                sign(result.correlations().method()) + " with " + symbol(result, target)
                        + result.given()
                                .map(g ->
                                        ", given " + Catalogue.all().describe(g).symbol())
                                .orElse(""),
                ranked.stream().map(r -> labels.get(index(result, r.column()))).toList(),
                ranked.stream().mapToDouble(CorrelateResult.Ranked::r).toArray(),
                ranked.stream().mapToDouble(CorrelateResult.Ranked::p).toArray(),
                marked);
    }

    /**
     * A pair of columns in standardised units with its trend.
     *
     * @param groups category of each row, that gives its colour
     */
    public static ScatterFigure pair(
            CorrelateResult result, String x, String y, Optional<List<String>> groups, BitSet selected) {
        double[][] z = Standard.pair(
                result.columns().get(index(result, y)).values(),
                result.columns().get(index(result, x)).values());
        int[] both = IntStream.range(0, z[0].length)
                .filter(i -> !Double.isNaN(z[0][i]) && !Double.isNaN(z[1][i]))
                .toArray();
        Trend trend = Trend.of(
                IntStream.of(both).mapToDouble(i -> z[0][i]).toArray(),
                IntStream.of(both).mapToDouble(i -> z[1][i]).toArray());
        return new ScatterFigure(
                symbol(result, y) + ", standardised",
                symbol(result, x) + ", standardised",
                z[0],
                z[1],
                List.of(),
                groups.map(Grouping::of).orElseGet(() -> Grouping.none(z[0].length)),
                new ScatterFigure.Extras(ScatterFigure.Outline.NONE, new double[0][], Optional.of(trend)),
                selected,
                Optional.empty());
    }

    /** The place of a column among those used. */
    public static int index(CorrelateResult result, String key) {
        return IntStream.range(0, result.columns().size())
                .filter(i -> result.columns().get(i).key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The symbol of a column, as markup. */
    public static String symbol(CorrelateResult result, String key) {
        return result.descriptors().get(index(result, key)).symbol();
    }

    private static String caption(CorrelateResult result) {
        Correlations c = result.correlations();
        String name = switch (c.method()) {
            case SPEARMAN -> "Spearman rank correlations *ρ*_{S}";
            case PEARSON -> "Pearson correlations *r*";
            case KENDALL -> "Kendall rank correlations *τ*_{b}";
        };
        String how = switch (c.pValue()) {
            case T -> c.method() == CorrelationMethod.KENDALL ? "the normal approximation" : "the *t*-approximation";
            case EXACT -> "all orders";
            case PERMUTATION -> "random permutations";
        };
        return String.format(
                Locale.ROOT,
                "%s of %d descriptors%s over %d rows, pairwise complete; %d of %d pairs have *p* < 0.05 by %s, %d of them *q* < 0.05 after Benjamini–Hochberg correction.",
                result.given().isPresent() ? "Partial " + name : name,
                result.columns().size(),
                result.given()
                        .map(g -> " given " + Catalogue.all().describe(g).symbol())
                        .orElse(""),
                result.rows(),
                c.pairsBelow(0.05),
                c.pairs(),
                how,
                c.pairsDiscovered(0.05));
    }
}
