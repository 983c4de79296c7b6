package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.Theme;
import org.ionscape.stats.Trend;

/**
 * Points in a box, coloured by group, with what helps to read them.
 *
 * @param xTitle markup
 * @param yTitle markup
 * @param x by point; a point without both coordinates is not drawn
 * @param y by point
 * @param names of the points, for data files
 * @param grouping of the points
 * @param extras curves and outlines
 * @param selected points that are ringed
 * @param view ranges shown; empty: those of the data
 */
public record ScatterFigure(
        String xTitle,
        String yTitle,
        double[] x,
        double[] y,
        List<String> names,
        Grouping grouping,
        Extras extras,
        BitSet selected,
        Optional<View> view)
        implements Drawing {
    private static final double MARGIN = 0.05;

    /** Ranges shown. */
    public record View(Figure.Range x, Figure.Range y) {}

    /** How the points of a group are held together. */
    public enum Outline {
        HULL("hull"),
        ELLIPSE("ellipse"),
        NONE("none");

        private final String label;

        Outline(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What is drawn besides points.
     *
     * @param outline around each group
     * @param centroids marked with their numbers; none for none
     * @param trend curve with its interval
     */
    public record Extras(Outline outline, double[][] centroids, Optional<Trend> trend) {
        public static final Extras NONE = new Extras(Outline.NONE, new double[0][], Optional.empty());
    }

    public ScatterFigure {
        names = List.copyOf(names);
        selected = (BitSet) selected.clone();
        if (x.length != y.length || grouping.of().length != x.length) {
            throw new IllegalArgumentException("as many x, y and groups as points are needed");
        }
    }

    public ScatterFigure withSelected(BitSet rows) {
        return new ScatterFigure(xTitle, yTitle, x, y, names, grouping, extras, rows, view);
    }

    public ScatterFigure seen(Optional<View> other) {
        return new ScatterFigure(xTitle, yTitle, x, y, names, grouping, extras, selected, other);
    }

    private static Optional<Figure.Range> range(double[] a, double[] b) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.length; i++) {
            if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
                low = Math.min(low, a[i]);
                high = Math.max(high, a[i]);
            }
        }
        if (low > high) {
            return Optional.empty();
        }
        double pad = high > low ? MARGIN * (high - low) : Math.max(1e-12, Math.abs(low) * 0.1);
        return Optional.of(new Figure.Range(low - pad, high + pad));
    }

    private boolean hasLegend() {
        return grouping.kind() != Grouping.Kind.CLASS && grouping.names().size() > 1;
    }

    /** Where the points lie; empty when there are none. */
    public Optional<PlotArea> area(FigurePainter.Style style, Rectangle2D bounds) {
        Optional<Figure.Range> xs = view.map(View::x).or(() -> range(x, y));
        Optional<Figure.Range> ys = view.map(View::y).or(() -> range(y, x));
        if (xs.isEmpty() || ys.isEmpty()) {
            return Optional.empty();
        }
        double em = style.font();
        double left = 3.9 * em;
        double bottom = hasLegend() ? 4.6 * em : 3.2 * em;
        return Optional.of(new PlotArea(
                new Rectangle2D.Double(
                        bounds.getX() + left,
                        bounds.getY() + 0.8 * em,
                        Math.max(1, bounds.getWidth() - left - em),
                        Math.max(1, bounds.getHeight() - bottom - 0.8 * em)),
                Figure.Scale.LINEAR,
                Figure.Scale.LINEAR,
                xs.get(),
                ys.get()));
    }

    /** The point nearest to a pixel, within some pixels of it. */
    public OptionalInt nearest(PlotArea area, double px, double py, double within) {
        int best = -1;
        double least = within * within;
        for (int i = 0; i < x.length; i++) {
            double dx = area.toX(x[i]) - px;
            double dy = area.toY(y[i]) - py;
            double d = dx * dx + dy * dy;
            if (d <= least) {
                least = d;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        Optional<PlotArea> found = area(style, bounds);
        if (found.isEmpty()) {
            pen.sentence("No row has both values", bounds);
            return;
        }
        PlotArea area = found.get();
        pen.clipped(area.pixels(), () -> {
            drawZero(pen, area);
            drawOutlines(pen, area);
            extras.trend().ifPresent(t -> drawTrend(pen, area, t));
        });
        double radius = x.length > 2000 ? 1.1 * pen.line : x.length > 300 ? 1.7 * pen.line : 2.6 * pen.line;
        if (DrawingView.OnScreen.is(g) && x.length > PointRaster.MOST_SHAPES) {
            PointRaster.draw(this, pen, area, radius);
        } else {
            pen.clipped(area.pixels(), () -> drawPoints(pen, area, radius));
        }
        pen.clipped(area.pixels(), () -> {
            for (int c = 0; c < extras.centroids().length; c++) {
                double[] centre = extras.centroids()[c];
                Marks.number(pen, area.toX(centre[0]), area.toY(centre[1]), c, Palette.ofClass(c, theme));
            }
        });
        pen.axes(area, xTitle, yTitle, Pen.Frame.BOXED);
        if (hasLegend()) {
            drawLegend(pen, area, bounds);
        }
    }

    private static void drawZero(Pen pen, PlotArea area) {
        Rectangle2D box = area.pixels();
        pen.stroke(0.4 * pen.line);
        pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.4));
        pen.rule(area.toX(0), box.getY(), area.toX(0), box.getMaxY());
        pen.rule(box.getX(), area.toY(0), box.getMaxX(), area.toY(0));
    }

    private void drawPoints(Pen pen, PlotArea area, double radius) {
        for (int i = 0; i < x.length; i++) {
            if (!selected.get(i)) {
                drawPoint(pen, area, i, radius);
            }
        }
        for (int i = selected.nextSetBit(0); i >= 0 && i < x.length; i = selected.nextSetBit(i + 1)) {
            drawPoint(pen, area, i, 1.15 * radius);
        }
    }

    private void drawPoint(Pen pen, PlotArea area, int i, double radius) {
        double px = area.toX(x[i]);
        double py = area.toY(y[i]);
        if (Double.isFinite(px) && Double.isFinite(py) && area.pixels().contains(px, py)) {
            Marks.point(pen, px, py, radius, grouping.colour(grouping.of()[i], pen.theme), selected.get(i));
        }
    }

    private static void drawTrend(Pen pen, PlotArea area, Trend trend) {
        int n = trend.x().length;
        if (n == 0) {
            return;
        }
        Path2D band = new Path2D.Double();
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < n; i++) {
            double px = area.toX(trend.x()[i]);
            if (i == 0) {
                band.moveTo(px, area.toY(trend.high()[i]));
                curve.moveTo(px, area.toY(trend.y()[i]));
            } else {
                band.lineTo(px, area.toY(trend.high()[i]));
                curve.lineTo(px, area.toY(trend.y()[i]));
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            band.lineTo(area.toX(trend.x()[i]), area.toY(trend.low()[i]));
        }
        band.closePath();
        pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.17));
        pen.g.fill(band);
        pen.stroke(pen.line);
        pen.g.setColor(pen.ink(Figure.Ink.TEXT));
        pen.g.draw(curve);
    }

    private void drawOutlines(Pen pen, PlotArea area) {
        if (extras.outline() == Outline.NONE) {
            return;
        }
        for (int group = 0; group < grouping.names().size(); group++) {
            int at = group;
            double[][] points = IntStream.range(0, x.length)
                    .filter(i -> grouping.of()[i] == at && Double.isFinite(x[i]) && Double.isFinite(y[i]))
                    .mapToObj(i -> new double[] {x[i], y[i]})
                    .toArray(double[][]::new);
            if (points.length > 2) {
                Path2D shape = Outlines.of(points, extras.outline(), area);
                Color colour = grouping.colour(group, pen.theme);
                pen.g.setColor(Pen.faint(colour, 0.12));
                pen.g.fill(shape);
                pen.stroke(0.6 * pen.line);
                pen.g.setColor(Pen.faint(colour, 0.8));
                pen.g.draw(shape);
            }
        }
    }

    private void drawLegend(Pen pen, PlotArea area, Rectangle2D bounds) {
        List<String> shown =
                grouping.names().subList(0, Math.min(6, grouping.names().size()));
        double width = shown.stream()
                .mapToDouble(n -> Pen.width(n, pen.small) + 2.0 * pen.small)
                .sum();
        double at = area.pixels().getCenterX() - width / 2;
        double y = bounds.getMaxY() - 0.5 * pen.em;
        double r = 0.3 * pen.small;
        for (int i = 0; i < shown.size(); i++) {
            pen.g.setColor(grouping.colour(i, pen.theme));
            pen.g.fill(new Ellipse2D.Double(at, y - r - 0.33 * pen.small, 2 * r, 2 * r));
            pen.text(shown.get(i), at + 0.9 * pen.small, y, pen.small, Pen.Align.LEFT, pen.ink(Figure.Ink.MUTED));
            at += Pen.width(shown.get(i), pen.small) + 2.0 * pen.small;
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("row,");
        text.append(Csv.of(org.ionscape.figure.Markup.parse(xTitle).plain())).append(',');
        text.append(Csv.of(org.ionscape.figure.Markup.parse(yTitle).plain())).append(",group\n");
        for (int i = 0; i < x.length; i++) {
            int group = grouping.of()[i];
            text.append(i < names.size() ? Csv.of(names.get(i)) : Integer.toString(i + 1))
                    .append(',');
            text.append(Csv.of(x[i])).append(',').append(Csv.of(y[i])).append(',');
            text.append(group < 0 ? "" : Csv.of(grouping.names().get(group))).append('\n');
        }
        return text.toString();
    }
}
