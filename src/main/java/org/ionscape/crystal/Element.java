package org.ionscape.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A chemical element. The numbers and their sources stand in {@code resources/org/ionscape/elements.csv}.
 *
 * @param number atomic number
 * @param symbol the symbol, {@code "Li"}
 * @param massU standard atomic weight in u
 * @param covalentRadiusA covalent radius in Å
 */
public record Element(int number, String symbol, double massU, double covalentRadiusA) {
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
        InputStream stream = Element.class.getResourceAsStream("/org/ionscape/elements.csv");
        if (stream == null) {
            throw new IllegalStateException("elements.csv is not on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .map(l -> l.split(","))
                    .forEach(c -> elements.put(
                            c[1],
                            new Element(
                                    Integer.parseInt(c[0]), c[1], Double.parseDouble(c[2]), Double.parseDouble(c[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }
}
