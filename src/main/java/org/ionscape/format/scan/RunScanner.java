package org.ionscape.format.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;

/**
 * Finds the runs below folders. A run is a folder with a trajectory, whatever its file is called; several descriptions
 * of one simulation in a folder (XDATCAR, vasprun.xml, OUTCAR) are one run. What cannot be used becomes a problem, and
 * the rest goes on. Links to folders are not followed, nothing is written.
 */
public final class RunScanner {
    /** Files that lie beside trajectories and need not be opened to know that they are none. */
    private static final Pattern NEVER =
            Pattern.compile("(?i)(POSCAR|CONTCAR|INCAR|KPOINTS|POTCAR|OSZICAR|CHG|CHGCAR|WAVECAR|DOSCAR|EIGENVAL|PROCAR"
                    + "|IBZKPT|PCDAT|LOCPOT|AECCAR\\d|REPORT|DIFFUSION.*|LICENSE.*|README.*|VDOS.*|VACF.*|msd_.*"
                    + "|.*\\.(csv|json|py|sh|md|rst|txt|png|jpe?g|pdf|svg|zip|tar|tgz|cif|h5|hdf5|sqlite|ionscape|log|in|data|dat|zip|java|jar|html))"
                    + "(\\.(gz|bz2|xz|zst))?|\\..*|frame_numbers.*");

    private RunScanner() {}

    /** Everything below the given folders (or the given files themselves). */
    public static ScanResult scan(List<Path> roots, Progress progress) {
        return scan(roots, progress, run -> {});
    }

    /** The same, with each run handed on as it is found. */
    public static ScanResult scan(List<Path> roots, Progress progress, Consumer<RunInfo> found) {
        List<RunInfo> runs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<Path, List<Path>> folders = new TreeMap<>();
        for (Path root : roots) {
            collect(root, folders, problems, progress);
        }
        int done = 0;
        for (Map.Entry<Path, List<Path>> folder : folders.entrySet()) {
            progress.report(done++, folders.size(), "folders");
            for (Candidate candidate : candidates(folder.getValue(), problems)) {
                try {
                    Optional<RunInfo> run = candidate.inspect(progress);
                    run.ifPresent(found);
                    run.ifPresent(runs::add);
                    if (run.isEmpty()) {
                        problems.add(
                                Problem.of(candidate.file(), "one configuration, not a simulation: it is left out"));
                    }
                } catch (InputException e) {
                    problems.add(e.problem());
                }
            }
        }
        runs.sort(Comparator.comparing(RunInfo::path));
        if (runs.isEmpty() && problems.isEmpty()) {
            roots.forEach(r -> problems.add(Problem.of(
                    r,
                    "no trajectory below this folder; expected XDATCAR, vasprun.xml, OUTCAR, extended XYZ or LAMMPS"
                            + " dumps")));
        }
        return new ScanResult(runs, problems);
    }

    /**
     * One run, from its folder or from any trajectory file.
     *
     * @throws InputException when there is none, or more than one in the folder
     */
    public static RunInfo inspect(Path folderOrFile) {
        if (!Files.exists(folderOrFile)) {
            throw InputException.of(folderOrFile, "there is no such file or folder");
        }
        if (!Files.isDirectory(folderOrFile)) {
            return Candidate.ofFile(folderOrFile)
                    .inspect(Progress.NONE)
                    .orElseThrow(() -> InputException.of(
                            folderOrFile, "one configuration, not a simulation: there is no motion to analyse"));
        }
        List<Problem> problems = new ArrayList<>();
        List<Candidate> candidates = candidates(filesOf(folderOrFile), problems);
        if (candidates.size() == 1) {
            return candidates
                    .getFirst()
                    .inspect(Progress.NONE)
                    .orElseThrow(() -> InputException.of(
                            folderOrFile, "one configuration, not a simulation: there is no motion to analyse"));
        }
        String message = candidates.isEmpty()
                ? "no trajectory in this folder (to look below it, scan or open it)"
                : candidates.size() + " trajectories in this folder ("
                        + String.join(
                                ", ",
                                candidates.stream()
                                        .map(c -> c.file().getFileName().toString())
                                        .toList())
                        + "); name the file";
        throw problems.isEmpty() ? InputException.of(folderOrFile, message) : new InputException(problems.getFirst());
    }

    private static List<Path> filesOf(Path folder) {
        try (var list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw InputException.of(folder, "this folder cannot be read; you may lack permission");
        }
    }

    private static void collect(Path root, Map<Path, List<Path>> folders, List<Problem> problems, Progress progress) {
        if (!Files.exists(root)) {
            problems.add(Problem.of(root, "there is no such file or folder"));
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    progress.check();
                    if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                        folders.computeIfAbsent(file.getParent(), f -> new ArrayList<>())
                                .add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.add(Problem.of(
                            file,
                            switch (e) {
                                case AccessDeniedException denied ->
                                    "you may not read this; ask its owner for permission";
                                case NoSuchFileException gone -> "it disappeared while the folder was read";
                                default -> "it cannot be read (" + e.getMessage() + ")";
                            }));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                    if (e != null) {
                        problems.add(Problem.of(folder, "it could only be read in part (" + e.getMessage() + ")"));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(Problem.of(root, "it cannot be read (" + e.getMessage() + ")"));
        }
    }

    /** The runs of one folder. */
    private static List<Candidate> candidates(List<Path> files, List<Problem> problems) {
        List<Candidate> all = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            if (NEVER.matcher(file.getFileName().toString()).matches()) {
                continue;
            }
            try {
                TrajectoryFiles.readerOf(file).ifPresent(r -> all.add(new Candidate(file, file, r, files)));
            } catch (InputException e) {
                problems.add(e.problem());
            }
        }
        // one file of each kind: the same simulation told several times
        boolean same = all.stream().map(c -> c.reader().name()).distinct().count() == all.size();
        if (same && !all.isEmpty()) {
            Candidate best = all.getFirst();
            for (Candidate c : all) {
                best = TrajectoryFiles.rank(c.reader()) < TrajectoryFiles.rank(best.reader()) ? c : best;
            }
            return List.of(new Candidate(best.file().getParent(), best.file(), best.reader(), files));
        }
        return all;
    }
}
