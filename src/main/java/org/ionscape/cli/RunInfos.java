package org.ionscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ionscape.compute.Problem;
import org.ionscape.format.scan.RunInfo;

/** Runs with something of them replaced. */
final class RunInfos {
    private RunInfos() {}

    /** Several as one simulation; what was recognised of the first holds. */
    static RunInfo joined(List<RunInfo> runs) {
        List<Path> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        runs.forEach(r -> files.addAll(r.files()));
        runs.forEach(r -> problems.addAll(r.problems()));
        boolean counted = runs.stream().allMatch(r -> r.frames().isPresent());
        OptionalLong frames = counted
                ? OptionalLong.of(
                        runs.stream().mapToLong(r -> r.frames().getAsLong()).sum())
                : OptionalLong.empty();
        return copy(runs.getFirst(), files, frames, problems);
    }

    private static RunInfo copy(RunInfo run, List<Path> files, OptionalLong frames, List<Problem> problems) {
        return new RunInfo(
                run.path(),
                files,
                run.formula(),
                run.species(),
                frames,
                run.timeStepFs(),
                run.temperatureK(),
                run.family(),
                run.compound(),
                run.stoichiometry(),
                run.mobile(),
                run.from(),
                run.hints(),
                problems);
    }
}
