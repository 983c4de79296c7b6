import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that starts the image on Linux, a short script in place of the launcher that jpackage makes: that one asks
 * rpm and dpkg on every start whose file it is, twice, which alone takes a third of a second.
 */
final class LinuxLauncher {
    /** What stands in the script for options that are added to a single start. */
    static final String MORE_OPTIONS = "$IONSCAPE_JAVA_OPTIONS";

    private LinuxLauncher() {}

    static Path of(Path image) {
        return image.resolve("bin/ionscape");
    }

    /** Writes the script from what jpackage wrote for its launcher, and removes the latter. */
    static void write(Path image) throws IOException {
        Path config = image.resolve("lib/app/ionscape.cfg");
        List<String> classPath = new ArrayList<>();
        List<String> call = new ArrayList<>();
        String mainClass = "";
        for (String line : Files.readAllLines(config)) {
            String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", "$app");
            if (line.startsWith("app.classpath=")) {
                classPath.add(value);
            } else if (line.startsWith("app.mainclass=")) {
                mainClass = value;
            } else if (line.startsWith("java-options=") && !value.startsWith("-Djpackage.")) {
                call.add("\"" + value + "\"");
            }
        }
        call.add("-cp \"" + String.join(":", classPath) + "\"");
        call.add(MORE_OPTIONS);
        call.add(mainClass + " \"$@\"");
        Path launcher = of(image);
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                # Starts Ionscape with the Java runtime that lies beside it; IONSCAPE_JAVA_OPTIONS are added.
                home=$(readlink -f "$0")
                home=${home%/bin/*}
                app=$home/lib/app
                unset JDK_JAVA_OPTIONS
                exec "$home/lib/runtime/bin/java" \\
                """
                        + call.stream().map(part -> "    " + part).collect(Collectors.joining(" \\\n"))
                        + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(config);
        Files.delete(image.resolve("lib/libapplauncher.so"));
    }
}
