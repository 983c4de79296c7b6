package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.figure.Ticks;
import org.ionscape.stats.ComponentCount;

/**
 * Eigenvalues as bars, with the share of the variance carried together as a line and the broken stick as a reference.
 *
 * @param eigenvalues descending
 * @param chosen components that stand out
 * @param most bars shown
 */
public record ScreeFigure(double[] eigenvalues, int chosen, int most) implements Drawing {

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        int n = Math.min(most, eigenvalues.length);
        if (n == 0) {
            pen.sentence("No components yet", bounds);
            return;
        }
        double all = sum(eigenvalues.length);
        double em = pen.em;
        PlotArea area = new PlotArea(
                new Rectangle2D.Double(
                        bounds.getX() + 4.2 * em,
                        bounds.getY() + 0.8 * em,
                        Math.max(1, bounds.getWidth() - 8.6 * em),
                        Math.max(1, bounds.getHeight() - 4.1 * em)),
                Figure.Scale.LINEAR,
                Figure.Scale.LINEAR,
                new Figure.Range(0.4, n + 0.6),
                new Figure.Range(0, eigenvalues[0] * 1.06));
        PlotArea share = new PlotArea(
                area.pixels(), Figure.Scale.LINEAR, Figure.Scale.LINEAR, area.x(), new Figure.Range(0, 100));
        double width = 0.72 * (area.toX(2) - area.toX(1));
        Color accent = pen.ink(Figure.Ink.ACCENT);
        for (int k = 0; k < n; k++) {
            double top = area.toY(eigenvalues[k]);
            pen.fill(
                    area.toX(k + 1) - width / 2,
                    top,
                    width,
                    area.pixels().getMaxY() - top,
                    k < chosen ? accent : Pen.faint(pen.ink(Figure.Ink.MUTED), 0.4));
        }
        drawStick(pen, area, n, all);
        drawShares(pen, area, share, n, all);
        drawAxes(pen, area, share, n);
    }

    private double sum(int components) {
        double sum = 0;
        for (int k = 0; k < components; k++) {
            sum += eigenvalues[k];
        }
        return sum;
    }

    private void drawStick(Pen pen, PlotArea area, int n, double all) {
        double[] stick = ComponentCount.brokenStick(eigenvalues.length);
        Path2D path = new Path2D.Double();
        for (int k = 0; k < n; k++) {
            double y = area.toY(stick[k] * all);
            if (k == 0) {
                path.moveTo(area.toX(1), y);
            } else {
                path.lineTo(area.toX(k + 1), y);
            }
        }
        pen.dashed(0.7 * pen.line);
        pen.g.setColor(pen.ink(Figure.Ink.MUTED));
        pen.clipped(area.pixels(), () -> pen.g.draw(path));
    }

    private void drawShares(Pen pen, PlotArea area, PlotArea share, int n, double all) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < n; k++) {
            double y = share.toY(100 * sum(k + 1) / all);
            if (k == 0) {
                path.moveTo(share.toX(1), y);
            } else {
                path.lineTo(share.toX(k + 1), y);
            }
        }
        Color text = pen.ink(Figure.Ink.TEXT);
        pen.stroke(0.8 * pen.line);
        pen.g.setColor(text);
        pen.g.draw(path);
        for (int k = 0; k < n; k++) {
            boolean last = k + 1 == chosen;
            double r = (last ? 2.4 : 1.6) * pen.line;
            double x = share.toX(k + 1);
            double y = share.toY(100 * sum(k + 1) / all);
            Ellipse2D dot = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            pen.g.setColor(last ? text : pen.theme.background());
            pen.g.fill(dot);
            pen.g.setColor(text);
            pen.g.draw(dot);
        }
        drawChosen(pen, area, share, n, all);
    }

    /** The share of the chosen components in words, where the curve is well above the bars. */
    private void drawChosen(Pen pen, PlotArea area, PlotArea share, int n, double all) {
        for (int k = Math.max(0, chosen - 1); k < n; k++) {
            double curve = share.toY(100 * sum(k + 1) / all);
            double bar = area.toY(eigenvalues[Math.min(k + 1, n - 1)]);
            if (bar - curve > 2.2 * pen.small || k == n - 1) {
                pen.text(
                        String.format(Locale.ROOT, "%.0f %% in %s", 100 * sum(chosen) / all, words(chosen)),
                        share.toX(k + 1) + 0.5 * pen.em,
                        curve + 1.4 * pen.em,
                        pen.small,
                        Pen.Align.LEFT,
                        pen.ink(Figure.Ink.TEXT));
                return;
            }
        }
    }

    private static String words(int count) {
        String[] words = {"none", "one", "two", "three", "four", "five", "six"};
        return count < words.length ? words[count] : Integer.toString(count);
    }

    private void drawAxes(Pen pen, PlotArea area, PlotArea share, int n) {
        Rectangle2D box = area.pixels();
        Color muted = pen.ink(Figure.Ink.MUTED);
        pen.stroke(pen.line / 1.5);
        pen.g.setColor(muted);
        pen.rule(box.getX(), box.getY(), box.getX(), box.getMaxY());
        pen.rule(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY());
        pen.rule(box.getMaxX(), box.getY(), box.getMaxX(), box.getMaxY());
        int every = (int) Math.max(1, Math.ceil(1.8 * pen.small / (area.toX(2) - area.toX(1))));
        for (int k = 1; k <= n; k += every) {
            pen.text(
                    Integer.toString(k),
                    area.toX(k),
                    box.getMaxY() + 1.35 * pen.em,
                    pen.small,
                    Pen.Align.CENTRE,
                    muted);
        }
        double widest = sideTicks(pen, area, -1);
        double widestShare = sideTicks(pen, share, 1);
        Color text = pen.ink(Figure.Ink.TEXT);
        pen.text("Component", box.getCenterX(), box.getMaxY() + 2.75 * pen.em, pen.em, Pen.Align.CENTRE, text);
        pen.upright("Eigenvalue", box.getX() - widest - 1.1 * pen.em, box.getCenterY(), pen.em, Pen.Align.CENTRE, text);
        pen.upright(
                "Cumulative (%)",
                box.getMaxX() + widestShare + 2.0 * pen.em, box.getCenterY(), pen.em, Pen.Align.CENTRE, text);
    }

    private static double sideTicks(Pen pen, PlotArea area, int side) {
        Rectangle2D box = area.pixels();
        double x = side < 0 ? box.getX() : box.getMaxX();
        Ticks ticks = Ticks.of(area.y(), Figure.Scale.LINEAR, (int) Math.max(2, box.getHeight() / (2.4 * pen.em)));
        double widest = 0;
        for (double value : ticks.major()) {
            String label = ticks.label(value, Figure.Scale.LINEAR);
            widest = Math.max(widest, Pen.width(label, pen.small));
            pen.g.setColor(pen.ink(Figure.Ink.MUTED));
            pen.rule(x, area.toY(value), x + side * 0.4 * pen.em, area.toY(value));
            pen.text(
                    label,
                    x + side * 0.6 * pen.em,
                    area.toY(value) + 0.33 * pen.small,
                    pen.small,
                    side < 0 ? Pen.Align.RIGHT : Pen.Align.LEFT,
                    pen.ink(Figure.Ink.MUTED));
        }
        return widest;
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("component,eigenvalue,cumulative share,broken stick share\n");
        double all = sum(eigenvalues.length);
        double[] stick = ComponentCount.brokenStick(eigenvalues.length);
        for (int k = 0; k < eigenvalues.length; k++) {
            text.append(k + 1).append(',').append(eigenvalues[k]).append(',');
            text.append(sum(k + 1) / all).append(',').append(stick[k]).append('\n');
        }
        return text.toString();
    }
}
