import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Commands and files. Every file written gets the same time, so that two builds of one commit are alike. */
final class Shell {
    /** The time of all files: {@code SOURCE_DATE_EPOCH}, else that of the commit, else that of the build in pom.xml. */
    static final Instant TIME = Instant.ofEpochSecond(time());

    private Shell() {}

    private static long time() {
        String given = System.getenv("SOURCE_DATE_EPOCH");
        if (given != null) {
            return Long.parseLong(given);
        }
        try {
            return Long.parseLong(output("git", "-C", Package.project().toString(), "log", "-1", "--format=%ct"));
        } catch (IOException e) {
            return 1767225600; // sources without their history
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command to its end, its output shown; fails when it does. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(TIME.getEpochSecond()));
        if (builder.start().waitFor() != 0) {
            throw new IOException("this failed: " + String.join(" ", command));
        }
    }

    /** Runs a command and returns what it printed. */
    static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("this failed: " + String.join(" ", command));
        }
        return text.strip();
    }

    static String path(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.from(TIME));
    }

    /**
     * Copies a jar without the seal of its packages: the cache of loaded classes seals them with the place of the build,
     * and the program would not start in any other (java.lang.SecurityException: sealing violation).
     */
    static void copyUnsealed(Path jar, Path to) throws IOException {
        Manifest manifest;
        try (JarFile file = new JarFile(jar.toFile())) {
            manifest = file.getManifest();
        }
        if (manifest == null || manifest.getMainAttributes().getValue(Attributes.Name.SEALED) == null) {
            copy(jar, to);
            return;
        }
        manifest.getMainAttributes().remove(Attributes.Name.SEALED);
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : from.stream().map(e -> (ZipEntry) e).toList()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC));
                out.putNextEntry(copy);
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    manifest.write(out);
                } else {
                    from.getInputStream(entry).transferTo(out);
                }
            }
        }
        Files.setLastModifiedTime(to, FileTime.from(TIME));
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    copy(file, target);
                }
            }
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(TIME));
    }

    /** Gives everything below a folder the same time. */
    static void settle(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(TIME));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
