package org.ionscape.figure.stats;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Comparator;
import org.ionscape.figure.PlotArea;

/** Shapes that hold the points of a group together. */
final class Outlines {
    /** √χ²₂(0.95): the ellipse that holds 95 % of a normal cloud. */
    private static final double NINETY_FIVE = 2.4477468307;

    private static final int CORNERS = 60;

    private Outlines() {}

    static Path2D of(double[][] points, ScatterFigure.Outline outline, PlotArea area) {
        double[][] corners = outline == ScatterFigure.Outline.HULL ? hull(points) : ellipse(points);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double x = area.toX(corners[i][0]);
            double y = area.toY(corners[i][1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /** Convex hull (A. M. Andrew, Inf. Process. Lett. 9, 216, 1979), counter-clockwise. */
    static double[][] hull(double[][] points) {
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        double[][] chain = new double[2 * sorted.length][];
        int n = 0;
        for (int pass = 0; pass < 2; pass++) {
            int start = n;
            for (int i = 0; i < sorted.length; i++) {
                double[] p = sorted[pass == 0 ? i : sorted.length - 1 - i];
                while (n >= start + 2 && turn(chain[n - 2], chain[n - 1], p) <= 0) {
                    n--;
                }
                chain[n++] = p;
            }
            n--; // the last point begins the other half
        }
        return Arrays.copyOf(chain, n);
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    private static double[][] ellipse(double[][] points) {
        double mx = Arrays.stream(points).mapToDouble(p -> p[0]).average().orElse(0);
        double my = Arrays.stream(points).mapToDouble(p -> p[1]).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] p : points) {
            xx += (p[0] - mx) * (p[0] - mx);
            xy += (p[0] - mx) * (p[1] - my);
            yy += (p[1] - my) * (p[1] - my);
        }
        int n = points.length - 1;
        // Cholesky factor of the covariance maps the unit circle to the ellipse
        double a = Math.sqrt(xx / n);
        double b = a > 0 ? xy / n / a : 0;
        double c = Math.sqrt(Math.max(0, yy / n - b * b));
        double[][] corners = new double[CORNERS][];
        for (int i = 0; i < CORNERS; i++) {
            double u = NINETY_FIVE * Math.cos(2 * Math.PI * i / CORNERS);
            double v = NINETY_FIVE * Math.sin(2 * Math.PI * i / CORNERS);
            corners[i] = new double[] {mx + a * u, my + b * u + c * v};
        }
        return corners;
    }
}
