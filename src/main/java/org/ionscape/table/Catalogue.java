package org.ionscape.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Descriptors by key, as data: {@code resources/org/ionscape/catalogue-*.csv}, to which a person's own can be added.
 *
 * @param descriptors by key, in the order of the study
 */
public record Catalogue(Map<String, Descriptor> descriptors) {
    private static final Catalogue LOPEZ = load("lopez");
    private static final Catalogue KIM = load("kim");
    private static final Catalogue ALL = LOPEZ.with(KIM.descriptors().values());

    public Catalogue {
        descriptors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(descriptors));
    }

    /** The 54 of C. López et al., Mater. Horiz. 10, 1757 (2023), doi:10.1039/D2MH01516A. */
    public static Catalogue lopez() {
        return LOPEZ;
    }

    /** The 44 of K. Kim and D. J. Siegel, J. Mater. Chem. A 10, 15169 (2022). */
    public static Catalogue kim() {
        return KIM;
    }

    /** Both; where they share a key the first holds. */
    public static Catalogue all() {
        return ALL;
    }

    /** With more descriptors; a key that is here already keeps its meaning. */
    public Catalogue with(Iterable<Descriptor> more) {
        Map<String, Descriptor> all = new LinkedHashMap<>(descriptors);
        more.forEach(d -> all.putIfAbsent(d.key(), d));
        return new Catalogue(all);
    }

    public Optional<Descriptor> of(String key) {
        return Optional.ofNullable(descriptors.get(key));
    }

    /** What a column means, found by its key or by a symbol used as one; one that is not listed stands for itself. */
    public Descriptor describe(Column column) {
        return of(column.key())
                .or(() -> descriptors.values().stream()
                        .filter(d -> isSymbol(d, column.key()))
                        .findFirst()
                        .map(d -> d.called(column.key())))
                .orElseGet(() -> Descriptor.unlisted(
                        column.key(),
                        column.asNumbers().map(Column.NumberColumn::unit).orElse("")));
    }

    /**
     * The key of the one column of a table that a person means: its key itself, or a symbol of this catalogue.
     *
     * @throws AmbiguousName when the name is a key and also the symbol of another column, or the symbol of several
     */
    public Optional<String> resolve(String name, Table table) {
        List<String> meant = Stream.concat(
                        table.column(name).stream().map(Column::key),
                        table.columns().stream()
                                .map(Column::key)
                                .filter(key ->
                                        of(key).filter(d -> isSymbol(d, name)).isPresent()))
                .distinct()
                .toList();
        if (meant.size() > 1) {
            throw new AmbiguousName(name, meant);
        }
        return meant.stream().findFirst();
    }

    private static boolean isSymbol(Descriptor descriptor, String name) {
        return descriptor.symbol().equals(name)
                || descriptor.plainSymbol().equals(name)
                || descriptor.alias().equals(name);
    }

    /** A name that stands for more than one column. */
    public static final class AmbiguousName extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AmbiguousName(String name, List<String> meant) {
            super("“" + name + "” stands for " + String.join(" and for ", meant) + "; write the one that is meant");
        }
    }

    private static Catalogue load(String name) {
        String path = "/org/ionscape/catalogue-" + name + ".csv";
        InputStream stream = Catalogue.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        Map<String, Descriptor> descriptors = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(
                    reader.lines().filter(l -> !l.startsWith("#")).toList());
            for (String line : lines.subList(1, lines.size())) {
                String[] c = line.split(";", -1);
                descriptors.put(c[0], new Descriptor(c[0], c[1], c[2], c[3], c[4], c[5], c[6]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(descriptors);
    }
}
