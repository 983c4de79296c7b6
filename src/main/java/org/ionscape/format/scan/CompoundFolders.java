package org.ionscape.format.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders in which files about a run's compound may lie. */
public final class CompoundFolders {
    private static final int LEVELS = 7;
    /** How deep calculations may lie below a folder: {@code phonon/born}. */
    private static final int DEPTH = 2;

    /**
     * Names of folders with calculations of the crystal itself. Others may hold variants of it (a pressure, a volume),
     * defects or surfaces.
     */
    private static final Pattern OF_CRYSTAL = Pattern.compile(
            "(?i)(?!.*(vacanc|defect|surface|neb|non-?stoich)).*(elastic|stiffness|mechanic|born|dfpt|dielectric"
                    + "|epsilon|phonon|gamma|static|scf|relax|optimi[sz]|unit-?_?cell|primitive|conventional|structure|bulk"
                    + "|bands?\\b|band-?_?(gap|structure)|electronic|eigenval|ground-?_?state).*");

    private CompoundFolders() {}

    /**
     * The run's folder and those above it as far as the one that is called as the compound, nearest first, each followed
     * by the folders below it that are called by a calculation of the crystal ({@code elastic}, {@code born} …). Where
     * none is called as the compound, the folder above counts only if the run's own is named by a temperature.
     */
    public static List<Path> of(RunInfo run) {
        return upwards(run).stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder), calculations(folder, DEPTH)))
                .distinct()
                .toList();
    }

    private static List<Path> upwards(RunInfo run) {
        List<Path> folders = new ArrayList<>();
        Path folder = Files.isDirectory(run.path())
                ? run.path()
                : run.path().toAbsolutePath().normalize().getParent();
        Path above = folder.toAbsolutePath().normalize();
        folders.add(folder);
        for (int i = 0; i < LEVELS && above != null && above.getFileName() != null; i++) {
            if (i > 0) {
                folders.add(above);
            }
            if (above.getFileName().toString().equals(run.compound())) {
                return folders;
            }
            above = above.getParent();
        }
        boolean temperature = new FolderNames(folder).isNamedByTemperature();
        return folders.subList(0, Math.min(folders.size(), temperature ? 2 : 1));
    }

    /** None below a folder that may not be looked into; links are not followed. */
    private static Stream<Path> calculations(Path folder, int depth) {
        List<Path> found;
        try (Stream<Path> list = Files.list(folder)) {
            found = list.filter(
                            p -> OF_CRYSTAL.matcher(p.getFileName().toString()).matches())
                    .filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
        return found.stream()
                .flatMap(below ->
                        Stream.concat(Stream.of(below), depth > 1 ? calculations(below, depth - 1) : Stream.empty()));
    }
}
