package org.ionscape.figure.stats;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.stats.cluster.Clusters;
import org.ionscape.stats.cluster.Silhouette;

/** The silhouette of every row, class by class and longest first, with the mean as a dashed line. */
public record SilhouetteFigure(Silhouette silhouette, Clusters clusters, List<String> rowNames) implements Drawing {
    public SilhouetteFigure {
        rowNames = List.copyOf(rowNames);
    }

    private int[] ordered(int cluster) {
        return IntStream.range(0, clusters.labels().length)
                .filter(r -> clusters.labels()[r] == cluster
                        && !Double.isNaN(silhouette.perRow()[r]))
                .boxed()
                .sorted(Comparator.comparingDouble(r -> -silhouette.perRow()[r]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        if (silhouette.judged() == 0) {
            pen.sentence("A silhouette needs at least two classes", bounds);
            return;
        }
        double least = Arrays.stream(silhouette.perRow())
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        int gaps = Math.max(2, silhouette.judged() / 40);
        int all = silhouette.judged() + gaps * (clusters.k() - 1);
        PlotArea area = new PlotArea(
                new Rectangle2D.Double(
                        bounds.getX() + 3 * pen.em,
                        bounds.getY() + 0.8 * pen.em,
                        Math.max(1, bounds.getWidth() - 4 * pen.em),
                        Math.max(1, bounds.getHeight() - 4 * pen.em)),
                Figure.Scale.LINEAR,
                Figure.Scale.LINEAR,
                new Figure.Range(Math.min(0, Math.floor(least * 5) / 5), 1),
                new Figure.Range(all, 0));
        int at = 0;
        for (int c = 0; c < clusters.k(); c++) {
            int[] rows = ordered(c);
            double height = Math.max(0.3, area.toY(1) - area.toY(0));
            for (int i = 0; i < rows.length; i++) {
                double x = area.toX(silhouette.perRow()[rows[i]]);
                double zero = area.toX(0);
                pen.fill(Math.min(x, zero), area.toY(at + i), Math.abs(x - zero), height, Palette.ofClass(c, theme));
            }
            Marks.number(
                    pen, bounds.getX() + 1.3 * pen.em, area.toY(at + rows.length / 2.0), c, Palette.ofClass(c, theme));
            at += rows.length + gaps;
        }
        drawFrame(pen, area);
    }

    private void drawFrame(Pen pen, PlotArea area) {
        Rectangle2D box = area.pixels();
        pen.stroke(pen.line / 1.5);
        pen.g.setColor(pen.ink(Figure.Ink.MUTED));
        pen.rule(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY());
        pen.rule(area.toX(0), box.getY(), area.toX(0), box.getMaxY());
        for (double value = 0; value <= 1.001; value += 0.2) {
            pen.g.setColor(pen.ink(Figure.Ink.MUTED));
            pen.rule(area.toX(value), box.getMaxY(), area.toX(value), box.getMaxY() + 0.4 * pen.em);
            pen.text(
                    String.format(Locale.ROOT, value < 0.1 ? "%.0f" : "%.1f", value),
                    area.toX(value),
                    box.getMaxY() + 1.45 * pen.em,
                    pen.small,
                    Pen.Align.CENTRE,
                    pen.ink(Figure.Ink.MUTED));
        }
        pen.text(
                String.format(Locale.ROOT, "Silhouette (mean %.2f)", silhouette.mean()),
                box.getCenterX(),
                box.getMaxY() + 2.75 * pen.em,
                pen.em,
                Pen.Align.CENTRE,
                pen.ink(Figure.Ink.TEXT));
        pen.dashed(0.8 * pen.line);
        pen.g.setColor(pen.ink(Figure.Ink.ACCENT));
        pen.rule(area.toX(silhouette.mean()), box.getY(), area.toX(silhouette.mean()), box.getMaxY());
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("class,row,silhouette\n");
        for (int c = 0; c < clusters.k(); c++) {
            for (int row : ordered(c)) {
                text.append(c + 1).append(',').append(Csv.of(rowNames.get(row))).append(',');
                text.append(silhouette.perRow()[row]).append('\n');
            }
        }
        return text.toString();
    }
}
