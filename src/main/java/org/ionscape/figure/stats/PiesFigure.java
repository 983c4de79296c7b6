package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.stats.cluster.Composition;

/**
 * What each class is made of, a pie with its largest share in words, its number, its rows and how stable it is.
 *
 * @param stability of each class under resampling
 */
public record PiesFigure(Composition composition, double[] stability) implements Drawing {
    private static final double AROUND = 360;
    private static final int MOST_NAMED = 8;

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        List<String> categories = composition.categories();
        int k = composition.counts().length;
        if (k == 0 || categories.isEmpty()) {
            pen.sentence("No classes here", bounds);
            return;
        }
        if (categories.equals(List.of(Composition.UNKNOWN))) {
            pen.sentence("No column of categories tells what the classes are made of", bounds);
            return;
        }
        pen.legend(
                categories.stream().limit(MOST_NAMED).toList(),
                i -> Palette.ofGroup(categories.get(i), categories, theme),
                bounds.getMaxX() - 0.6 * pen.em,
                bounds.getY() + 1.1 * pen.em);
        double text = 6.7 * pen.em;
        int perRow = perRow(k, bounds, text, pen.em);
        int rows = (k + perRow - 1) / perRow;
        double width = bounds.getWidth() / perRow;
        double height = (bounds.getHeight() - 1.8 * pen.em) / rows;
        double radius = Math.max(2, Math.min(width * 0.42, (height - text) / 2));
        for (int c = 0; c < k; c++) {
            double x = bounds.getX() + (c % perRow + 0.5) * width;
            int row = c / perRow;
            double y = bounds.getY() + 1.8 * pen.em + row * height + 2.4 * pen.em + radius;
            drawPie(pen, c, x, y, radius);
        }
    }

    private static int perRow(int k, Rectangle2D bounds, double text, double em) {
        int best = k;
        double largest = 0;
        for (int n = 1; n <= k; n++) {
            int rows = (k + n - 1) / n;
            double radius = Math.min(bounds.getWidth() / n * 0.42, ((bounds.getHeight() - 1.8 * em) / rows - text) / 2);
            if (radius > largest && bounds.getWidth() / n > 4.5 * em) {
                largest = radius;
                best = n;
            }
        }
        return best;
    }

    private void drawPie(Pen pen, int c, double x, double y, double radius) {
        int[] counts = composition.counts()[c];
        int rows = IntStream.of(counts).sum();
        double from = 90;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            double extent = -AROUND * counts[i] / rows;
            Arc2D slice = new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, extent, Arc2D.PIE);
            pen.g.setColor(Palette.ofGroup(composition.categories().get(i), composition.categories(), pen.theme));
            pen.g.fill(slice);
            if (counts[i] < rows) {
                pen.stroke(0.7 * pen.line);
                pen.g.setColor(pen.theme.background());
                pen.g.draw(slice);
            }
            from += extent;
        }
        Marks.number(pen, x, y - radius - 1.2 * pen.em, c, Palette.ofClass(c, pen.theme));
        int largest = IntStream.range(0, counts.length).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        Color muted = pen.ink(Figure.Ink.MUTED);
        pen.text(
                rows == 0
                        ? "empty"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% %s",
                                100.0 * counts[largest] / rows,
                                composition.categories().get(largest)),
                x,
                y + radius + 1.3 * pen.em,
                pen.small,
                Pen.Align.CENTRE,
                pen.ink(Figure.Ink.TEXT));
        pen.text(
                rows + (rows == 1 ? " row" : " rows"),
                x,
                y + radius + 2.5 * pen.em,
                pen.small,
                Pen.Align.CENTRE,
                muted);
        if (Double.isFinite(stability[c])) {
            pen.text(
                    String.format(Locale.ROOT, "stable %.2f", stability[c]),
                    x,
                    y + radius + 3.7 * pen.em,
                    pen.small,
                    Pen.Align.CENTRE,
                    muted);
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("class,stability");
        composition.categories().forEach(c -> text.append(',').append(Csv.of(c)));
        for (int c = 0; c < composition.counts().length; c++) {
            text.append('\n').append(c + 1).append(',').append(Csv.of(stability[c]));
            for (int count : composition.counts()[c]) {
                text.append(',').append(count);
            }
        }
        return text.append('\n').toString();
    }
}
