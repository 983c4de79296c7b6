package org.ionscape.transport;

/**
 * Charge transport by the mobile ions.
 *
 * @param collectiveDCm2PerS from the collective displacement |ΣΔr|²/N, cm²/s
 * @param collectiveStderrCm2PerS its standard error, that of a single walker and so large; NaN where the preset gives none
 * @param sigmaNernstEinsteinMSPerCm conductivity if the ions moved independently, mS/cm; NaN without temperature
 * @param sigmaCollectiveMSPerCm conductivity from the collective displacement, mS/cm; NaN without temperature
 * @param havenRatio D over collective D
 */
public record Conduction(
        double collectiveDCm2PerS,
        double collectiveStderrCm2PerS,
        double sigmaNernstEinsteinMSPerCm,
        double sigmaCollectiveMSPerCm,
        double havenRatio) {}
