package org.ionscape.app.shell;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.ionscape.compute.InputException;
import org.ionscape.format.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of the person rather than of a project: theme, threads, memory, folders, how figures begin, window
 * geometry, recent projects. A text file of names and values, written as they change.
 */
final class Preferences {
    static final String THEME = "theme";
    static final String THREADS = "threads";
    static final String MEMORY_MB = "memory.mb";
    static final String PROJECTS = "folder.projects";

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final int RECENT = 8;
    private static final String STATE = "window."; // what the window remembers by itself; resetting keeps it
    private static final String RECENT_PROJECTS = STATE + "recent";

    private final SystemFolders folders;
    private final Path file;
    private final Properties values;

    Preferences(SystemFolders folders) {
        this.folders = folders;
        file = folders.preferences().resolve("preferences.properties");
        values = Files.isRegularFile(file) ? readOrNothing(file) : new Properties();
    }

    private static Properties readOrNothing(Path file) {
        try {
            return read(file);
        } catch (InputException e) {
            LOG.warn("the preferences start anew: {}", e.getMessage());
            return new Properties();
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw InputException.of(file, "these preferences cannot be read; choose a file that Ionscape exported");
        }
    }

    SystemFolders folders() {
        return folders;
    }

    /** Where projects are made. */
    Path projects() {
        return get(PROJECTS).map(Path::of).orElse(folders.data().resolve("projects"));
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

    /** Forgets what was set, so that the program's own choice holds again. */
    void clear(String key) {
        if (values.remove(key) != null) {
            save();
        }
    }

    /** Forgets everything a person set; the window's place and the recent projects stay. */
    void reset() {
        values.keySet().removeIf(key -> !String.valueOf(key).startsWith(STATE));
        save();
    }

    /** What a person set, in a file that another machine can {@link #importFrom read}. */
    void exportTo(Path other) throws IOException {
        Properties set = new Properties();
        values.forEach((key, value) -> {
            if (!String.valueOf(key).startsWith(STATE)) {
                set.put(key, value);
            }
        });
        write(other, set);
    }

    /**
     * Takes over what another file sets, in place of all that was set here.
     *
     * @throws InputException when it cannot be read
     */
    void importFrom(Path other) {
        Properties read = read(other);
        values.keySet().removeIf(key -> !String.valueOf(key).startsWith(STATE));
        read.forEach((key, value) -> {
            if (!String.valueOf(key).startsWith(STATE)) {
                values.put(key, value);
            }
        });
        save();
    }

    /** Projects opened before that still exist, newest first. */
    List<Path> recent() {
        return get(RECENT_PROJECTS).stream()
                .flatMap(String::lines)
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    void opened(Path project) {
        List<String> paths = new ArrayList<>();
        paths.add(project.toAbsolutePath().toString());
        recent().stream().map(Path::toString).filter(p -> !paths.contains(p)).forEach(paths::add);
        put(RECENT_PROJECTS, String.join("\n", paths.subList(0, Math.min(RECENT, paths.size()))));
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            write(file, values);
        } catch (IOException e) {
            LOG.warn("the preferences could not be saved: {}", e.toString());
        }
    }

    private static void write(Path file, Properties properties) throws IOException {
        AtomicFiles.write(
                file,
                out -> properties.store(new OutputStreamWriter(out, StandardCharsets.UTF_8), "Ionscape preferences"));
    }
}
