package org.ionscape.transport;

/**
 * D at one temperature.
 *
 * @param temperatureK in K
 * @param dCm2PerS in cm²/s
 * @param stderrCm2PerS its standard error; NaN when unknown
 * @param label what it comes from
 */
public record ArrheniusPoint(double temperatureK, double dCm2PerS, double stderrCm2PerS, String label) {}
