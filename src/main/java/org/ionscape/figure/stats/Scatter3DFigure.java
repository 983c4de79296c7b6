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
    private static final int MOST_STALKS = 400;
    private static final double EYE = 4.5;

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
        private final double scale;

        Eye(Rectangle2D bounds) {
            centreX = bounds.getCenterX();
            centreY = bounds.getCenterY();
            scale = 0.38 * Math.min(bounds.getWidth() / 1.25, bounds.getHeight());
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
            for (double[] point : points) {
                for (int d = 0; d < 3; d++) {
                    low[d] = Math.min(low[d], point[d]);
                    high[d] = Math.max(high[d], point[d]);
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
            double x = a * cosYaw - b * sinYaw;
            double depth = a * sinYaw + b * cosYaw;
            double y = c * cosPitch - depth * sinPitch;
            double away = depth * cosPitch + c * sinPitch;
            double closer = EYE / (EYE + away);
            return new Seen(centreX + scale * x * closer, centreY - scale * y * closer, away / Math.sqrt(3));
        }
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
            drawPoints(pen, eye);
        });
    }

    private void drawBox(Pen pen, Eye eye) {
        Seen[] corners = IntStream.range(0, 8)
                .mapToObj(c -> eye.unit((c & 1) == 0 ? -1 : 1, (c & 2) == 0 ? -1 : 1, (c & 4) == 0 ? -1 : 1))
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
        double[][] ends = {{0, -1.18, -1}, {1.18, 0, -1}, {1.12, 1.12, 0}};
        if (Math.sin(Math.toRadians(turn.yawDeg())) > 0) {
            ends[1][0] = -1.18;
        }
        if (Math.cos(Math.toRadians(turn.yawDeg())) < 0) {
            ends[0][1] = 1.18;
        }
        for (int d = 0; d < 3; d++) {
            Seen at = eye.unit(ends[d][0], ends[d][1], ends[d][2]);
            pen.text(titles.get(d), at.x(), at.y(), pen.small, Pen.Align.CENTRE, pen.ink(Figure.Ink.MUTED));
        }
    }

    private void drawPoints(Pen pen, Eye eye) {
        Seen[] seen = Arrays.stream(points).map(eye::of).toArray(Seen[]::new);
        int[] order = IntStream.range(0, points.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -seen[i].depth()))
                .mapToInt(Integer::intValue)
                .toArray();
        double base = points.length > 2000 ? 1.2 * pen.line : points.length > 300 ? 1.7 * pen.line : 2.7 * pen.line;
        if (points.length <= MOST_STALKS) {
            pen.stroke(0.3 * pen.line);
            pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), 0.35));
            for (double[] point : points) {
                Seen top = eye.of(point);
                Seen foot = eye.of(new double[] {point[0], point[1], eye.low[2]});
                pen.rule(top.x(), top.y(), foot.x(), foot.y());
            }
        }
        for (int i : order) {
            Seen s = seen[i];
            double near = (1 - s.depth()) / 2;
            Color colour = blended(
                    grouping.colour(grouping.of()[i], pen.theme), pen.theme.background(), 0.6 * (1 - near));
            Marks.point(pen, s.x(), s.y(), base * (0.75 + 0.5 * near), colour, selected.get(i));
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
        titles.forEach(t -> text.append(',').append(Csv.of(org.ionscape.figure.Markup.parse(t).plain())));
        text.append(",group\n");
        for (int i = 0; i < points.length; i++) {
            text.append(i < names.size() ? Csv.of(names.get(i)) : Integer.toString(i + 1));
            for (int d = 0; d < 3; d++) {
                text.append(',').append(Csv.of(points[i][d]));
            }
            int group = grouping.of()[i];
            text.append(',').append(group < 0 ? "" : Csv.of(grouping.names().get(group))).append('\n');
        }
        return text.toString();
    }
}
