package org.ionscape.app.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries that Ionscape is made with, and their licences. */
final class Libraries {
    private static final Pattern VERSION = Pattern.compile("-([0-9][0-9A-Za-z.]*?)(-[a-z]+)?\\.jar$");

    /**
     * A library.
     *
     * @param version of the jar that is in use; empty when it does not say
     */
    record Library(String name, String version, String licence) {}

    private Libraries() {}

    static List<Library> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Libraries.class.getResourceAsStream("/org/ionscape/help/libraries.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .map(part -> new Library(part[0], version(part[2]), part[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version in the name of the jar that a class comes from. */
    private static String version(String type) {
        try {
            Class<?> known = Class.forName(type, false, Libraries.class.getClassLoader());
            return Optional.ofNullable(known.getProtectionDomain().getCodeSource())
                    .map(CodeSource::getLocation)
                    .map(place -> VERSION.matcher(place.getPath()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .orElse("");
        } catch (ClassNotFoundException e) {
            return "";
        }
    }
}
