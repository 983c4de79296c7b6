package org.ionscape.app.viewer;

import org.ionscape.transport.Conduction;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.Straightness;

/** A diffusion coefficient in the words of a headline. */
final class DiffusionWords {
    private static final double FEW_HOPS = 3;

    private DiffusionWords() {}

    /** How far a coefficient can be trusted. */
    enum Standing {
        DIFFUSIVE,
        FEW_HOPS,
        BENT,
        UNRESOLVED
    }

    static Standing standing(Diffusion d) {
        if (!d.resolved()) {
            return Standing.UNRESOLVED;
        }
        if (!d.straightness().isStraight()) {
            return Standing.BENT;
        }
        return d.hopsPerIon() < FEW_HOPS ? Standing.FEW_HOPS : Standing.DIFFUSIVE;
    }

    /** {@code " = (4.1 ± 0.3) × 10⁻⁵ cm²/s"}, or the upper bound. */
    static String value(Diffusion d) {
        if (!d.resolved()) {
            return Double.isFinite(d.upperBoundCm2PerS())
                    ? " < " + Numbers.scientific(d.upperBoundCm2PerS(), 2) + " cm²/s"
                    : " is not resolved";
        }
        int exponent = Numbers.exponent(d.dCm2PerS());
        double unit = Math.pow(10, exponent);
        String power = " × " + Numbers.powerOfTen(exponent) + " cm²/s";
        if (!(d.stderrCm2PerS() > 0)) {
            return " = " + Numbers.fixed(d.dCm2PerS() / unit, 3) + power;
        }
        int decimals = Numbers.decimalsOf(d.stderrCm2PerS(), exponent);
        return " = (" + Numbers.fixed(d.dCm2PerS() / unit, decimals) + " ± "
                + Numbers.fixed(d.stderrCm2PerS() / unit, decimals) + ")" + power;
    }

    /** The 95 % interval and the conductivity that follows from D alone. */
    static String details(Diffusion d, Diffusion analysed, Conduction conduction) {
        StringBuilder text = new StringBuilder();
        double[] ci = d.ci95Cm2PerS();
        if (d.resolved() && Double.isFinite(ci[0]) && Double.isFinite(ci[1])) {
            int exponent = Numbers.exponent(d.dCm2PerS());
            double unit = Math.pow(10, exponent);
            int decimals = Numbers.decimalsOf(d.stderrCm2PerS(), exponent);
            text.append("95 % interval ")
                    .append(Numbers.fixed(ci[0] / unit, decimals))
                    .append('–')
                    .append(Numbers.fixed(ci[1] / unit, decimals))
                    .append(" × ")
                    .append(Numbers.powerOfTen(exponent));
        } else if (!d.resolved()) {
            text.append("95 % upper bound");
        }
        double sigma = conduction.sigmaNernstEinsteinMSPerCm() * d.dCm2PerS() / analysed.dCm2PerS();
        if (d.resolved() && Double.isFinite(sigma)) {
            double share = d.stderrCm2PerS() / d.dCm2PerS();
            text.append(text.isEmpty() ? "" : " · ").append("σ(NE) ").append(Numbers.significant(sigma, 3));
            if (share > 0) {
                text.append(" ± ").append(Numbers.significant(share * sigma, 2));
            }
            text.append(" mS/cm");
        }
        return text.toString();
    }

    /** What the mobile ions do together, each with its error where there is one. */
    static String collective(Conduction c) {
        double d = c.collectiveDCm2PerS();
        if (!Double.isFinite(d)) {
            return "No motion was seen of which a collective coefficient could be told.";
        }
        double error = c.collectiveStderrCm2PerS();
        int exponent = Numbers.exponent(Math.max(Math.abs(d), error > 0 ? error : 0));
        double unit = Math.pow(10, exponent);
        String power = " × " + Numbers.powerOfTen(exponent) + " cm²/s";
        StringBuilder text = new StringBuilder("collective D ");
        if (error > 0) {
            int decimals = Numbers.decimalsOf(error, exponent);
            text.append('(')
                    .append(Numbers.fixed(d / unit, decimals))
                    .append(" ± ")
                    .append(Numbers.fixed(error / unit, decimals))
                    .append(')');
        } else {
            text.append(Numbers.fixed(d / unit, 3));
        }
        text.append(power);
        if (Double.isFinite(c.sigmaCollectiveMSPerCm())) {
            text.append(" · σ ").append(Numbers.significant(c.sigmaCollectiveMSPerCm(), 3));
            if (error > 0) {
                text.append(" ± ").append(Numbers.significant(c.sigmaCollectiveMSPerCm() * error / d, 2));
            }
            text.append(" mS/cm");
        }
        if (Double.isFinite(c.havenRatio())) {
            text.append(" · Haven ratio ").append(Numbers.significant(c.havenRatio(), 2));
        }
        return text.toString();
    }

    /** The words of the badge. */
    static String badge(Diffusion d, String species) {
        String hops = Numbers.significant(d.hopsPerIon(), d.hopsPerIon() < 1 ? 1 : 3);
        return switch (standing(d)) {
            case DIFFUSIVE -> "Diffusive, " + hops + " hops per " + species;
            case FEW_HOPS -> "Few hops, " + hops + " per " + species;
            case BENT -> "MSD bends: " + better(d.straightness());
            case UNRESOLVED -> "No diffusion resolved";
        };
    }

    private static String better(Straightness bent) {
        return Double.isNaN(bent.straightFromPs())
                ? "run longer"
                : "fit from " + Numbers.significant(bent.straightFromPs(), 3) + " ps";
    }
}
