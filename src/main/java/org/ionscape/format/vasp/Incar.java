package org.ionscape.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ionscape.compute.InputException;
import org.ionscape.format.Decompression;

/**
 * The settings of a VASP run.
 *
 * @param file where they stand
 * @param tags value by upper-case tag, as written, and
 * @param lines the line of each tag
 */
public record Incar(Path file, Map<String, String> tags, Map<String, Integer> lines) {
    private static final int MAX_BYTES = 4 << 20;

    public Incar {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        lines = Map.copyOf(lines);
    }

    /** Reads a file; what is no assignment is passed over as VASP does. */
    public static Incar read(Path file) {
        String text;
        try (InputStream in = Decompression.open(file)) {
            text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Decompression.unreadable(file, e);
        }
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        String[] rows = text.split("\n", -1);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            String row = rows[i].strip();
            if (row.endsWith("\\")) { // continued on the next line
                joined.append(row, 0, row.length() - 1).append(' ');
                continue;
            }
            joined.append(row);
            String statement = joined.toString().replaceAll("[#!].*", "");
            joined.setLength(0);
            for (String assignment : statement.split(";")) {
                int equals = assignment.indexOf('=');
                if (equals > 0) {
                    String tag = assignment.substring(0, equals).strip().toUpperCase(Locale.ROOT);
                    tags.putIfAbsent(tag, assignment.substring(equals + 1).strip()); // VASP takes the first
                    lines.putIfAbsent(tag, i + 1);
                }
            }
        }
        return new Incar(file, tags, lines);
    }

    /**
     * A number; empty when the tag is absent.
     *
     * @throws InputException naming the line when its value is no number
     */
    public OptionalDouble number(String tag) {
        String value = tags.get(tag);
        if (value == null) {
            return OptionalDouble.empty();
        }
        String first = value.split("\\s+")[0].replace('d', 'e').replace('D', 'E');
        try {
            double number = Double.parseDouble(first);
            if (Double.isFinite(number) && !first.isEmpty() && !Character.isLetter(first.charAt(first.length() - 1))) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw InputException.at(
                file,
                lines.get(tag),
                tag + " should be a number, found “" + value + "”; correct it or give it by hand");
    }
}
