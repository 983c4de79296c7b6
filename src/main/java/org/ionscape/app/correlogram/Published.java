package org.ionscape.app.correlogram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ionscape.stats.CorrelationMethod;

/** Coefficients that C. López et al. (doi:10.1039/D2MH01516A) report, to compare one's own with. */
final class Published {
    private static final String FILE = "/org/ionscape/app/correlogram/published-lopez.csv";
    private static final List<Entry> ENTRIES = load();

    private Published() {}

    /** One coefficient over some rows. */
    record Entry(String rows, CorrelationMethod method, String one, String other, double r) {}

    /** What is published of a pair by a method; rows of the family asked for come first. */
    static Optional<Entry> of(String a, String b, CorrelationMethod method, Optional<String> family) {
        return ENTRIES.stream()
                .filter(e -> e.method() == method)
                .filter(e -> e.one().equals(a) && e.other().equals(b)
                        || e.one().equals(b) && e.other().equals(a))
                .filter(e -> e.rows().equals(family.orElse("all")))
                .findFirst();
    }

    private static List<Entry> load() {
        try (InputStream stream = Published.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .map(l -> l.split(",", -1))
                    .map(c -> new Entry(
                            c[0], CorrelationMethod.ofLabel(c[1]).orElseThrow(), c[2], c[3], Double.parseDouble(c[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
