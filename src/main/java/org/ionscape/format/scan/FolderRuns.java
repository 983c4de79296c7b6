package org.ionscape.format.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.Decompression;
import org.ionscape.format.TrajectoryReader;

/**
 * The runs of one folder. Files of different kinds that hold as many atoms (XDATCAR, vasprun.xml, OUTCAR) tell of one
 * run, and the best of them that can be read is taken; several files of one kind are runs of their own, called by
 * their files.
 *
 * @param folder where the files are
 * @param files those that may be trajectories, ascending
 * @param beside all files of the folder
 * @param elementOfType what each LAMMPS type is, where somebody said so
 */
record FolderRuns(Path folder, List<Path> files, Collection<Path> beside, Map<String, String> elementOfType) {
    static final String STATIC = "one configuration or a relaxation, not a simulation: there is no motion to analyse";

    /** Whether a problem only says that a file holds no simulation. */
    static boolean saysStatic(Problem problem) {
        return problem.message().startsWith(STATIC);
    }

    FolderRuns(Path folder, List<Path> files, Collection<Path> beside) {
        this(folder, files, beside, Map.of());
    }

    List<RunInfo> inspect(List<Problem> problems, Progress progress) {
        Map<Path, TrajectoryReader> readers = readers(problems);
        boolean kindsDiffer =
                readers.values().stream().map(TrajectoryReader::name).distinct().count() == readers.size();
        Path called = folder.toString().isEmpty() ? folder.toAbsolutePath() : folder;
        List<RunInfo> runs = new ArrayList<>();
        List<Problem> statics = new ArrayList<>();
        readers.forEach((file, reader) -> inspect(kindsDiffer ? called : file, file, reader, problems, progress)
                .ifPresentOrElse(runs::add, () -> statics.add(Problem.of(file, STATIC + "; it is left out"))));
        statics.removeIf(s -> problems.stream().anyMatch(p -> p.file().equals(s.file())));
        if (runs.isEmpty() || !kindsDiffer) {
            problems.addAll(statics);
        }
        if (!kindsDiffer || runs.size() < 2) {
            return runs;
        }
        if (runs.stream().map(RunInfo::atoms).distinct().count() == 1) {
            return List.of(best(runs));
        }
        runs.clear();
        readers.forEach((file, reader) ->
                inspect(file, file, reader, new ArrayList<>(), progress).ifPresent(runs::add));
        return runs;
    }

    /** The readable files in the order of preference; of a file and its compressed copy one. */
    private Map<Path, TrajectoryReader> readers(List<Problem> problems) {
        Map<String, Path> byName = new LinkedHashMap<>();
        files.forEach(f -> byName.putIfAbsent(Decompression.plainName(f), f));
        Map<Path, TrajectoryReader> readers = new LinkedHashMap<>();
        for (Path file : byName.values()) {
            try {
                TrajectoryFiles.readerOf(file).ifPresent(r -> readers.put(file, r));
            } catch (InputException e) {
                problems.add(e.problem());
            }
        }
        Map<Path, TrajectoryReader> ranked = new LinkedHashMap<>();
        readers.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> TrajectoryFiles.rank(e.getValue())))
                .forEach(e -> ranked.put(e.getKey(), e.getValue()));
        return ranked;
    }

    private Optional<RunInfo> inspect(
            Path path, Path file, TrajectoryReader reader, List<Problem> problems, Progress progress) {
        try {
            return new Candidate(path, file, reader, beside, elementOfType).inspect(progress);
        } catch (InputException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /** The first, saying which others tell of the same. */
    private static RunInfo best(List<RunInfo> same) {
        RunInfo best = same.getFirst();
        Map<String, String> from = new LinkedHashMap<>(best.from());
        String others = String.join(
                ", ",
                same.stream()
                        .skip(1)
                        .map(r -> r.files().getFirst().getFileName().toString())
                        .toList());
        from.merge("trajectory", others, (taken, rest) -> taken + " (" + rest + " tell of the same run)");
        return best.withFrom(from);
    }
}
