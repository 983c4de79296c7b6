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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
                    + "|.*\\.(csv|json|py|sh|md|rst|png|jpe?g|pdf|svg|zip|tar|tgz|cif|h5|hdf5|sqlite|ionscape|java|jar|html))"
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
        Map<Path, Set<Path>> folders = new TreeMap<>();
        Set<Path> named = new TreeSet<>();
        for (Path root : roots) {
            if (Files.isRegularFile(root)) {
                named.add(root);
            } else {
                collect(root, folders, problems, progress);
            }
        }
        int done = 0;
        for (Map.Entry<Path, Set<Path>> folder : folders.entrySet()) {
            progress.report(done++, folders.size(), "folders");
            Progress inside = progress.part((done - 1.0) / folders.size(), (double) done / folders.size());
            for (RunInfo run : new FolderRuns(folder.getKey(), likely(folder.getValue()), folder.getValue())
                    .inspect(problems, inside)) {
                found.accept(run);
                runs.add(run);
            }
        }
        folders.values().forEach(named::removeAll);
        for (Path file : named) {
            try {
                RunInfo run = inspect(file);
                found.accept(run);
                runs.add(run);
            } catch (InputException e) {
                problems.add(e.problem());
            }
        }
        runs.sort(Comparator.comparing(RunInfo::path));
        leaveToCompounds(runs, problems);
        if (runs.isEmpty() && problems.isEmpty()) {
            roots.forEach(r -> problems.add(Problem.of(
                    r,
                    "no trajectory below this folder; expected XDATCAR, vasprun.xml, OUTCAR, extended XYZ or LAMMPS"
                            + " dumps")));
        }
        return new ScanResult(runs, problems);
    }

    /** A calculation of a crystal at rest is no failed run where it tells of the compound of another. */
    private static void leaveToCompounds(List<RunInfo> runs, List<Problem> problems) {
        if (problems.stream().noneMatch(FolderRuns::saysStatic)) {
            return;
        }
        Set<Path> folders = runs.stream()
                .flatMap(run -> CompoundFolders.of(run).stream().skip(1)) // beside a run it may be one that failed
                .map(folder -> folder.toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        problems.removeIf(p -> FolderRuns.saysStatic(p)
                && p.file()
                        .map(f ->
                                folders.contains(f.toAbsolutePath().normalize().getParent()))
                        .orElse(false));
    }

    /** Whether a problem only asks for the time between frames. */
    public static boolean asksForTimeStep(Problem problem) {
        return problem.message().startsWith(Candidate.UNKNOWN_STEP);
    }

    /** Whether a problem only asks for the temperature. */
    public static boolean asksForTemperature(Problem problem) {
        return problem.message().equals(Candidate.UNKNOWN_TEMPERATURE);
    }

    /**
     * One run, from its folder or from any trajectory file.
     *
     * @throws InputException when there is none, or more than one in the folder
     */
    public static RunInfo inspect(Path folderOrFile) {
        return inspect(folderOrFile, Map.of());
    }

    /** The same, told which element each type of a LAMMPS dump is. */
    public static RunInfo inspect(Path folderOrFile, Map<String, String> elementOfType) {
        if (!Files.exists(folderOrFile)) {
            throw InputException.of(folderOrFile, "there is no such file or folder");
        }
        if (!Files.isDirectory(folderOrFile)) {
            return Candidate.ofFile(folderOrFile, elementOfType)
                    .inspect(Progress.NONE)
                    .orElseThrow(() -> InputException.of(folderOrFile, FolderRuns.STATIC));
        }
        List<Problem> problems = new ArrayList<>();
        List<Path> files = filesOf(folderOrFile);
        List<RunInfo> runs =
                new FolderRuns(folderOrFile, likely(files), files, elementOfType).inspect(problems, Progress.NONE);
        if (runs.size() == 1) {
            return runs.getFirst();
        }
        if (runs.isEmpty() && !problems.isEmpty()) {
            throw new InputException(problems.getFirst());
        }
        throw InputException.of(
                folderOrFile,
                runs.isEmpty()
                        ? "no trajectory in this folder (to look below it, scan or open it)"
                        : runs.size() + " trajectories in this folder ("
                                + String.join(
                                        ", ",
                                        runs.stream()
                                                .map(r -> r.path().getFileName().toString())
                                                .toList())
                                + "); name the file");
    }

    private static List<Path> likely(Collection<Path> files) {
        return files.stream()
                .filter(f -> !NEVER.matcher(f.getFileName().toString()).matches())
                .sorted()
                .toList();
    }

    private static void add(Map<Path, Set<Path>> folders, Path file) {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        folders.computeIfAbsent(folder, f -> new TreeSet<>()).add(file);
    }

    private static List<Path> filesOf(Path folder) {
        try (var list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw InputException.of(folder, "this folder cannot be read; you may lack permission");
        }
    }

    private static void collect(Path root, Map<Path, Set<Path>> folders, List<Problem> problems, Progress progress) {
        if (!Files.exists(root)) {
            problems.add(Problem.of(root, "there is no such file or folder"));
            return;
        }
        try { // a link given by name is meant; links met on the way are not followed, so that none leads in a circle
            Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    progress.check();
                    boolean hidden = !folder.equals(start)
                            && folder.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    progress.check();
                    if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                        add(folders, file);
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
}
