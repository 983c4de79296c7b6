package org.ionscape.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionscape.app.ProjectStore;
import org.ionscape.compute.ComputeService;
import org.ionscape.trajectory.FrameStore;

/**
 * What needs no window and begins before it, while JavaFX starts: preferences, threads, and the opening of what the
 * program is started with, which is {@code --samples}, a folder of runs, a project file, or nothing.
 */
record Beginning(
        SystemFolders folders,
        Preferences preferences,
        ComputeService compute,
        Openings openings,
        List<String> arguments) {
    private static final String SAMPLES = "--samples";

    static Beginning with(List<String> arguments) {
        SystemFolders folders = SystemFolders.ofSystem();
        Preferences preferences = new Preferences(folders);
        preferences.get(Preferences.MEMORY_MB).ifPresent(mb -> System.setProperty(FrameStore.MEMORY_MB, mb));
        int cores = Runtime.getRuntime().availableProcessors();
        ComputeService compute = new ComputeService((int) preferences.number(Preferences.THREADS, cores));
        Openings openings = new Openings(compute, preferences::projects, ProjectStore::at);
        Beginning beginning = new Beginning(folders, preferences, compute, openings, arguments);
        beginning.readProject();
        return beginning;
    }

    private void readProject() {
        if (arguments.contains(SAMPLES)) {
            openings.begin(openings.ofSamples());
        } else if (!arguments.isEmpty()) {
            openings.begin(Files.isDirectory(given()) ? openings.ofFolder(given()) : given());
        }
    }

    private Path given() {
        return Path.of(arguments.getLast());
    }

    /** Shows what the program was started with. */
    void open(Actions actions) {
        if (arguments.contains(SAMPLES)) {
            actions.openSamples();
        } else if (!arguments.isEmpty()) {
            if (Files.isDirectory(given())) {
                actions.addFolders(List.of(given()));
            } else {
                actions.open(given());
            }
        }
    }
}
