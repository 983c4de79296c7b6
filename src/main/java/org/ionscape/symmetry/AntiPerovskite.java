package org.ionscape.symmetry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Element;
import org.ionscape.crystal.Ion;
import org.ionscape.crystal.Structure;

/**
 * An anti-perovskite X₃AZ, and those of its descriptors that structure and tables of elements tell (K. Kim and D. J.
 * Siegel, J. Mater. Chem. A 10, 15169 (2022)). The octahedral anion A is the one nearer to the carriers X, the framework
 * anion Z the other.
 */
public final class AntiPerovskite {
    /** u/Å³ in g/cm³. */
    private static final double G_PER_CM3 = 1.66053906660;

    /** Shannon radii are compared at six neighbours, as the study does. */
    private static final double COORDINATION = 6;

    private final Structure structure;
    private final Images images;
    private final String carrier;
    private final String octahedral;
    private final String framework;

    private AntiPerovskite(Structure structure, Images images, String carrier, String octahedral, String framework) {
        this.structure = structure;
        this.images = images;
        this.carrier = carrier;
        this.octahedral = octahedral;
        this.framework = framework;
    }

    /** Empty where a structure is none: three cations to one and one anion of different elements. */
    public static Optional<AntiPerovskite> of(Structure structure) {
        Map<String, Integer> counts = structure.atoms().counts();
        Optional<String> carrier = counts.keySet().stream()
                .filter(s -> charge(s) > 0
                        && 5 * counts.get(s) == 3 * structure.atoms().count())
                .findFirst();
        List<String> anions = counts.keySet().stream()
                .filter(s ->
                        charge(s) < 0 && 5 * counts.get(s) == structure.atoms().count())
                .toList();
        if (carrier.isEmpty() || anions.size() != 2) {
            return Optional.empty();
        }
        Images images = new Images(structure);
        double first = shortestA(structure, images, carrier.get(), anions.getFirst());
        double second = shortestA(structure, images, carrier.get(), anions.getLast());
        String octahedral = first <= second ? anions.getFirst() : anions.getLast();
        String framework = first <= second ? anions.getLast() : anions.getFirst();
        return Optional.of(new AntiPerovskite(structure, images, carrier.get(), octahedral, framework));
    }

    private static int charge(String species) {
        return Ion.of(species).map(Ion::chargeE).orElse(0);
    }

    /** By the keys of the study's catalogue; what no table has is left out. */
    public Map<String, Double> descriptors(Progress progress) {
        Map<String, Double> values = new LinkedHashMap<>();
        double volumeA3 = structure.cell().volumeA3();
        values.put("V_a", volumeA3 / structure.atoms().count());
        double massU = Arrays.stream(structure.atoms().massesU()).sum();
        values.put("rho_m", massU / volumeA3 * G_PER_CM3);
        Neighbours.of(structure, List.of(carrier), progress).ifPresent(n -> values.put("CN_C", n.number()));
        values.put("CCD", distanceA(carrier, carrier));
        values.put("COD", distanceA(carrier, octahedral));
        values.put("CFD", distanceA(carrier, framework));
        values.put(
                "AAD",
                Math.min(
                        distanceA(octahedral, framework),
                        Math.min(distanceA(octahedral, octahedral), distanceA(framework, framework))));
        element(values, "C", carrier);
        element(values, "O", octahedral);
        element(values, "F", framework);
        packing(values, volumeA3, structure.atoms().count() / 5);
        boolean chalcogenInside = charge(octahedral) == -2;
        String chalcogen = chalcogenInside ? octahedral : framework;
        String halogen = chalcogenInside ? framework : octahedral;
        ionicity(values, "I_CCh", carrier, chalcogen);
        ionicity(values, "I_CH", carrier, halogen);
        ionicity(values, "I_ChH", chalcogen, halogen);
        return values;
    }

    private double distanceA(String from, String to) {
        return shortestA(structure, images, from, to);
    }

    private static double shortestA(Structure structure, Images images, String from, String to) {
        double shortest = Double.POSITIVE_INFINITY;
        int[] others = structure.atoms().indicesOf(List.of(to));
        for (int i : structure.atoms().indicesOf(List.of(from))) {
            for (int j : others) {
                shortest = Math.min(shortest, images.shortestA(i, j));
            }
        }
        return shortest;
    }

    private static OptionalDouble radiusA(String species) {
        return Ion.of(species).map(ion -> ion.radiusA(COORDINATION)).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble electronegativity(String species) {
        return Element.of(species).map(Element::electronegativity).orElse(OptionalDouble.empty());
    }

    private static void element(Map<String, Double> values, String role, String species) {
        radiusA(species).ifPresent(r -> values.put("r_" + role, r));
        Element.of(species).ifPresent(e -> values.put("m_" + role, e.massU()));
        electronegativity(species).ifPresent(en -> values.put("EN_" + role, en));
        Ion.of(species)
                .map(Ion::polarizabilityA3)
                .ifPresent(alpha -> alpha.ifPresent(a -> values.put("alpha_" + role, a)));
    }

    /** Goldschmidt's tolerance factor with cations and anions exchanged, and the share of space the anions fill. */
    private static void packing(Map<String, Double> values, double volumeA3, int unitsInCell) {
        Double c = values.get("r_C");
        Double o = values.get("r_O");
        Double f = values.get("r_F");
        if (c != null && o != null && f != null) {
            values.put("t", (c + f) / (Math.sqrt(2) * (c + o)));
            values.put("PF_A", unitsInCell * 4 * Math.PI / 3 * (o * o * o + f * f * f) / volumeA3);
        }
    }

    /** 1 − exp(−Δχ²/4) (L. Pauling, The Nature of the Chemical Bond, 3rd ed. (1960), section 3-9). */
    private static void ionicity(Map<String, Double> values, String key, String first, String second) {
        OptionalDouble a = electronegativity(first);
        OptionalDouble b = electronegativity(second);
        if (a.isPresent() && b.isPresent()) {
            double difference = a.getAsDouble() - b.getAsDouble();
            values.put(key, 1 - Math.exp(-difference * difference / 4));
        }
    }
}
