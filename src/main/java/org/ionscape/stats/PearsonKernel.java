package org.ionscape.stats;

import java.util.BitSet;
import java.util.List;
import org.ionscape.compute.Progress;

/**
 * Pearson's r of all pairs. With z the standardised columns, 0 where missing, the sums of products of all pairs are one
 * matrix product Z Zᵀ, taken in blocks that stay in the cache; the sums over one column's values on the rows of the pair
 * are its totals less the few rows the other lacks. Where so little variance is left on the rows of the pair that
 * digits would be lost, the pair is summed by itself. Cost O(columns² · rows), memory two copies of the table.
 */
final class PearsonKernel implements Pairs.Kernel {
    /** Below this share of a column's variance the difference of sums has lost too many digits. */
    private static final double LOST = 1e-3;

    private static final int STEP = 4;

    private final List<Sample> columns;
    private final TwoSidedT law;
    private final double[][] byRow;
    private final int rows;
    private final double[] sums;
    private final double[] squares;

    PearsonKernel(List<Sample> columns, TwoSidedT law) {
        this.columns = columns;
        this.law = law;
        rows = columns.getFirst().values().length;
        int width = columns.size();
        int padded = (rows + STEP - 1) / STEP * STEP;
        byRow = new double[padded][width];
        sums = new double[width];
        squares = new double[width];
        for (int i = 0; i < width; i++) {
            double[] z = columns.get(i).scaled();
            for (int row = 0; row < rows; row++) {
                byRow[row][i] = z[row];
                sums[i] += z[row];
                squares[i] += z[row] * z[row];
            }
        }
    }

    @Override
    public void fill(int from, int to, Pairs pairs, Progress progress) {
        double[][] products = products(from, to, progress);
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                int n = common(columns.get(i), columns.get(j));
                double r = coefficient(i, j, n, products[i - from][j]);
                pairs.n()[i][j] = n;
                pairs.r()[i][j] = r;
                pairs.p()[i][j] = law.p(r, n);
            }
            progress.check();
        }
    }

    /** Σ z_i z_j for the block's i and all j from the block on. */
    private double[][] products(int from, int to, Progress progress) {
        double[][] products = new double[to - from][columns.size()];
        for (int row = 0; row < rows; row += STEP) {
            for (int i = from; i < to; i++) {
                addRows(products[i - from], byRow[row], byRow[row + 1], byRow[row + 2], byRow[row + 3], i, from);
            }
            if (row % 512 == 0) {
                progress.check();
            }
        }
        return products;
    }

    /** Four rows at a time: the loop over j is then bound by arithmetic, not by memory. */
    private static void addRows(double[] sum, double[] a, double[] b, double[] c, double[] d, int i, int from) {
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        for (int j = from; j < sum.length; j++) {
            sum[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
        }
    }

    private double coefficient(int i, int j, int n, double product) {
        if (n < 2) {
            return Double.NaN;
        }
        double si = on(j, i, sums[i], 1);
        double sj = on(i, j, sums[j], 1);
        double vi = on(j, i, squares[i], 2) - si * si / n;
        double vj = on(i, j, squares[j], 2) - sj * sj / n;
        if (vi < LOST * n || vj < LOST * n) {
            return direct(columns.get(i), columns.get(j));
        }
        return Math.clamp((product - si * sj / n) / Math.sqrt(vi * vj), -1, 1);
    }

    /** The sum of a power of column {@code of} over the rows that column {@code where} has. */
    private double on(int where, int of, double total, int power) {
        double[] z = columns.get(of).scaled();
        int[] missing = columns.get(where).missing();
        double sum = 0;
        if (2 * missing.length <= rows) {
            for (int row : missing) {
                sum -= power == 1 ? z[row] : z[row] * z[row];
            }
            return total + sum;
        }
        BitSet present = columns.get(where).present();
        for (int row = present.nextSetBit(0); row >= 0; row = present.nextSetBit(row + 1)) {
            sum += power == 1 ? z[row] : z[row] * z[row];
        }
        return sum;
    }

    static int common(Sample x, Sample y) {
        if (x.missing().length == 0) {
            return y.count();
        }
        if (y.missing().length == 0) {
            return x.count();
        }
        int n = x.count();
        for (int row : y.missing()) {
            if (x.present().get(row)) {
                n--;
            }
        }
        return n;
    }

    /** The definition, on the rows that both have. */
    static double direct(Sample x, Sample y) {
        double[][] both = both(x, y);
        return r(both[0], both[1]);
    }

    /** Pearson's r of two complete columns by the definition; NaN if either is constant or there are fewer than 2 rows. */
    static double r(double[] x, double[] y) {
        if (x.length < 2 || Sample.isConstant(x) || Sample.isConstant(y)) {
            return Double.NaN;
        }
        double[] zx = Sample.standardised(x);
        double[] zy = Sample.standardised(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int k = 0; k < zx.length; k++) {
            xy += zx[k] * zy[k];
            xx += zx[k] * zx[k];
            yy += zy[k] * zy[k];
        }
        return Math.clamp(xy / Math.sqrt(xx * yy), -1, 1);
    }

    /** The values of two columns on the rows that both have. */
    static double[][] both(Sample x, Sample y) {
        BitSet rows = (BitSet) x.present().clone();
        rows.and(y.present());
        return new double[][] {
            rows.stream().mapToDouble(row -> x.values()[row]).toArray(),
            rows.stream().mapToDouble(row -> y.values()[row]).toArray()
        };
    }
}
