package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.extract.RunResult;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** What is known of a run's compound besides its motion, as it stands on a card. */
final class CrystalWords {
    private static final Map<String, List<String>> SECTIONS = Map.of(
            "Structure",
            List.of(
                    "formula_units",
                    "volume_per_formula_unit",
                    "min_lattice_constant",
                    "neighbour_number",
                    "neighbour_distance",
                    "symmetry_operations"),
            "Elastic",
            List.of(
                    "bulk_modulus",
                    "shear_modulus",
                    "young_modulus",
                    "poisson_ratio",
                    "pugh_ratio",
                    "vickers_hardness",
                    "cauchy_pressure",
                    "v_longitudinal",
                    "v_transverse",
                    "v_mean"),
            "Electronic",
            List.of(
                    "dielectric_constant",
                    "born_charge",
                    "crystal_polarizability",
                    "band_gap",
                    "lowest_optical_mode",
                    "vacancy_energy"));

    private CrystalWords() {}

    /** A number, with what it is and where it comes from. */
    record Fact(String symbol, String value, String rest, String says) {}

    /** The numbers of a section that there are. */
    record Section(String title, List<Fact> facts) {}

    /** Space group, system and cell of the crystal, as markup; empty where no structure is known. */
    static Optional<String> headline(RunResult result) {
        return crystal(result)
                .map(c -> c.get("spaceGroup") + " · " + c.get("crystalSystem") + " · no. " + c.get("number"));
    }

    /** The cell that the descriptors are of, and where it is from; where there is none, why. */
    static String origin(RunResult result) {
        return crystal(result)
                .map(c -> c.get("cell") + "; " + c.get("from"))
                .orElseGet(() -> Optional.ofNullable(result.descriptors().get("crystal_symmetry"))
                        .map(DescriptorValue::source)
                        .orElse(""));
    }

    private static Optional<Map<?, ?>> crystal(RunResult result) {
        return result.parameters().get("crystal") instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    /** The sections in which anything is known. */
    static List<Section> sections(RunResult result) {
        List<Section> sections = new ArrayList<>();
        for (String title : List.of("Structure", "Elastic", "Electronic")) {
            List<Fact> facts = SECTIONS.get(title).stream()
                    .flatMap(key -> fact(key, result).stream())
                    .toList();
            if (!facts.isEmpty()) {
                sections.add(new Section(title, facts));
            }
        }
        return sections;
    }

    private static Optional<Fact> fact(String key, RunResult result) {
        return Optional.ofNullable(result.descriptors().get(key))
                .filter(DescriptorValue::isPresent)
                .map(v -> {
                    Descriptor descriptor = Catalogue.lopez().of(key).orElseThrow();
                    String error = v.stderr().isPresent()
                            ? " ± " + Numbers.significant(v.stderr().getAsDouble(), 2)
                            : "";
                    return new Fact(
                            descriptor.symbol(),
                            number(v.value()),
                            error + unit(v.unit()),
                            descriptor.name() + "\n" + v.source());
                });
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Numbers.fixed(value, 0)
                : Numbers.significant(value, 4);
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "" -> "";
            case "A" -> " Å";
            case "A3" -> " Å^{3}";
            default -> " " + unit;
        };
    }
}
