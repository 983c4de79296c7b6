package org.ionscape.learn.tree;

import java.util.Arrays;

/**
 * Training features as the growers want them: by column, each value also as its rank among the distinct values of its
 * column, so that rows are sorted by whole numbers. Made once for all trees of an ensemble.
 *
 * @param values [feature][row]
 * @param rank [feature][row], 0 for the smallest value of the column; equal values share a rank
 */
record Columns(double[][] values, int[][] rank) {
    static Columns of(double[][] x) {
        int rows = x.length;
        int features = x[0].length;
        double[][] values = new double[features][rows];
        int[][] rank = new int[features][rows];
        for (int f = 0; f < features; f++) {
            double[] column = values[f];
            for (int i = 0; i < rows; i++) {
                column[i] = x[i][f] + 0.0; // −0 becomes 0, which sorts beside it
            }
            double[] distinct = Arrays.stream(column).sorted().distinct().toArray();
            for (int i = 0; i < rows; i++) {
                rank[f][i] = Arrays.binarySearch(distinct, column[i]);
            }
        }
        return new Columns(values, rank);
    }

    int rows() {
        return values[0].length;
    }

    int features() {
        return values.length;
    }
}
