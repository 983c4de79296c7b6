package org.ionscape.stats;

import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Progress;

/**
 * Spearman's ρ of all pairs, ranked anew among the rows of each pair, exactly, in integers. A column is sorted once; for
 * a pair, the rows that the other column lacks are taken out of their groups and one pass over the groups gives the new
 * ranks. With v = 2 rank − (n+1), Σv² = (n³ − n − Σ(t³ − t))/3 over groups of t equal values, so that only Σ v_i v_j needs
 * the rows: cost O(rows) a pair, with two look-ups in small tables for each row; where both columns have the same rows the
 * ranks stand as they are and the sum is a plain product.
 */
final class SpearmanKernel implements Pairs.Kernel {
    private final List<Sample> columns;
    private final Ranks[] ranks;
    private final double[][] byRow;
    private final long[] ties;
    private final TwoSidedT law;

    SpearmanKernel(List<Sample> columns, TwoSidedT law) {
        this.columns = columns;
        this.law = law;
        ranks = columns.stream().map(Ranks::of).toArray(Ranks[]::new);
        byRow = Arrays.stream(ranks)
                .map(r -> Arrays.stream(r.centred()).asDoubleStream().toArray())
                .toArray(double[][]::new);
        ties = Arrays.stream(ranks).mapToLong(r -> r.ties(new int[r.groups()])).toArray();
    }

    @Override
    public void fill(int from, int to, Pairs pairs, Progress progress) {
        Scratch first = new Scratch(byRow[0].length);
        Scratch second = new Scratch(byRow[0].length);
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < ranks.length; j++) {
                int n = PearsonKernel.common(columns.get(i), columns.get(j));
                double r = n < 2 ? Double.NaN : coefficient(i, j, n, first, second);
                pairs.n()[i][j] = n;
                pairs.r()[i][j] = r;
                pairs.p()[i][j] = law.p(r, n);
                progress.check();
            }
        }
    }

    private double coefficient(int i, int j, int n, Scratch first, Scratch second) {
        boolean same = n == columns.get(i).count() && n == columns.get(j).count();
        long tiesI = same ? ties[i] : first.takeOut(ranks[i], columns.get(j).missing(), n);
        long tiesJ = same ? ties[j] : second.takeOut(ranks[j], columns.get(i).missing(), n);
        long full = (long) n * n * n - n;
        if (tiesI == full || tiesJ == full) {
            return Double.NaN;
        }
        double product = same ? dot(byRow[i], byRow[j]) : dot(ranks[i].group(), first.v, ranks[j].group(), second.v);
        return Math.clamp(3 * product / Math.sqrt((double) (full - tiesI) * (double) (full - tiesJ)), -1, 1);
    }

    /** Tables for one column of a pair, used for one pair after another. */
    private static final class Scratch {
        private final int[] taken;
        private final long[] left;
        private final int[] v;

        Scratch(int rows) {
            taken = new int[rows + 1];
            left = new long[rows / Long.SIZE + 1];
            v = new int[rows + 1];
        }

        /** Ranks the column without some rows, n of them remaining; returns Σ(t³ − t) over the groups left. */
        long takeOut(Ranks ranks, int[] missing, int n) {
            if (ranks.tied().length == 0) {
                takeOutUntied(ranks, missing, n);
                return 0;
            }
            for (int row : missing) {
                taken[ranks.group()[row]]++;
            }
            long ties = ranks.ties(taken);
            ranks.renumber(taken, n, v);
            Arrays.fill(taken, 0, ranks.groups() + 1, 0);
            return ties;
        }

        /** Without ties a group is a row, and between two that leave all ranks fall by the same number. */
        private void takeOutUntied(Ranks ranks, int[] missing, int n) {
            int groups = ranks.groups();
            for (int row : missing) {
                int g = ranks.group()[row];
                left[g >> 6] |= 1L << g;
            }
            left[groups >> 6] &= ~(1L << groups);
            int start = 0;
            int offset = 1 - n;
            for (int word = 0; word <= groups >> 6; word++) {
                for (long bits = left[word]; bits != 0; bits &= bits - 1) {
                    int end = (word << 6) + Long.numberOfTrailingZeros(bits);
                    fill(start, end, offset);
                    start = end + 1;
                    offset -= 2;
                }
                left[word] = 0;
            }
            fill(start, groups, offset);
            v[groups] = 0;
        }

        private void fill(int from, int to, int offset) {
            for (int k = from; k < to; k++) {
                v[k] = 2 * k + offset;
            }
        }
    }

    /** Rows that a column lacks have v = 0 there; a group that left is met only with such a row of the other. */
    private static double dot(int[] groupI, int[] vi, int[] groupJ, int[] vj) {
        long even = 0;
        long odd = 0;
        int last = groupI.length & ~1;
        for (int row = 0; row < last; row += 2) {
            even += (long) vi[groupI[row]] * vj[groupJ[row]];
            odd += (long) vi[groupI[row + 1]] * vj[groupJ[row + 1]];
        }
        if (last < groupI.length) {
            even += (long) vi[groupI[last]] * vj[groupJ[last]];
        }
        return (double) (even + odd);
    }

    /** Sums of whole numbers below 2^53 are exact in any order. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int last = a.length & ~3;
        for (int k = 0; k < last; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (int k = last; k < a.length; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + s2 + s3;
    }
}
