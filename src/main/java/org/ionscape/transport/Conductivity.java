package org.ionscape.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Ion;
import org.ionscape.trajectory.Displacements;

/**
 * Ionic conductivity, with and without the correlations between ions.
 *
 * <p>Nernst–Einstein: σ = e² Σ_s N_s z_s² D_s / (V k_B T). Collective: the same with D of the charge-weighted sum of
 * displacements, ⟨|Σ z Δr|²⟩ / (N ⟨z²⟩) = 6 D_σ τ. Haven ratio: D/D_σ (G. E. Murch, Solid State Ionics 7, 177 (1982)).
 * CODATA 2018 constants.
 */
public final class Conductivity {
    private static final double ELEMENTARY_CHARGE_C = 1.602176634e-19;
    private static final double BOLTZMANN_J_PER_K = 1.380649e-23;
    /** From cm²/s per Å³ to (m²/s)/m³, and from S/m to mS/cm. */
    private static final double TO_MS_PER_CM = 1e-4 * 1e30 * 10;

    private static final Conduction UNKNOWN =
            new Conduction(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    /** Below this share of the self-diffusion nothing is left of the collective motion but rounding. */
    private static final double NOTHING = 1e-6;

    private final double[] sumA;
    private final double frameStepPs;
    private final double meanSquareCharge;
    private final int ions;
    private final double volumeA3;
    private final Map<String, Integer> counts;
    private final List<String> mobile;

    /** Adds up the displacements of the mobile ions; ions without a usual charge count as singly charged. */
    public Conductivity(
            Atoms atoms, List<String> mobile, Displacements displacements, double frameStepPs, Progress progress) {
        this.mobile = List.copyOf(mobile);
        this.frameStepPs = frameStepPs;
        this.counts = atoms.counts();
        this.volumeA3 = displacements.cell().volumeA3();
        int[] indices = atoms.indicesOf(mobile);
        this.ions = indices.length;
        int frames = displacements.frames();
        sumA = new double[3 * frames];
        double squares = 0;
        int block = displacements.atomsWithin(256L << 20);
        for (int start = 0; start < indices.length; start += block) {
            int[] some = Arrays.copyOfRange(indices, start, Math.min(indices.length, start + block));
            double[][] paths = displacements.paths(some, progress);
            for (int i = 0; i < some.length; i++) {
                int z = charge(atoms.speciesOf(some[i]));
                squares += (double) z * z;
                for (int k = 0; k < 3; k++) {
                    double[] path = paths[3 * i + k];
                    for (int f = 0; f < frames; f++) {
                        sumA[k * frames + f] += z * path[f];
                    }
                }
            }
        }
        meanSquareCharge = ions == 0 ? 1 : squares / ions;
    }

    private static int charge(String species) {
        return Ion.of(species).map(Ion::chargeE).orElse(1);
    }

    /** |Σ z Δr|² / (N ⟨z²⟩) against lag: the collective counterpart of the MSD; empty without mobile ions. */
    public Optional<MsdCurve> collectiveMsd() {
        int frames = sumA.length / 3;
        if (ions == 0 || frames < 2) {
            return Optional.empty();
        }
        double[][] path = new double[3][];
        double scale = 1 / Math.sqrt(ions * meanSquareCharge);
        for (int k = 0; k < 3; k++) {
            path[k] = Arrays.stream(sumA, k * frames, (k + 1) * frames)
                    .map(v -> v * scale)
                    .toArray();
        }
        return Optional.of(Msd.ofPaths(path, frameStepPs));
    }

    /**
     * Conductivities from the self-diffusion coefficients.
     *
     * @param self by species; those of the mobile ones are used
     * @param temperatureK without it there is no conductivity, but a Haven ratio
     */
    public Conduction conduction(Map<String, Diffusion> self, Preset preset, OptionalDouble temperatureK) {
        double weighted = 0;
        double chargeSquares = 0;
        Diffusion window = null;
        for (String species : mobile) {
            Diffusion d = self.get(species);
            if (d == null || !d.resolved()) { // there is no conductivity where no motion was seen
                return UNKNOWN;
            }
            double squares = counts.getOrDefault(species, 0) * Math.pow(charge(species), 2);
            weighted += squares * d.dCm2PerS();
            chargeSquares += squares;
            window = d;
        }
        if (window == null || collectiveMsd().isEmpty()) {
            return UNKNOWN;
        }
        Optional<Diffusion> fitted =
                DiffusionFit.fit(collectiveMsd().get(), preset, window.fitFromPs(), window.fitToPs());
        double collective = fitted.map(Diffusion::dCm2PerS).orElse(Double.NaN);
        double factor = temperatureK.isPresent()
                ? ELEMENTARY_CHARGE_C
                        * ELEMENTARY_CHARGE_C
                        * TO_MS_PER_CM
                        / (volumeA3 * BOLTZMANN_J_PER_K * temperatureK.getAsDouble())
                : Double.NaN;
        // the collective motion is that of a single walker: in a short run its slope may well be negative
        // and a slope below its own error says nothing about the ratio
        // a preset that gives no error borrows that of the walk
        double error = DiffusionFit.fit(collectiveMsd().get(), Preset.RECOMMENDED, window.fitFromPs(), window.fitToPs())
                .map(Diffusion::stderrCm2PerS)
                .orElse(Double.NaN);
        boolean usable = collective > NOTHING * Math.abs(weighted / chargeSquares) && !(error > collective);
        return new Conduction(
                collective,
                fitted.map(Diffusion::stderrCm2PerS).orElse(Double.NaN),
                factor * weighted,
                usable ? factor * chargeSquares * collective : Double.NaN,
                usable ? weighted / chargeSquares / collective : Double.NaN);
    }
}
