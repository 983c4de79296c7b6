package org.ionscape.format.scan;

import java.util.List;
import org.ionscape.compute.Problem;

/**
 * What a scan of folders found.
 *
 * @param runs in the order of their paths
 * @param problems what was looked at and could not be used, with what to do
 */
public record ScanResult(List<RunInfo> runs, List<Problem> problems) {
    public ScanResult {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }
}
