import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The cache of loaded and linked classes, with which the program starts faster: made by a start of the finished image on
 * the samples, without a display, that reports and ends by itself. It names the jars with their times, which packages keep.
 */
final class AotCache {
    static final String NAME = "ionscape.aot";

    private AotCache() {}

    static void train(Path image, Package.Os os) throws IOException, InterruptedException {
        Path app = switch (os) {
            case LINUX -> image.resolve("lib/app");
            case WINDOWS -> image.resolve("app");
            case MAC -> image.resolve("Contents/app");
        };
        Path launcher = switch (os) {
            case LINUX -> LinuxLauncher.of(image);
            case WINDOWS -> image.resolve("ionscape.exe");
            case MAC -> image.resolve("Contents/MacOS/ionscape");
        };
        Shell.settle(image);
        Path config = os == Package.Os.LINUX ? launcher : app.resolve("ionscape.cfg");
        String before = Files.readString(config);
        Path home = Files.createTempDirectory("ionscape-training");
        // no larger than the screen of JavaFX's headless platform, beyond which it fails
        Files.writeString(home.resolve("preferences.properties"), "window.width=960\nwindow.height=700\n");
        List<String> options = List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dionscape.home=" + home,
                "-Duser.home=" + home,
                "-Dionscape.startup=report");
        String training = os == Package.Os.LINUX
                ? before.replace(LinuxLauncher.MORE_OPTIONS, String.join(" ", options))
                : before + "java-options=" + String.join("\njava-options=", options) + "\n";
        Files.writeString(config, training.replace("-XX:AOTCache=", "-XX:AOTCacheOutput="));
        try {
            Shell.run(image, launcher.toString(), "--samples");
        } finally {
            Files.writeString(config, before);
            Shell.delete(home);
        }
        if (!Files.isRegularFile(app.resolve(NAME))) {
            throw new IOException("the start that was to record the cache left none: " + app.resolve(NAME));
        }
        Files.deleteIfExists(app.resolve(NAME + ".config"));
        Shell.settle(image);
    }
}
