package org.ionscape.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunAnalyser;
import org.ionscape.extract.RunDynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.TrajectoryFiles;

/**
 * A run analysed for the command line.
 *
 * @param result what every analysis gives
 * @param dynamics what {@code --include} asked for beside it; empty when it asked for nothing
 */
record Analysed(RunResult result, Optional<Dynamics> dynamics) {
    /** Reads the frames once for both. */
    static Analysed of(RunInfo run, AnalysisSettings settings, Set<Dynamics.Part> parts, Progress progress) {
        double half = parts.isEmpty() ? 1 : 0.6;
        try (LoadedTrajectory loaded = TrajectoryFiles.read(run.files(), run.hints(), progress.part(0, half / 2))) {
            RunResult result = RunAnalyser.analyse(run, loaded, settings, progress.part(half / 2, half));
            return new Analysed(
                    result,
                    parts.isEmpty()
                            ? Optional.empty()
                            : Optional.of(RunDynamics.of(
                                    run,
                                    loaded.trajectory(),
                                    settings,
                                    result.run().mobile(),
                                    parts,
                                    progress.part(half, 1))));
        }
    }

    /** What to beware of, in all. */
    List<Problem> warnings() {
        return Stream.concat(result.warnings().stream(), dynamics.stream().flatMap(d -> d.warnings().stream()))
                .toList();
    }
}
