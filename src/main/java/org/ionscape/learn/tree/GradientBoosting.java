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
 * Gradient boosting of the squared error (Friedman 2001, doi:10.1214/aos/1013203451): every tree is fitted to what the
 * sum of those before it leaves over, on a random share of the rows if {@code subsample} is below 1.
 */
public final class GradientBoosting {
    public static final ModelType TYPE = new ModelType(
            "gradient-boosting",
            "Gradient boosting",
            ModelClass.ENSEMBLE,
            Stream.concat(
                            Stream.of(
                                    Parameter.word("loss", "what is lowered", "squared_error"),
                                    Parameter.notNegative("learning_rate", 0.1, "factor before each tree"),
                                    Parameter.whole("n_estimators", 100, 1, "trees"),
                                    Parameter.of(
                                            "subsample",
                                            1.0,
                                            "share of the rows that each tree sees",
                                            new Parameter.Real(0, 1, Parameter.Bound.OPEN)),
                                    Parameter.word(
                                            "criterion",
                                            "impurity; both choose the same split for a mean of squares",
                                            "friedman_mse",
                                            "squared_error")),
                            TreeOptions.shape("", 3, Parameter.NONE).stream())
                    .toList(),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, seed, progress),
            TreeEnsemble::restore);

    private GradientBoosting() {}

    private static TreeEnsemble fit(Settings settings, double[][] x, double[] y, long seed, Progress progress) {
        Columns columns = Columns.of(x);
        TreeGrower grower = new TreeGrower(columns, TreeOptions.of(settings, "", Splitter.BEST, columns));
        int trees = settings.whole("n_estimators");
        double rate = settings.real("learning_rate");
        double subsample = settings.real("subsample");
        int draws = Math.max(1, (int) (subsample * y.length));
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] residual = Arrays.stream(y).map(v -> v - mean).toArray();
        List<Tree> grown = new ArrayList<>();
        for (int k = 0; k < trees; k++) {
            progress.check();
            SplittableRandom random = new SplittableRandom(Seeds.part(seed, k));
            Sample sample = subsample < 1 ? Averaging.without(y.length, draws, random) : Sample.all(y.length);
            Tree tree = grower.grow(residual, sample, random);
            for (int i = 0; i < y.length; i++) {
                residual[i] -= rate * tree.predict(x[i]);
            }
            grown.add(tree);
            progress.report(k + 1.0, trees, "trees");
        }
        double[] rates = new double[trees];
        Arrays.fill(rates, rate);
        return new TreeEnsemble(TreeEnsemble.Combination.SUM, List.copyOf(grown), rates, mean);
    }
}
