package org.ionscape.learn.subset;

import java.util.Arrays;

/**
 * AdaBoost.R2 (Drucker 1997) over fully grown extra-trees (Geurts, Ernst and Wehenkel 2006,
 * doi:10.1007/s10994-006-6226-1) for one subset of the columns after another: the same algorithm as
 * {@code adaboost-extra-tree} and the same distribution of results, in about a fortieth of scikit-learn's time. Not for
 * several threads at once.
 *
 * <p>What makes it fast, none of which changes the distribution: fully grown trees predict the rows they have seen
 * exactly (rows alike in all columns: their mean), so that only the others are sent down the tree; branches without such
 * rows are not grown; values are whole numbers, and sums of them need no order.
 */
final class BoostKernel {
    private static final double LEAST_WEIGHT = Math.ulp(1.0);

    private final BoostTable table;
    private final BoostSettings settings;
    private final KernelTree tree;
    private final WeightedDraw draw;
    private final Twins twins;
    private final SplitMix random = new SplitMix();
    private final int[] count;
    private final int[] leftOut;
    private final double[] weight;
    private final double[] loss;
    private final double[] predicted;
    private final double[][] votes;
    private final WeightedMedians medians;

    BoostKernel(BoostTable table, BoostSettings settings) {
        this.table = table;
        this.settings = settings;
        tree = new KernelTree(table);
        draw = new WeightedDraw(table.rows());
        twins = new Twins(table);
        count = new int[table.rows()];
        leftOut = new int[table.rows()];
        weight = new double[table.rows()];
        loss = new double[table.rows()];
        predicted = new double[table.rows() + table.asked()];
        votes = new double[table.asked()][settings.trees()];
        medians = new WeightedMedians(settings.trees());
    }

    /** Fits the ensemble to some columns and predicts the rows asked for. */
    double[] predict(int[] subset, long seed) {
        random.seed(SplitMix.mix(seed));
        int[][] columns = new int[subset.length][];
        Arrays.setAll(columns, k -> table.bits()[subset[k]]);
        twins.find(subset);
        Arrays.fill(weight, 1.0 / table.rows());
        double[] voice = new double[settings.trees()];
        int grown = 0;
        while (grown < settings.trees()) {
            draw.count(weight, random, count);
            shuffle(columns);
            int left = leaveOut();
            tree.grow(columns, count, leftOut, left, random, predicted);
            double average = lose(left);
            if (average >= 0.5 && grown > 0) {
                break;
            }
            for (int i = 0; i < votes.length; i++) {
                votes[i][grown] = predicted[table.rows() + i];
            }
            if (average >= 0.5 || average <= 0) {
                voice[grown++] = 1;
                break;
            }
            double logBeta = settings.learningRate() * Math.log(average / (1 - average));
            voice[grown++] = -logBeta;
            reweigh(logBeta);
        }
        double[] result = new double[votes.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = medians.of(votes[i], voice, grown);
        }
        return result;
    }

    /** Equally good splits are decided by the order of the columns, which is drawn anew for each tree. */
    private void shuffle(int[][] columns) {
        for (int i = columns.length - 1; i > 0; i--) {
            int j = random.below(i + 1);
            int[] swap = columns[i];
            columns[i] = columns[j];
            columns[j] = swap;
        }
    }

    /** Lists the rows that were not drawn. */
    private int leaveOut() {
        int left = 0;
        for (int i = 0; i < count.length; i++) {
            leftOut[left] = i;
            left += (count[i] - 1) >>> 31;
        }
        return left;
    }

    /** The weighted mean loss of the tree just grown; the loss of each row in {@code loss}, 0 for those seen. */
    private double lose(int left) {
        double[] y = table.y();
        Arrays.fill(loss, 0);
        for (int k = 0; k < left; k++) {
            int i = leftOut[k];
            loss[i] = Math.abs(predicted[i] - y[i]);
        }
        twins.lose(count, loss);
        double most = 0;
        for (double one : loss) {
            most = Math.max(most, one);
        }
        if (most == 0) {
            return 0;
        }
        double average = 0;
        for (int i = 0; i < loss.length; i++) {
            loss[i] = settings.loss().of(loss[i] / most);
            average += weight[i] * loss[i];
        }
        return average;
    }

    private void reweigh(double logBeta) {
        double exact = Math.exp(logBeta);
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            double factor = loss[i] == 0 ? exact : Math.exp((1 - loss[i]) * logBeta);
            weight[i] = Math.max(weight[i] * factor, LEAST_WEIGHT);
            sum += weight[i];
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] /= sum;
        }
    }
}
