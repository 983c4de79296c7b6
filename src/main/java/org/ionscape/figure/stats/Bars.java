package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import org.ionscape.figure.Figure;
import org.ionscape.figure.PlotArea;

/** Upright bars from a line at 0, one for each label, with a strip of the label's category below. */
final class Bars {
    private static final double WIDTH = 0.76;
    private static final double[] LEVELS = {0.5, 0.3, 0.2, 0.1, 0.05};

    private final Pen pen;
    private final PlotArea area;

    Bars(Pen pen, PlotArea area) {
        this.pen = pen;
        this.area = area;
    }

    private Rectangle2D at(int i, double value) {
        double step = area.toX(1) - area.toX(0);
        double y0 = area.toY(0);
        double y = area.toY(value);
        return new Rectangle2D.Double(
                area.toX(i) + (1 - WIDTH) / 2 * step, Math.min(y, y0), WIDTH * step, Math.abs(y - y0));
    }

    void bar(int i, double value, Color colour, boolean edged) {
        Rectangle2D bar = at(i, value);
        pen.g.setColor(colour);
        pen.g.fill(bar);
        if (edged) {
            pen.stroke(0.4 * pen.line);
            pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.6));
            pen.g.draw(bar);
        }
    }

    void outline(int i, double value) {
        pen.stroke(pen.line * 1.2);
        pen.g.setColor(pen.ink(Figure.Ink.ACCENT));
        pen.g.draw(at(i, value));
    }

    /** 0 and the same round number above and below it, well inside, so that labels of stacked axes stand apart. */
    private double[] levels() {
        for (double level : LEVELS) {
            if (level <= 0.85 * area.y().high()) {
                return area.toY(0) - area.toY(level) < 1.05 * pen.small
                        ? new double[] {0}
                        : new double[] {-level, 0, level};
            }
        }
        return new double[] {0};
    }

    /** The vertical axis, with a line at 0. */
    void axis(String title) {
        Rectangle2D box = area.pixels();
        Color muted = pen.ink(Figure.Ink.MUTED);
        pen.stroke(pen.line / 1.5);
        pen.g.setColor(muted);
        pen.rule(box.getX(), box.getY(), box.getX(), box.getMaxY());
        pen.rule(box.getX(), area.toY(0), box.getMaxX(), area.toY(0));
        double widest = 0;
        for (double value : levels()) {
            String label = value == 0 ? "0" : Double.toString(value).replace('-', '−');
            widest = Math.max(widest, Pen.width(label, pen.small));
            pen.g.setColor(muted);
            pen.rule(box.getX() - 0.4 * pen.em, area.toY(value), box.getX(), area.toY(value));
            pen.text(
                    label,
                    box.getX() - 0.6 * pen.em,
                    area.toY(value) + 0.33 * pen.small,
                    pen.small,
                    Pen.Align.RIGHT,
                    muted);
        }
        pen.upright(
                title,
                box.getX() - widest - 1.2 * pen.em,
                box.getCenterY(),
                pen.em,
                Pen.Align.CENTRE,
                pen.ink(Figure.Ink.TEXT));
    }

    /** Symbols below, read from below, as many as fit; the marked one stands out. */
    void labels(List<Label> labels, OptionalInt marked) {
        double step = area.toX(1) - area.toX(0);
        double size = Math.clamp(0.9 * step, 0.62 * pen.em, 0.85 * pen.em);
        int every = (int) Math.max(1, Math.ceil(size / step));
        double y = area.pixels().getMaxY() + 0.3 * pen.em;
        for (int i = 0; i < labels.size(); i++) {
            boolean stands = marked.isPresent() && marked.getAsInt() == i;
            pen.fill(
                    area.toX(i) + (1 - WIDTH) / 2 * step,
                    y,
                    WIDTH * step,
                    0.2 * pen.em,
                    Palette.ofCategory(labels.get(i).category(), pen.theme));
            if (i % every == 0 || stands) {
                pen.upright(
                        labels.get(i).markup(),
                        area.toX(i + 0.5) + 0.33 * size,
                        y + 0.55 * pen.em,
                        size,
                        Pen.Align.RIGHT,
                        pen.ink(stands ? Figure.Ink.ACCENT : Figure.Ink.TEXT));
            }
        }
    }
}
