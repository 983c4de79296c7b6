package org.ionscape.figure;

import java.util.Optional;
import java.util.function.DoubleConsumer;

/** What an axis has to show when nobody says. */
final class Ranges {
    private static final double MARGIN = 0.04;

    private Ranges() {}

    /** Which axis. */
    enum Direction {
        HORIZONTAL,
        VERTICAL
    }

    /** The range asked for, else that of the data with a margin, from 0 on linear axes of positive data; empty: no data. */
    static Optional<Figure.Range> of(Figure figure, Direction direction) {
        boolean horizontal = direction == Direction.HORIZONTAL;
        Figure.Axis axis = horizontal ? figure.x() : figure.y();
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean log = axis.scale() == Figure.Scale.LOG;
        DoubleConsumer take = v -> {
            if (Double.isFinite(v) && (!log || v > 0)) {
                ends[0] = Math.min(ends[0], v);
                ends[1] = Math.max(ends[1], v);
            }
        };
        for (Figure.Series series : figure.series()) {
            for (double[] values : values(series, direction)) {
                for (double value : values) {
                    take.accept(value);
                }
            }
        }
        if (ends[0] > ends[1]) {
            return Optional.empty();
        }
        return axis.range().or(() -> Optional.of(log ? logarithmic(ends) : linear(ends)));
    }

    private static double[][] values(Figure.Series series, Direction direction) {
        boolean horizontal = direction == Direction.HORIZONTAL;
        return switch (series) {
            case Figure.Line line -> new double[][] {horizontal ? line.x() : line.y()};
            case Figure.Band band -> horizontal ? new double[][] {band.x()} : new double[][] {band.high()};
            case Figure.Points p -> horizontal ? new double[][] {p.x()} : new double[][] {p.y(), p.low(), p.high()};
            case Figure.Span span -> new double[0][];
            case Figure.Marker marker -> new double[0][];
        };
    }

    private static Figure.Range linear(double[] ends) {
        double span = ends[1] - ends[0];
        double pad = span > 0 ? MARGIN * span : Math.max(1e-12, Math.abs(ends[0]) * 0.1);
        boolean fromZero = ends[0] >= 0 && ends[0] < 0.4 * ends[1];
        return new Figure.Range(fromZero ? 0 : ends[0] - pad, ends[1] + pad);
    }

    private static Figure.Range logarithmic(double[] ends) {
        double ratio = Math.max(1.5, Math.pow(ends[1] / ends[0], 0.06));
        return new Figure.Range(ends[0] / ratio, ends[1] * ratio);
    }
}
