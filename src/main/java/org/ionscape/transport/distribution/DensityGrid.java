package org.ionscape.transport.distribution;

import java.util.Arrays;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;

/**
 * Counts mobile ions at the nearest points of a periodic grid. The nearest point of the eight about an ion is that of
 * the least Cartesian distance, in skew cells too.
 */
public final class DensityGrid {
    /** Usual distance between grid points, Å. */
    public static final double INTERVAL_A = 0.5;

    private static final double MOST_POINTS = 4e6;

    private final int[] shape = new int[3];
    private final double[] spacing = new double[3];
    private final double[] count;
    private final double[] corner = new double[3];
    private final double[] metric = new double[9];
    private final int[] below = new int[3];

    /** How the points lie along a lattice vector. */
    public enum Spacing {
        /** Evenly over the cell, no farther apart than the interval. */
        EVEN,
        /**
         * The interval apart from the origin on; the last gap is what remains. All points count the same volume, V
         * divided by their number. This is how Z. Zhu et al., Chem. Mater. 27, 8318 (2015) and pymatgen count.
         */
        FROM_ORIGIN
    }

    private DensityGrid(Cell cell, double intervalA, Spacing how) {
        double points = 1;
        for (int k = 0; k < 3; k++) {
            points *= Math.max(1, cell.lengthA(k) / intervalA);
        }
        double step = intervalA * Math.max(1, Math.cbrt(points / MOST_POINTS));
        for (int k = 0; k < 3; k++) {
            double fraction = step / cell.lengthA(k);
            shape[k] = (int) Math.max(1, Math.ceil(1 / fraction - 1e-9));
            spacing[k] = how == Spacing.EVEN ? 1.0 / shape[k] : Math.min(1, fraction);
        }
        count = new double[shape[0] * shape[1] * shape[2]];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    metric[3 * i + j] += cell.get(i, k) * cell.get(j, k);
                }
            }
        }
    }

    /**
     * The density of some ions.
     *
     * @param intervalA distance between grid points, Å; more in a cell that would have more than four million
     */
    public static MobileDensity of(Displacements paths, int[] ions, double intervalA, Spacing how, Progress progress) {
        DensityGrid grid = new DensityGrid(paths.cell(), intervalA, how);
        paths.positions(ions, progress, (frame, fractional) -> {
            for (int i = 0; i < fractional.length; i += 3) {
                grid.count[grid.nearest(fractional, i)]++;
            }
        });
        double each = grid.count.length / (paths.cell().volumeA3() * ions.length * paths.frames());
        return new MobileDensity(
                paths.cell(),
                grid.shape.clone(),
                grid.spacing.clone(),
                Arrays.stream(grid.count).map(n -> n * each).toArray(),
                ions.length,
                paths.frames());
    }

    private int nearest(double[] fractional, int from) {
        for (int k = 0; k < 3; k++) {
            double s = fractional[from + k] - Math.floor(fractional[from + k]);
            below[k] = Math.min(shape[k] - 1, (int) (s / spacing[k]));
            corner[k] = s - below[k] * spacing[k];
        }
        double least = Double.MAX_VALUE;
        int chosen = 0;
        for (int c = 0; c < 8; c++) {
            double d = squared(offset(0, c & 1), offset(1, c >> 1 & 1), offset(2, c >> 2 & 1));
            if (d < least) {
                least = d;
                chosen = c;
            }
        }
        return (point(0, chosen & 1) * shape[1] + point(1, chosen >> 1 & 1)) * shape[2] + point(2, chosen >> 2 & 1);
    }

    /** Fractional distance to the point below or above along a vector; above the last point comes the next cell's first. */
    private double offset(int k, int up) {
        double gap = below[k] == shape[k] - 1 ? 1 - below[k] * spacing[k] : spacing[k];
        return corner[k] - up * gap;
    }

    private int point(int k, int up) {
        return (below[k] + up) % shape[k];
    }

    private double squared(double a, double b, double c) {
        return metric[0] * a * a
                + metric[4] * b * b
                + metric[8] * c * c
                + 2 * (metric[1] * a * b + metric[2] * a * c + metric[5] * b * c);
    }
}
