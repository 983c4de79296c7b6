package org.ionscape.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ionscape.app.RunStore;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;

/**
 * Opens project files in the background. For what the program is started with that begins before there is a window, and
 * is mostly done when the window comes up.
 */
final class Openings {
    private static final String PROJECT_ENDING = ".ionscape";

    private final ComputeService compute;
    private final Supplier<Path> folder;
    private final Function<Path, RunStore> projects;
    private final Map<Path, JobHandle<RunStore>> begun = new HashMap<>();

    /**
     * Opens nothing yet.
     *
     * @param folder where projects are made
     * @param projects opens the project of a file, or makes it
     */
    Openings(ComputeService compute, Supplier<Path> folder, Function<Path, RunStore> projects) {
        this.compute = compute;
        this.folder = folder;
        this.projects = projects;
    }

    /** Whether a file is a project, by its name. */
    static boolean isProject(Path file) {
        return String.valueOf(file.getFileName()).endsWith(PROJECT_ENDING);
    }

    /** What a project is called by its file. */
    static String nameOf(Path project) {
        String name = String.valueOf(project.getFileName());
        return isProject(project) ? name.substring(0, name.length() - PROJECT_ENDING.length()) : name;
    }

    /** The project of the samples. */
    Path ofSamples() {
        return file("samples");
    }

    /** The project that is made for a folder of runs. */
    Path ofFolder(Path runs) {
        return file(String.valueOf(runs.toAbsolutePath().normalize().getFileName()));
    }

    private Path file(String name) {
        return folder.get().resolve(name + PROJECT_ENDING);
    }

    /** Begins to open a project that will be asked for soon, if there is one. */
    void begin(Path file) {
        if (Files.isRegularFile(file)) {
            begun.put(file, submit(file));
        }
    }

    /** Opens a project, or goes on with what was begun. */
    JobHandle<RunStore> open(Path file) {
        JobHandle<RunStore> already = begun.remove(file);
        return already == null ? submit(file) : already;
    }

    private JobHandle<RunStore> submit(Path file) {
        return compute.submit(Job.of("Opening " + nameOf(file), progress -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean firstTime = !Files.exists(file);
            RunStore store = projects.apply(file);
            if (firstTime && file.equals(ofSamples())) {
                SampleData.furnish(store);
            }
            return store;
        }));
    }

    /** Copies the samples for the person where that is needed, and says where they are. */
    JobHandle<Path> samples(Path runs) {
        return compute.submit(Job.of("Opening the samples", progress -> SampleData.toOpen(runs, progress)));
    }
}
