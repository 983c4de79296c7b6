package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.stats.CurvesFigure;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.PiesFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.figure.stats.SilhouetteFigure;
import org.ionscape.stats.cluster.ClusterCounts;
import org.ionscape.stats.cluster.Clusters;

/** The figures of classes. */
public final class ClusterFigures {
    private ClusterFigures() {}

    static List<NamedFigure> of(ClusterResult result) {
        PcaResult pca = result.pca();
        Clusters clusters = result.clusters();
        List<NamedFigure> figures = new ArrayList<>();
        String what = String.format(
                Locale.ROOT,
                "%d classes by k-means on the first %d components, mean silhouette %.2f.",
                result.k(),
                pca.components(),
                result.counts().of(result.k()).silhouette().mean());
        PiesFigure pies = new PiesFigure(result.composition());
        if (pca.pca().vectors().length >= 2) {
            ScatterFigure flat = scores(result, ScatterFigure.Outline.HULL, new BitSet());
            boolean solid = pca.pca().vectors().length >= 3;
            Drawing first = solid
                    ? new PanelGrid(
                            List.of(
                                    PanelGrid.Row.of(
                                            flat, PcaFigures.scores3D(pca, Grouping.of(clusters), new BitSet())),
                                    PanelGrid.Row.of(pies)),
                            new double[] {1.5, 1})
                    : PanelGrid.of(PanelGrid.Row.of(flat), PanelGrid.Row.of(pies));
            String made = result.by().map(b -> " by " + b).orElse("");
            figures.add(new NamedFigure(
                    "classes",
                    "Classes",
                    first,
                    0.8,
                    2,
                    what + " (a) Scores on two components, with the hulls and numbers of the classes."
                            + (solid ? " (b) On three. (c)" : " (b)") + " What the classes are made of" + made + "."));
            figures.add(new NamedFigure("scores", "Scores", flat, 0.85, 1, what));
            if (solid) {
                figures.add(new NamedFigure(
                        "scores-3d",
                        "Scores in 3D",
                        PcaFigures.scores3D(pca, Grouping.of(clusters), new BitSet()),
                        0.8,
                        1,
                        what));
            }
        }
        figures.add(
                new NamedFigure("composition", "Composition", pies, 0.45, 2, "What the classes are made of. " + what));
        ClusterCounts counts = result.counts();
        figures.add(new NamedFigure(
                "count",
                "Number of classes",
                new PanelGrid(
                        List.of(PanelGrid.Row.of(
                                CurvesFigure.elbow(counts, result.k()),
                                CurvesFigure.silhouette(counts, result.k()),
                                CurvesFigure.gap(counts, result.gap(), result.k()))),
                        new double[] {1}),
                0.36,
                2,
                "(a) Inertia, (b) mean silhouette and (c) gap statistic against the number of classes *k*; the dashed"
                        + " line marks *k* = " + result.k() + "."));
        figures.add(new NamedFigure(
                "elbow", "Elbow", CurvesFigure.elbow(counts, result.k()), 0.75, 1, "Inertia against *k*. " + what));
        figures.add(new NamedFigure(
                "silhouette",
                "Silhouette",
                new SilhouetteFigure(counts.of(result.k()).silhouette(), clusters, pca.rowNames()),
                1.1,
                1,
                "Silhouette of every row; the dashed line is the mean. " + what));
        return figures;
    }

    /** Scores on two components in the colours of the classes. */
    public static ScatterFigure scores(ClusterResult result, ScatterFigure.Outline outline, BitSet selected) {
        return PcaFigures.scores(
                result.pca(),
                Grouping.of(result.clusters()),
                new ScatterFigure.Extras(outline, result.clusters().centroids(), Optional.empty()),
                selected);
    }
}
