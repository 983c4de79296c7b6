package org.ionscape.format.xyz;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionscape.crystal.Cell;

/**
 * The second line of an extended XYZ frame: {@code key=value} pairs, values with blanks in quotes or braces; keys in any
 * case.
 *
 * @param cell from {@code Lattice}, empty where there is none or it has no volume
 * @param columns where in an atom's line its element and position stand
 * @param energyEv from {@code energy}
 * @param temperatureK from the key of that name
 */
record XyzHeading(Optional<Cell> cell, Columns columns, OptionalDouble energyEv, OptionalDouble temperatureK) {
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_\\-]*)\\s*=\\s*(?:\"([^\"]*)\"|\\{([^}]*)\\}|'([^']*)'|(\\S+))");
    private static final Columns PLAIN = new Columns(0, 1, 4);

    /**
     * Places in an atom's line, in words from 0.
     *
     * @param element of the element's symbol
     * @param position of the first of three coordinates
     * @param count words in all
     */
    record Columns(int element, int position, int count) {}

    static XyzHeading parse(String line) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher matcher = PAIR.matcher(line);
        while (matcher.find()) {
            String value = matcher.group(2);
            for (int g = 3; value == null && g <= 5; g++) {
                value = matcher.group(g);
            }
            pairs.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new XyzHeading(
                cell(pairs.getOrDefault("lattice", "")),
                columns(pairs.get("properties")),
                number(pairs.get("energy")),
                number(pairs.get("temperature")));
    }

    private static Optional<Cell> cell(String text) {
        String[] words = text.strip().split("[\\s,]+");
        if (words.length != 9) {
            return Optional.empty();
        }
        double[] vectors = new double[9];
        try {
            for (int k = 0; k < 9; k++) {
                vectors[k] = Double.parseDouble(words[k]);
            }
            return Optional.of(new Cell(vectors));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code species:S:1:pos:R:3:…}; a position or element of −1 where the line does not name it. */
    private static Columns columns(String properties) {
        if (properties == null) {
            return PLAIN;
        }
        String[] parts = properties.split(":");
        int element = -1;
        int position = -1;
        int at = 0;
        for (int i = 0; i + 2 < parts.length; i += 3) {
            String name = parts[i].toLowerCase(Locale.ROOT);
            int width;
            try {
                width = Integer.parseInt(parts[i + 2]);
            } catch (NumberFormatException e) {
                return new Columns(-1, -1, 0);
            }
            if (element < 0 && (name.equals("species") || name.equals("element") || name.equals("z"))) {
                element = at;
            }
            if ((name.equals("pos") || name.equals("positions")) && width == 3) {
                position = at;
            }
            if (width < 1 || width > 1000) {
                return new Columns(-1, -1, 0);
            }
            at += width;
        }
        return new Columns(element, position, at);
    }

    private static OptionalDouble number(String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
