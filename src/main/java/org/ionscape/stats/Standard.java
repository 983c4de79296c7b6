package org.ionscape.stats;

import java.util.Arrays;
import java.util.BitSet;

/** Standardised columns. */
public final class Standard {
    private Standard() {}

    /** z-scores of two columns over the rows that both have, NaN in the others. */
    public static double[][] pair(double[] x, double[] y) {
        BitSet rows = Sample.of(x).present();
        rows.and(Sample.of(y).present());
        return new double[][] {over(x, rows), over(y, rows)};
    }

    private static double[] over(double[] values, BitSet rows) {
        double[] kept = rows.stream().mapToDouble(r -> values[r]).toArray();
        double[] standard = Sample.standardised(kept);
        double[] z = new double[values.length];
        Arrays.fill(z, Double.NaN);
        for (int row = rows.nextSetBit(0), k = 0; row >= 0; row = rows.nextSetBit(row + 1)) {
            z[row] = standard[k++];
        }
        return z;
    }
}
