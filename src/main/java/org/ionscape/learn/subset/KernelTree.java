package org.ionscape.learn.subset;

/**
 * Grows one extra-tree to the end and sends rows down it as it grows; the tree itself is not kept. A branch that no row
 * to be predicted reaches is not grown: nobody would learn of it.
 */
final class KernelTree {
    private static final int FIELDS = 5;

    private final BoostTable table;
    private final NodeRows[] places;
    private final RandomSplit split;
    private final int[] stack;
    private int top;
    private double[] predicted;

    KernelTree(BoostTable table) {
        this.table = table;
        places = new NodeRows[] {NodeRows.of(table), NodeRows.of(table)};
        split = new RandomSplit(table);
        stack = new int[FIELDS * (table.rows() + 1)];
    }

    /**
     * Grows a tree on the rows with a count and predicts all others.
     *
     * @param columns of the subset, values of the training rows first; of equally good splits that on the last is taken
     * @param count how often each training row was drawn
     * @param leftOut the rows that were not, in the first {@code left} places
     * @param predicted receives the predictions; those of the sample's rows stay as they are
     */
    void grow(int[][] columns, int[] count, int[] leftOut, int left, SplitMix random, double[] predicted) {
        this.predicted = predicted;
        split.begin(columns, random);
        NodeRows root = places[0];
        int[] scaled = table.scaled();
        int sample = 0;
        for (int i = 0; i < count.length; i++) {
            root.rows()[sample] = i;
            root.sums()[sample] = (long) count[i] << 32 | (long) count[i] * scaled[i];
            sample += 1 - ((count[i] - 1) >>> 31); // moves on if the row was drawn
        }
        System.arraycopy(leftOut, 0, root.asked(), 0, left);
        for (int i = 0; i < table.asked(); i++) {
            root.asked()[left + i] = count.length + i;
        }
        top = 0;
        push(0, 0, sample, 0, left + table.asked());
        while (top > 0) {
            top -= FIELDS;
            grow(stack[top], stack[top + 1], stack[top + 2], stack[top + 3], stack[top + 4]);
        }
    }

    /** Goes down the lower sides of a node and leaves the upper ones for later. */
    private void grow(int firstPlace, int from, int firstTo, int askedFrom, int firstAskedTo) {
        int place = firstPlace;
        int to = firstTo;
        int askedTo = firstAskedTo;
        while (askedFrom < askedTo) {
            NodeRows node = places[place];
            if (!split.find(node, from, to)) {
                leaf(node, from, to, askedFrom, askedTo);
                return;
            }
            if (to - from == 2) {
                leaves(node, from, askedFrom, askedTo);
                return;
            }
            place ^= 1;
            NodeRows other = places[place];
            int middle = node.part(from, to, split, other);
            int askedMiddle = node.partAsked(askedFrom, askedTo, split, other);
            if (to - middle == 1) {
                leaf(other, middle, to, askedMiddle, askedTo);
            } else if (askedMiddle < askedTo) {
                push(place, middle, to, askedMiddle, askedTo);
            }
            to = middle;
            askedTo = askedMiddle;
        }
    }

    private void push(int place, int from, int to, int askedFrom, int askedTo) {
        stack[top] = place;
        stack[top + 1] = from;
        stack[top + 2] = to;
        stack[top + 3] = askedFrom;
        stack[top + 4] = askedTo;
        top += FIELDS;
    }

    private void leaf(NodeRows node, int from, int to, int askedFrom, int askedTo) {
        double[] y = table.y();
        double mean = y[node.rows()[from]];
        if (to - from > 1) {
            double weighted = 0;
            double weight = 0;
            for (int i = from; i < to; i++) {
                long count = node.sums()[i] >>> 32;
                weighted += count * y[node.rows()[i]];
                weight += count;
            }
            mean = weighted / weight;
        }
        for (int i = askedFrom; i < askedTo; i++) {
            predicted[node.asked()[i]] = mean;
        }
    }

    /** The two leaves of two rows that are parted. */
    private void leaves(NodeRows node, int from, int askedFrom, int askedTo) {
        int[] column = split.column();
        int at = split.threshold();
        double one = table.y()[node.rows()[from]];
        double other = table.y()[node.rows()[from + 1]];
        double lower = column[node.rows()[from]] <= at ? one : other;
        double upper = column[node.rows()[from]] <= at ? other : one;
        for (int i = askedFrom; i < askedTo; i++) {
            int row = node.asked()[i];
            predicted[row] = column[row] <= at ? lower : upper;
        }
    }
}
