import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The RPM package, put together with {@code rpmbuild} from the same files as the Debian package. */
record Rpm(Path project, String version) {
    /** By what they hold, since distributions call the packages differently. */
    private static final List<String> REQUIRES = List.of(
            "libgtk-3.so.0()(64bit)", "libGL.so.1()(64bit)", "libXxf86vm.so.1()(64bit)", "libXtst.so.6()(64bit)");

    Path build(Path image, Path icons, Path out) throws IOException, InterruptedException {
        Path work = Files.createDirectories(out.resolve("rpm"));
        Path root = new LinuxTree(project).write(image, icons, work.resolve("files"));
        Path spec = work.resolve("ionscape.spec");
        Shell.write(spec, spec(root));
        Shell.run(
                project,
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define",
                "_topdir " + work,
                "--define",
                "_rpmdir " + out,
                "--define",
                "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
                spec.toString());
        Shell.delete(work);
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("rpmbuild left no package"));
        }
    }

    private String spec(Path root) throws IOException {
        Path linux = project.resolve("installer/linux");
        return """
                # libraries and jars stay as they were tested, times and names as the commit has them
                %%global __os_install_post %%{nil}
                %%global _build_id_links none
                %%global use_source_date_epoch_as_buildtime 1
                %%global clamp_mtime_to_source_date_epoch 1
                %%global _buildhost ionscape
                %%global _binary_payload w6.gzdio
                Name: ionscape
                Version: %s
                Release: 1
                Summary: Molecular dynamics of solid electrolytes
                License: GPL-3.0-or-later
                AutoReqProv: no
                %s
                %%description
                Opens folders of runs, shows the ions moving, and computes diffusion, vibrations
                and descriptors with their errors, in a window and on the command line.
                %%install
                cp -a %s/. %%{buildroot}
                %%post
                %s
                %%postun
                %s
                %%files
                /opt/ionscape
                %s
                """
                .formatted(
                        version.replace('-', '~'),
                        REQUIRES.stream().map(r -> "Requires: " + r + "\n").collect(Collectors.joining()),
                        root,
                        script(linux.resolve("postinst")),
                        script(linux.resolve("postrm")),
                        shared(root));
    }

    /** A script of the Debian package, safe from macros. */
    private static String script(Path file) throws IOException {
        return Files.readString(file).replace("%", "%%");
    }

    /** The files in folders that belong to the system. */
    private static String shared(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("usr"))) {
            return files.filter(f -> !Files.isDirectory(f))
                    .map(f -> "/" + root.relativize(f))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }
}
