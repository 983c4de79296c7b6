package org.ionscape.learn.tree;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ionscape.learn.State;

/**
 * A regression tree as arrays over its nodes, the root first. Rows go left where their value is at most the threshold.
 *
 * @param feature that the node splits on; −1 for a leaf
 * @param threshold of the split; 0 for a leaf
 * @param left node of the lower side
 * @param right node of the upper side
 * @param value mean target of the node
 * @param importance by feature: how far its splits lowered the weighted squared error, over the weight of all rows
 */
record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] value, double[] importance) {
    double predict(double[] row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = row[feature[node]] <= threshold[node] ? left[node] : right[node];
        }
        return value[node];
    }

    double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            predicted[i] = predict(x[i]);
        }
        return predicted;
    }

    int leaves() {
        return (int) Arrays.stream(feature).filter(f -> f < 0).count();
    }

    /** The importances scaled to a sum of 1; all zero for a tree that is a single leaf. */
    double[] shares() {
        return scaled(importance);
    }

    static double[] scaled(double[] importance) {
        double sum = Arrays.stream(importance).sum();
        return Arrays.stream(importance).map(v -> sum > 0 ? v / sum : 0).toArray();
    }

    Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("feature", feature);
        state.put("threshold", threshold);
        state.put("left", left);
        state.put("right", right);
        state.put("value", value);
        state.put("importance", importance);
        return state;
    }

    /** Reads a tree back; one whose nodes do not form a tree from the root on is refused. */
    static Tree restore(State state) {
        Tree tree = new Tree(
                state.wholes("feature"),
                state.reals("threshold"),
                state.wholes("left"),
                state.wholes("right"),
                state.reals("value"),
                state.reals("importance"));
        int nodes = tree.feature.length;
        boolean whole = nodes > 0
                && tree.threshold.length == nodes
                && tree.left.length == nodes
                && tree.right.length == nodes
                && tree.value.length == nodes;
        for (int k = 0; whole && k < nodes; k++) {
            whole = tree.feature[k] < 0
                    || (tree.feature[k] < tree.importance.length
                            && k < tree.left[k]
                            && k < tree.right[k]
                            && tree.left[k] < nodes
                            && tree.right[k] < nodes);
        }
        if (!whole) {
            throw new State.Damaged("the nodes do not form a tree");
        }
        return tree;
    }
}
