package org.ionscape.format.curve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;

/**
 * The curves found beside a run: {@code msd_*.dat}, {@code VACF*.dat} and {@code VDOS*.dat}.
 *
 * @param curves in the order of their names
 * @param problems of files that could not be read
 */
public record Overlays(List<Overlay> curves, List<Problem> problems) {
    /** None found. */
    public static final Overlays NONE = new Overlays(List.of(), List.of());

    private static final int MOST = 12;

    public Overlays {
        curves = List.copyOf(curves);
        problems = List.copyOf(problems);
    }

    /**
     * Looks in the folder of a run.
     *
     * @param run its folder, or a file in it
     * @param stepFs time between frames; empty when not known
     */
    public static Overlays beside(Path run, OptionalDouble stepFs, Progress progress) {
        Path folder = Files.isDirectory(run) ? run : run.toAbsolutePath().getParent();
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(f -> kind(f).isPresent() && Files.isRegularFile(f))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return NONE; // that a run's folder cannot be listed is told where its trajectory is read
        }
        List<Overlay> curves = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            progress.check();
            try {
                curves.add(Overlay.read(file, kind(file).orElseThrow(), stepFs));
            } catch (InputException e) {
                problems.add(e.problem());
            }
        }
        return new Overlays(curves, problems);
    }

    /** Those of a kind. */
    public List<Overlay> of(Overlay.Kind kind) {
        return curves.stream().filter(c -> c.kind() == kind).toList();
    }

    private static Optional<Overlay.Kind> kind(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.dat(\\.(gz|bz2|xz|zst))?")) {
            return Optional.empty();
        }
        return name.startsWith("msd_")
                ? Optional.of(Overlay.Kind.MSD)
                : name.startsWith("vacf")
                        ? Optional.of(Overlay.Kind.VACF)
                        : name.startsWith("vdos") ? Optional.of(Overlay.Kind.VDOS) : Optional.empty();
    }
}
