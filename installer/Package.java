import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the installation of this system: {@code java installer/Package.java [image|deb|rpm|msi|exe|dmg|pkg …]}, from
 * anywhere, with the JDK 25 that is to go into it; {@code --built} takes the jar as it lies in target. What comes out
 * lies in {@code target/installer}. See README.md.
 */
public final class Package {
    static final String NAME = "ionscape";
    private static final String MAIN_CLASS = "org.ionscape.Launcher";
    /** What no static reference shows: logging by name, old charsets, zip file systems. */
    private static final List<String> ALSO =
            List.of("java.naming", "java.management", "java.sql", "jdk.unsupported", "jdk.zipfs", "jdk.charsets");

    final Path project;
    final Path out;
    private final Path java;
    final Os os;
    final String version;

    /** The system that is built on and for. */
    enum Os {
        LINUX("deb"),
        WINDOWS("msi"),
        MAC("dmg");

        private final String usual;

        Os(String usual) {
            this.usual = usual;
        }

        static Os current() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
        }
    }

    private Package(Path project) throws IOException {
        this.project = project;
        this.out = project.resolve("target/installer");
        this.java = Path.of(System.getProperty("java.home"));
        this.os = Os.current();
        Matcher found = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(project.resolve("pom.xml")));
        if (!found.find()) {
            throw new IOException("pom.xml names no version");
        }
        this.version = found.group(1);
    }

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() < 25) {
            System.err.println("This needs a JDK 25 or newer, which goes into the installation; start it with that java.");
            System.exit(2);
        }
        Package build = new Package(project());
        List<String> kinds = new ArrayList<>(List.of(arguments));
        if (!kinds.remove("--built")) {
            build.compile();
        }
        if (kinds.isEmpty()) {
            kinds.add(build.os.usual);
        }
        build.all(kinds);
    }

    /** The folder of the project, whatever folder this was started in. */
    static Path project() {
        Path here;
        try {
            here = Path.of(Package.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        for (Path p : List.of(here, Path.of("").toAbsolutePath())) {
            for (Path folder = p; folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("installer/Package.java"))) {
                    return folder;
                }
            }
        }
        throw new IllegalStateException("start this from the project, or name the file with its path");
    }

    private void all(List<String> kinds) throws Exception {
        Shell.delete(out);
        Files.createDirectories(out);
        Path input = input();
        Path runtime = runtime(input);
        Path icons = Icons.write(out.resolve("icons"));
        Path image = image(input, runtime, icons);
        AotCache.train(image, os);
        if (os == Os.MAC) {
            new Jpackage(this).sign(image);
        }
        for (String kind : kinds) {
            switch (kind) {
                case "image" -> System.out.println("image: " + image);
                case "deb" -> System.out.println("package: " + new Deb(project, version).build(image, icons, out));
                case "rpm" -> System.out.println("package: " + new Rpm(project, version).build(image, icons, out));
                default -> System.out.println("package: in " + new Jpackage(this).build(kind, image, icons));
            }
        }
    }

    private void compile() throws Exception {
        String mvn = os == Os.WINDOWS ? "mvn.cmd" : "mvn";
        Shell.run(
                project,
                mvn,
                "-B",
                "-q",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Dproject.build.outputTimestamp=" + Shell.TIME,
                "package");
    }

    /** Jars, samples and licences as they go into the image. JavaFX goes into the runtime instead. */
    private Path input() throws Exception {
        Path input = Files.createDirectories(out.resolve("input"));
        Shell.copy(project.resolve("target/ionscape.jar"), input.resolve("ionscape.jar"));
        Path lib = Files.createDirectories(input.resolve("lib"));
        try (Stream<Path> jars = Files.list(project.resolve("target/lib"))) {
            for (Path jar : jars.sorted().toList()) {
                if (!jar.getFileName().toString().startsWith("javafx-")) {
                    Shell.copyUnsealed(jar, lib.resolve(jar.getFileName()));
                }
            }
        }
        Shell.copyTree(project.resolve("sample-data"), input.resolve("sample-data"));
        Shell.copy(project.resolve("LICENSE"), input.resolve("LICENSE"));
        new Licences(project).write(input.resolve("licences"), out.resolve("ionscape.cdx.json"));
        Shell.copy(out.resolve("ionscape.cdx.json"), input.resolve("ionscape.cdx.json"));
        return input;
    }

    /** The JDK's modules that are used, and JavaFX of this system with its libraries where it looks for them first. */
    private Path runtime(Path input) throws Exception {
        List<Path> javafx = Javafx.jars(project.resolve("target/lib"));
        String modules = Javafx.modulesUsed(java, input, javafx);
        List<String> all = new ArrayList<>(List.of(modules.split(",")));
        all.addAll(ALSO);
        Path runtime = out.resolve("runtime");
        Shell.run(
                project,
                tool("jlink"),
                "--module-path",
                Shell.path(javafx),
                "--add-modules",
                String.join(",", all),
                "--no-header-files",
                "--no-man-pages",
                "--exclude-resources=**.so,**.dll,**.dylib",
                "--compress=zip-0",
                "--output",
                runtime.toString());
        Javafx.libraries(javafx, runtime.resolve(os == Os.WINDOWS ? "bin" : "lib"));
        return runtime;
    }

    private Path image(Path input, Path runtime, Path icons) throws Exception {
        List<String> call = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                NAME,
                "--description",
                "Molecular dynamics of solid electrolytes",
                "--runtime-image",
                runtime.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "ionscape.jar",
                "--main-class",
                MAIN_CLASS,
                "--icon",
                Icons.of(icons, os).toString(),
                "--dest",
                out.toString()));
        for (String option : javaOptions()) {
            call.addAll(List.of("--java-options", option));
        }
        call.addAll(new Jpackage(this).imageOptions());
        Shell.run(project, call.toArray(String[]::new));
        Path image = out.resolve(os == Os.MAC ? NAME + ".app" : NAME);
        if (os == Os.LINUX) {
            LinuxLauncher.write(image);
        }
        return image;
    }

    private List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of(
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "-XX:AOTCache=$APPDIR/" + AotCache.NAME,
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-Dionscape.samples=$APPDIR/sample-data",
                "-Dionscape.installed=true"));
        Javafx.EXPORTS.forEach(export -> options.add("--add-exports=" + export + "=ALL-UNNAMED"));
        return options;
    }

    /** A tool of the JDK that goes into the installation. */
    String tool(String name) {
        return java.resolve("bin").resolve(os == Os.WINDOWS ? name + ".exe" : name).toString();
    }
}
