package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;

/**
 * Points in three dimensions in a turnable box, farthest first and fading with distance, each on a stalk to the floor.
 *
 * @param titles of the three axes
 * @param points by point and dimension
 * @param names of the points, for data files
 * @param grouping of the points
 * @param selected points that are ringed
 * @param turn from which side
 */
public record Scatter3DFigure(
        List<String> titles, double[][] points, List<String> names, Grouping grouping, BitSet selected, Turn turn)
        implements Drawing {
    private static final int[][] EDGES = {
        {0, 1}, {0, 2}, {1, 3}, {2, 3}, {4, 5}, {4, 6}, {5, 7}, {6, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}
    };
    private static final int CORNERS = 8;
    private static final int MOST_STALKS = 400;
    private static final double EYE = 4.5;
    /** The box may be stretched this much to fill its room. */
    private static final double WIDEST = 1.6;

    /**
     * A direction of view.
     *
     * @param yawDeg about the upright axis
     * @param pitchDeg from above
     */
    public record Turn(double yawDeg, double pitchDeg) {
        public static final Turn START = new Turn(-32, 22);

        public Turn by(double yaw, double pitch) {
            return new Turn(yawDeg + yaw, Math.clamp(pitchDeg + pitch, -85, 85));
        }
    }

    public Scatter3DFigure {
        titles = List.copyOf(titles);
        names = List.copyOf(names);
        selected = (BitSet) selected.clone();
    }

    public Scatter3DFigure turned(Turn other) {
        return new Scatter3DFigure(titles, points, names, grouping, selected, other);
    }

    public Scatter3DFigure withSelected(BitSet rows) {
        return new Scatter3DFigure(titles, points, names, grouping, rows, turn);
    }

    /** Where points appear: x, y in pixels and depth from −1 (near) to 1. */
    private record Seen(double x, double y, double depth) {}

    /** Maps the data's box, scaled to −1 … 1, onto the surface. */
    private final class Eye {
        private final double[] low = new double[3];
        private final double[] high = new double[3];
        private final double cosYaw = Math.cos(Math.toRadians(turn.yawDeg()));
        private final double sinYaw = Math.sin(Math.toRadians(turn.yawDeg()));
        private final double cosPitch = Math.cos(Math.toRadians(turn.pitchDeg()));
        private final double sinPitch = Math.sin(Math.toRadians(turn.pitchDeg()));
        private final double centreX;
        private final double centreY;
        private final double scaleX;
        private final double scaleY;

        Eye(Rectangle2D bounds) {
            double[] reach = {
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
            };
            for (int c = 0; c < CORNERS; c++) {
                Seen s = seen(corner(c, 0), corner(c, 1), corner(c, 2), 0, 0, 1, 1);
                reach[0] = Math.min(reach[0], s.x());
                reach[1] = Math.max(reach[1], s.x());
                reach[2] = Math.min(reach[2], s.y());
                reach[3] = Math.max(reach[3], s.y());
            }
            double wide = 0.82 * bounds.getWidth() / (reach[1] - reach[0]);
            double high = 0.86 * bounds.getHeight() / (reach[3] - reach[2]);
            scaleX = Math.min(wide, WIDEST * high);
            scaleY = Math.min(high, WIDEST * wide);
            centreX = bounds.getCenterX() - scaleX * (reach[0] + reach[1]) / 2;
            centreY = bounds.getCenterY() - scaleY * (reach[2] + reach[3]) / 2;
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(this.high, Double.NEGATIVE_INFINITY);
            for (double[] point : points) {
                for (int d = 0; d < 3; d++) {
                    low[d] = Math.min(low[d], point[d]);
                    this.high[d] = Math.max(this.high[d], point[d]);
                }
            }
        }

        Seen of(double[] point) {
            double[] u = new double[3];
            for (int d = 0; d < 3; d++) {
                u[d] = high[d] > low[d] ? 2 * (point[d] - low[d]) / (high[d] - low[d]) - 1 : 0;
            }
            return unit(u[0], u[1], u[2]);
        }

        Seen unit(double a, double b, double c) {
            return seen(a, b, c, centreX, centreY, scaleX, scaleY);
        }

        private Seen seen(double a, double b, double c, double x0, double y0, double width, double height) {
            double x = a * cosYaw - b * sinYaw;
            double depth = a * sinYaw + b * cosYaw;
            double y = c * cosPitch - depth * sinPitch;
            double away = depth * cosPitch + c * sinPitch;
            double closer = EYE / (EYE + away);
            return new Seen(x0 + width * x * closer, y0 - height * y * closer, away / Math.sqrt(3));
        }
    }

    /** −1 or 1: where a corner of the box, counted in bits, lies along a dimension. */
    private static int corner(int c, int dimension) {
        return (c >> dimension & 1) == 0 ? -1 : 1;
    }

    /** The point that appears nearest to a pixel, within some pixels of it. */
    public OptionalInt nearest(Rectangle2D bounds, double px, double py, double within) {
        if (points.length == 0) {
            return OptionalInt.empty();
        }
        Eye eye = new Eye(bounds);
        return IntStream.range(0, points.length)
                .filter(i -> {
                    Seen s = eye.of(points[i]);
                    return Math.hypot(s.x() - px, s.y() - py) <= within;
                })
                .boxed()
                .min(Comparator.comparingDouble(i -> {
                    Seen s = eye.of(points[i]);
                    return Math.hypot(s.x() - px, s.y() - py);
                }))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        if (points.length == 0 || points[0].length < 3) {
            pen.sentence("Three components are needed", bounds);
            return;
        }
        Eye eye = new Eye(bounds);
        pen.clipped(bounds, () -> {
            drawBox(pen, eye);
            if (DrawingView.OnScreen.is(g) && points.length > PointRaster.MOST_SHAPES) {
                PointRaster raster = new PointRaster(bounds);
                int ring = Marks.ring(pen).getRGB();
                eachPoint(pen, eye, (x, y, radius, colour, ringed) -> {
                    if (ringed) {
                        raster.disc(x, y, radius + pen.line, ring);
                    }
                    raster.disc(x, y, radius, colour.getRGB());
                });
                raster.drawOn(pen);
            } else {
                drawStalks(pen, eye);
                eachPoint(pen, eye, (x, y, radius, colour, ringed) -> Marks.point(pen, x, y, radius, colour, ringed));
            }
        });
    }

    private void drawBox(Pen pen, Eye eye) {
        Seen[] corners = IntStream.range(0, CORNERS)
                .mapToObj(c -> eye.unit(corner(c, 0), corner(c, 1), corner(c, 2)))
                .toArray(Seen[]::new);
        double farthest = Arrays.stream(corners).mapToDouble(Seen::depth).max().orElse(0);
        pen.stroke(0.5 * pen.line);
        for (int[] edge : EDGES) {
            Seen a = corners[edge[0]];
            Seen b = corners[edge[1]];
            boolean behind = a.depth() == farthest || b.depth() == farthest;
            boolean floor = edge[0] < 4 && edge[1] < 4;
            if (behind || floor) {
                pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.6));
                pen.rule(a.x(), a.y(), b.x(), b.y());
            }
        }
        title(pen, eye, 0, List.of(new double[] {0, -1, -1}, new double[] {0, 1, -1}));
        title(pen, eye, 1, List.of(new double[] {-1, 0, -1}, new double[] {1, 0, -1}));
        Seen upright = IntStream.range(0, 4)
                .mapToObj(c -> eye.unit(corner(c, 0), corner(c, 1), 0))
                .max(Comparator.comparingDouble(Seen::x))
                .orElseThrow();
        pen.upright(
                titles.get(2),
                upright.x() + 1.3 * pen.em,
                upright.y(),
                pen.small,
                Pen.Align.CENTRE,
                pen.ink(Figure.Ink.MUTED));
    }

    /** Outside the lower of two edges of the floor. */
    private void title(Pen pen, Eye eye, int dimension, List<double[]> middles) {
        Seen edge = middles.stream()
                .map(m -> eye.unit(m[0], m[1], m[2]))
                .max(Comparator.comparingDouble(Seen::y))
                .orElseThrow();
        Seen centre = eye.unit(0, 0, -1);
        double length = Math.max(1e-6, Math.hypot(edge.x() - centre.x(), edge.y() - centre.y()));
        double along = (edge.x() - centre.x()) / length;
        pen.text(
                titles.get(dimension),
                edge.x() + 1.2 * pen.em * along,
                edge.y() + 1.5 * pen.em * (edge.y() - centre.y()) / length + 0.5 * pen.em,
                pen.small,
                along < -0.3 ? Pen.Align.RIGHT : along > 0.3 ? Pen.Align.LEFT : Pen.Align.CENTRE,
                pen.ink(Figure.Ink.MUTED));
    }

    private void drawStalks(Pen pen, Eye eye) {
        if (points.length <= MOST_STALKS) {
            pen.stroke(0.3 * pen.line);
            pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.35));
            for (double[] point : points) {
                Seen top = eye.of(point);
                Seen foot = eye.of(new double[] {point[0], point[1], eye.low[2]});
                pen.rule(top.x(), top.y(), foot.x(), foot.y());
            }
        }
    }

    /** Where and how a point is drawn. */
    private interface Point {
        void draw(double x, double y, double radius, Color colour, boolean ringed);
    }

    /** Every point, the farthest first, faded and smaller the farther it is. */
    private void eachPoint(Pen pen, Eye eye, Point drawing) {
        Seen[] seen = Arrays.stream(points).map(eye::of).toArray(Seen[]::new);
        int[] order = IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -seen[i].depth()))
                .mapToInt(Integer::intValue)
                .toArray();
        double base = points.length > 2000 ? 1.2 * pen.line : points.length > 300 ? 1.7 * pen.line : 2.7 * pen.line;
        for (int i : order) {
            Seen s = seen[i];
            double near = (1 - s.depth()) / 2;
            Color colour =
                    blended(grouping.colour(grouping.of()[i], pen.theme), pen.theme.background(), 0.6 * (1 - near));
            drawing.draw(s.x(), s.y(), base * (0.75 + 0.5 * near), colour, selected.get(i));
        }
    }

    private static Color blended(Color a, Color b, double share) {
        return new Color(
                (int) (a.getRed() + share * (b.getRed() - a.getRed())),
                (int) (a.getGreen() + share * (b.getGreen() - a.getGreen())),
                (int) (a.getBlue() + share * (b.getBlue() - a.getBlue())));
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("row");
        titles.forEach(t -> text.append(',')
                .append(Csv.of(org.ionscape.figure.Markup.parse(t).plain())));
        text.append(",group\n");
        for (int i = 0; i < points.length; i++) {
            text.append(i < names.size() ? Csv.of(names.get(i)) : Integer.toString(i + 1));
            for (int d = 0; d < 3; d++) {
                text.append(',').append(Csv.of(points[i][d]));
            }
            int group = grouping.of()[i];
            text.append(',')
                    .append(group < 0 ? "" : Csv.of(grouping.names().get(group)))
                    .append('\n');
        }
        return text.toString();
    }
}
