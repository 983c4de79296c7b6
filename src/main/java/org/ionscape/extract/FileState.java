package org.ionscape.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.project.Fingerprint;

/**
 * What a result depends on on disk: the files it was computed from, which files lie beside the run, and the files about
 * its compound there and above.
 */
final class FileState {
    private FileState() {}

    /** Equal texts mean that nothing has changed; cheap, for it reads no file to the end. */
    static String of(RunInfo run, List<RunResult.Input> inputs) {
        TreeSet<Path> files = new TreeSet<>(CompoundFiles.behind(run));
        inputs.forEach(i -> files.add(Path.of(i.path())));
        return Fingerprint.of(List.copyOf(files)) + beside(run.path());
    }

    private static String beside(Path run) {
        Path folder = Files.isDirectory(run) ? run : run.toAbsolutePath().getParent();
        try (Stream<Path> list = Files.list(folder)) {
            return String.join(
                    "|", list.map(p -> p.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            return "gone";
        }
    }
}
