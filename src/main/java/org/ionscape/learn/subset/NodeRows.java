package org.ionscape.learn.subset;

/**
 * One of two places where the rows of a node may lie; those of its children lie in the other, in the same range.
 *
 * @param rows of the sample
 * @param sums for each, its weight in the upper half and its weighted target in the lower: one addition sums both
 * @param asked rows to be predicted
 */
record NodeRows(int[] rows, long[] sums, int[] asked) {
    static NodeRows of(BoostTable table) {
        return new NodeRows(new int[table.rows()], new long[table.rows()], new int[table.rows() + table.asked()]);
    }

    /**
     * Copies the rows of a node to another place, those of the lower side in front, those of the upper behind, and returns
     * where these begin. Each is written to both ends and kept at one: there is no branch to guess.
     */
    int part(int from, int to, RandomSplit split, NodeRows other) {
        int[] column = split.column();
        int at = split.threshold();
        int lower = from;
        int upper = to - 1;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            long sum = sums[i];
            int isUpper = (at - column[row]) >>> 31;
            other.rows[lower] = row;
            other.rows[upper] = row;
            other.sums[lower] = sum;
            other.sums[upper] = sum;
            lower += 1 - isUpper;
            upper -= isUpper;
        }
        return lower;
    }

    /** The same for the rows to be predicted. */
    int partAsked(int from, int to, RandomSplit split, NodeRows other) {
        int[] column = split.column();
        int at = split.threshold();
        int lower = from;
        int upper = to - 1;
        for (int i = from; i < to; i++) {
            int row = asked[i];
            int isUpper = (at - column[row]) >>> 31;
            other.asked[lower] = row;
            other.asked[upper] = row;
            lower += 1 - isUpper;
            upper -= isUpper;
        }
        return lower;
    }
}
