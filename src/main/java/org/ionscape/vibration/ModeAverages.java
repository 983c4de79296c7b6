package org.ionscape.vibration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.ionscape.compute.Preset;

/**
 * Averages over the modes of a density of states, each per vibrational mode (times 3N for a cell of N atoms). NaN is
 * what cannot be known: the last four without a temperature.
 *
 * @param omegaMeanMeV ⟨ω⟩, meV
 * @param omega30MeanMeV ⟨ω⟩ of the modes up to 30 meV, meV
 * @param debyeTemperatureK θ_D, K
 * @param eVibMeV vibrational energy with the zero point, meV
 * @param fVibMeV vibrational free energy, meV
 * @param sVibMeVPerK vibrational entropy, meV/K
 * @param cVMeVPerK heat capacity at constant volume, meV/K
 */
public record ModeAverages(
        double omegaMeanMeV,
        double omega30MeanMeV,
        double debyeTemperatureK,
        double eVibMeV,
        double fVibMeV,
        double sVibMeVPerK,
        double cVMeVPerK) {
    /** k_B in meV/K, CODATA 2018. */
    public static final double BOLTZMANN_MEV_PER_K = 0.08617333262;
    /** Modes below this energy are called soft in C. López et al. 2023. */
    public static final double CUT_OFF_MEV = 30;

    private static final List<ToDoubleFunction<ModeAverages>> ALL = List.of(
            ModeAverages::omegaMeanMeV,
            ModeAverages::omega30MeanMeV,
            ModeAverages::debyeTemperatureK,
            ModeAverages::eVibMeV,
            ModeAverages::fVibMeV,
            ModeAverages::sVibMeVPerK,
            ModeAverages::cVMeVPerK);

    /**
     * The averages of a density of states (C. López et al., Mater. Horiz. 10, 1757 (2023), eqs. 6 and 7, and harmonic
     * statistics), by the trapezoid rule over evenly spaced bins. Energies and entropies leave out bin 0, where they
     * diverge. θ_D is (4/3)⟨ω⟩/k_B by preset paper and √(5⟨ω²⟩/3)/k_B else; either is exact for g ∝ ω².
     *
     * @param stepMeV distance between bins
     * @param g from energy 0, of any norm
     * @param temperatureK empty when not known
     */
    public static ModeAverages of(double stepMeV, double[] g, OptionalDouble temperatureK, Preset preset) {
        Trapezoid all = new Trapezoid(stepMeV, g, 0);
        double mean = all.average(e -> e);
        double debyeMeV = preset == Preset.PAPER ? 4.0 / 3 * mean : Math.sqrt(5.0 / 3 * all.average(e -> e * e));
        double soft = preset == Preset.PAPER ? softInclusive(stepMeV, g) : softInterpolated(stepMeV, g);
        double kT = BOLTZMANN_MEV_PER_K * temperatureK.orElse(Double.NaN);
        Trapezoid vibrating = new Trapezoid(stepMeV, g, 1);
        double energy = vibrating.average(e -> e / 2 + e / Math.expm1(e / kT));
        double free = vibrating.average(e -> e / 2 + kT * Math.log(-Math.expm1(-e / kT)));
        double entropy = (energy - free) / temperatureK.orElse(Double.NaN);
        double capacity = vibrating.average(e -> BOLTZMANN_MEV_PER_K * einstein(e / kT));
        return new ModeAverages(mean, soft, debyeMeV / BOLTZMANN_MEV_PER_K, energy, free, entropy, capacity);
    }

    /** x² eˣ/(eˣ−1)², written so that it neither overflows nor loses digits. */
    private static double einstein(double x) {
        double half = x / 2 / Math.sinh(x / 2);
        return half * half;
    }

    private static double softInclusive(double stepMeV, double[] g) {
        int bins = (int) Math.min(g.length, Math.floor(CUT_OFF_MEV / stepMeV * (1 + 1e-12)) + 1);
        return new Trapezoid(stepMeV, java.util.Arrays.copyOf(g, bins), 0).average(e -> e);
    }

    private static double softInterpolated(double stepMeV, double[] g) {
        int below = (int) Math.min(g.length - 1.0, Math.floor(CUT_OFF_MEV / stepMeV));
        Trapezoid whole = new Trapezoid(stepMeV, java.util.Arrays.copyOf(g, below + 1), 0);
        double weight = whole.integral(e -> 1);
        double sum = whole.integral(e -> e);
        if (below + 1 < g.length) {
            double low = below * stepMeV;
            double width = CUT_OFF_MEV - low;
            double at = g[below] + (g[below + 1] - g[below]) * width / stepMeV;
            weight += width * (g[below] + at) / 2;
            sum += width * (low * g[below] + CUT_OFF_MEV * at) / 2;
        }
        return sum / weight;
    }

    /** Standard errors of the mean from the values of independent parts of a run; NaN with fewer than three. */
    static ModeAverages errors(List<ModeAverages> parts) {
        double[] e = ALL.stream()
                .mapToDouble(of ->
                        Blocks.standardError(parts.stream().mapToDouble(of).toArray()))
                .toArray();
        return new ModeAverages(e[0], e[1], e[2], e[3], e[4], e[5], e[6]);
    }

    /** The trapezoid rule with weights g from a first bin on. */
    private record Trapezoid(double stepMeV, double[] g, int first) {
        double integral(DoubleUnaryOperator of) {
            double sum = 0;
            for (int k = first; k < g.length; k++) {
                double end = k == first || k == g.length - 1 ? 0.5 : 1;
                sum += end * g[k] * of.applyAsDouble(k * stepMeV);
            }
            return g.length - first < 2 ? 0 : sum * stepMeV;
        }

        double average(DoubleUnaryOperator of) {
            return integral(of) / integral(e -> 1);
        }
    }
}
