package org.ionscape.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A column reduced to the order of its values: equal values form a group, groups are numbered upwards.
 *
 * @param group of each row; the number of groups where the row is missing
 * @param size of each group
 * @param tied groups of more than one row
 * @param order rows that have a value, by group
 */
record Ranks(int[] group, int[] size, int[] tied, int[] order) {
    static Ranks of(Sample column) {
        double[] values = column.values();
        double[] sorted = column.present().stream().mapToDouble(r -> values[r]).toArray();
        double[] distinct = distinct(sorted);
        int[] group = new int[values.length];
        int[] size = new int[distinct.length];
        for (int row = 0; row < values.length; row++) {
            group[row] = column.present().get(row) ? find(distinct, values[row]) : distinct.length;
            if (group[row] < distinct.length) {
                size[group[row]]++;
            }
        }
        int[] tied = IntStream.range(0, size.length).filter(g -> size[g] > 1).toArray();
        return new Ranks(group, size, tied, order(group, size));
    }

    /** Ascending; one value for a column that is constant up to rounding. Sorts the array given. */
    private static double[] distinct(double[] values) {
        if (Sample.isConstant(values)) {
            return Arrays.copyOf(values, Math.min(1, values.length));
        }
        Arrays.sort(values);
        int count = 0;
        double[] distinct = new double[values.length];
        for (double value : values) {
            if (count == 0 || value > distinct[count - 1]) { // −0 and 0 are one value
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** The last group whose value is not above the one sought. */
    private static int find(double[] distinct, double value) {
        int low = 0;
        int high = distinct.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (distinct[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int[] order(int[] group, int[] size) {
        int[] next = new int[size.length + 1];
        for (int g = 0; g < size.length; g++) {
            next[g + 1] = next[g] + size[g];
        }
        int[] order = new int[next[size.length]];
        for (int row = 0; row < group.length; row++) {
            if (group[row] < size.length) {
                order[next[group[row]]++] = row;
            }
        }
        return order;
    }

    int groups() {
        return size.length;
    }

    /** v = 2 rank − (n+1) by row, where n rows have a value; 0 where missing. */
    int[] centred() {
        int[] v = new int[groups() + 1];
        renumber(new int[groups() + 1], order.length, v);
        return Arrays.stream(group).map(g -> v[g]).toArray();
    }

    /** v = 2 rank − (n+1) by group when {@code taken} rows of each have left and n remain; 0 for missing rows. */
    void renumber(int[] taken, int n, int[] v) {
        int groups = groups();
        int before = 0;
        for (int g = 0; g < groups; g++) {
            int t = size[g] - taken[g];
            v[g] = 2 * before + t - n;
            before += t;
        }
        v[groups] = 0;
    }

    /** Σ(t³ − t) over the groups when {@code taken} rows of each have left. */
    long ties(int[] taken) {
        long sum = 0;
        for (int g : tied) {
            long t = (long) size[g] - taken[g];
            sum += t * t * t - t;
        }
        return sum;
    }
}
