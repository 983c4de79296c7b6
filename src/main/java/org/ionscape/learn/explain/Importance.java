package org.ionscape.learn.explain;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much a model relies on a feature.
 *
 * @param mean over the repeats
 * @param sd between the repeats (n − 1); empty for a single one
 * @param repeats fits or shuffles
 * @param rmseIncrease mean rise of the error when the feature is shuffled, in the unit of the target; empty for MDI
 */
public record Importance(String feature, double mean, OptionalDouble sd, int repeats, OptionalDouble rmseIncrease) {
    static Importance of(String feature, double[] values, OptionalDouble rmseIncrease) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Importance(
                feature,
                mean,
                values.length > 1
                        ? OptionalDouble.of(Math.sqrt(squares / (values.length - 1)))
                        : OptionalDouble.empty(),
                values.length,
                rmseIncrease);
    }

    /** Of the mean. */
    public OptionalDouble stderr() {
        return sd.isPresent() ? OptionalDouble.of(sd.getAsDouble() / Math.sqrt(repeats)) : OptionalDouble.empty();
    }
}
