package org.ionscape.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** Draws a figure: the only drawing there is, on the screen and in every file. */
public final class FigurePainter {
    private static final double BAND_OPACITY = 0.17;
    private static final double HAIR_OPACITY = 0.35;
    private static final int MOST_VERTICES = 4000;
    private static final int MANY_POINTS = 150;

    private final Graphics2D g;
    private final Figure figure;
    private final Theme theme;
    private final Style style;
    private final PlotArea area;

    /**
     * Sizes of type and lines, in the unit of the surface.
     *
     * @param font size of axis titles; ticks are a little smaller
     * @param line width of a data line
     */
    public record Style(double font, double line) {
        public static final Style SCREEN = new Style(12, 1.5);
    }

    private FigurePainter(Graphics2D g, Figure figure, Theme theme, Style style, PlotArea area) {
        this.g = g;
        this.figure = figure;
        this.theme = theme;
        this.style = style;
        this.area = area;
    }

    /** Draws into a rectangle and returns where the data lie; empty when there is nothing to draw but a sentence. */
    public static Optional<PlotArea> paint(Graphics2D g, Figure figure, Theme theme, Style style, Rectangle2D bounds) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Optional<Figure.Range> x = Ranges.of(figure, Ranges.Direction.HORIZONTAL);
        Optional<Figure.Range> y = Ranges.of(figure, Ranges.Direction.VERTICAL);
        if (x.isEmpty() || y.isEmpty()) {
            g.setColor(theme.of(Figure.Ink.MUTED));
            Markup text = Markup.parse(figure.empty());
            text.draw(g, bounds.getCenterX() - text.width(style.font) / 2, bounds.getCenterY(), style.font);
            return Optional.empty();
        }
        double em = style.font;
        Ticks yTicks = Ticks.of(y.get(), figure.y().scale(), (int) Math.max(2, bounds.getHeight() / (4 * em)));
        double tickWidth = yTicks.major().stream()
                .mapToDouble(
                        t -> Markup.parse(yTicks.label(t, figure.y().scale())).width(0.92 * em))
                .max()
                .orElse(0);
        double left = bounds.getX() + tickWidth + 2.4 * em;
        double right = bounds.getMaxX() - FigureLabels.right(figure, em, bounds.getWidth());
        double top = bounds.getY() + FigureLabels.top(figure, em);
        double bottom = bounds.getMaxY() - 3.2 * em;
        if (right - left < 3 * em || bottom - top < 2 * em) {
            return Optional.empty();
        }
        PlotArea area = new PlotArea(
                new Rectangle2D.Double(left, top, right - left, bottom - top),
                figure.x().scale(),
                figure.y().scale(),
                x.get(),
                y.get());
        FigurePainter painter = new FigurePainter(g, figure, theme, style, area);
        painter.drawData();
        painter.drawAxes(yTicks, tickWidth);
        new FigureLabels(g, figure, theme, style, area).draw();
        return Optional.of(area);
    }

    private void drawData() {
        Shape clip = g.getClip();
        g.clip(area.pixels());
        for (Figure.Series series : figure.series()) {
            switch (series) {
                case Figure.Span span -> drawSpan(span);
                case Figure.Band band -> drawBand(band);
                case Figure.Line line -> drawLine(line);
                case Figure.Points points -> drawPoints(points);
                case Figure.Marker marker -> drawMarker(marker);
            }
        }
        g.setClip(clip);
    }

    private void drawSpan(Figure.Span span) {
        double from = area.toX(span.from());
        double to = area.toX(span.to());
        g.setColor(theme.of(span.ink(), BAND_OPACITY / 1.6));
        g.fill(new Rectangle2D.Double(
                from, area.pixels().getY(), to - from, area.pixels().getHeight()));
    }

    private void drawBand(Figure.Band band) {
        Path2D path = new Path2D.Double();
        int n = band.x().length;
        int stride = Math.max(1, n / MOST_VERTICES);
        boolean begun = false;
        for (int i = 0; i < n; i += stride) {
            begun = add(path, band.x()[i], band.high()[i], begun);
        }
        for (int i = (n - 1) / stride * stride; i >= 0; i -= stride) {
            begun = add(path, band.x()[i], band.low()[i], begun);
        }
        if (begun) {
            path.closePath();
            g.setColor(theme.of(band.ink(), BAND_OPACITY));
            g.fill(path);
        }
    }

    private void drawLine(Figure.Line line) {
        Path2D path = new Path2D.Double();
        int n = line.x().length;
        int stride = Math.max(1, n / MOST_VERTICES);
        boolean begun = false;
        for (int i = 0; i < n; i += stride) {
            begun = add(path, line.x()[i], line.y()[i], begun);
        }
        if (n > 1 && (n - 1) % stride != 0) {
            add(path, line.x()[n - 1], line.y()[n - 1], begun);
        }
        g.setColor(line.stroke() == Figure.Stroke.HAIR ? theme.of(line.ink(), HAIR_OPACITY) : theme.of(line.ink()));
        g.setStroke(stroke(line.stroke(), style));
        g.draw(path);
    }

    private void drawMarker(Figure.Marker marker) {
        double x = area.toX(marker.at());
        g.setColor(theme.of(marker.ink()));
        g.setStroke(stroke(marker.stroke(), style));
        g.draw(new Line2D.Double(x, area.pixels().getMaxY(), x, area.pixels().getY()));
    }

    static BasicStroke stroke(Figure.Stroke stroke, Style style) {
        float width = (float) (style.line
                * switch (stroke) {
                    case STRONG -> 1.4;
                    case HAIR -> 0.5;
                    case NORMAL, DASHED -> 1;
                });
        float[] dash = {(float) (2.7 * style.line), (float) (2 * style.line)};
        return stroke == Figure.Stroke.DASHED
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private boolean add(Path2D path, double x, double y, boolean begun) {
        double px = area.toX(x);
        double py = area.toY(y);
        if (!Double.isFinite(px) || !Double.isFinite(py)) {
            return begun;
        }
        // far outside the clip; keeps vector files sane
        py = Math.clamp(py, area.pixels().getY() - 1e4, area.pixels().getMaxY() + 1e4);
        if (begun) {
            path.lineTo(px, py);
        } else {
            path.moveTo(px, py);
        }
        return true;
    }

    private void drawPoints(Figure.Points points) {
        Color ink = theme.of(points.ink());
        double radius = (points.x().length > MANY_POINTS ? 1.5 : 2.2) * style.line;
        g.setStroke(new BasicStroke((float) (0.8 * style.line)));
        for (int i = 0; i < points.x().length; i++) {
            double x = area.toX(points.x()[i]);
            double y = area.toY(points.y()[i]);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            g.setColor(ink);
            double low = area.toY(points.low()[i]);
            double high = area.toY(points.high()[i]);
            if (Double.isFinite(high)) {
                g.draw(new Line2D.Double(
                        x, Double.isFinite(low) ? low : area.pixels().getMaxY(), x, high));
            }
            Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            g.setColor(points.mark() == Figure.Mark.OPEN ? theme.background() : ink);
            g.fill(dot);
            g.setColor(ink);
            g.draw(dot);
        }
    }

    private void drawAxes(Ticks yTicks, double tickWidth) {
        Rectangle2D box = area.pixels();
        double em = style.font;
        double small = 0.92 * em;
        g.setStroke(new BasicStroke((float) (style.line / 1.5)));
        g.setColor(theme.of(Figure.Ink.MUTED));
        g.draw(new Line2D.Double(box.getX(), box.getY(), box.getX(), box.getMaxY()));
        g.draw(new Line2D.Double(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY()));
        Ticks xTicks = Ticks.of(area.x(), area.xScale(), (int) Math.max(2, box.getWidth() / (5.5 * em)));
        double tick = 0.42 * em;
        for (double value : xTicks.minor()) {
            double x = area.toX(value);
            g.draw(new Line2D.Double(x, box.getMaxY(), x, box.getMaxY() + 0.6 * tick));
        }
        for (double value : yTicks.minor()) {
            double y = area.toY(value);
            g.draw(new Line2D.Double(box.getX() - 0.6 * tick, y, box.getX(), y));
        }
        for (double value : xTicks.major()) {
            double x = area.toX(value);
            g.draw(new Line2D.Double(x, box.getMaxY(), x, box.getMaxY() + tick));
            Markup label = Markup.parse(xTicks.label(value, area.xScale()));
            label.draw(g, x - label.width(small) / 2, box.getMaxY() + tick + 1.05 * em, small);
        }
        for (double value : yTicks.major()) {
            double y = area.toY(value);
            g.draw(new Line2D.Double(box.getX() - tick, y, box.getX(), y));
            Markup label = Markup.parse(yTicks.label(value, area.yScale()));
            label.draw(g, box.getX() - 1.4 * tick - label.width(small), y + 0.33 * small, small);
        }
        g.setColor(theme.of(Figure.Ink.TEXT));
        Markup x = Markup.parse(figure.x().label());
        x.draw(g, box.getCenterX() - x.width(em) / 2, box.getMaxY() + 2.75 * em, em);
        drawUpright(Markup.parse(figure.y().label()), box.getX() - tickWidth - 1.1 * em, box.getCenterY(), em);
    }

    private void drawUpright(Markup text, double x, double centre, double size) {
        var before = g.getTransform();
        g.translate(x, centre + text.width(size) / 2);
        g.rotate(-Math.PI / 2);
        text.draw(g, 0, 0, size);
        g.setTransform(before);
    }
}
