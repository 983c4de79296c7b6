package org.ionscape.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of numbers under {@code resources/org/ionscape}, whose first lines name their sources. */
final class ElementTable {
    private ElementTable() {}

    /** The cells of a table by row, without comments and header; an empty cell is empty text. */
    static List<String[]> rows(String name) {
        InputStream stream = ElementTable.class.getResourceAsStream("/org/ionscape/" + name);
        if (stream == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
