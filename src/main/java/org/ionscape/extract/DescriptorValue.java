package org.ionscape.extract;

import java.util.OptionalDouble;

/**
 * A descriptor of a run or material, or why there is none.
 *
 * @param value NaN when missing
 * @param unit empty for pure numbers
 * @param stderr standard error where one is known
 * @param upperBound what it is below when it could not be resolved; empty when nothing is known or there is a value
 * @param source what it was computed or taken from, in words; when missing, the reason
 */
public record DescriptorValue(
        double value, String unit, OptionalDouble stderr, OptionalDouble upperBound, String source) {
    public DescriptorValue {
        upperBound = upperBound == null ? OptionalDouble.empty() : upperBound; // absent in older files
    }

    /** A value with no error of its own. */
    public static DescriptorValue of(double value, String unit, String source) {
        return new DescriptorValue(value, unit, OptionalDouble.empty(), OptionalDouble.empty(), source);
    }

    /** A value with a standard error; one that is no number counts as unknown. */
    public static DescriptorValue of(double value, double stderr, String unit, String source) {
        return new DescriptorValue(
                value,
                unit,
                Double.isFinite(stderr) ? OptionalDouble.of(stderr) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                source);
    }

    /** None, and why. */
    public static DescriptorValue missing(String unit, String reason) {
        return new DescriptorValue(Double.NaN, unit, OptionalDouble.empty(), OptionalDouble.empty(), reason);
    }

    /** None that could be resolved, only that it is below a bound. */
    public static DescriptorValue below(double bound, String unit, String reason) {
        return new DescriptorValue(Double.NaN, unit, OptionalDouble.empty(), OptionalDouble.of(bound), reason);
    }

    public boolean isPresent() {
        return Double.isFinite(value);
    }
}
