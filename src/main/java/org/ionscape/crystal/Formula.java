package org.ionscape.crystal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chemical formulae, written and read. */
public final class Formula {
    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([0-9]*(?:\\.[0-9]+)?)");

    private Formula() {}

    /** Reduced by the greatest common divisor, in the order given: {@code {Li=80, Ge=8, P=16, S=96}} is Li10GeP2S12. */
    public static String reduced(Map<String, Integer> counts) {
        int divisor = unitsOf(counts.values());
        StringBuilder text = new StringBuilder();
        counts.forEach((symbol, n) -> text.append(symbol).append(n == divisor ? "" : String.valueOf(n / divisor)));
        return text.toString();
    }

    /** Reduced, with elements as chemists order them: by electronegativity, {@code {Cl=4, Cs=4}} is CsCl. */
    public static String conventional(Map<String, Integer> counts) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.keySet().stream()
                .sorted(Comparator.comparingDouble(Formula::electronegativity))
                .forEach(symbol -> ordered.put(symbol, counts.get(symbol)));
        return reduced(ordered);
    }

    private static double electronegativity(String symbol) {
        return Element.of(symbol)
                .map(Element::electronegativity)
                .orElse(OptionalDouble.empty())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The greatest common divisor of the counts: how many formula units they make; at least 1. */
    public static int unitsOf(Collection<Integer> counts) {
        int divisor = 0;
        for (int n : counts) {
            int a = n;
            while (a != 0) {
                int rest = divisor % a;
                divisor = a;
                a = rest;
            }
        }
        return Math.max(1, divisor);
    }

    /** The elements a name spells if it is a plain formula ({@code "Li6PS5Cl"}), else an empty set. */
    public static Set<String> elementsOf(String name) {
        return composition(name).keySet();
    }

    /** How much of each element a plain formula has, {@code {Li=6.0, P=1.0 …}}; empty where a name is none. */
    public static Map<String, Double> composition(String formula) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(formula);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            if (Element.of(matcher.group(1)).isEmpty()) {
                return Map.of();
            }
            String amount = matcher.group(2);
            parts.merge(matcher.group(1), amount.isEmpty() ? 1 : Double.parseDouble(amount), Double::sum);
            end = matcher.end();
        }
        return end == formula.length() ? parts : Map.of();
    }

    /** Pieces of a formula for typesetting: digits after an element are subscripts. */
    public static List<String> pieces(String formula) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = Pattern.compile("[0-9.]+|[^0-9.]+").matcher(formula);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
