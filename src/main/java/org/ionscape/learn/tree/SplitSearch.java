package org.ionscape.learn.tree;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The best split of one node. With S and W the sums of weighted target and weight, a split lowers the squared error by
 * (S_l W − S W_l)² / (W W_l W_r); sums are of the target minus its mean over all rows, so that little cancels.
 */
final class SplitSearch {
    private final Columns x;
    private final TreeOptions options;
    private final double[] centred;
    private final long[] sorted;

    private double[] weight;
    private int[] samplesOf;
    private int[] rows;
    private int[] features;
    private SplittableRandom random;
    private double offset;
    private double totalWeight;

    private int from;
    private int to;
    private double nodeWeight;
    private double nodeSum;
    private int nodeSamples;

    private int bestFeature;
    private double bestThreshold;
    private double bestDecrease;

    SplitSearch(Columns x, TreeOptions options) {
        this.x = x;
        this.options = options;
        this.centred = new double[x.rows()];
        this.sorted = new long[x.rows()];
    }

    /** Turns to a new tree; {@code rows} and {@code features} are shared with the grower, which reorders rows. */
    void begin(double[] y, Sample sample, int[] rows, int[] features, SplittableRandom random) {
        this.weight = sample.weight();
        this.samplesOf = sample.samples();
        this.rows = rows;
        this.features = features;
        this.random = random;
        offset = Arrays.stream(y).average().orElseThrow();
        totalWeight = Arrays.stream(weight).sum();
        for (int i = 0; i < y.length; i++) {
            centred[i] = y[i] - offset;
        }
    }

    /** Turns to the node with these rows. */
    void enter(int first, int end) {
        from = first;
        to = end;
        nodeWeight = 0;
        nodeSum = 0;
        nodeSamples = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            nodeWeight += weight[row];
            nodeSum += weight[row] * centred[row];
            nodeSamples += samplesOf[row];
        }
    }

    double totalWeight() {
        return totalWeight;
    }

    int samples() {
        return nodeSamples;
    }

    double mean() {
        return pure() ? centred[rows[from]] + offset : nodeSum / nodeWeight + offset;
    }

    /** Whether all targets of the node are the same. */
    boolean pure() {
        double first = centred[rows[from]];
        for (int i = from + 1; i < to; i++) {
            if (centred[rows[i]] != first) {
                return false;
            }
        }
        return true;
    }

    /** The best split among features drawn at random, or none if no drawn feature can part the rows. */
    Optional<Split> best() {
        bestDecrease = -1;
        boolean onlyConstant = true;
        for (int drawn = 0; drawn < features.length && (drawn < options.maxFeatures() || onlyConstant); drawn++) {
            int at = drawn + random.nextInt(features.length - drawn);
            int feature = features[at];
            features[at] = features[drawn];
            features[drawn] = feature;
            boolean varies = switch (options.splitter()) {
                case BEST -> everyThreshold(feature);
                case RANDOM -> oneThreshold(feature);
            };
            onlyConstant &= !varies;
        }
        return bestDecrease < 0 ? Optional.empty() : Optional.of(new Split(bestFeature, bestThreshold, bestDecrease));
    }

    /** Tries the middle between every two neighbouring values; false if the feature is constant here. */
    private boolean everyThreshold(int feature) {
        int[] rank = x.rank()[feature];
        for (int i = from; i < to; i++) {
            sorted[i] = ((long) rank[rows[i]] << 32) | rows[i];
        }
        Arrays.sort(sorted, from, to);
        double w = 0;
        double sum = 0;
        int samples = 0;
        for (int i = from; i < to - 1; i++) {
            int row = (int) sorted[i];
            w += weight[row];
            sum += weight[row] * centred[row];
            samples += samplesOf[row];
            if (sorted[i] >>> 32 != sorted[i + 1] >>> 32 && enough(samples)) {
                double decrease = decrease(w, sum);
                if (decrease > bestDecrease) {
                    double[] column = x.values()[feature];
                    take(feature, middle(column[row], column[(int) sorted[i + 1]]), decrease);
                }
            }
        }
        return sorted[from] >>> 32 != sorted[to - 1] >>> 32;
    }

    /** Tries one threshold, uniform between the least and the greatest value; false if they are the same. */
    private boolean oneThreshold(int feature) {
        double[] column = x.values()[feature];
        double low = column[rows[from]];
        double high = low;
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, column[rows[i]]);
            high = Math.max(high, column[rows[i]]);
        }
        if (low == high) {
            return false;
        }
        double threshold = low + random.nextDouble() * (high - low);
        if (threshold >= high) {
            threshold = low;
        }
        double w = 0;
        double sum = 0;
        int samples = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (column[row] <= threshold) {
                w += weight[row];
                sum += weight[row] * centred[row];
                samples += samplesOf[row];
            }
        }
        double decrease = decrease(w, sum);
        if (enough(samples) && decrease > bestDecrease) {
            take(feature, threshold, decrease);
        }
        return true;
    }

    private boolean enough(int lower) {
        return lower >= options.minSamplesLeaf() && nodeSamples - lower >= options.minSamplesLeaf();
    }

    private double decrease(double w, double sum) {
        double d = sum * nodeWeight - nodeSum * w;
        return d * d / (nodeWeight * w * (nodeWeight - w));
    }

    private void take(int feature, double threshold, double decrease) {
        bestFeature = feature;
        bestThreshold = threshold;
        bestDecrease = decrease;
    }

    /** Between two neighbouring values; the lower one where rounding would reach the upper. */
    private static double middle(double low, double high) {
        double middle = low / 2 + high / 2;
        return middle < high ? middle : low;
    }
}
