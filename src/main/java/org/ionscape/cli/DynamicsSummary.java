package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ionscape.extract.Dynamics;
import org.ionscape.transport.distribution.MobileDensity;
import org.ionscape.transport.distribution.VanHove;
import org.ionscape.transport.hops.Correlation;
import org.ionscape.transport.hops.Hops;

/** Hops and distributions in a few readable lines. */
final class DynamicsSummary {
    private DynamicsSummary() {}

    static void print(PrintWriter out, Dynamics dynamics) {
        dynamics.hops().ifPresent(h -> print(out, h));
        dynamics.listed()
                .ifPresent(l -> out.printf(
                        Locale.ROOT, "  %d hops listed in %s%n", l.hops().size(), l.file()));
        dynamics.rdf()
                .ifPresent(r -> out.println("  nearest maxima of g(r): "
                        + r.pairs().stream()
                                .filter(p -> Double.isFinite(p.peakA(r.rA())))
                                .map(p -> String.format(Locale.ROOT, "%s %.2f Å", p.name(), p.peakA(r.rA())))
                                .collect(Collectors.joining(", "))));
        dynamics.vanHove().ifPresent(v -> print(out, v));
        dynamics.density().ifPresent(d -> print(out, d));
    }

    private static void print(PrintWriter out, Hops hops) {
        if (hops.hops().isEmpty()) {
            out.printf(Locale.ROOT, "  no hops of %d ions in %.4g ps%n", hops.ions().length, totalPs(hops));
            return;
        }
        out.printf(
                Locale.ROOT,
                "  %d hops, %.3g per ion, %.0f %% lead straight back; mean length %.3g Å, duration %.3g ps%n",
                hops.hops().size(),
                hops.perIon(),
                100.0 * hops.returned() / hops.hops().size(),
                hops.meanLengthA(),
                hops.meanDurationPs());
        double medianPs = hops.residence().medianPs();
        out.printf(
                Locale.ROOT,
                "    residence %.4g ± %.1g ps%s%n",
                hops.residence().meanPs(),
                hops.residence().stderrPs(),
                Double.isFinite(medianPs)
                        ? String.format(Locale.ROOT, " (median of whole stays %.3g ps)", medianPs)
                        : "");
        Correlation c = hops.correlation();
        if (Double.isFinite(c.ratio())) {
            out.printf(
                    Locale.ROOT,
                    "    %d pairs of hops within %.2g ps and %.2g Å, %.1f by chance (p = %.2g); %.0f %% of hops are"
                            + " concerted%n",
                    c.pairs(),
                    c.windowPs(),
                    c.withinA(),
                    c.expected(),
                    c.pValue(),
                    100 * c.concertedShare());
        }
    }

    private static double totalPs(Hops hops) {
        return (hops.frames() - 1) * hops.frameStepPs();
    }

    private static void print(PrintWriter out, VanHove vanHove) {
        StringBuilder line = new StringBuilder("  van Hove functions, non-Gaussian parameter:");
        for (int l = 0; l < vanHove.lagPs().length; l++) {
            line.append(String.format(
                    Locale.ROOT,
                    "%s %.3g at %.3g ps",
                    l == 0 ? "" : ",",
                    vanHove.nonGaussian()[l],
                    vanHove.lagPs()[l]));
        }
        out.println(line);
    }

    private static void print(PrintWriter out, MobileDensity density) {
        double[] at = density.maximumAt();
        out.printf(
                Locale.ROOT,
                "  density on a grid of %d × %d × %d: at most %.4g per Å³ and ion, at (%.3f, %.3f, %.3f)%n",
                density.shape()[0],
                density.shape()[1],
                density.shape()[2],
                density.maximumPerA3(),
                at[0],
                at[1],
                at[2]);
    }
}
