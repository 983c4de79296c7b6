package org.ionscape.vibration;

import java.util.stream.IntStream;

/**
 * A vibrational density of states with what follows from it.
 *
 * @param stepMeV distance between bins, meV
 * @param g from energy 0; with preset recommended ∫g dE = 1 and the unit is 1/meV
 * @param averages of the modes
 * @param errors standard errors of the averages, NaN where the run is too short to tell
 */
public record Vdos(double stepMeV, double[] g, ModeAverages averages, ModeAverages errors) {
    /** The energy of every bin, meV. */
    public double[] energyMeV() {
        return IntStream.range(0, g.length).mapToDouble(k -> k * stepMeV).toArray();
    }
}
