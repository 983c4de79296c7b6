package org.ionscape.learn;

import org.ionscape.compute.Progress;

/** A model whose parameters are chosen and which has seen no data yet. */
@FunctionalInterface
public interface Regressor {
    /**
     * Fits the model. Results depend on the arguments alone: never on the clock, the number of threads or earlier calls.
     * Neither array is changed or kept.
     *
     * @param x features, one row per sample; at least one row and one column, every value finite
     * @param y the target of each row, finite
     * @param seed fixes everything random; models without randomness ignore it
     * @param progress told how far the fit is, and polled at least every 50 ms
     */
    FittedRegressor fit(double[][] x, double[] y, long seed, Progress progress);
}
