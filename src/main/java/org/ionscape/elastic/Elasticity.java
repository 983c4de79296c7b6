package org.ionscape.elastic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The elastic properties of a polycrystal, from the stiffness matrix and the density of its crystal.
 *
 * <p>Voigt and Reuss averages: R. Hill, Proc. Phys. Soc. A 65, 349 (1952), doi:10.1088/0370-1298/65/5/307. Vickers
 * hardness: X.-Q. Chen et al., Intermetallics 19, 1275 (2011), doi:10.1016/j.intermet.2011.03.026. Universal
 * anisotropy: S. Ranganathan and M. Ostoja-Starzewski, Phys. Rev. Lett. 101, 055504 (2008),
 * doi:10.1103/PhysRevLett.101.055504. Held against an independent implementation for 11 crystals of all systems, to
 * 1e-8 (velocities 1e-6).
 *
 * @param minEigenvalueGPa smallest eigenvalue of C
 * @param voigt average of uniform strain
 * @param reuss average of uniform stress; NaN where C has no inverse
 * @param hill the mean of both
 * @param universalAnisotropy 5 G_V/G_R + K_V/K_R − 6, 0 for an isotropic crystal; NaN where C has no inverse
 * @param moduli what follows from the Hill average; empty when C is not positive definite, for nothing follows then
 */
public record Elasticity(
        double minEigenvalueGPa,
        Average voigt,
        Average reuss,
        Average hill,
        double universalAnisotropy,
        Optional<Moduli> moduli) {
    /** A pair of averaged moduli in GPa: bulk K and shear G. */
    public record Average(double kGPa, double gGPa) {}

    /**
     * What follows from the Hill average of a stable crystal. Velocities are NaN without a density.
     *
     * @param youngGPa E = 9KG/(3K+G)
     * @param poisson ν = (3K−2G)/(2(3K+G))
     * @param lameLambdaGPa λ = K − 2G/3
     * @param pWaveGPa σ = K + 4G/3
     * @param pugh κ = G/K
     * @param vickersGPa H_V = 2(κ²G)^0.585 − 3; negative for soft crystals
     * @param cauchyPressureGPa mean of C12−C66, C13−C55, C23−C44
     * @param vLongitudinalKmPerS √(σ/ρ)
     * @param vTransverseKmPerS √(G/ρ)
     * @param vRatio v_l/v_t, which needs no density
     * @param vMeanKmPerS [(1/v_l³ + 2/v_t³)/3]^(−1/3)
     */
    public record Moduli(
            double youngGPa,
            double poisson,
            double lameLambdaGPa,
            double pWaveGPa,
            double pugh,
            double vickersGPa,
            double cauchyPressureGPa,
            double vLongitudinalKmPerS,
            double vTransverseKmPerS,
            double vRatio,
            double vMeanKmPerS) {
        private static final Moduli NONE = new Moduli(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** Eigenvalues below this, relative to the largest modulus, are rounding of a C that is singular. */
    private static final double ROUNDING = 1e-12;

    private static final double PLANCK_J_S = 6.62607015e-34;
    private static final double BOLTZMANN_J_PER_K = 1.380649e-23;

    /** Whether C is positive definite (Born's criterion). */
    public boolean stable() {
        return moduli.isPresent();
    }

    /**
     * Evaluates a crystal.
     *
     * @param c stiffness
     * @param densityGPerCm3 density in g/cm³; without it there are no velocities
     */
    public static Elasticity of(ElasticTensor c, OptionalDouble densityGPerCm3) {
        double smallest = c.minEigenvalueGPa();
        Average voigt = voigt(c);
        Average reuss = reuss(c.complianceInverseGPa());
        Average hill = new Average((voigt.kGPa + reuss.kGPa) / 2, (voigt.gGPa + reuss.gGPa) / 2);
        boolean stable = smallest > ROUNDING * Math.abs(voigt.kGPa);
        return new Elasticity(
                smallest,
                voigt,
                reuss,
                hill,
                5 * voigt.gGPa / reuss.gGPa + voigt.kGPa / reuss.kGPa - 6,
                stable ? Optional.of(moduli(c, hill, densityGPerCm3)) : Optional.empty());
    }

    /** The thirteen mechanical descriptors by key; NaN where there is none. */
    public Map<String, Double> descriptors() {
        Moduli m = moduli.orElse(Moduli.NONE);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("lame_lambda", m.lameLambdaGPa);
        values.put("bulk_modulus", stable() ? hill.kGPa : Double.NaN);
        values.put("young_modulus", m.youngGPa);
        values.put("shear_modulus", stable() ? hill.gGPa : Double.NaN);
        values.put("poisson_ratio", m.poisson);
        values.put("p_wave_modulus", m.pWaveGPa);
        values.put("vickers_hardness", m.vickersGPa);
        values.put("pugh_ratio", m.pugh);
        values.put("cauchy_pressure", m.cauchyPressureGPa);
        values.put("v_longitudinal", m.vLongitudinalKmPerS);
        values.put("v_transverse", m.vTransverseKmPerS);
        values.put("v_ratio", m.vRatio);
        values.put("v_mean", m.vMeanKmPerS);
        return values;
    }

    /**
     * The Debye temperature of the elastic continuum, (h/k_B)(3n/4π)^{1/3}⟨v⟩, in K; empty for an unstable crystal or
     * one without density. O. L. Anderson, J. Phys. Chem. Solids 24, 909 (1963), doi:10.1016/0022-3697(63)90067-2.
     *
     * @param atomsPerA3 number density n of atoms per Å³
     */
    public OptionalDouble debyeTemperatureK(double atomsPerA3) {
        double vMean = moduli.map(Moduli::vMeanKmPerS).orElse(Double.NaN);
        double theta = PLANCK_J_S / BOLTZMANN_J_PER_K * Math.cbrt(3 * atomsPerA3 * 1e30 / (4 * Math.PI)) * vMean * 1e3;
        return Double.isNaN(theta) ? OptionalDouble.empty() : OptionalDouble.of(theta);
    }

    private static Moduli moduli(ElasticTensor c, Average hill, OptionalDouble densityGPerCm3) {
        double k = hill.kGPa;
        double g = hill.gGPa;
        double pWave = k + 4 * g / 3;
        double pugh = g / k;
        double rho = densityGPerCm3.orElse(Double.NaN); // GPa / (g/cm³) is (km/s)²
        double longitudinal = Math.sqrt(pWave / rho);
        double transverse = Math.sqrt(g / rho);
        return new Moduli(
                9 * k * g / (3 * k + g),
                (3 * k - 2 * g) / (2 * (3 * k + g)),
                k - 2 * g / 3,
                pWave,
                pugh,
                2 * Math.pow(pugh * pugh * g, 0.585) - 3,
                (c.get(0, 1) - c.get(5, 5) + c.get(0, 2) - c.get(4, 4) + c.get(1, 2) - c.get(3, 3)) / 3,
                longitudinal,
                transverse,
                Math.sqrt(pWave / g),
                Math.cbrt(3 / (Math.pow(longitudinal, -3) + 2 * Math.pow(transverse, -3))));
    }

    private static Average voigt(ElasticTensor c) {
        double diagonal = c.get(0, 0) + c.get(1, 1) + c.get(2, 2);
        double off = c.get(0, 1) + c.get(0, 2) + c.get(1, 2);
        double shear = c.get(3, 3) + c.get(4, 4) + c.get(5, 5);
        return new Average((diagonal + 2 * off) / 9, (diagonal - off + 3 * shear) / 15);
    }

    private static Average reuss(double[][] s) {
        double diagonal = s[0][0] + s[1][1] + s[2][2];
        double off = s[0][1] + s[0][2] + s[1][2];
        double shear = s[3][3] + s[4][4] + s[5][5];
        return new Average(1 / (diagonal + 2 * off), 15 / (4 * diagonal - 4 * off + 3 * shear));
    }
}
