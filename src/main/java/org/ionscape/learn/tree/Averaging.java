package org.ionscape.learn.tree;

import java.util.ArrayList;
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
import org.ionscape.math.Shuffle;

/**
 * Means of trees that differ by the rows, the features or the thresholds they were given: bagging (Breiman 1996,
 * doi:10.1007/BF00058655), random forest (Breiman 2001, doi:10.1023/A:1010933404324) and extra-trees (Geurts, Ernst and
 * Wehenkel 2006, doi:10.1007/s10994-006-6226-1).
 */
public final class Averaging {
    private static final String BASE = "estimator__";

    public static final ModelType BAGGING = new ModelType(
            "bagging",
            "Bagged trees",
            ModelClass.ENSEMBLE,
            join(
                    Stream.of(
                            Parameter.whole("n_estimators", 10, 1, "trees"),
                            Parameter.of(
                                    "max_samples",
                                    1.0,
                                    "rows drawn for each tree, as a number or a share of all",
                                    new Parameter.Whole(1),
                                    new Parameter.Real(0, 1, Parameter.Bound.OPEN)),
                            Parameter.flag("bootstrap", true, "draw rows with replacement")),
                    TreeOptions.parameters(BASE, Splitter.BEST, Parameter.NONE, Parameter.NONE)),
            settings -> (x, y, seed, progress) -> {
                Columns columns = Columns.of(x);
                TreeOptions options = TreeOptions.of(settings, BASE, TreeOptions.splitter(settings, BASE), columns);
                return fit(settings, columns, options, y, seed, progress);
            },
            TreeEnsemble::restore);

    public static final ModelType RANDOM_FOREST = forest("random-forest", "Random forest", Splitter.BEST, true);

    public static final ModelType EXTRA_TREES = forest("extra-trees", "Extra-trees", Splitter.RANDOM, false);

    private Averaging() {}

    private static ModelType forest(String name, String title, Splitter splitter, Boolean bootstrap) {
        return new ModelType(
                name,
                title,
                ModelClass.ENSEMBLE,
                join(
                        Stream.of(
                                Parameter.whole("n_estimators", 100, 1, "trees"),
                                Parameter.word(
                                        "criterion",
                                        "impurity; both choose the same split for a mean of squares",
                                        "squared_error",
                                        "friedman_mse"),
                                Parameter.flag("bootstrap", bootstrap, "draw rows with replacement for each tree"),
                                Parameter.of(
                                        "max_samples",
                                        Parameter.NONE,
                                        "rows drawn for each tree when drawn with replacement; all if None",
                                        new Parameter.Whole(1),
                                        new Parameter.Real(0, 1, Parameter.Bound.OPEN),
                                        new Parameter.None())),
                        TreeOptions.shape("", Parameter.NONE, 1.0)),
                settings -> (x, y, seed, progress) -> {
                    Columns columns = Columns.of(x);
                    return fit(settings, columns, TreeOptions.of(settings, "", splitter, columns), y, seed, progress);
                },
                TreeEnsemble::restore);
    }

    private static List<Parameter> join(Stream<Parameter> own, List<Parameter> ofTrees) {
        return Stream.concat(own, ofTrees.stream()).toList();
    }

    private static TreeEnsemble fit(
            Settings settings, Columns x, TreeOptions options, double[] y, long seed, Progress progress) {
        TreeGrower grower = new TreeGrower(x, options);
        int trees = settings.whole("n_estimators");
        int draws = draws(settings.value("max_samples"), y.length);
        List<Tree> grown = new ArrayList<>();
        for (int k = 0; k < trees; k++) {
            progress.check();
            SplittableRandom random = new SplittableRandom(Seeds.part(seed, k));
            grown.add(grower.grow(y, sample(settings, y.length, draws, random), random));
            progress.report(k + 1.0, trees, "trees");
        }
        return TreeEnsemble.mean(List.copyOf(grown));
    }

    private static int draws(Object maxSamples, int rows) {
        return switch (maxSamples) {
            case Integer number -> Math.min(number, rows);
            case Number share -> Math.max(1, (int) (share.doubleValue() * rows));
            default -> rows;
        };
    }

    private static Sample sample(Settings settings, int rows, int draws, SplittableRandom random) {
        if (settings.flag("bootstrap")) {
            return Sample.weights(Sample.bootstrap(rows, draws, random));
        }
        return draws == rows ? Sample.all(rows) : without(rows, draws, random);
    }

    /** Some rows, each at most once. */
    static Sample without(int rows, int draws, SplittableRandom random) {
        int[] order = Shuffle.order(rows, random);
        int[] drawn = new int[rows];
        for (int k = 0; k < draws; k++) {
            drawn[order[k]] = 1;
        }
        return Sample.weights(drawn);
    }
}
