package org.ionscape.figure.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.figure.Figure;
import org.ionscape.learn.explain.Response;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.table.Column;

/** Centred individual conditional expectation, its mean and spread, and how the training rows lie; [K] fig. 8. */
public final class ResponseFigure {
    private static final int MOST_CURVES = 200;
    private static final double DENSITY_HEIGHT = 0.16;
    private static final int MOST_NAMED = 6;
    private static final double MARK_GAP = 0.04;

    private ResponseFigure() {}

    /** A figure of a response. */
    public static Figure of(Response response, ParityFigure.Target target) {
        double[] x = response.grid().positions();
        List<Figure.Series> series = new ArrayList<>();
        series.add(density(response));
        int stride = Math.ceilDiv(response.curves().length, MOST_CURVES);
        for (int i = 0; i < response.curves().length; i += stride) {
            series.add(new Figure.Line("", Figure.Ink.MUTED, x, response.curves()[i], Figure.Stroke.HAIR));
        }
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        Arrays.setAll(low, g -> response.mean()[g] - response.sd()[g]);
        Arrays.setAll(high, g -> response.mean()[g] + response.sd()[g]);
        series.add(new Figure.Band("mean ± σ", Figure.Ink.TWO, x, low, high));
        series.add(new Figure.Line("mean", Figure.Ink.TWO, x, response.mean(), Figure.Stroke.STRONG));
        series.addAll(spread(response));
        Column feature = response.grid().feature();
        ParityFigure.Target name = ParityFigure.Target.of(feature);
        return new Figure(
                Figure.Axis.linear(
                        name.symbol() + (name.unit().isEmpty() ? levels(response) : " (" + name.unit() + ")"),
                        feature.key() + (name.unit().isEmpty() ? "" : " [" + name.unit() + "]")),
                Figure.Axis.linear(target.axis("change"), target.column("change")),
                series,
                List.of(),
                "No response yet");
    }

    /** A sentence in place of a response. */
    public static Figure saying(String sentence) {
        return new Figure(Figure.Axis.linear("", ""), Figure.Axis.linear("", ""), List.of(), List.of(), sentence);
    }

    /** Mean ± σ of the feature over the rows that have it, just above the hill. */
    private static List<Figure.Series> spread(Response response) {
        Column feature = response.grid().feature();
        double[] values = feature.asNumbers()
                .map(n -> Arrays.stream(n.values()).filter(Double::isFinite).toArray())
                .orElse(new double[0]);
        if (values.length < 2) {
            return List.of();
        }
        double mean = Metrics.mean(values);
        double sd = Metrics.populationSd(values);
        double[] span = extent(response);
        double at = span[0] + (DENSITY_HEIGHT + MARK_GAP) * (span[1] - span[0]);
        double[] none = {Double.NaN};
        return List.of(
                new Figure.Line(
                        "",
                        Figure.Ink.FIVE,
                        new double[] {mean - sd, mean + sd},
                        new double[] {at, at},
                        Figure.Stroke.NORMAL),
                new Figure.Points(
                        "mean ± σ of the rows",
                        Figure.Ink.FIVE,
                        new double[] {mean},
                        new double[] {at},
                        none,
                        none,
                        Figure.Mark.FILLED));
    }

    /** Which category a number on the axis stands for, where there are few. */
    private static String levels(Response response) {
        if (!(response.grid().values() instanceof Column.TextColumn texts)) {
            return "";
        }
        return texts.size() > MOST_NAMED
                ? " (numbered)"
                : ": "
                        + IntStream.range(0, texts.size())
                                .mapToObj(i -> i + " " + texts.text(i))
                                .collect(Collectors.joining(", "));
    }

    private static double[] extent(Response response) {
        DoubleSummaryStatistics all =
                Arrays.stream(response.curves()).flatMapToDouble(Arrays::stream).summaryStatistics();
        return new double[] {all.getMin(), all.getMax()};
    }

    /** Counts of training rows as a hill along the lower edge; its height says nothing but more and less. */
    private static Figure.Band density(Response response) {
        double lowest = extent(response)[0];
        double highest = extent(response)[1];
        double[] edges = response.grid().density().edges();
        int[] counts = response.grid().density().counts();
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double[] x = new double[2 * counts.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int b = 0; b < counts.length; b++) {
            for (int side = 0; side < 2; side++) {
                x[2 * b + side] = edges[b + side];
                low[2 * b + side] = lowest;
                high[2 * b + side] = lowest + DENSITY_HEIGHT * (highest - lowest) * counts[b] / most;
            }
        }
        return new Figure.Band("training rows", Figure.Ink.MUTED, x, low, high);
    }
}
