package org.ionscape.cli;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which values of a long array go into the JSON: all, or so many at even distances, first and last among them. */
record Thinning(int[] kept) {
    static Thinning of(int length, OptionalInt points) {
        int most = points.orElse(length);
        if (length <= most) {
            return new Thinning(IntStream.range(0, length).toArray());
        }
        return new Thinning(IntStream.range(0, most)
                .map(i -> (int) Math.round((double) i * (length - 1) / (most - 1)))
                .toArray());
    }

    double[] of(double[] values) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
