package org.ionscape.figure.learn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.learn.explain.Grid;
import org.ionscape.learn.explain.Response;
import org.ionscape.table.Column;

/**
 * The mean prediction over two features at once, as shades, with the rows the model was asked about as dots: where there
 * are none, it is a guess.
 *
 * @param target what is predicted
 */
public record SurfaceFigure(Response.Surface surface, ParityFigure.Target target) implements Drawing {
    private static final int SHADES = 60;
    private static final int DOT_OPACITY = 110;
    private static final double LEAST_SHADE = 0.04;

    /** Cells overlap by that, so that nothing shines through between them. */
    private static final double SEAM = 0.4;

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        double em = style.font();
        Rectangle2D box = new Rectangle2D.Double(
                bounds.getX() + 4.8 * em,
                bounds.getY() + 0.8 * em,
                Math.max(2 * em, bounds.getWidth() - 10.5 * em),
                Math.max(2 * em, bounds.getHeight() - 4.2 * em));
        double[] x = edges(surface.first());
        double[] y = edges(surface.second());
        Figure.Range across = new Figure.Range(x[0], x[x.length - 1]);
        Figure.Range up = new Figure.Range(y[0], y[y.length - 1]);
        Figure.Range values = values();
        for (int i = 0; i + 1 < x.length; i++) {
            for (int j = 0; j + 1 < y.length; j++) {
                double left = Brush.at(x[i], across, box.getX(), box.getMaxX());
                double right = Brush.at(x[i + 1], across, box.getX(), box.getMaxX());
                double top = Brush.at(y[j + 1], up, box.getMaxY(), box.getY());
                double bottom = Brush.at(y[j], up, box.getMaxY(), box.getY());
                double share = (surface.mean()[i][j] - values.low()) / (values.high() - values.low());
                brush.bar(left, top, right - left + SEAM, bottom - top + SEAM, shade(theme, share));
            }
        }
        Shape clip = g.getClip();
        g.clip(box);
        rows(brush, box, across, up);
        g.setClip(clip);
        brush.axis(box, across, axis(surface.first()));
        brush.verticalAxis(box, up, axis(surface.second()));
        scale(brush, theme, box, values);
    }

    private Figure.Range values() {
        DoubleSummaryStatistics all =
                Arrays.stream(surface.mean()).flatMapToDouble(Arrays::stream).summaryStatistics();
        return all.getMax() > all.getMin()
                ? new Figure.Range(all.getMin(), all.getMax())
                : new Figure.Range(all.getMin() - 1, all.getMax() + 1);
    }

    /** Half-way between the places where the model was asked. */
    private static double[] edges(Grid grid) {
        double[] at = grid.positions();
        int n = at.length;
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (at[i - 1] + at[i]) / 2;
        }
        edges[0] = n > 1 ? at[0] - (edges[1] - at[0]) : at[0] - 0.5;
        edges[n] = n > 1 ? at[n - 1] + (at[n - 1] - edges[n - 1]) : at[0] + 0.5;
        return edges;
    }

    private void rows(Brush brush, Rectangle2D box, Figure.Range across, Figure.Range up) {
        Color text = brush.ink(Figure.Ink.TEXT);
        Color faint = new Color(text.getRed(), text.getGreen(), text.getBlue(), DOT_OPACITY);
        double[] x = places(surface.first());
        double[] y = places(surface.second());
        for (int r = 0; r < Math.min(x.length, y.length); r++) {
            if (Double.isFinite(x[r]) && Double.isFinite(y[r])) {
                brush.dot(
                        Brush.at(x[r], across, box.getX(), box.getMaxX()),
                        Brush.at(y[r], up, box.getMaxY(), box.getY()),
                        0.13 * brush.em,
                        faint,
                        faint);
            }
        }
    }

    private static double[] places(Grid grid) {
        return switch (grid.feature()) {
            case Column.NumberColumn numbers -> numbers.values();
            case Column.TextColumn texts -> {
                List<String> levels = ((Column.TextColumn) grid.values()).values();
                yield IntStream.range(0, texts.size())
                        .mapToDouble(r -> texts.has(r) ? levels.indexOf(texts.text(r)) : Double.NaN)
                        .toArray();
            }
        };
    }

    private static Color shade(Theme theme, double share) {
        Color from = theme.background();
        Color to = theme.of(Figure.Ink.ACCENT);
        double t = LEAST_SHADE + (1 - LEAST_SHADE) * share;
        return new Color(
                mixed(from.getRed(), to.getRed(), t),
                mixed(from.getGreen(), to.getGreen(), t),
                mixed(from.getBlue(), to.getBlue(), t));
    }

    private static int mixed(int from, int to, double t) {
        return (int) Math.round(from + t * (to - from));
    }

    private void scale(Brush brush, Theme theme, Rectangle2D box, Figure.Range values) {
        double em = brush.em;
        double x = box.getMaxX() + 1.2 * em;
        double step = box.getHeight() / SHADES;
        for (int s = 0; s < SHADES; s++) {
            brush.bar(x, box.getMaxY() - (s + 1) * step, 0.8 * em, step + SEAM, shade(theme, (s + 0.5) / SHADES));
        }
        Color muted = brush.ink(Figure.Ink.MUTED);
        brush.text(Brush.number(values.high()), x + 1.1 * em, box.getY() + 0.8 * em, Brush.Align.LEFT, muted);
        brush.text(Brush.number(values.low()), x + 1.1 * em, box.getMaxY(), Brush.Align.LEFT, muted);
        brush.upright(target.axis("mean"), x + 2 * em, box.getCenterY());
    }

    private static String axis(Grid grid) {
        ParityFigure.Target name = ParityFigure.Target.of(grid.feature());
        return name.symbol() + (name.unit().isEmpty() ? "" : " (" + name.unit() + ")");
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder(surface.first().feature().key() + ","
                + surface.second().feature().key() + "," + target.column("mean") + "\n");
        for (int i = 0; i < surface.first().size(); i++) {
            for (int j = 0; j < surface.second().size(); j++) {
                text.append(surface.first().values().text(i)).append(',');
                text.append(surface.second().values().text(j)).append(',');
                text.append(surface.mean()[i][j]).append('\n');
            }
        }
        return text.toString();
    }
}
