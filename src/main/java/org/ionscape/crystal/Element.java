package org.ionscape.crystal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A chemical element. The numbers, their sources and what they were checked against stand in
 * {@code resources/org/ionscape/elements.csv}.
 *
 * @param number atomic number
 * @param symbol the symbol, {@code "Li"}
 * @param massU standard atomic weight in u
 * @param covalentRadiusA covalent radius in Å
 * @param electronegativity on the scale of Pauling, where there is one
 */
public record Element(
        int number, String symbol, double massU, double covalentRadiusA, OptionalDouble electronegativity) {
    private static final Map<String, Element> BY_SYMBOL = load();

    /** The element of a symbol, written as chemists do ({@code "Li"}, not {@code "LI"}). */
    public static Optional<Element> of(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /** The element of an atomic number. */
    public static Optional<Element> ofNumber(int number) {
        return BY_SYMBOL.values().stream().filter(e -> e.number() == number).findFirst();
    }

    /**
     * The element at the start of a label as potential files and type names write it: {@code "Li_sv"}, {@code "Li+"},
     * {@code "O2-"}, {@code "LI"}.
     */
    public static Optional<Element> ofLabel(String label) {
        int end = 0;
        while (end < label.length() && end < 2 && Character.isLetter(label.charAt(end))) {
            end++;
        }
        for (int length = end; length > 0; length--) {
            String symbol = Character.toUpperCase(label.charAt(0))
                    + label.substring(1, length).toLowerCase(java.util.Locale.ROOT);
            Element element = BY_SYMBOL.get(symbol);
            if (element != null) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Element> load() {
        Map<String, Element> elements = new LinkedHashMap<>();
        for (String[] c : ElementTable.rows("elements.csv")) {
            OptionalDouble electronegativity =
                    c[4].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(c[4]));
            elements.put(
                    c[1],
                    new Element(
                            Integer.parseInt(c[0]),
                            c[1],
                            Double.parseDouble(c[2]),
                            Double.parseDouble(c[3]),
                            electronegativity));
        }
        return elements;
    }
}
