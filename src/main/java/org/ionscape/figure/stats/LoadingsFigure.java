package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.stats.Pca;

/**
 * The first eigenvectors as bars, one row for each, coloured by category; components smaller than those of a vector with
 * equal ones, 1/√columns, are faint.
 *
 * @param labels of the columns
 * @param vectors a row for each component
 * @param explained share of the variance of each
 */
public record LoadingsFigure(List<Label> labels, double[][] vectors, double[] explained) implements Drawing {
    private static final double FAINT = 0.45;

    public LoadingsFigure {
        labels = List.copyOf(labels);
    }

    public static LoadingsFigure of(Pca pca, List<Label> labels, int components) {
        int shown = Math.min(components, pca.vectors().length);
        return new LoadingsFigure(labels, Arrays.copyOf(pca.vectors(), shown), pca.explained());
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        if (labels.isEmpty()) {
            pen.sentence("No components yet", bounds);
            return;
        }
        List<String> categories =
                labels.stream().map(Label::category).distinct().limit(6).toList();
        pen.legend(
                categories.stream()
                        .map(c -> c.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + c.substring(1))
                        .toList(),
                i -> Palette.ofCategory(categories.get(i), theme),
                bounds.getMaxX() - 0.8 * pen.em,
                bounds.getY() + pen.small);
        double largest = Arrays.stream(vectors)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
        double limit = Math.ceil(largest * 10) / 10;
        double room = Math.min(
                labels.stream()
                                .mapToDouble(l -> Pen.width(l.markup(), 0.85 * pen.em))
                                .max()
                                .orElse(0)
                        + pen.em,
                0.35 * bounds.getHeight());
        double top = bounds.getY() + 1.7 * pen.em;
        double gap = 0.7 * pen.em;
        double height = (bounds.getMaxY() - room - top - gap * (vectors.length - 1)) / vectors.length;
        for (int k = 0; k < vectors.length; k++) {
            PlotArea area = new PlotArea(
                    new Rectangle2D.Double(
                            bounds.getX() + 4.8 * pen.em,
                            top + k * (height + gap),
                            Math.max(1, bounds.getWidth() - 5.6 * pen.em),
                            Math.max(1, height)),
                    Figure.Scale.LINEAR,
                    Figure.Scale.LINEAR,
                    new Figure.Range(0, labels.size()),
                    new Figure.Range(-limit, limit));
            drawRow(pen, area, k);
        }
    }

    private void drawRow(Pen pen, PlotArea area, int k) {
        Bars bars = new Bars(pen, area);
        double even = 1 / Math.sqrt(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            double value = vectors[k][i];
            Color colour = Palette.ofCategory(labels.get(i).category(), pen.theme);
            bars.bar(i, value, Math.abs(value) < even ? Pen.faint(colour, FAINT) : colour, false);
        }
        bars.axis("PC" + (k + 1));
        if (k == vectors.length - 1) {
            bars.labels(labels, OptionalInt.empty());
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("column,category");
        for (int k = 0; k < vectors.length; k++) {
            text.append(",PC").append(k + 1);
        }
        for (int i = 0; i < labels.size(); i++) {
            text.append('\n')
                    .append(Csv.of(labels.get(i).plain()))
                    .append(',')
                    .append(labels.get(i).category());
            for (double[] vector : vectors) {
                text.append(',').append(Csv.of(vector[i]));
            }
        }
        return text.append('\n').toString();
    }
}
