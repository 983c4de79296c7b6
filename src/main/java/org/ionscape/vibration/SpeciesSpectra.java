package org.ionscape.vibration;

import java.util.List;

/**
 * Velocity correlations and spectra summed over the atoms and components of one species. They are linear: those of a group
 * are the sums of those of its species, each times its weight.
 *
 * @param correlation Σ v(t) v(t+n) by lag n, Å²/ps²
 * @param power of each frequency from 0, Å²/ps²
 * @param stepThz distance between frequencies
 * @param blockPowers {@code power} of each block of the run
 * @param blockStepThz distance between the frequencies of a block; NaN without blocks
 * @param squares Σ v² over the run, Å²/ps²
 */
record SpeciesSpectra(
        double[] correlation,
        double[] power,
        double stepThz,
        List<double[]> blockPowers,
        double blockStepThz,
        double squares) {}
