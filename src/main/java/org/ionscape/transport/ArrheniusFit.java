package org.ionscape.transport;

import java.util.List;

/**
 * ln D = ln D₀ − E_a/(k_B T), fitted.
 *
 * @param points those the line goes through, by rising temperature
 * @param activationEnergyEv E_a in eV
 * @param stderrEv its standard error; NaN when the points do not tell
 * @param d0Cm2PerS D₀
 * @param stderrLnD0 standard error of ln D₀
 * @param covariance of E_a/k_B (K) with ln D₀, with the sign of the model's −E_a/k_B as slope
 * @param quantile95 how many standard errors make the 95 % interval (Student or normal)
 * @param d300Cm2PerS D at 300 K
 * @param ci95D300 its 95 % interval; NaN where unknown
 * @param extrapolated whether 300 K lies outside the temperatures of the points
 */
public record ArrheniusFit(
        List<ArrheniusPoint> points,
        double activationEnergyEv,
        double stderrEv,
        double d0Cm2PerS,
        double stderrLnD0,
        double covariance,
        double quantile95,
        double d300Cm2PerS,
        double[] ci95D300,
        boolean extrapolated) {
    static final double BOLTZMANN_EV_PER_K = 8.617333262e-5;

    public ArrheniusFit {
        points = List.copyOf(points);
    }

    /** The line at a temperature, cm²/s. */
    public double atCm2PerS(double temperatureK) {
        return d0Cm2PerS * Math.exp(-activationEnergyEv / (BOLTZMANN_EV_PER_K * temperatureK));
    }

    /** Ends of the 95 % interval of the line at a temperature, cm²/s; NaN when errors are unknown. */
    public double[] ci95Cm2PerS(double temperatureK) {
        double x = 1 / temperatureK;
        double slopeError = stderrEv / BOLTZMANN_EV_PER_K;
        double variance = stderrLnD0 * stderrLnD0 + slopeError * slopeError * x * x + 2 * covariance * x;
        double half = quantile95 * Math.sqrt(Math.max(0, variance));
        return new double[] {atCm2PerS(temperatureK) * Math.exp(-half), atCm2PerS(temperatureK) * Math.exp(half)};
    }
}
