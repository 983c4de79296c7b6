package org.ionscape.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that has seen data. Immutable, and safe to use from many threads. */
public interface FittedRegressor {
    /** The prediction for each row of {@code x}, which has the columns of the fit in their order. */
    double[] predict(double[][] x);

    /** The standard deviation of each prediction, for models that have one of their own. */
    default Optional<double[]> predictStd(double[][] x) {
        return Optional.empty();
    }

    /**
     * How much of the decrease of impurity in its trees each feature brought, to a sum of 1, for models made of trees.
     */
    default Optional<double[]> impurityImportance() {
        return Optional.empty();
    }

    /**
     * Everything {@link ModelType#restore} needs to make a model that predicts the same bytes: maps, lists, strings,
     * numbers and primitive arrays, all finite, as JSON can hold them.
     */
    Map<String, Object> state();

    /** What a person should know of this fit, each a sentence: that it did not converge, that a column was constant. */
    default List<String> notes() {
        return List.of();
    }
}
