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
                "%d %s by %s on the first %d components%s.",
                result.k(),
                result.k() == 1 ? "class" : "classes",
                result.method().words(),
                pca.components(),
                result.k() < 2
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", mean silhouette %.2f",
                                result.counts().of(result.k()).silhouette().mean()));
        PiesFigure pies =
                new PiesFigure(result.composition(), result.stability().perCluster());
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
                            + (solid ? " (b) On three. (c)" : " (b)") + " What the classes are made of" + made
                            + ", and how often they come back in resampled rows (Jaccard similarity)."));
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
        if (result.method().isCounted()) {
            figures.add(count(result));
            figures.add(new NamedFigure(
                    "elbow", "Elbow", CurvesFigure.elbow(counts, result.k()), 0.75, 1, "Inertia against *k*. " + what));
        }
        figures.add(new NamedFigure(
                "silhouette",
                "Silhouette",
                new SilhouetteFigure(counts.of(result.k()).silhouette(), clusters, pca.rowNames()),
                1.1,
                1,
                "Silhouette of every row; the dashed line is the mean. " + what));
        return figures;
    }

    private static NamedFigure count(ClusterResult result) {
        List<Drawing> curves = new ArrayList<>(List.of(
                CurvesFigure.elbow(result.counts(), result.k()), CurvesFigure.silhouette(result.counts(), result.k())));
        result.gap().ifPresent(g -> curves.add(CurvesFigure.gap(result.counts(), g, result.k())));
        return new NamedFigure(
                "count",
                "Number of classes",
                PanelGrid.of(PanelGrid.Row.of(curves.toArray(Drawing[]::new))),
                0.36,
                2,
                "(a) Inertia"
                        + (curves.size() == 3
                                ? ", (b) mean silhouette and (c) gap statistic"
                                : " and (b) mean silhouette")
                        + " against the number of classes *k*; the dashed line marks *k* = " + result.k() + ".");
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
