package org.ionscape.learn.tree;

import java.util.List;
import java.util.SplittableRandom;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.tree.TreeOptions.Splitter;

/** One regression tree. */
public final class DecisionTree {
    public static final ModelType TYPE = new ModelType(
            "decision-tree",
            "Decision tree",
            ModelClass.TREE,
            TreeOptions.parameters("", Splitter.BEST, Parameter.NONE, Parameter.NONE),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, seed),
            TreeEnsemble::restore);

    private DecisionTree() {}

    private static TreeEnsemble fit(Settings settings, double[][] x, double[] y, long seed) {
        Columns columns = Columns.of(x);
        TreeOptions options = TreeOptions.of(settings, "", TreeOptions.splitter(settings, ""), columns);
        Tree tree = new TreeGrower(columns, options).grow(y, Sample.all(y.length), new SplittableRandom(seed));
        return TreeEnsemble.mean(List.of(tree));
    }
}
