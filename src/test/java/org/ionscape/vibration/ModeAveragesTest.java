package org.ionscape.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.ionscape.compute.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Harmonic statistics on spectra whose averages are known. */
class ModeAveragesTest {
    private static final double K = ModeAverages.BOLTZMANN_MEV_PER_K;
    private static final double DEBYE_MEV = 40;
    private static final double STEP = 0.005;

    /** g ∝ ω² up to 40 meV, in bins fine enough for the trapezoid rule to be off by 1e-7 only. */
    private static double[] debye() {
        double[] g = new double[(int) Math.round(DEBYE_MEV / STEP) + 1];
        Arrays.setAll(g, k -> (k * STEP) * (k * STEP));
        return g;
    }

    private static ModeAverages debye(double temperatureK, Preset preset) {
        return ModeAverages.of(STEP, debye(), OptionalDouble.of(temperatureK), preset);
    }

    private static ModeAverages line(double energyMeV, double temperatureK) {
        double[] g = new double[3];
        g[1] = 1;
        return ModeAverages.of(energyMeV, g, OptionalDouble.of(temperatureK), Preset.RECOMMENDED);
    }

    @ParameterizedTest
    @EnumSource
    void aDebyeSpectrumHasItsDebyeTemperatureByEitherFormula(Preset preset) {
        ModeAverages averages = debye(300, preset);
        assertThat(averages.debyeTemperatureK()).isCloseTo(DEBYE_MEV / K, within(1e-3));
        assertThat(averages.omegaMeanMeV()).isCloseTo(0.75 * DEBYE_MEV, within(1e-4));
        assertThat(averages.omega30MeanMeV()).isCloseTo(0.75 * 30, within(1e-3));
    }

    /** C_V = 9 k_B/3 (T/θ)³ ∫ x⁴eˣ/(eˣ−1)² dx to θ/T, and the like for the energy, per mode. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 300, 1000})
    void aDebyeSpectrumHasDebyesHeatCapacityAndEnergy(double temperatureK) {
        double top = DEBYE_MEV / (K * temperatureK);
        UnivariateFunction heat = x -> Math.pow(x, 4) * Math.exp(x) / Math.pow(Math.expm1(x), 2);
        UnivariateFunction energy = x -> Math.pow(x, 3) / Math.expm1(x);
        double capacity = 3 * K / Math.pow(top, 3) * new SimpsonIntegrator().integrate(100_000, heat, 1e-9, top);
        double thermal =
                3 * K * temperatureK / Math.pow(top, 3) * new SimpsonIntegrator().integrate(100_000, energy, 1e-9, top);
        ModeAverages averages = debye(temperatureK, Preset.RECOMMENDED);
        assertThat(averages.cVMeVPerK()).isCloseTo(capacity, within(1e-5 * capacity));
        assertThat(averages.eVibMeV()).isCloseTo(3.0 / 8 * DEBYE_MEV + thermal, within(1e-5 * thermal));
    }

    @Test
    void freeEnergyIsEnergyLessHeatAndItsSlopeIsTheEntropy() {
        ModeAverages at = debye(300, Preset.RECOMMENDED);
        assertThat(at.fVibMeV()).isCloseTo(at.eVibMeV() - 300 * at.sVibMeVPerK(), within(1e-10));
        double slope = debye(300.5, Preset.RECOMMENDED).fVibMeV()
                - debye(299.5, Preset.RECOMMENDED).fVibMeV();
        assertThat(-slope).isCloseTo(at.sVibMeVPerK(), within(1e-6));
        double heating = debye(300.5, Preset.RECOMMENDED).eVibMeV()
                - debye(299.5, Preset.RECOMMENDED).eVibMeV();
        assertThat(heating).isCloseTo(at.cVMeVPerK(), within(1e-6));
    }

    @Test
    void aHotModeIsClassical() {
        ModeAverages hot = line(1, 10_000);
        assertThat(hot.cVMeVPerK()).isCloseTo(K, within(1e-6 * K));
        assertThat(hot.eVibMeV()).isCloseTo(K * 10_000, within(1e-3));
        assertThat(hot.sVibMeVPerK()).isCloseTo(K * (1 + Math.log(K * 10_000)), within(1e-6));
    }

    @Test
    void aFrozenModeHasItsZeroPointAndNothingElse() {
        ModeAverages cold = line(2000, 1);
        assertThat(cold.eVibMeV()).isEqualTo(1000);
        assertThat(cold.fVibMeV()).isEqualTo(1000);
        assertThat(cold.sVibMeVPerK()).isZero();
        assertThat(cold.cVMeVPerK()).isZero();
    }

    @Test
    void withoutATemperatureThereIsNoEnergy() {
        ModeAverages averages = ModeAverages.of(STEP, debye(), OptionalDouble.empty(), Preset.PAPER);
        assertThat(averages.omegaMeanMeV()).isFinite();
        assertThat(averages.eVibMeV()).isNaN();
        assertThat(averages.sVibMeVPerK()).isNaN();
    }

    @Test
    void theErrorOfAMeanIsItsScatterOverTheRootOfTheNumber() {
        List<ModeAverages> parts = java.util.stream.DoubleStream.of(1, 2, 3, 4)
                .mapToObj(v -> new ModeAverages(v, 2 * v, 0, 0, 0, 0, 0))
                .toList();
        ModeAverages errors = ModeAverages.errors(parts);
        assertThat(errors.omegaMeanMeV()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
        assertThat(errors.omega30MeanMeV()).isCloseTo(2 * Math.sqrt(5.0 / 3 / 4), within(1e-12));
        assertThat(ModeAverages.errors(parts.subList(0, 2)).omegaMeanMeV()).isNaN();
    }
}
