package org.ionscape.transport.distribution;

/**
 * Van Hove functions of the mobile ions at some lags.
 *
 * @param lagPs lags, ps, ascending
 * @param selfRA distances of the self part, Å
 * @param selfPerA for each lag 4πr² G_s(r, τ): the density of how far an ion is from where it was, 1/Å
 * @param distinctRA distances of the distinct part, Å: to the radius of the sphere that fits into the cell
 * @param distinct for each lag G_d(r, τ)/ρ: how dense the others are where, a lag ago, an ion was, in units of the mean;
 *     a peak at r = 0 says that ions take one another's places
 * @param nonGaussian for each lag α₂ = 3⟨Δr⁴⟩ / (5⟨Δr²⟩²) − 1, 0 for a Gaussian
 * @param ions number of ions
 * @param origins for each lag the number of time origins of the distinct part, evenly spread; the self part has as many
 *     or more
 */
public record VanHove(
        double[] lagPs,
        double[] selfRA,
        double[][] selfPerA,
        double[] distinctRA,
        double[][] distinct,
        double[] nonGaussian,
        int ions,
        int[] origins) {}
