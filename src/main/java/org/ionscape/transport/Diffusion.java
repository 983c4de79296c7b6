package org.ionscape.transport;

import java.util.Optional;

/**
 * The self-diffusion coefficient of a species, from its MSD.
 *
 * @param dCm2PerS best estimate, cm²/s; may be negative within its error when nothing diffuses
 * @param stderrCm2PerS standard error; NaN where the preset gives none
 * @param ci95Cm2PerS lower and upper end of the 95 % interval
 * @param resolved whether the ions were seen to leave their sites: if not, only {@code upperBoundCm2PerS} means anything
 * @param upperBoundCm2PerS 95 % upper bound; NaN when resolved
 * @param tensorCm2PerS symmetric 3 × 3, Cartesian
 * @param fitFromPs beginning of the fitted window, ps
 * @param fitToPs end of the fitted window, ps
 * @param interceptA2 of the fitted line, Å²: MSD ≈ intercept + 6 D τ
 * @param straightness whether the curve is a line there
 * @param hopsPerIon rough number of jumps per ion, from how far they went; for the warning about short runs
 * @param method one phrase for captions and provenance
 */
public record Diffusion(
        double dCm2PerS,
        double stderrCm2PerS,
        double[] ci95Cm2PerS,
        boolean resolved,
        double upperBoundCm2PerS,
        double[][] tensorCm2PerS,
        double fitFromPs,
        double fitToPs,
        double interceptA2,
        Straightness straightness,
        double hopsPerIon,
        String method) {
    public Diffusion {
        // a result stored before straightness was looked at has none
        straightness = straightness == null ? Straightness.UNKNOWN : straightness;
    }

    /** What to beware of where the window holds no straight line; empty when it does, or nothing diffuses. */
    public Optional<String> bend() {
        return resolved ? straightness.told(fitFromPs, fitToPs) : Optional.empty();
    }
}
