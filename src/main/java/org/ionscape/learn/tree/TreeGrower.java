package org.ionscape.learn.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Grows regression trees by the decrease of the mean squared error (Breiman, Friedman, Olshen and Stone 1984), with
 * exact thresholds or random ones (Geurts, Ernst and Wehenkel 2006, doi:10.1007/s10994-006-6226-1). Ties between equally
 * good splits go to the feature drawn first. Time is O(p n log n) for each level of the tree with exact thresholds,
 * O(p n) with random ones. Not thread-safe; one for each thread.
 */
final class TreeGrower {
    private final Columns x;
    private final TreeOptions options;
    private final int[] rows;
    private final int[] features;
    private final SplitSearch search;

    TreeGrower(Columns x, TreeOptions options) {
        this.x = x;
        this.options = options;
        this.rows = new int[x.rows()];
        this.features = new int[x.features()];
        this.search = new SplitSearch(x, options);
    }

    /** A node that waits to be split: its place in {@code rows} and the split it would get. */
    private record Open(int node, int from, int to, int depth, Split split) {}

    /**
     * Grows one tree.
     *
     * @param y target of each row
     */
    Tree grow(double[] y, Sample sample, SplittableRandom random) {
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (sample.weight()[i] > 0) {
                rows[count++] = i;
            }
        }
        Arrays.setAll(features, f -> f);
        Growing tree = new Growing(2 * count - 1, x.features());
        search.begin(y, sample, rows, features, random);
        // Best first only where leaves are counted; the order of splits changes nothing otherwise.
        Comparator<Open> order = options.maxLeafNodes().isPresent()
                ? Comparator.<Open>comparingDouble(o -> -o.split().decrease()).thenComparingInt(Open::node)
                : Comparator.comparingInt(o -> -o.node());
        PriorityQueue<Open> open = new PriorityQueue<>(order);
        int leavesLeft = options.maxLeafNodes().orElse(Integer.MAX_VALUE) - 1;
        open(tree, 0, count, 0).ifPresent(open::add);
        while (!open.isEmpty() && leavesLeft > 0) {
            Open parent = open.poll();
            leavesLeft--;
            int middle = part(parent.from(), parent.to(), parent.split());
            int left = tree.size;
            open(tree, parent.from(), middle, parent.depth() + 1).ifPresent(open::add);
            int right = tree.size;
            open(tree, middle, parent.to(), parent.depth() + 1).ifPresent(open::add);
            tree.split(parent.node(), parent.split(), left, right);
        }
        return tree.done(search.totalWeight());
    }

    /** Makes a node of a range of rows; it is open if it can be split. */
    private Optional<Open> open(Growing tree, int from, int to, int depth) {
        search.enter(from, to);
        int node = tree.add(search.mean());
        boolean leaf = depth >= options.maxDepth().orElse(Integer.MAX_VALUE)
                || search.samples() < options.minSamplesSplit()
                || search.samples() < 2 * options.minSamplesLeaf()
                || search.pure();
        return leaf
                ? Optional.empty()
                : search.best()
                        .filter(s -> s.decrease() >= options.minImpurityDecrease() * search.totalWeight())
                        .map(s -> new Open(node, from, to, depth, s));
    }

    /** Brings the rows of the lower side to the front of the range and returns where the upper side begins. */
    private int part(int from, int to, Split split) {
        double[] column = x.values()[split.feature()];
        int middle = from;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (column[row] <= split.threshold()) {
                rows[i] = rows[middle];
                rows[middle++] = row;
            }
        }
        return middle;
    }

    /** The arrays of a tree while nodes are added. */
    private static final class Growing {
        private final int[] feature;
        private final double[] threshold;
        private final int[] left;
        private final int[] right;
        private final double[] value;
        private final double[] importance;
        private int size;

        Growing(int most, int features) {
            feature = new int[most];
            threshold = new double[most];
            left = new int[most];
            right = new int[most];
            value = new double[most];
            importance = new double[features];
        }

        int add(double mean) {
            feature[size] = -1;
            value[size] = mean;
            return size++;
        }

        void split(int node, Split split, int lower, int upper) {
            feature[node] = split.feature();
            threshold[node] = split.threshold();
            left[node] = lower;
            right[node] = upper;
            importance[split.feature()] += split.decrease();
        }

        Tree done(double totalWeight) {
            return new Tree(
                    Arrays.copyOf(feature, size),
                    Arrays.copyOf(threshold, size),
                    Arrays.copyOf(left, size),
                    Arrays.copyOf(right, size),
                    Arrays.copyOf(value, size),
                    Arrays.stream(importance).map(v -> v / totalWeight).toArray());
        }
    }
}
