package org.ionscape.stats;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/** Kendall's score S = concordant − discordant and the ties of one pair; the arrays serve one pair after another. */
final class KendallScore {
    private final int[] x;
    private final int[] y;
    private final int[] work;
    private final int[] countY;
    private int n;
    private double s;
    private double pairs;
    private Ties tiesX;
    private Ties tiesY;

    KendallScore(int rows) {
        x = new int[rows];
        y = new int[rows];
        work = new int[rows];
        countY = new int[rows + 1];
    }

    /** The score of two columns on the rows that both have. */
    void take(Ranks first, Ranks second, Sample column) {
        n = 0;
        for (int row : first.order()) {
            if (column.present().get(row)) {
                x[n] = first.group()[row];
                y[n] = second.group()[row];
                n++;
            }
        }
        score(second.groups());
    }

    /** S of two complete columns given by their groups, the first in ascending order. */
    double score(double[] groupX, double[] groupY) {
        n = groupX.length;
        for (int k = 0; k < n; k++) {
            x[k] = (int) groupX[k];
            y[k] = (int) groupY[k];
        }
        score(n);
        return s;
    }

    private void score(int groupsY) {
        for (int k = 0; k < n; k++) {
            countY[y[k]]++;
        }
        tiesY = new Ties();
        for (int g = 0; g < groupsY; g++) {
            tiesY.add(countY[g]);
            countY[g] = 0;
        }
        tiesX = new Ties();
        double joint = 0;
        for (int start = 0; start < n; ) {
            int end = start + 1;
            while (end < n && x[end] == x[start]) {
                end++;
            }
            tiesX.add(end - start);
            joint += jointTies(start, end);
            start = end;
        }
        pairs = n * (n - 1.0) / 2;
        s = pairs - tiesX.pairs - tiesY.pairs + joint - 2.0 * inversions(y, work, 0, n);
    }

    /** Sorts y within a group of equal x and returns the pairs equal in both. */
    private double jointTies(int start, int end) {
        if (end - start < 2) {
            return 0;
        }
        Arrays.sort(y, start, end);
        double joint = 0;
        int run = 1;
        for (int k = start + 1; k <= end; k++) {
            if (k < end && y[k] == y[k - 1]) {
                run++;
            } else {
                joint += run * (run - 1.0) / 2;
                run = 1;
            }
        }
        return joint;
    }

    int n() {
        return n;
    }

    /** NaN if either column is constant or there are fewer than 2 rows. */
    double tau() {
        double x0 = pairs - tiesX.pairs;
        double y0 = pairs - tiesY.pairs;
        return n < 2 || x0 == 0 || y0 == 0 ? Double.NaN : Math.clamp(s / Math.sqrt(x0 * y0), -1, 1);
    }

    /** Two-sided, from the normal law; NaN below 3 rows. */
    double p() {
        if (n < 3 || Double.isNaN(tau())) {
            return Double.NaN;
        }
        double m = n * (n - 1.0);
        double variance = (m * (2.0 * n + 5) - tiesX.spread - tiesY.spread) / 18
                + 2 * tiesX.pairs * tiesY.pairs / m
                + tiesX.triples * tiesY.triples / (9 * m * (n - 2));
        return Erf.erfc(Math.abs(s) / Math.sqrt(2 * variance));
    }

    /** Sums over groups of t equal values: t(t−1)/2, t(t−1)(2t+5) and t(t−1)(t−2). */
    private static final class Ties {
        private double pairs;
        private double spread;
        private double triples;

        void add(int t) {
            if (t > 1) {
                double two = t * (t - 1.0);
                pairs += two / 2;
                spread += two * (2.0 * t + 5);
                triples += two * (t - 2.0);
            }
        }
    }

    /** Sorts values[from, to) and returns how many pairs were out of order. */
    private static long inversions(int[] values, int[] work, int from, int to) {
        if (to - from <= 12) {
            return insertionSort(values, from, to);
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, work, from, middle) + inversions(values, work, middle, to);
        if (values[middle - 1] <= values[middle]) {
            return count;
        }
        System.arraycopy(values, from, work, from, middle - from);
        int left = from;
        int right = middle;
        int at = from;
        while (left < middle && right < to) {
            if (work[left] <= values[right]) {
                values[at++] = work[left++];
            } else {
                values[at++] = values[right++];
                count += middle - left;
            }
        }
        System.arraycopy(work, left, values, at, middle - left);
        return count;
    }

    private static long insertionSort(int[] values, int from, int to) {
        long count = 0;
        for (int k = from + 1; k < to; k++) {
            int value = values[k];
            int at = k;
            while (at > from && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
            count += k - at;
        }
        return count;
    }
}
