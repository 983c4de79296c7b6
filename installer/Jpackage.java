import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What jpackage is told beyond the image that is alike everywhere: the packages of Windows and macOS. Names and
 * identities that another publisher has to change are the constants and the variable at the top.
 */
final class Jpackage {
    private static final String VENDOR = "Ionscape contributors";
    private static final String MAC_BUNDLE = "org.ionscape";
    /** Says to Windows that a newer package replaces an older one; it must never change. */
    private static final String WINDOWS_UPGRADE = "6f1b1a52-2f5c-4c53-9d0e-0d6c3f9f2f10";
    /** Who signs on macOS; without it, nobody in particular, which runs on the machine that built it. */
    private static final String MAC_IDENTITY = System.getenv().getOrDefault("IONSCAPE_MAC_IDENTITY", "-");

    private final Package build;

    Jpackage(Package build) {
        this.build = build;
    }

    /** Options of the image. */
    List<String> imageOptions() throws IOException {
        List<String> options = new ArrayList<>(List.of("--app-version", version(), "--vendor", VENDOR));
        switch (build.os) {
            case LINUX -> {}
            case WINDOWS ->
                options.addAll(List.of( // the window without a console behind it; commands need one
                        "--add-launcher",
                        Package.NAME + "-cli="
                                + properties(
                                        "cli.properties",
                                        Map.of("win-console", "true", "win-menu", "false", "win-shortcut", "false"))));
            case MAC ->
                options.addAll(List.of("--mac-package-identifier", MAC_BUNDLE, "--mac-app-category", "education"));
        }
        return options;
    }

    /** Digits and points only; macOS takes no first number of zero. */
    private String version() {
        String plain = build.version.replaceFirst("-.*", "");
        return build.os == Package.Os.MAC && plain.startsWith("0.") ? "1" + plain.substring(1) : plain;
    }

    /** The package of a kind from the image, in the folder that is returned. */
    Path build(String kind, Path image, Path icons) throws IOException, InterruptedException {
        if (build.os == Package.Os.LINUX) {
            throw new IllegalArgumentException("on Linux there are image, deb and rpm; not " + kind);
        }
        Path association = properties(
                "association.properties",
                Map.of(
                        "extension", "ionscape",
                        "mime-type", "application/x-ionscape",
                        "description", "Ionscape project",
                        "icon", Icons.of(icons, build.os).toString()));
        List<String> call = new ArrayList<>(List.of(
                build.tool("jpackage"),
                "--type",
                kind,
                "--name",
                Package.NAME,
                "--app-version",
                version(),
                "--vendor",
                VENDOR,
                "--app-image",
                image.toString(),
                "--license-file",
                build.project.resolve("LICENSE").toString(),
                "--file-associations",
                association.toString(),
                "--dest",
                build.out.toString()));
        if (build.os == Package.Os.WINDOWS) {
            call.addAll(List.of(
                    "--win-menu",
                    "--win-menu-group",
                    "Ionscape",
                    "--win-shortcut-prompt",
                    "--win-dir-chooser",
                    "--win-per-user-install",
                    "--win-upgrade-uuid",
                    WINDOWS_UPGRADE));
        } else {
            call.addAll(List.of("--mac-package-identifier", MAC_BUNDLE));
        }
        Shell.run(build.project, call.toArray(String[]::new));
        return build.out;
    }

    /** Signs anew, since the cache of classes was added to what jpackage signed. */
    void sign(Path image) throws IOException, InterruptedException {
        Shell.run(build.project, "codesign", "--force", "--deep", "--sign", MAC_IDENTITY, image.toString());
    }

    private Path properties(String name, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        Path file = build.out.resolve(name);
        try (java.io.Writer writer = java.nio.file.Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }
}
