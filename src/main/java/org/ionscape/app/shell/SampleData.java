package org.ionscape.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ionscape.app.RunStore;
import org.ionscape.compute.Progress;

/**
 * The sample runs. Those of an installation belong to all users and stay as they are: a person works on a copy among the
 * own documents, made the first time.
 */
final class SampleData {
    private static final String COPY = "Ionscape samples";
    private static final String DOCUMENTS = "project";
    private static final String ENDING = ".json";

    private SampleData() {}

    /** The runs that came with the program; empty when they are not where they were expected. */
    static Optional<Path> found() {
        return List.of(System.getProperty("ionscape.samples", "sample-data"), "../sample-data").stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    static boolean isInstalled() {
        return Boolean.getBoolean("ionscape.installed");
    }

    /** The folder to open: the runs themselves, or the person's copy of those of an installation. */
    static Path toOpen(Path runs, Progress progress) throws IOException {
        return isInstalled() ? copy(runs, documents().resolve(COPY), progress) : runs;
    }

    /** Copies unless there is a copy; one that was stopped half-way leaves nothing behind under its name. */
    static Path copy(Path from, Path to, Progress progress) throws IOException {
        if (Files.isDirectory(to)) {
            return to;
        }
        Path half = to.resolveSibling(to.getFileName() + ".part");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                progress.check();
                Path target = half.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives a new project what places of the window keep of the samples: {@code project/<kind>/<name>.json}. */
    static void furnish(RunStore project) throws IOException {
        Optional<Path> documents = found().map(runs -> runs.resolve(DOCUMENTS)).filter(Files::isDirectory);
        if (documents.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(documents.get())) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                String name = String.valueOf(file.getFileName());
                project.putDocument(
                        String.valueOf(file.getParent().getFileName()),
                        name.substring(0, name.length() - ENDING.length()),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }

    /** Where the person keeps documents: as the desktop says, else a folder of that name, else at home. */
    static Path documents() {
        Path home = Path.of(System.getProperty("user.home"));
        return ofDesktop(home)
                .or(() -> Optional.of(home.resolve("Documents")))
                .filter(Files::isDirectory)
                .orElse(home);
    }

    private static Optional<Path> ofDesktop(Path home) {
        Path config = home.resolve(".config/user-dirs.dirs");
        if (!Files.isRegularFile(config)) {
            return Optional.empty();
        }
        try {
            Matcher line = Pattern.compile("XDG_DOCUMENTS_DIR=\"([^\"]*)\"")
                    .matcher(Files.readString(config, StandardCharsets.UTF_8));
            return line.find()
                    ? Optional.of(Path.of(line.group(1).replace("$HOME", home.toString())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // then by the usual name
        }
    }
}
