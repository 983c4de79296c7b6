package org.ionscape.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Continuations;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Diffusion;

/** What the window asks of the floors below; tests give their own. All methods run inside a job. */
public interface Engine {
    /** Finds the runs under the roots, hands over each as it is recognised, and returns what went wrong. */
    List<Problem> scan(List<Path> roots, Consumer<RunInfo> found, Progress progress);

    /** Which runs follow one another as parts of one simulation, and where such a series breaks. */
    Continuations.Found continuations(List<RunInfo> runs, Progress progress);

    /** Computes everything of one run. */
    RunResult analyse(RunInfo run, AnalysisSettings settings, Progress progress);

    /** The diffusion coefficient of a species from another fit window, from curves already computed. */
    Diffusion refit(RunResult result, String species, double fromPs, double toPs);

    /** Hops or distributions of frames that are open already, for the mobile species the analysis would take. */
    Dynamics dynamics(
            RunInfo run,
            Trajectory trajectory,
            AnalysisSettings settings,
            List<String> mobile,
            Dynamics.Part part,
            Progress progress);
}
