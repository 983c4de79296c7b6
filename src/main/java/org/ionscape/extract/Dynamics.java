package org.ionscape.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ionscape.compute.Problem;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.transport.distribution.MobileDensity;
import org.ionscape.transport.distribution.RadialDistribution;
import org.ionscape.transport.distribution.VanHove;
import org.ionscape.transport.hops.Hops;

/**
 * How ions move beyond their diffusion coefficient: what was asked for is there, the rest is empty.
 *
 * @param hops of the mobile ions
 * @param listed hops that another program left in the run's folder
 * @param rdf of all pairs of species
 * @param vanHove of the mobile ions
 * @param density of the mobile ions
 * @param warnings what to beware of
 */
public record Dynamics(
        Optional<Hops> hops,
        Optional<ListedHops> listed,
        Optional<RadialDistribution> rdf,
        Optional<VanHove> vanHove,
        Optional<MobileDensity> density,
        List<Problem> warnings) {
    public Dynamics {
        warnings = List.copyOf(warnings);
    }

    /** What can be asked for. */
    public enum Part {
        HOPS("hops"),
        RDF("rdf"),
        VAN_HOVE("vanhove"),
        DENSITY("density");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /** As the command line writes it. */
        public String label() {
            return label;
        }

        /** All labels, for a person. */
        public static String labels() {
            return Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "));
        }

        /** A part by its label, in any case. */
        public static Optional<Part> ofLabel(String label) {
            for (Part part : values()) {
                if (part.label.equals(label.strip().toLowerCase(Locale.ROOT))) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }
}
