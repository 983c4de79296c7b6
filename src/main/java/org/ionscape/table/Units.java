package org.ionscape.table;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The units of descriptors, however a person spells them, and the factors between those that measure the same. */
public final class Units {
    /** By what is measured: a unit and how many of the first unit of its line it makes. */
    private static final List<Map<String, Double>> SCALES = List.of(
            Map.of("A", 1.0, "nm", 10.0, "pm", 0.01),
            Map.of("A2", 1.0, "nm2", 100.0),
            Map.of("A3", 1.0, "nm3", 1000.0),
            Map.of("meV", 1.0, "eV", 1000.0, "THz", 4.135667696, "cm-1", 0.12398419843),
            Map.of("meV/K", 1.0, "eV/K", 1000.0),
            Map.of("GPa", 1.0, "MPa", 1e-3, "kbar", 0.1, "Pa", 1e-9),
            Map.of("km/s", 1.0, "m/s", 1e-3),
            Map.of("cm2/s", 1.0, "m2/s", 1e4, "A2/ps", 1e-4),
            Map.of("deg", 1.0, "rad", 180 / Math.PI),
            Map.of("u", 1.0, "g/mol", 1.0),
            Map.of("K", 1.0),
            Map.of("e", 1.0));

    private Units() {}

    /**
     * The factor that turns a number in one unit into a number in another; empty where they do not measure the same. A
     * unit that is not given is taken for the right one.
     */
    public static OptionalDouble factor(String from, String to) {
        String given = plain(from);
        String wanted = plain(to);
        if (given.isEmpty() || given.equals(wanted)) {
            return OptionalDouble.of(1);
        }
        return SCALES.stream()
                .filter(s -> s.containsKey(given) && s.containsKey(wanted))
                .mapToDouble(s -> s.get(given) / s.get(wanted))
                .findFirst();
    }

    /** {@code Å³}, {@code A^3}, {@code Ang3} are {@code A3}; {@code 1}, {@code -} and {@code none} are no unit. */
    private static String plain(String unit) {
        String text = unit.strip()
                .replace("Å", "A")
                .replace("\u212B", "A")
                .replace("Ang", "A")
                .replace("²", "2")
                .replace("³", "3")
                .replace("⁻¹", "-1")
                .replace("°", "deg")
                .replaceAll("[\\^\\s·*{}]", "");
        return switch (text) {
            case "1", "-", "none", "dimensionless" -> "";
            case "kBar", "kB" -> "kbar";
            case "amu", "Da" -> "u";
            case "degree", "degrees" -> "deg";
            default -> text;
        };
    }
}
