package org.ionscape.figure.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ionscape.figure.Figure;
import org.ionscape.stats.cluster.ClusterCounts;
import org.ionscape.stats.cluster.Gap;

/** Curves over the number of classes, with the chosen one marked. */
public final class CurvesFigure {
    private CurvesFigure() {}

    /** Inertia. */
    public static Figure elbow(ClusterCounts counts, int k) {
        return of(counts, k, "Inertia", "inertia", c -> c.clusters().inertia());
    }

    /** Mean silhouette. */
    public static Figure silhouette(ClusterCounts counts, int k) {
        return of(
                counts,
                k,
                "Mean silhouette",
                "mean silhouette",
                c -> c.silhouette().mean());
    }

    /** Gap statistic. */
    public static Figure gap(ClusterCounts counts, Gap gap, int k) {
        return of(counts, k, "Gap", "gap", c -> gap.gap()[c.k() - gap.firstK()]);
    }

    private static Figure of(
            ClusterCounts counts, int k, String title, String column, ToDoubleFunction<ClusterCounts.OfK> value) {
        double[] x = counts.perK().stream().mapToDouble(ClusterCounts.OfK::k).toArray();
        double[] y = counts.perK().stream().mapToDouble(value).toArray();
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        List<Figure.Series> series = new ArrayList<>();
        double low = Arrays.stream(y).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(y).filter(Double::isFinite).max().orElse(1);
        double foot = low >= 0 && low < 0.4 * high ? 0 : low - 0.04 * (high - low);
        series.add(new Figure.Line(
                "", Figure.Ink.ACCENT, new double[] {k, k}, new double[] {foot, high}, Figure.Stroke.DASHED));
        series.add(new Figure.Line("", Figure.Ink.TEXT, x, y, Figure.Stroke.NORMAL));
        series.add(new Figure.Points("", Figure.Ink.TEXT, x, y, none, none, Figure.Mark.OPEN));
        counts.perK().stream()
                .filter(c -> c.k() == k)
                .findFirst()
                .ifPresent(c -> series.add(new Figure.Points(
                        "",
                        Figure.Ink.ACCENT,
                        new double[] {k},
                        new double[] {value.applyAsDouble(c)},
                        new double[] {Double.NaN},
                        new double[] {Double.NaN},
                        Figure.Mark.FILLED)));
        double first = x.length == 0 ? 0 : x[0];
        double last = x.length == 0 ? 1 : x[x.length - 1];
        return new Figure(
                new Figure.Axis(
                        "*k*", "k", Figure.Scale.LINEAR, Optional.of(new Figure.Range(first - 0.5, last + 0.5))),
                Figure.Axis.linear(title, column),
                series,
                List.of(),
                "No classes yet");
    }
}
