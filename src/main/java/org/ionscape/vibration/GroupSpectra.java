package org.ionscape.vibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ionscape.compute.Preset;
import org.ionscape.crystal.Element;

/** Correlation, density of states and kinetic energy of some species together. */
final class GroupSpectra {
    /** h, CODATA 2018. */
    static final double PLANCK_MEV_PER_THZ = 4.135667696;
    /** h as C. López et al. 2023 round it. */
    private static final double PLANCK_OF_PAPER = 4.13567;

    private static final double MEV_PER_U_A2_PER_PS2 = 0.1036426965;
    /** The part of the spectrum that is called near the Nyquist energy begins here. */
    private static final double NEAR = 0.8;

    private final Map<String, SpeciesSpectra> members;
    private final SpeciesSpectra any;
    private final int values;
    private final double stepPs;
    private final Preset preset;
    private final double planck;

    GroupSpectra(Map<String, SpeciesSpectra> spectra, List<String> species, int values, double stepPs, Preset preset) {
        members = new LinkedHashMap<>(spectra);
        members.keySet().retainAll(species);
        any = members.values().iterator().next();
        this.values = values;
        this.stepPs = stepPs;
        this.preset = preset;
        planck = preset == Preset.PAPER ? PLANCK_OF_PAPER : PLANCK_MEV_PER_THZ;
    }

    /** Paper: the biased one, over M always, which tapers the far lags; recommended: over the M − n origins there are. */
    Vacf vacf() {
        double[] c = sum(SpeciesSpectra::correlation);
        double zero = c[0];
        for (int n = 0; n < c.length; n++) {
            double origins = preset == Preset.PAPER ? 1 : values / (double) (values - n);
            c[n] = zero > 0 ? c[n] / zero * origins : 0;
        }
        return new Vacf(stepPs, c);
    }

    Vdos vdos(OptionalDouble temperatureK) {
        double[] g = sum(SpeciesSpectra::power);
        double stepMeV = any.stepThz() * planck;
        double norm = preset == Preset.PAPER
                ? members.values().stream().mapToDouble(SpeciesSpectra::squares).sum()
                : stepMeV * (Arrays.stream(g).sum() - (g[0] + g[g.length - 1]) / 2);
        double[] normed = Arrays.stream(g).map(v -> norm > 0 ? v / norm : 0).toArray();
        List<ModeAverages> blocks = new ArrayList<>();
        for (int b = 0; b < any.blockPowers().size(); b++) {
            int block = b;
            double[] power = sum(s -> s.blockPowers().get(block));
            blocks.add(ModeAverages.of(any.blockStepThz() * planck, power, temperatureK, preset));
        }
        return new Vdos(
                stepMeV, normed, ModeAverages.of(stepMeV, normed, temperatureK, preset), ModeAverages.errors(blocks));
    }

    /** Over the species, by preset recommended each times its mass. */
    private double[] sum(Function<SpeciesSpectra, double[]> quantity) {
        double[] sum = new double[quantity.apply(any).length];
        members.forEach((species, spectra) -> {
            double weight = preset == Preset.PAPER ? 1 : massU(species);
            double[] part = quantity.apply(spectra);
            for (int k = 0; k < part.length; k++) {
                sum[k] += weight * part[k];
            }
        });
        return sum;
    }

    private static double massU(String species) {
        return Element.ofLabel(species).map(Element::massU).orElse(1.0);
    }

    /**
     * By equipartition over 3N − 3 degrees of freedom, K. By preset recommended, what the finite difference took away is
     * given back.
     */
    double kineticTemperatureK(int atoms) {
        double[] energyMeV = {0};
        members.forEach((species, spectra) ->
                energyMeV[0] += massU(species) * spectra.squares() / values * MEV_PER_U_A2_PER_PS2);
        double[] power = sum(SpeciesSpectra::power);
        double whole = 0;
        double seen = 0;
        for (int k = 0; k < power.length; k++) {
            whole += power[k];
            seen += power[k] * SpectrumEstimate.response(k * any.stepThz() * stepPs);
        }
        double lost = preset == Preset.PAPER || seen == 0 ? 1 : whole / seen;
        return energyMeV[0] * lost / (3.0 * Math.max(1, atoms - 1) * ModeAverages.BOLTZMANN_MEV_PER_K);
    }

    double nyquistMeV() {
        return planck / (2 * stepPs);
    }

    /** Share of the power in the last fifth of the frequencies. */
    double shareNearNyquist() {
        double[] power = sum(SpeciesSpectra::power);
        double near = 0;
        double all = 0;
        for (int k = 0; k < power.length; k++) {
            all += power[k];
            near += k * any.stepThz() * planck > NEAR * nyquistMeV() ? power[k] : 0;
        }
        return all > 0 ? near / all : 0;
    }
}
