import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The Debian package, put together with {@code dpkg-deb}. All files have the time of the build. */
final class Deb {
    /** What the JDK's and JavaFX's libraries open by name, beside what they are linked with. */
    private static final String DEPENDS = "libc6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1, libxtst6";

    private final Path project;
    private final String version;

    Deb(Path project, String version) {
        this.project = project;
        this.version = version;
    }

    Path build(Path image, Path icons, Path out) throws Exception {
        Path root = new LinuxTree(project).write(image, icons, out.resolve("deb"));
        String architecture = Shell.output("dpkg", "--print-architecture");
        control(root, architecture);
        Shell.settle(root);
        LinuxTree.permissions(root);
        Path deb = out.resolve("ionscape_" + version + "_" + architecture + ".deb");
        Shell.run(project, "dpkg-deb", "--root-owner-group", "-Zgzip", "-z6", "--build", root.toString(), deb.toString());
        Shell.delete(root);
        return deb;
    }

    private void control(Path root, String architecture) throws IOException, NoSuchAlgorithmException {
        long kib = 0;
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f)).sorted().toList()) {
                kib += (Files.size(file) + 1023) / 1024;
                sums.append(md5(file)).append("  ").append(root.relativize(file)).append('\n');
            }
        }
        Path debian = root.resolve("DEBIAN");
        Shell.write(debian.resolve("md5sums"), sums.toString());
        Shell.write(
                debian.resolve("control"),
                """
                Package: ionscape
                Version: %s
                Architecture: %s
                Maintainer: Ionscape contributors <maintainers@ionscape.invalid>
                Installed-Size: %d
                Depends: %s
                Section: science
                Priority: optional
                Description: molecular dynamics of solid electrolytes
                 Opens folders of runs, shows the ions moving, and computes diffusion, vibrations
                 and descriptors with their errors, in a window and on the command line.
                """
                        .formatted(version, architecture, kib, DEPENDS));
        for (String script : List.of("postinst", "postrm")) {
            Shell.copy(project.resolve("installer/linux/" + script), debian.resolve(script));
        }
    }

    private static String md5(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    }
}
