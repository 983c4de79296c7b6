package org.ionscape.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunAnalyser;
import org.ionscape.extract.RunDynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Continuations;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Diffusion;

/** The engine of the program, as the command line uses it too. */
public final class RunEngine implements Engine {
    @Override
    public List<Problem> scan(List<Path> roots, Consumer<RunInfo> found, Progress progress) {
        return RunScanner.scan(roots, progress, found).problems();
    }

    @Override
    public Continuations.Found continuations(List<RunInfo> runs, Progress progress) {
        return Continuations.find(runs, progress);
    }

    @Override
    public RunResult analyse(RunInfo run, AnalysisSettings settings, Progress progress) {
        return RunAnalyser.analyse(run, settings, progress);
    }

    @Override
    public Diffusion refit(RunResult result, String species, double fromPs, double toPs) {
        return RunAnalyser.refit(result, species, fromPs, toPs);
    }

    @Override
    public Dynamics dynamics(
            RunInfo run,
            Trajectory trajectory,
            AnalysisSettings settings,
            List<String> mobile,
            Dynamics.Part part,
            Progress progress) {
        return RunDynamics.of(run, trajectory, settings, mobile, Set.of(part), progress);
    }
}
