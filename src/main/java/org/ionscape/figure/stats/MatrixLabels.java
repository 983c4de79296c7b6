package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.ionscape.figure.Figure;
import org.ionscape.figure.stats.MatrixFigure.Area;

/**
 * The symbols along two sides of a matrix, with bands of their categories. Where cells are lower than legible type every
 * other symbol stands further out; where they are lower still, some are left out.
 */
record MatrixLabels(List<Label> labels) {
    /** Sizes of type, as shares of that of titles. */
    private static final double LEAST = 0.62;

    private static final double MOST = 0.8;
    private static final double OFF = 0.65;

    /** The room beside a matrix of a side. */
    double margin(double em, double side, double cells) {
        double single = widest(MOST * em) + 1.1 * em;
        return every(em, (side - single) / cells) == 2 ? 2 * widest(LEAST * em) + 1.5 * em : single;
    }

    private double widest(double size) {
        return labels.stream()
                .mapToDouble(l -> Pen.width(l.markup(), size))
                .max()
                .orElse(0);
    }

    private static int every(double em, double cell) {
        return (int) Math.max(1, Math.ceil(LEAST * em / cell));
    }

    void drawBands(Pen pen, Area area) {
        Rectangle2D box = area.pixels();
        double thick = 0.2 * pen.em;
        double off = 0.22 * pen.em;
        pen.clipped(
                new Rectangle2D.Double(box.getX() - 2 * off, box.getY(), 2 * off, box.getHeight()),
                () -> spans(
                        (from, to, colour) -> pen.fill(
                                box.getX() - off - thick, area.y(from), thick, (to - from) * area.cell() - 1, colour),
                        pen));
        pen.clipped(
                new Rectangle2D.Double(box.getX(), box.getMaxY(), box.getWidth(), 3 * off),
                () -> spans(
                        (from, to, colour) -> pen.fill(
                                area.x(from), box.getMaxY() + off, (to - from) * area.cell() - 1, thick, colour),
                        pen));
    }

    private interface Span {
        void draw(int from, int to, Color colour);
    }

    private void spans(Span span, Pen pen) {
        for (int from = 0; from < labels.size(); ) {
            String category = labels.get(from).category();
            int to = from;
            while (to < labels.size() && labels.get(to).category().equals(category)) {
                to++;
            }
            span.draw(from, to, Palette.ofCategory(category, pen.theme));
            from = to;
        }
    }

    void draw(Pen pen, Area area) {
        Rectangle2D box = area.pixels();
        int every = every(pen.em, area.cell());
        boolean two = every == 2;
        double size = Math.clamp(0.95 * area.cell(), LEAST * pen.em, MOST * pen.em);
        double further = two ? widest(size) + 0.35 * pen.em : 0;
        for (int i = 0; i < labels.size(); i += two ? 1 : every) {
            double out = OFF * pen.em + (i % 2 == 1 ? further : 0);
            double y = area.y(i + 0.5);
            if (y > box.getY() && y < box.getMaxY()) {
                beside(pen, i, box.getX() - out, y, size);
            }
            double x = area.x(i + 0.5);
            if (x > box.getX() && x < box.getMaxX()) {
                below(pen, i, x, box.getMaxY() + out, size);
            }
            if (two && i % 2 == 1) {
                lead(pen, area, x, y, out);
            }
        }
    }

    private void beside(Pen pen, int i, double right, double y, double size) {
        pen.text(labels.get(i).markup(), right, y + 0.33 * size, size, Pen.Align.RIGHT, pen.ink(Figure.Ink.TEXT));
    }

    private void below(Pen pen, int i, double x, double top, double size) {
        double down = top + 0.1 * pen.em;
        pen.upright(labels.get(i).markup(), x + 0.33 * size, down, size, Pen.Align.RIGHT, pen.ink(Figure.Ink.TEXT));
    }

    /** Thin lines from the cells to the symbols that stand further out. */
    private static void lead(Pen pen, Area area, double x, double y, double out) {
        Rectangle2D box = area.pixels();
        double near = 0.5 * pen.em;
        pen.stroke(0.3 * pen.line);
        pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.7));
        pen.rule(box.getX() - near, y, box.getX() - out + 0.15 * pen.em, y);
        pen.rule(x, box.getMaxY() + near, x, box.getMaxY() + out - 0.05 * pen.em);
    }
}
