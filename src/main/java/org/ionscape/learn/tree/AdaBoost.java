package org.ionscape.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.tree.TreeOptions.Splitter;
import org.ionscape.math.Seeds;

/**
 * AdaBoost.R2 (Drucker 1997): every tree is grown on n rows drawn by weight; a row keeps the more weight the worse it
 * was predicted; the ensemble answers with the median weighted by log(1/β). With loss L̄ the weighted mean of |error| over
 * its maximum, β = L̄/(1 − L̄); boosting stops where L̄ reaches ½, without the tree that did, or where it is 0.
 */
public final class AdaBoost {
    private static final String BASE = "estimator__";

    /** Fully grown trees with random thresholds. */
    public static final ModelType EXTRA_TREE =
            type("adaboost-extra-tree", "AdaBoost of extra-trees", Splitter.RANDOM, Parameter.NONE, 1.0);

    /** Trees of depth three. */
    public static final ModelType TREE = type("adaboost-tree", "AdaBoost of trees", Splitter.BEST, 3, Parameter.NONE);

    private AdaBoost() {}

    private static ModelType type(String name, String title, Splitter splitter, Object maxDepth, Object maxFeatures) {
        return new ModelType(
                name,
                title,
                ModelClass.ENSEMBLE,
                Stream.concat(
                                Stream.of(
                                        Parameter.whole("n_estimators", 50, 1, "trees at most"),
                                        Parameter.positive("learning_rate", 1, "exponent of the change of weights"),
                                        Parameter.word(
                                                "loss", "of a row, from its error", "linear", "square", "exponential")),
                                TreeOptions.parameters(BASE, splitter, maxDepth, maxFeatures).stream())
                        .toList(),
                settings -> (x, y, seed, progress) -> fit(settings, x, y, seed, progress),
                TreeEnsemble::restore);
    }

    private static TreeEnsemble fit(Settings settings, double[][] x, double[] y, long seed, Progress progress) {
        Columns columns = Columns.of(x);
        TreeGrower grower =
                new TreeGrower(columns, TreeOptions.of(settings, BASE, TreeOptions.splitter(settings, BASE), columns));
        int most = settings.whole("n_estimators");
        double[] weight = new double[y.length];
        Arrays.fill(weight, 1.0 / y.length);
        List<Tree> trees = new ArrayList<>();
        double[] votes = new double[most];
        for (int k = 0; k < most; k++) {
            progress.check();
            SplittableRandom random = new SplittableRandom(Seeds.part(seed, k));
            Tree tree = grower.grow(y, Sample.copies(drawn(weight, random)), random);
            double[] losses = losses(tree.predict(x), y, settings.word("loss"));
            double average = 0;
            for (int i = 0; i < y.length; i++) {
                average += weight[i] * losses[i];
            }
            if (average >= 0.5 && k > 0) {
                break;
            }
            trees.add(tree);
            if (average >= 0.5 || average <= 0) {
                votes[k] = 1;
                break;
            }
            double rate = settings.real("learning_rate");
            double logBeta = Math.log(average / (1 - average));
            votes[k] = -rate * logBeta;
            reweigh(weight, losses, rate * logBeta);
            progress.report(k + 1.0, most, "trees");
        }
        return new TreeEnsemble(
                TreeEnsemble.Combination.WEIGHTED_MEDIAN, List.copyOf(trees), Arrays.copyOf(votes, trees.size()), 0);
    }

    /** How often each row comes up in n draws by weight. */
    private static int[] drawn(double[] weight, SplittableRandom random) {
        double[] reached = weight.clone();
        for (int i = 1; i < reached.length; i++) {
            reached[i] += reached[i - 1];
        }
        int[] drawn = new int[weight.length];
        for (int k = 0; k < weight.length; k++) {
            double at = random.nextDouble() * reached[reached.length - 1];
            int found = Arrays.binarySearch(reached, at);
            // A value that is met exactly belongs to the next row: row i owns [reached(i − 1), reached(i)).
            int row = found < 0 ? -found - 1 : found + 1;
            drawn[Math.min(row, weight.length - 1)]++;
        }
        return drawn;
    }

    private static double[] losses(double[] predicted, double[] y, String loss) {
        double[] losses = new double[y.length];
        double most = 0;
        for (int i = 0; i < y.length; i++) {
            losses[i] = Math.abs(predicted[i] - y[i]);
            most = Math.max(most, losses[i]);
        }
        for (int i = 0; i < y.length && most > 0; i++) {
            double share = losses[i] / most;
            losses[i] = switch (loss) {
                case "square" -> share * share;
                case "exponential" -> 1 - Math.exp(-share);
                default -> share;
            };
        }
        return losses;
    }

    /** Multiplies each weight by β^(1 − loss) and scales to a sum of 1; none falls below the rounding of 1. */
    private static void reweigh(double[] weight, double[] losses, double logBeta) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.max(weight[i] * Math.exp((1 - losses[i]) * logBeta), Math.ulp(1.0));
            sum += weight[i];
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] /= sum;
        }
    }
}
