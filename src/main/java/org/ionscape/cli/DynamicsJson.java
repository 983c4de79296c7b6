package org.ionscape.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ionscape.extract.Dynamics;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.transport.distribution.MobileDensity;
import org.ionscape.transport.distribution.PairDistribution;
import org.ionscape.transport.distribution.RadialDistribution;
import org.ionscape.transport.distribution.VanHove;
import org.ionscape.transport.hops.Hops;

/** Hops and distributions under the keys of the JSON contract. */
final class DynamicsJson {
    private DynamicsJson() {}

    /** Adds what was asked for; arrays against distance thinned to so many points when asked. */
    static void add(Map<String, Object> json, Dynamics dynamics, OptionalInt points) {
        dynamics.hops().ifPresent(h -> {
            json.put("hops", h.hops());
            json.put("hopStatistics", statistics(h));
        });
        dynamics.listed().ifPresent(l -> json.put("listedHops", listed(l)));
        dynamics.rdf().ifPresent(r -> json.put("rdf", rdf(r, points)));
        dynamics.vanHove().ifPresent(v -> json.put("vanHove", vanHove(v, points)));
        dynamics.density().ifPresent(d -> json.put("density", density(d)));
    }

    private static Map<String, Object> statistics(Hops hops) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ions", hops.ions().length);
        json.put("perIon", hops.perIon());
        json.put("returned", hops.returned());
        json.put("meanLengthA", hops.meanLengthA());
        json.put("meanDurationPs", hops.meanDurationPs());
        json.put("wandering", hops.wandering());
        json.put("residence", hops.residence());
        json.put("correlation", hops.correlation());
        json.put("centres", hops.centres());
        return json;
    }

    private static Map<String, Object> listed(ListedHops listed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", listed.file().toString());
        json.put("hops", listed.hops());
        return json;
    }

    private static Map<String, Object> rdf(RadialDistribution rdf, OptionalInt points) {
        Thinning kept = Thinning.of(rdf.rA().length, points);
        Map<String, Object> json = new LinkedHashMap<>();
        for (PairDistribution pair : rdf.pairs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rA", kept.of(rdf.rA()));
            one.put("g", kept.of(pair.g()));
            one.put("stderr", kept.of(pair.stderr()));
            one.put("coordination", kept.of(pair.coordination()));
            one.put("peakA", pair.peakA(rdf.rA()));
            one.put("smoothingA", pair.smoothingA());
            json.put(pair.first() + "-" + pair.second(), one);
        }
        return json;
    }

    private static Map<String, Object> vanHove(VanHove vanHove, OptionalInt points) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lagPs", vanHove.lagPs());
        json.put("self", curves(vanHove.selfRA(), vanHove.selfPerA(), "perA", points));
        json.put("distinct", curves(vanHove.distinctRA(), vanHove.distinct(), "g", points));
        json.put("nonGaussian", vanHove.nonGaussian());
        json.put("origins", vanHove.origins());
        return json;
    }

    private static Map<String, Object> curves(double[] rA, double[][] curves, String key, OptionalInt points) {
        Thinning kept = Thinning.of(rA.length, points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rA", kept.of(rA));
        json.put(key, Stream.of(curves).map(kept::of).toList());
        return json;
    }

    private static Map<String, Object> density(MobileDensity density) {
        Map<String, Object> json = new LinkedHashMap<>();
        double[] cell = density.cell().vectorsA();
        json.put(
                "cellA",
                List.of(
                        new double[] {cell[0], cell[1], cell[2]},
                        new double[] {cell[3], cell[4], cell[5]},
                        new double[] {cell[6], cell[7], cell[8]}));
        json.put("shape", density.shape());
        json.put("spacing", density.spacing());
        json.put("maximumPerA3", density.maximumPerA3());
        json.put("maximumAt", density.maximumAt());
        json.put("perA3", density.perA3());
        return json;
    }
}
