package org.ionscape.learn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * The shape a tree may take, with the meanings of scikit-learn's {@code DecisionTreeRegressor}.
 *
 * @param splitter where thresholds are looked for
 * @param maxDepth edges between root and leaf at most
 * @param minSamplesSplit samples that a node needs to be split
 * @param minSamplesLeaf samples that each side of a split needs
 * @param maxFeatures features looked at for each split; more only until one is found that is not constant
 * @param maxLeafNodes leaves at most; the best splits are then made first
 * @param minImpurityDecrease by which a split must lower the impurity of the whole tree
 */
record TreeOptions(
        Splitter splitter,
        OptionalInt maxDepth,
        int minSamplesSplit,
        int minSamplesLeaf,
        int maxFeatures,
        OptionalInt maxLeafNodes,
        double minImpurityDecrease) {
    /** Where the threshold of a split is looked for. */
    enum Splitter {
        /** Between every two neighbouring values. */
        BEST,
        /** At one random place between the least and the greatest value. */
        RANDOM
    }

    private static final Parameter.Form ROWS_SHARE = new Parameter.Real(0, 1, Parameter.Bound.OPEN);

    /** The parameters of a tree, their names beginning with {@code prefix}, in scikit-learn's order. */
    static List<Parameter> parameters(String prefix, Splitter splitter, Object maxDepth, Object maxFeatures) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.word(
                prefix + "criterion",
                "impurity; both choose the same split for a mean of squares",
                "squared_error",
                "friedman_mse"));
        parameters.add(Parameter.word(
                prefix + "splitter",
                "thresholds at the best place, or the best of one random place for each feature",
                splitter == Splitter.BEST ? new String[] {"best", "random"} : new String[] {"random", "best"}));
        parameters.addAll(shape(prefix, maxDepth, maxFeatures));
        return List.copyOf(parameters);
    }

    /** The parameters of a tree whose splitter is settled by its ensemble. */
    static List<Parameter> shape(String prefix, Object maxDepth, Object maxFeatures) {
        return List.of(
                Parameter.of(
                        prefix + "max_depth",
                        maxDepth,
                        "edges between root and leaf at most",
                        new Parameter.Whole(1),
                        new Parameter.None()),
                Parameter.of(
                        prefix + "min_samples_split",
                        2,
                        "samples that a node needs to be split, as a number or a share of the rows",
                        new Parameter.Whole(2),
                        ROWS_SHARE),
                Parameter.of(
                        prefix + "min_samples_leaf",
                        1,
                        "samples that each leaf needs, as a number or a share of the rows",
                        new Parameter.Whole(1),
                        ROWS_SHARE),
                Parameter.of(
                        prefix + "max_features",
                        maxFeatures,
                        "features looked at for each split, as a number or a share of all",
                        new Parameter.Whole(1),
                        new Parameter.Real(0, 1, Parameter.Bound.OPEN),
                        new Parameter.Word(List.of("sqrt", "log2")),
                        new Parameter.None()),
                Parameter.of(
                        prefix + "max_leaf_nodes",
                        Parameter.NONE,
                        "leaves at most, the best splits made first",
                        new Parameter.Whole(2),
                        new Parameter.None()),
                Parameter.notNegative(
                        prefix + "min_impurity_decrease", 0, "by which a split must lower the impurity of the tree"));
    }

    static TreeOptions of(Settings settings, String prefix, Splitter splitter, Columns x) {
        return new TreeOptions(
                splitter,
                settings.wholeOrNone(prefix + "max_depth"),
                Math.max(2, samples(settings.value(prefix + "min_samples_split"), x.rows())),
                samples(settings.value(prefix + "min_samples_leaf"), x.rows()),
                features(settings.value(prefix + "max_features"), x.features()),
                settings.wholeOrNone(prefix + "max_leaf_nodes"),
                settings.real(prefix + "min_impurity_decrease"));
    }

    /** The splitter that the settings name. */
    static Splitter splitter(Settings settings, String prefix) {
        return settings.word(prefix + "splitter").equals("best") ? Splitter.BEST : Splitter.RANDOM;
    }

    private static int samples(Object value, int rows) {
        return value instanceof Integer number ? number : (int) Math.ceil(((Number) value).doubleValue() * rows);
    }

    private static int features(Object value, int all) {
        int wanted = switch (value) {
            case Integer number -> number;
            case Number share -> (int) (share.doubleValue() * all);
            case String word when word.equals("sqrt") -> (int) Math.sqrt(all);
            case String log2 -> (int) (Math.log(all) / Math.log(2));
            default -> all;
        };
        return Math.clamp(wanted, 1, all);
    }
}
