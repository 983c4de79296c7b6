package org.ionscape.app.shell;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.ionscape.format.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of the person rather than of a project: theme, window geometry, recent projects. */
final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final int RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();

    Preferences(Path home) {
        file = home.resolve("window.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the window's preferences could not be read and start anew: {}", e.toString());
            }
        }
    }

    /** The folder for the person's data: {@code -Dionscape.home}, else where the system keeps such things. */
    static Path home() {
        String given = System.getProperty("ionscape.home", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        String user = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return Path.of(Optional.ofNullable(System.getenv("APPDATA")).orElse(user), "Ionscape");
        }
        if (os.contains("mac")) {
            return Path.of(user, "Library", "Application Support", "Ionscape");
        }
        String data = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).orElse("");
        return data.isEmpty() ? Path.of(user, ".local", "share", "ionscape") : Path.of(data, "ionscape");
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    double number(String key, double fallback) {
        try {
            return get(key).map(Double::parseDouble).orElse(fallback);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value))) {
            save();
        }
    }

    /** Projects opened before that still exist, newest first. */
    List<Path> recent() {
        return get("recent").stream()
                .flatMap(String::lines)
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    void opened(Path project) {
        List<String> paths = new ArrayList<>();
        paths.add(project.toAbsolutePath().toString());
        recent().stream().map(Path::toString).filter(p -> !paths.contains(p)).forEach(paths::add);
        put("recent", String.join("\n", paths.subList(0, Math.min(RECENT, paths.size()))));
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            AtomicFiles.write(
                    file,
                    out -> values.store(
                            new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), "Ionscape window"));
        } catch (IOException e) {
            LOG.warn("the window's preferences could not be saved: {}", e.toString());
        }
    }
}
