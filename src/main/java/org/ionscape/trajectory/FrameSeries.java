package org.ionscape.trajectory;

/**
 * Numbers that a file gives once per frame beside the positions. Each array has one value per frame, NaN where a frame
 * lacks it, or is empty when the file has none at all.
 *
 * @param temperatureK instantaneous temperature in K
 * @param energyEv total energy of the ions plus electrons in eV (what should be conserved or settle)
 */
public record FrameSeries(double[] temperatureK, double[] energyEv) {
    public static final FrameSeries NONE = new FrameSeries(new double[0], new double[0]);
}
