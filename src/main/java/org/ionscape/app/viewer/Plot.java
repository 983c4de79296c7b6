package org.ionscape.app.viewer;

import java.util.List;
import org.ionscape.app.viewer.scene.PlotAxis;

/**
 * What a plot shows.
 *
 * @param lines drawn in order, the last on top
 * @param points drawn over the lines
 */
record Plot(PlotAxis x, PlotAxis y, List<Line> lines, List<Point> points) {
    /** How a line is drawn. */
    enum Stroke {
        THIN,
        DATA,
        EMPHASIS,
        DASHED
    }

    /** What a line or point stands for; the theme gives the colour. */
    enum Ink {
        MOBILE,
        FRAMEWORK,
        FIT,
        ACCENT,
        SPECIES
    }

    /**
     * A curve, with a band about it where the arrays of its ends are not empty.
     *
     * @param name stands at its right end; empty for none
     * @param rgb of {@link Ink#SPECIES}
     */
    record Line(String name, double[] xs, double[] ys, double[] low, double[] high, Ink ink, int rgb, Stroke stroke) {
        static Line of(String name, double[] xs, double[] ys, Ink ink, Stroke stroke) {
            return new Line(name, xs, ys, new double[0], new double[0], ink, 0, stroke);
        }
    }

    /** A point with the ends of its error bar. */
    record Point(double x, double y, double low, double high, Ink ink) {}

    Plot {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
    }
}
