package org.ionscape.app.viewer.scene;

import java.util.Arrays;
import org.ionscape.transport.distribution.MobileDensity;

/**
 * The density of mobile ions as points to draw: the densest grid points that together hold a share of the ions' time,
 * each with a step of how dense it is. The steps are even in the logarithm, for the ways between sites are orders of
 * magnitude thinner than the sites.
 */
public final class Cloud {
    /** Steps of density. */
    public static final int LEVELS = 6;

    private static final int MOST_POINTS = 14_000;
    private static final int BINS = 2000;
    private static final double DECADES = 8;

    private final double[] pointsA;
    private final int[] level;
    private final double radiusA;

    private Cloud(double[] pointsA, int[] level, double radiusA) {
        this.pointsA = pointsA;
        this.level = level;
        this.radiusA = radiusA;
    }

    /**
     * The cloud of a density; one pass to find where to cut, one to gather.
     *
     * @param share of the ions' time that the points hold, as nearly as the most points to draw allow
     */
    public static Cloud of(MobileDensity density, double share) {
        double most = density.maximumPerA3();
        int lowest = lowestBin(density.perA3(), most, share);
        double[] points = new double[3 * Math.min(density.perA3().length, MOST_POINTS)];
        int[] level = new int[points.length / 3];
        int n = 0;
        for (int i = 0; i < density.perA3().length && n < level.length; i++) {
            int bin = bin(density.perA3()[i], most);
            if (bin >= lowest) {
                double[] s = density.fractional(i);
                density.cell().toCartesian(s, 0, points, 3 * n);
                level[n++] = Math.min(LEVELS - 1, LEVELS * (bin - lowest) / (BINS - lowest));
            }
        }
        return new Cloud(Arrays.copyOf(points, 3 * n), Arrays.copyOf(level, n), 0.75 * density.intervalA());
    }

    private static int bin(double density, double most) {
        if (!(density > 0)) {
            return -1;
        }
        double below = -Math.log10(density / most) / DECADES;
        return Math.clamp((int) ((1 - below) * BINS), 0, BINS - 1);
    }

    private static int lowestBin(double[] perA3, double most, double share) {
        double[] held = new double[BINS];
        int[] points = new int[BINS];
        double total = 0;
        for (double density : perA3) {
            int bin = bin(density, most);
            if (bin >= 0) {
                held[bin] += density;
                points[bin]++;
                total += density;
            }
        }
        double sum = 0;
        int count = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            count += points[bin];
            if (count > MOST_POINTS) {
                return Math.min(BINS - 1, bin + 1);
            }
            sum += held[bin];
            if (sum >= share * total) {
                return bin;
            }
        }
        return 0;
    }

    public int count() {
        return level.length;
    }

    /** Cartesian positions, three numbers a point, Å. */
    double[] pointsA() {
        return pointsA;
    }

    /** How dense it is at a point, from 0 to {@link #LEVELS} − 1. */
    int level(int point) {
        return level[point];
    }

    /** How large a point is drawn so that neighbours run together, Å. */
    public double radiusA() {
        return radiusA;
    }
}
