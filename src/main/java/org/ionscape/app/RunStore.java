package org.ionscape.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/** Where the window keeps what it is told: the open project file. Safe for several threads. */
public interface RunStore extends AutoCloseable {
    /**
     * A run as it is stored.
     *
     * @param own as it was recognised, by itself
     * @param naming what the person calls it
     * @param later the runs that were joined to it, in the order of time
     */
    record Stored(
            long id, RunInfo own, Naming naming, AnalysisSettings settings, boolean excluded, List<Stored> later) {
        public Stored {
            later = List.copyOf(later);
        }

        /** The run with all that was joined to it, as the person calls it. */
        public RunInfo info() {
            return RunInfo.joined(Stream.concat(Stream.of(own), later.stream().map(Stored::own))
                            .toList())
                    .called(naming);
        }
    }

    /** What is known of a run's numbers. */
    record Standing(RunStatus status, String why, Optional<RunResult> result) {}

    /** The project file. */
    Path file();

    /** The runs as they were when the project was opened; asks no disk. */
    List<Stored> runs();

    /** Adds runs that are not yet known; returns the new ones, or those of the same path that were removed before. */
    List<Stored> add(List<RunInfo> runs);

    void remove(Collection<Long> ids);

    /** Brings removed runs back with everything that was known of them. */
    void restore(Collection<Long> ids);

    void correct(long id, AnalysisSettings settings);

    /** Keeps what the person calls a run. */
    void name(long id, Naming naming);

    /** Makes runs one simulation, called by the first; the others follow in the order given. */
    void join(long first, List<Long> later);

    /** Makes the parts of a joined run runs of their own again. */
    void separate(long first);

    /** Takes a run out of statistics or back in. */
    void exclude(long id, Inclusion inclusion);

    /** Whether a run counts in statistics. */
    enum Inclusion {
        INCLUDED,
        EXCLUDED
    }

    /** The stored result under these settings, with whether it is still that of the files. */
    Standing standing(Stored run);

    void storeResult(long id, AnalysisSettings settings, RunResult result);

    void storeProblem(long id, AnalysisSettings settings, String why);

    /** Whether what is changed is kept; a second window on a project sees a copy that is not. */
    Keeping keeping();

    /** What becomes of changes. */
    enum Keeping {
        KEPT,
        LOST
    }

    /** Remembered words, by name. */
    Map<String, String> settings();

    void putSetting(String key, String value);

    /** Texts that a place of the window keeps, by name. */
    Map<String, String> documents(String kind);

    void putDocument(String kind, String name, String text);

    void removeDocument(String kind, String name);

    @Override
    void close();
}
