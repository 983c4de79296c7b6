package org.ionscape.project;

import org.ionscape.format.scan.RunInfo;

/**
 * A run of a project.
 *
 * @param id its number in the file, never used again
 * @param info as it was recognised
 * @param settings what the person corrected, as JSON; empty text: nothing
 * @param counts whether it counts in statistics
 */
public record ProjectRun(long id, RunInfo info, String settings, Counts counts) {
    /** Whether a run counts in statistics. */
    public enum Counts {
        YES,
        NO
    }
}
