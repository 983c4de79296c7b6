package org.ionscape.figure.stats;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Markup;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.figure.Ticks;

/** What every drawing here is made with: text in markup, axes with ticks, rules and boxes in the theme's colours. */
final class Pen {
    private static final double SMALL = 0.92;

    final Graphics2D g;
    final Theme theme;
    /** Size of axis titles. */
    final double em;
    /** Size of ticks and labels. */
    final double small;
    /** Width of a data line. */
    final double line;

    Pen(Graphics2D g, Theme theme, FigurePainter.Style style) {
        this.g = g;
        this.theme = theme;
        em = style.font();
        small = SMALL * em;
        line = style.line();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Where text stands relative to the point given. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    void text(String markup, double x, double y, double size, Align align, Color colour) {
        Markup text = Markup.parse(markup);
        double shift = align == Align.LEFT ? 0 : align == Align.CENTRE ? text.width(size) / 2 : text.width(size);
        g.setColor(colour);
        text.draw(g, x - shift, y, size);
    }

    /** Read from below; {@code x} is the base line, {@code y} where the text is aligned, left being its lower end. */
    void upright(String markup, double x, double y, double size, Align align, Color colour) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        text(markup, 0, 0, size, align, colour);
        g.setTransform(before);
    }

    static double width(String markup, double size) {
        return Markup.parse(markup).width(size);
    }

    Color ink(Figure.Ink ink) {
        return theme.of(ink);
    }

    static Color faint(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    void stroke(double width) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }

    void dashed(double width) {
        float dash = (float) (2.7 * line);
        g.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash * 0.75f}, 0));
    }

    void rule(double x1, double y1, double x2, double y2) {
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void fill(double x, double y, double width, double height, Color colour) {
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void clipped(Rectangle2D to, Runnable drawing) {
        Shape before = g.getClip();
        g.clip(to);
        drawing.run();
        g.setClip(before);
    }

    /** Says in the middle of a drawing why it shows nothing. */
    void sentence(String text, Rectangle2D bounds) {
        text(text, bounds.getCenterX(), bounds.getCenterY(), em, Align.CENTRE, ink(Figure.Ink.MUTED));
    }

    /** How axes are drawn. */
    enum Frame {
        L_SHAPED,
        BOXED
    }

    /** The room that the ticks of a vertical axis need. */
    double tickWidth(Figure.Range range, double height) {
        Ticks ticks = Ticks.of(range, Figure.Scale.LINEAR, (int) Math.max(2, height / (4 * em)));
        return ticks.major().stream()
                .mapToDouble(t -> width(ticks.label(t, Figure.Scale.LINEAR), small))
                .max()
                .orElse(0);
    }

    /** Axes with outward ticks and titles around an area with linear scales. */
    void axes(PlotArea area, String xTitle, String yTitle, Frame frame) {
        Rectangle2D box = area.pixels();
        stroke(line / 1.5);
        g.setColor(ink(Figure.Ink.MUTED));
        if (frame == Frame.BOXED) {
            g.draw(box);
        } else {
            rule(box.getX(), box.getY(), box.getX(), box.getMaxY());
            rule(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY());
        }
        horizontal(area, xTitle);
        double widest = vertical(area);
        upright(yTitle, box.getX() - widest - 1.1 * em, box.getCenterY(), em, Align.CENTRE, ink(Figure.Ink.TEXT));
    }

    private void horizontal(PlotArea area, String title) {
        Rectangle2D box = area.pixels();
        double tick = 0.42 * em;
        Ticks ticks = Ticks.of(area.x(), Figure.Scale.LINEAR, (int) Math.max(4, box.getWidth() / (5.5 * em)));
        g.setColor(ink(Figure.Ink.MUTED));
        ticks.minor().forEach(v -> rule(area.toX(v), box.getMaxY(), area.toX(v), box.getMaxY() + 0.6 * tick));
        for (double value : ticks.major()) {
            double x = area.toX(value);
            g.setColor(ink(Figure.Ink.MUTED));
            rule(x, box.getMaxY(), x, box.getMaxY() + tick);
            text(
                    ticks.label(value, Figure.Scale.LINEAR),
                    x,
                    box.getMaxY() + tick + 1.05 * em,
                    small,
                    Align.CENTRE,
                    ink(Figure.Ink.MUTED));
        }
        text(title, box.getCenterX(), box.getMaxY() + 2.75 * em, em, Align.CENTRE, ink(Figure.Ink.TEXT));
    }

    private double vertical(PlotArea area) {
        Rectangle2D box = area.pixels();
        double tick = 0.42 * em;
        double widest = 0;
        Ticks ticks = Ticks.of(area.y(), Figure.Scale.LINEAR, (int) Math.max(2, box.getHeight() / (4 * em)));
        g.setColor(ink(Figure.Ink.MUTED));
        ticks.minor().forEach(v -> rule(box.getX() - 0.6 * tick, area.toY(v), box.getX(), area.toY(v)));
        for (double value : ticks.major()) {
            double y = area.toY(value);
            String label = ticks.label(value, Figure.Scale.LINEAR);
            widest = Math.max(widest, width(label, small));
            g.setColor(ink(Figure.Ink.MUTED));
            rule(box.getX() - tick, y, box.getX(), y);
            text(label, box.getX() - 1.4 * tick, y + 0.33 * small, small, Align.RIGHT, ink(Figure.Ink.MUTED));
        }
        return widest;
    }

    /** Coloured squares with names, from the right end leftwards on one line; returns where they begin. */
    double legend(java.util.List<String> names, java.util.function.IntFunction<Color> colour, double right, double y) {
        double x = right;
        for (int i = names.size() - 1; i >= 0; i--) {
            x -= width(names.get(i), small);
            text(names.get(i), x, y, small, Align.LEFT, ink(Figure.Ink.MUTED));
            x -= 0.95 * small;
            fill(x, y - 0.68 * small, 0.68 * small, 0.68 * small, colour.apply(i));
            stroke(0.3 * line);
            g.setColor(faint(ink(Figure.Ink.MUTED), 0.6));
            g.draw(new Rectangle2D.Double(x, y - 0.68 * small, 0.68 * small, 0.68 * small));
            x -= 0.9 * small;
        }
        return x;
    }
}
