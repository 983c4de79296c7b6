import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The files of a Linux package as they lie on the system: the program under /opt/ionscape, the command in /usr/bin, the
 * entry of the desktop, the file type, icons, licences.
 */
record LinuxTree(Path project) {
    Path write(Path image, Path icons, Path root) throws IOException, InterruptedException {
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
        Shell.settle(root);
        permissions(root);
        return root;
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
    static void permissions(Path root) throws IOException {
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
