package org.ionscape.vibration;

import java.util.stream.IntStream;

/**
 * A normalised velocity autocorrelation.
 *
 * @param stepPs time between values, ps
 * @param c from lag 0, where it is 1
 */
public record Vacf(double stepPs, double[] c) {
    /** The lag of every value, ps. */
    public double[] timePs() {
        return IntStream.range(0, c.length).mapToDouble(n -> n * stepPs).toArray();
    }
}
