import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** JavaFX as modules of the runtime. */
final class Javafx {
    /** What libraries on the class path use of JavaFX beyond its exports. */
    static final List<String> EXPORTS = List.of(
            "javafx.base/com.sun.javafx.event",
            "javafx.controls/com.sun.javafx.scene.control",
            "javafx.controls/com.sun.javafx.scene.control.behavior",
            "javafx.controls/com.sun.javafx.scene.control.inputmap",
            "javafx.graphics/com.sun.javafx.scene",
            "javafx.graphics/com.sun.javafx.scene.traversal",
            "javafx.graphics/com.sun.javafx.css");

    private Javafx() {}

    /** The jars that hold classes and libraries of this system; the others are empty. */
    static List<Path> jars(Path lib) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.sorted().toList()) {
                if (jar.getFileName().toString().startsWith("javafx-") && holdsModule(jar)) {
                    found.add(jar);
                }
            }
        }
        return found;
    }

    private static boolean holdsModule(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        }
    }

    /** Names of the modules that the program and its libraries refer to, separated by commas. */
    static String modulesUsed(Path java, Path input, List<Path> javafx) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(
                java.resolve("bin/jdeps").toString(),
                "--print-module-deps",
                "--ignore-missing-deps",
                "--multi-release",
                "25",
                "--module-path",
                Shell.path(javafx)));
        List<Path> jars = new ArrayList<>();
        jars.add(input.resolve("ionscape.jar"));
        try (Stream<Path> lib = Files.list(input.resolve("lib"))) {
            lib.sorted().forEach(jars::add);
        }
        call.addAll(List.of("--class-path", Shell.path(jars), jars.getFirst().toString())); // and all it leads to
        String[] lines = Shell.output(call.toArray(String[]::new)).split("\\R");
        return lines[lines.length - 1];
    }

    /** Unpacks the libraries to where JavaFX looks before it unpacks them for every user. */
    static void libraries(List<Path> jars, Path to) throws IOException {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
                    String name = entry.getName();
                    if (!name.contains("/") && name.matches(".*\\.(so|dll|dylib)")) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            Files.copy(in, to.resolve(name));
                        }
                    }
                }
            }
        }
    }
}
