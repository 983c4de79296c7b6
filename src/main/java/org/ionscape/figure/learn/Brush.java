package org.ionscape.figure.learn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Markup;
import org.ionscape.figure.Theme;
import org.ionscape.figure.Ticks;

/** What the drawings here share: text in markup, rules, dots, a horizontal axis. */
final class Brush {
    /** Where text stands relative to the point given. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    final Graphics2D g;
    final Theme theme;
    final double em;
    final double small;
    final double line;

    Brush(Graphics2D g, Theme theme, FigurePainter.Style style) {
        this.g = g;
        this.theme = theme;
        em = style.font();
        small = 0.92 * em;
        line = style.line();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Color ink(Figure.Ink ink) {
        return theme.of(ink);
    }

    void text(String markup, double x, double y, Align align, Color colour) {
        Markup text = Markup.parse(markup);
        double width = text.width(small);
        g.setColor(colour);
        text.draw(g, x - (align == Align.LEFT ? 0 : align == Align.CENTRE ? width / 2 : width), y, small);
    }

    double width(String markup) {
        return Markup.parse(markup).width(small);
    }

    /** Read from below, centred. */
    void upright(String markup, double x, double y) {
        var before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        text(markup, 0, 0, Align.CENTRE, ink(Figure.Ink.TEXT));
        g.setTransform(before);
    }

    void rule(double x1, double y1, double x2, double y2, Color colour, double width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dashed(double x1, double y1, double x2, double y2, Color colour) {
        float dash = (float) (2.7 * line);
        g.setColor(colour);
        g.setStroke(new BasicStroke(
                (float) line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, 0.75f * dash}, 0));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void bar(double x, double y, double width, double height, Color colour) {
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void dot(double x, double y, double radius, Color edge, Color fill) {
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setColor(fill);
        g.fill(dot);
        g.setColor(edge);
        g.setStroke(new BasicStroke((float) line));
        g.draw(dot);
    }

    /** A horizontal axis below a box, with ticks and a title. */
    void axis(Rectangle2D box, Figure.Range range, String title) {
        Color muted = ink(Figure.Ink.MUTED);
        rule(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY(), muted, line / 1.5);
        Ticks ticks = Ticks.of(range, Figure.Scale.LINEAR, (int) Math.max(2, box.getWidth() / (5 * em)));
        for (double value : ticks.major()) {
            double x = at(value, range, box.getX(), box.getMaxX());
            rule(x, box.getMaxY(), x, box.getMaxY() + 0.42 * em, muted, line / 1.5);
            text(ticks.label(value, Figure.Scale.LINEAR), x, box.getMaxY() + 1.45 * em, Align.CENTRE, muted);
        }
        text(title, box.getCenterX(), box.getMaxY() + 2.75 * em, Align.CENTRE, ink(Figure.Ink.TEXT));
    }

    /** A vertical axis left of a box, with ticks and a title. */
    void verticalAxis(Rectangle2D box, Figure.Range range, String title) {
        Color muted = ink(Figure.Ink.MUTED);
        rule(box.getX(), box.getY(), box.getX(), box.getMaxY(), muted, line / 1.5);
        Ticks ticks = Ticks.of(range, Figure.Scale.LINEAR, (int) Math.max(2, box.getHeight() / (3 * em)));
        double widest = 0;
        for (double value : ticks.major()) {
            double y = at(value, range, box.getMaxY(), box.getY());
            String label = ticks.label(value, Figure.Scale.LINEAR);
            widest = Math.max(widest, width(label));
            rule(box.getX() - 0.42 * em, y, box.getX(), y, muted, line / 1.5);
            text(label, box.getX() - 0.6 * em, y + 0.33 * small, Align.RIGHT, muted);
        }
        upright(title, box.getX() - widest - 1.1 * em, box.getCenterY());
    }

    /** What a colour stands for. */
    record Key(String name, Color colour) {}

    /** Colours and what they stand for in centred lines, the first at a height; how many lines there are. */
    int keys(List<Key> keys, double centre, double y, double room) {
        List<List<Key>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Key key : keys) {
            if (!lines.getLast().isEmpty() && wide(lines.getLast()) + wide(List.of(key)) > room) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(key);
        }
        for (int l = 0; l < lines.size(); l++) {
            double x = centre - wide(lines.get(l)) / 2;
            double at = y + 1.35 * l * em;
            for (Key key : lines.get(l)) {
                dot(x + 0.4 * em, at - 0.33 * em, 0.28 * em, key.colour(), key.colour());
                text(key.name(), x + em, at, Align.LEFT, ink(Figure.Ink.MUTED));
                x += wide(List.of(key));
            }
        }
        return lines.size();
    }

    private double wide(List<Key> keys) {
        return keys.stream().mapToDouble(k -> width(k.name()) + 2 * em).sum();
    }

    static double at(double value, Figure.Range range, double from, double to) {
        return from + (value - range.low()) / (range.high() - range.low()) * (to - from);
    }

    /** Three digits, as people print them. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            int e = (int) Math.floor(Math.log10(size));
            return String.format(Locale.ROOT, "%.2f × 10^{%d}", value / Math.pow(10, e), e)
                    .replace('-', '−');
        }
        int decimals = size == 0 ? 0 : Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 5);
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    /** A value with its spread, both to the digits of the spread. */
    static String number(double value, double spread) {
        if (!(spread > 0) || !Double.isFinite(spread) || Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5) {
            return number(value) + (spread > 0 && Double.isFinite(spread) ? " ± " + number(spread) : "");
        }
        int decimals = Math.clamp(-(int) Math.floor(Math.log10(spread)), 0, 5);
        return String.format(Locale.ROOT, "%." + decimals + "f ± %." + decimals + "f", value, spread)
                .replace('-', '−');
    }
}
