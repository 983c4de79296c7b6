package org.ionscape.app.parts;

import java.util.List;

/** Whether points lie inside a closed line. */
final class Polygon {
    private Polygon() {}

    /** By how often a ray from the point crosses the line (even–odd rule). */
    static boolean contains(List<double[]> corners, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            double[] a = corners.get(i);
            double[] b = corners.get(j);
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
