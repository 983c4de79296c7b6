package org.ionscape.transport.distribution;

import org.ionscape.crystal.Cell;

/**
 * How often mobile ions are where in the cell: a probability density P(r), the mean over frames and ions, with
 * ∫ P d³r = 1 over the cell.
 *
 * @param cell the mean cell
 * @param shape number of grid points along a, b and c
 * @param spacing of the grid points along a, b and c in fractions of the cell; the point (0, 0, 0) is the origin
 * @param perA3 P at each grid point, 1/Å³, the index along c running fastest
 * @param ions number of ions; times P it is their number density
 * @param frames number of frames
 */
public record MobileDensity(Cell cell, int[] shape, double[] spacing, double[] perA3, int ions, int frames) {
    public double maximumPerA3() {
        double most = 0;
        for (double p : perA3) {
            most = Math.max(most, p);
        }
        return most;
    }

    /** Fractional position of a grid point by its place in {@link #perA3}. */
    public double[] fractional(int index) {
        int c = index % shape[2];
        int b = index / shape[2] % shape[1];
        int a = index / shape[2] / shape[1];
        return new double[] {a * spacing[0], b * spacing[1], c * spacing[2]};
    }

    /** Where it is largest, fractional. */
    public double[] maximumAt() {
        int most = 0;
        for (int i = 1; i < perA3.length; i++) {
            most = perA3[i] > perA3[most] ? i : most;
        }
        return fractional(most);
    }

    /** Largest distance between neighbouring grid points along a lattice vector, Å. */
    public double intervalA() {
        double most = 0;
        for (int k = 0; k < 3; k++) {
            most = Math.max(most, spacing[k] * cell.lengthA(k));
        }
        return most;
    }
}
