package org.ionscape.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's version, with which every result is stamped. */
public final class Version {
    public static final String CURRENT = load();

    private Version() {}

    private static String load() {
        try (InputStream stream = Version.class.getResourceAsStream("/org/ionscape/build.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
