package org.ionscape.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/**
 * Fitted trees and how their predictions make one.
 *
 * @param weights of the trees; a factor before each in a sum, a vote in a median, not used in a mean
 * @param offset what a sum begins with
 */
record TreeEnsemble(Combination combination, List<Tree> trees, double[] weights, double offset)
        implements FittedRegressor {
    /** How many predictions become one. */
    enum Combination {
        MEAN,
        SUM,
        WEIGHTED_MEDIAN
    }

    static TreeEnsemble mean(List<Tree> trees) {
        double[] weights = new double[trees.size()];
        Arrays.fill(weights, 1);
        return new TreeEnsemble(Combination.MEAN, trees, weights, 0);
    }

    static TreeEnsemble restore(State state) {
        List<Tree> trees = state.parts("trees").stream().map(Tree::restore).toList();
        double[] weights = state.reals("weights");
        if (trees.isEmpty() || weights.length != trees.size()) {
            throw new State.Damaged("there are not as many weights as trees");
        }
        Combination combination = Arrays.stream(Combination.values())
                .filter(c -> label(c).equals(stateWord(state)))
                .findFirst()
                .orElseThrow(() -> new State.Damaged("“combination” is not known"));
        return new TreeEnsemble(combination, trees, weights, state.real("offset"));
    }

    private static String stateWord(State state) {
        return state.word("combination");
    }

    private static String label(Combination combination) {
        return combination.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        double[] each = new double[trees.size()];
        for (int i = 0; i < x.length; i++) {
            of(x[i], each);
            predicted[i] = switch (combination) {
                case MEAN -> mean(each);
                case SUM -> sum(each);
                case WEIGHTED_MEDIAN -> WeightedMedian.of(each, weights, each.length);
            };
        }
        return predicted;
    }

    private void of(double[] row, double[] each) {
        for (int k = 0; k < each.length; k++) {
            each[k] = trees.get(k).predict(row);
        }
    }

    private static double mean(double[] each) {
        double sum = 0;
        for (double value : each) {
            sum += value;
        }
        return sum / each.length;
    }

    private double sum(double[] each) {
        double sum = offset;
        for (int k = 0; k < each.length; k++) {
            sum += weights[k] * each[k];
        }
        return sum;
    }

    /** Of a mean, the standard deviation between its trees (n − 1); nothing for the other combinations. */
    @Override
    public Optional<double[]> predictStd(double[][] x) {
        if (combination != Combination.MEAN || trees.size() < 2) {
            return Optional.empty();
        }
        double[] std = new double[x.length];
        double[] each = new double[trees.size()];
        for (int i = 0; i < x.length; i++) {
            of(x[i], each);
            double mean = mean(each);
            double squares = 0;
            for (double value : each) {
                squares += (value - mean) * (value - mean);
            }
            std[i] = Math.sqrt(squares / (each.length - 1));
        }
        return Optional.of(std);
    }

    /**
     * Mean decrease of impurity, to a sum of 1: of means and medians each tree is normalised first and a median's trees
     * count by their votes; the trees of a sum count by how much they lower the error, as in scikit-learn.
     */
    @Override
    public Optional<double[]> impurityImportance() {
        double[] total = new double[trees.getFirst().importance().length];
        for (int k = 0; k < trees.size(); k++) {
            double[] of = combination == Combination.SUM
                    ? trees.get(k).importance()
                    : trees.get(k).shares();
            double weight = combination == Combination.WEIGHTED_MEDIAN ? weights[k] : 1;
            for (int f = 0; f < total.length; f++) {
                total[f] += weight * of[f];
            }
        }
        return Optional.of(Tree.scaled(total));
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("combination", label(combination));
        state.put("offset", offset);
        state.put("weights", weights);
        List<Map<String, Object>> parts = new ArrayList<>();
        trees.forEach(tree -> parts.add(tree.state()));
        state.put("trees", parts);
        return state;
    }
}
