import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Debian package, put together from the image with {@code dpkg-deb}: the program under /opt/ionscape, the command in
 * /usr/bin, the entry of the desktop, the file type, icons, licences. All files have the time of the build.
 */
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
        Path root = out.resolve("deb");
        String architecture = Shell.output("dpkg", "--print-architecture");
        Shell.run(project, "cp", "-a", image.toString(), Files.createDirectories(root.resolve("opt")).toString());
        Path bin = Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(bin.resolve("ionscape"), Path.of("/opt/ionscape/bin/ionscape"));
        Path share = root.resolve("usr/share");
        Path linux = project.resolve("installer/linux");
        Shell.copy(linux.resolve("ionscape.desktop"), share.resolve("applications/ionscape.desktop"));
        Shell.copy(linux.resolve("ionscape.xml"), share.resolve("mime/packages/ionscape.xml"));
        for (int size : Icons.SIZES) {
            Shell.copy(
                    icons.resolve(size + ".png"),
                    share.resolve("icons/hicolor/" + size + "x" + size + "/apps/ionscape.png"));
        }
        Shell.copy(icons.resolve("ionscape.svg"), share.resolve("icons/hicolor/scalable/apps/ionscape.svg"));
        Shell.write(share.resolve("doc/ionscape/copyright"), copyright());
        control(root, architecture);
        Shell.settle(root);
        permissions(root);
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

    private static String copyright() {
        return """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                Upstream-Name: Ionscape

                Files: *
                Copyright: Ionscape contributors
                License: GPL-3.0-or-later
                 The full text is /opt/ionscape/lib/app/LICENSE, on Debian systems also
                 /usr/share/common-licenses/GPL-3. Licences of the libraries lie in
                 /opt/ionscape/lib/app/licences, those of the Java runtime in
                 /opt/ionscape/lib/runtime/legal, a list of all in
                 /opt/ionscape/lib/app/ionscape.cdx.json.
                """;
    }

    /** As packages have them, whatever the umask of the build: all may read, what is run may be run. */
    private static void permissions(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    continue;
                }
                boolean runs = Files.isDirectory(file)
                        || Files.isExecutable(file)
                        || file.getFileName().toString().matches("postinst|postrm");
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
