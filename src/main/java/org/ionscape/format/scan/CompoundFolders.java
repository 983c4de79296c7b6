package org.ionscape.format.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders in which files about a run's compound may lie. */
public final class CompoundFolders {
    private static final int LEVELS = 7;

    private CompoundFolders() {}

    /**
     * The run's folder and those above it as far as the one that is called as the compound, nearest first. Where none is,
     * the folder above counts only if the run's own is named by a temperature.
     */
    public static List<Path> of(RunInfo run) {
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
}
