package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.Label;
import org.ionscape.figure.stats.LoadingsFigure;
import org.ionscape.figure.stats.Scatter3DFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.figure.stats.ScreeFigure;
import org.ionscape.stats.Pca;
import org.ionscape.table.Column;
import org.ionscape.table.Variables;

/** The figures of components. */
public final class PcaFigures {
    private static final int BARS = 12;
    private static final int LOADINGS = 3;

    private PcaFigures() {}

    static List<NamedFigure> of(PcaResult result) {
        Pca pca = result.pca();
        List<NamedFigure> figures = new ArrayList<>();
        ScreeFigure scree = scree(result);
        LoadingsFigure loadings = loadings(result);
        String what = String.format(
                Locale.ROOT,
                "of the %s matrix of %d descriptors over %d rows.",
                pca.matrix() == org.ionscape.stats.CorrelationMethod.SPEARMAN ? "Spearman" : "Pearson",
                pca.data().columns().length,
                pca.data().rows().length);
        figures.add(new NamedFigure(
                "components",
                "Components",
                new PanelGrid(List.of(PanelGrid.Row.of(scree), PanelGrid.Row.of(loadings)), new double[] {1, 1.3}),
                0.95,
                2,
                "(a) Eigenvalues (bars) and cumulative share of the variance (line) " + what
                        + " The dashed line is a stick broken at random. (b) Components of the first eigenvectors,"
                        + " faint where smaller than those of a vector of equal ones."));
        figures.add(new NamedFigure(
                "scree", "Scree", scree, 0.7, 1, "Eigenvalues and cumulative share of the variance " + what));
        figures.add(new NamedFigure(
                "loadings", "Loadings", loadings, 0.5, 2, "Components of the first eigenvectors " + what));
        if (pca.vectors().length >= 2) {
            Grouping grouping = grouping(result);
            figures.add(new NamedFigure(
                    "scores",
                    "Scores",
                    scores(result, grouping, ScatterFigure.Extras.NONE, new BitSet()),
                    0.85,
                    1,
                    "Scores of the rows on the first two components " + what));
        }
        if (pca.vectors().length >= 3) {
            figures.add(new NamedFigure(
                    "scores-3d",
                    "Scores in 3D",
                    scores3D(result, grouping(result), new BitSet()),
                    0.8,
                    1,
                    "Scores of the rows on the first three components " + what));
        }
        return figures;
    }

    public static ScreeFigure scree(PcaResult result) {
        int chosen = Math.min(result.components(), LOADINGS);
        return new ScreeFigure(result.pca().eigenvalues(), chosen, BARS);
    }

    public static LoadingsFigure loadings(PcaResult result) {
        return LoadingsFigure.of(result.pca(), Label.of(result.descriptors()), LOADINGS);
    }

    /** “PC1 (44 %)”. */
    public static String title(PcaResult result, int component) {
        return String.format(
                Locale.ROOT, "PC%d (%.0f %%)", component + 1, 100 * result.pca().explained()[component]);
    }

    /** By mobile ion, family or the like, where the table has such a column. */
    static Grouping grouping(PcaResult result) {
        return Variables.categories(result.table()).stream()
                .findFirst()
                .map(c -> Grouping.of(categories(result, c)))
                .orElseGet(() -> Grouping.none(result.pca().data().rows().length));
    }

    /** The texts of a column in the rows used. */
    public static List<String> categories(PcaResult result, Column column) {
        return java.util.Arrays.stream(result.pca().data().rows())
                .mapToObj(column::text)
                .toList();
    }

    public static ScatterFigure scores(
            PcaResult result, Grouping grouping, ScatterFigure.Extras extras, BitSet selected) {
        double[][] scores = result.pca().scores();
        return new ScatterFigure(
                title(result, 0),
                title(result, 1),
                java.util.Arrays.stream(scores).mapToDouble(s -> s[0]).toArray(),
                java.util.Arrays.stream(scores).mapToDouble(s -> s[1]).toArray(),
                result.rowNames(),
                grouping,
                extras,
                selected,
                Optional.empty());
    }

    public static Scatter3DFigure scores3D(PcaResult result, Grouping grouping, BitSet selected) {
        return new Scatter3DFigure(
                List.of(title(result, 0), title(result, 1), title(result, 2)),
                result.pca().firstScores(3),
                result.rowNames(),
                grouping,
                selected,
                Scatter3DFigure.Turn.START);
    }
}
