package org.ionscape.transport;

/**
 * Charge transport by the mobile ions.
 *
 * @param collectiveDCm2PerS from the collective displacement |ΣΔr|²/N, cm²/s
 * @param sigmaNernstEinsteinMSPerCm conductivity if the ions moved independently, mS/cm; NaN without temperature
 * @param sigmaCollectiveMSPerCm conductivity from the collective displacement, mS/cm; NaN without temperature
 * @param havenRatio D over collective D
 */
public record Conduction(
        double collectiveDCm2PerS,
        double sigmaNernstEinsteinMSPerCm,
        double sigmaCollectiveMSPerCm,
        double havenRatio) {}
