package org.ionscape.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a system keeps what belongs to a person: preferences, data and logs. On Linux the XDG base directories, on
 * Windows the application data folders, on macOS the Library.
 *
 * @param preferences what was set
 * @param data projects
 * @param logs log and crash reports
 */
record SystemFolders(Path preferences, Path data, Path logs) {
    /** Those of this system; {@code -Dionscape.home} puts all in one folder. */
    static SystemFolders ofSystem() {
        String given = System.getProperty("ionscape.home", "");
        return given.isEmpty()
                ? of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : new SystemFolders(Path.of(given), Path.of(given), Path.of(given, "logs"));
    }

    static SystemFolders of(String osName, Path user, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            Path roaming = told(environment, "APPDATA", user.resolve("AppData/Roaming"))
                    .resolve("Ionscape");
            Path local = told(environment, "LOCALAPPDATA", user.resolve("AppData/Local"))
                    .resolve("Ionscape");
            return new SystemFolders(roaming, roaming, local.resolve("Logs"));
        }
        if (os.contains("mac")) {
            Path library = user.resolve("Library");
            Path support = library.resolve("Application Support/Ionscape");
            return new SystemFolders(support, support, library.resolve("Logs/Ionscape"));
        }
        return new SystemFolders(
                told(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve("ionscape"),
                told(environment, "XDG_DATA_HOME", user.resolve(".local/share")).resolve("ionscape"),
                told(environment, "XDG_STATE_HOME", user.resolve(".local/state"))
                        .resolve("ionscape"));
    }

    /** An XDG variable that is empty or relative is to be ignored, says its specification. */
    private static Path told(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
