package org.ionscape.crystal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * An element as an ion that moves in solid electrolytes. The numbers, their sources and what they were checked
 * against stand in {@code resources/org/ionscape/ions.csv}.
 *
 * @param element symbol
 * @param chargeE formal charge in elementary charges
 * @param polarizabilityA3 electronic polarisability in Å³, where one is tabulated
 * @param radiiA effective ionic radius in Å by coordination number; may be empty
 */
public record Ion(String element, int chargeE, OptionalDouble polarizabilityA3, NavigableMap<Integer, Double> radiiA) {
    private static final Map<String, Ion> BY_ELEMENT = load();

    /** The usual ion of an element; empty for one that is not known to move. */
    public static Optional<Ion> of(String element) {
        return Optional.ofNullable(BY_ELEMENT.get(element));
    }

    /** The radius in Å for the tabulated coordination number nearest to one, which may be a mean. */
    public OptionalDouble radiusA(double coordination) {
        return radiiA.entrySet().stream()
                .min((a, b) -> Double.compare(Math.abs(a.getKey() - coordination), Math.abs(b.getKey() - coordination)))
                .map(entry -> OptionalDouble.of(entry.getValue()))
                .orElse(OptionalDouble.empty());
    }

    private static Map<String, Ion> load() {
        Map<String, Ion> ions = new LinkedHashMap<>();
        for (String[] cells : ElementTable.rows("ions.csv")) {
            NavigableMap<Integer, Double> radii = new TreeMap<>();
            for (String pair : cells[3].isEmpty() ? new String[0] : cells[3].split(" ", -1)) {
                String[] parts = pair.split(":", 2);
                radii.put(Integer.valueOf(parts[0]), Double.valueOf(parts[1]));
            }
            OptionalDouble polarizability =
                    cells[2].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cells[2]));
            ions.put(cells[0], new Ion(cells[0], Integer.parseInt(cells[1]), polarizability, radii));
        }
        return ions;
    }
}
