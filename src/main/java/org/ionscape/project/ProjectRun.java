package org.ionscape.project;

import java.util.List;
import java.util.stream.Stream;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;

/**
 * A run of a project.
 *
 * @param id its number in the file, never used again
 * @param own as it was recognised, by itself
 * @param naming what the person calls it
 * @param settings what the person corrected, as JSON; empty text: nothing
 * @param counts whether it counts in statistics
 * @param later the runs that were joined to it, in the order of time
 */
public record ProjectRun(long id, RunInfo own, Naming naming, String settings, Counts counts, List<ProjectRun> later) {
    /** Whether a run counts in statistics. */
    public enum Counts {
        YES,
        NO
    }

    public ProjectRun {
        later = List.copyOf(later);
    }

    /** The run with all that was joined to it, as the person calls it. */
    public RunInfo info() {
        return RunInfo.joined(Stream.concat(Stream.of(own), later.stream().map(ProjectRun::own))
                        .toList())
                .called(naming);
    }
}
