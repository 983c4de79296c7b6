package org.ionscape.stats;

import java.util.Arrays;

/**
 * Where the kernels put what they find for each pair i &lt; j; NaN is undefined.
 *
 * @param r coefficients
 * @param p two-sided p-values
 * @param n rows that both columns have
 */
record Pairs(double[][] r, double[][] p, int[][] n) {
    static Pairs of(int columns) {
        double[][] r = new double[columns][columns];
        double[][] p = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            Arrays.fill(r[i], Double.NaN);
            Arrays.fill(p[i], Double.NaN);
        }
        return new Pairs(r, p, new int[columns][columns]);
    }

    /** The upper triangle copied into the lower. */
    void mirror() {
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < i; j++) {
                r[i][j] = r[j][i];
                p[i][j] = p[j][i];
                n[i][j] = n[j][i];
            }
        }
    }

    /** All pairs of one block of columns with those after them. */
    interface Kernel {
        /** Fills the pairs (i, j) with from ≤ i &lt; to and i &lt; j; safe to call on several threads for different blocks. */
        void fill(int from, int to, Pairs pairs, org.ionscape.compute.Progress progress);
    }
}
