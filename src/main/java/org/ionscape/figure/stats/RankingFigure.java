package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;

/**
 * Correlations of columns with one target as bars, strongest first, coloured by the class of p.
 *
 * @param title of the vertical axis, as markup
 * @param labels of the bars
 * @param r coefficients in the order of the labels
 * @param p that colours them
 * @param marked bar that is outlined
 */
public record RankingFigure(String title, List<Label> labels, double[] r, double[] p, OptionalInt marked)
        implements Drawing {
    public RankingFigure {
        labels = List.copyOf(labels);
    }

    /** Where the bars lie; the horizontal axis counts them from 0. */
    public PlotArea area(FigurePainter.Style style, Rectangle2D bounds) {
        double em = style.font();
        double largest = 0.1;
        for (double value : r) {
            largest = Double.isNaN(value) ? largest : Math.max(largest, Math.abs(value));
        }
        double limit = Math.min(1, Math.ceil(largest * 10 + 0.3) / 10);
        double room = labels.stream()
                .mapToDouble(l -> Pen.width(l.markup(), 0.85 * em))
                .max()
                .orElse(0);
        double bottom = Math.min(room + 1.2 * em, 0.5 * bounds.getHeight());
        return new PlotArea(
                new Rectangle2D.Double(
                        bounds.getX() + 4.6 * em,
                        bounds.getY() + 1.6 * em,
                        Math.max(1, bounds.getWidth() - 5.4 * em),
                        Math.max(1, bounds.getHeight() - bottom - 1.7 * em)),
                Figure.Scale.LINEAR,
                Figure.Scale.LINEAR,
                new Figure.Range(0, Math.max(1, labels.size())),
                new Figure.Range(-limit, limit));
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        if (labels.isEmpty()) {
            pen.sentence("Nothing to rank against", bounds);
            return;
        }
        PlotArea area = area(style, bounds);
        double right = area.pixels().getMaxX();
        pen.legend(
                IntStream.rangeClosed(0, Palette.P_LEVELS.length)
                        .mapToObj(k -> (k == 0 ? "*p* " : "") + Palette.pLabel(k))
                        .toList(),
                k -> new Color(Palette.ofP(k == Palette.P_LEVELS.length ? 1 : Palette.P_LEVELS[k] * 0.99, theme)),
                right,
                bounds.getY() + pen.small);
        Bars bars = new Bars(pen, area);
        for (int i = 0; i < r.length; i++) {
            if (Double.isNaN(r[i])) {
                continue;
            }
            bars.bar(i, r[i], new Color(Palette.ofP(Double.isNaN(p[i]) ? 1 : p[i], theme)), p[i] >= 0.05);
            if (marked.isPresent() && marked.getAsInt() == i) {
                bars.outline(i, r[i]);
            }
        }
        bars.axis(title);
        bars.labels(labels, marked);
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("column,r,p\n");
        for (int i = 0; i < r.length; i++) {
            text.append(labels.get(i).plain()).append(',').append(Csv.of(r[i])).append(',');
            text.append(Csv.of(p[i])).append('\n');
        }
        return text.toString();
    }
}
