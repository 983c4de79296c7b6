package org.ionscape.vibration;

import java.util.Map;
import java.util.Optional;

/**
 * How the atoms of a run vibrate. Groups are {@code "all"}, {@code "mobile"}, {@code "framework"} (where there is one)
 * and each species.
 *
 * @param vacf normalised velocity autocorrelation by group
 * @param vdos density of states by group
 * @param kineticTemperatureK temperature that the velocities have by equipartition, K
 * @param nyquistMeV energy of the fastest vibration that frames so far apart can show, meV
 * @param shareNearNyquist share of all density in the last fifth below that energy
 * @param lindemann of the framework; empty when it has fewer than two atoms
 * @param method how the densities were obtained, in words
 */
public record Vibrations(
        Map<String, Vacf> vacf,
        Map<String, Vdos> vdos,
        double kineticTemperatureK,
        double nyquistMeV,
        double shareNearNyquist,
        Optional<Lindemann> lindemann,
        String method) {
    /** Every atom. */
    public static final String ALL = "all";
    /** The mobile species together; superscript d in C. López et al. 2023. */
    public static final String MOBILE = "mobile";
    /** All other species together; superscript nd in C. López et al. 2023. */
    public static final String FRAMEWORK = "framework";
}
