package org.ionscape.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.distribution.DensityGrid;
import org.ionscape.transport.distribution.PairCounting;
import org.ionscape.transport.distribution.VanHoveSearch;
import org.ionscape.transport.hops.HopSearch;
import org.ionscape.transport.hops.Hops;

/** The dynamics of a run beyond its diffusion coefficient, with the same frames, drift and mobile ions as that. */
public final class RunDynamics {
    private static final double WANDERING_SHARE = 0.1;

    private RunDynamics() {}

    /**
     * Computes what is asked for.
     *
     * @param mobile the mobile species as the analysis of the run took them, guessed ones included
     * @throws InputException when the time between frames is not known, or too few frames are left to see motion
     */
    public static Dynamics of(
            RunInfo run,
            Trajectory trajectory,
            AnalysisSettings settings,
            List<String> mobile,
            Set<Dynamics.Part> parts,
            Progress progress) {
        RunAnalyser.Choices choices = RunAnalyser.Choices.of(run, trajectory, settings);
        int skip = RunAnalyser.skipFrames(run, trajectory, choices);
        double stepPs = choices.timeStepFs() / 1000;
        int[] ions = trajectory.atoms().indicesOf(mobile);
        if (ions.length == 0) {
            throw InputException.of(run.path(), "there is no mobile ion in this run; choose the mobile species");
        }
        Displacements paths =
                RunAnalyser.displacements(trajectory, skip, mobile, choices.drift(), progress.part(0, 0.1));
        List<Problem> warnings = new ArrayList<>();
        Optional<Hops> hops = parts.contains(Dynamics.Part.HOPS)
                ? Optional.of(HopSearch.find(paths, ions, stepPs, settings.seed(), progress.part(0.1, 0.5)))
                : Optional.empty();
        hops.ifPresent(h -> warnOfWandering(h, run, warnings));
        return new Dynamics(
                hops,
                hops.flatMap(h -> listed(run, warnings)),
                parts.contains(Dynamics.Part.RDF)
                        ? Optional.of(PairCounting.radial(trajectory, skip, progress.part(0.5, 0.7)))
                        : Optional.empty(),
                parts.contains(Dynamics.Part.VAN_HOVE)
                        ? Optional.of(VanHoveSearch.of(paths, ions, stepPs, progress.part(0.7, 0.9)))
                        : Optional.empty(),
                parts.contains(Dynamics.Part.DENSITY)
                        ? Optional.of(DensityGrid.of(
                                paths, ions, DensityGrid.INTERVAL_A, DensityGrid.Spacing.EVEN, progress.part(0.9, 1)))
                        : Optional.empty(),
                warnings);
    }

    private static void warnOfWandering(Hops hops, RunInfo run, List<Problem> warnings) {
        if (hops.wandering() > WANDERING_SHARE * hops.ions().length) {
            warnings.add(Problem.of(
                    run.path(),
                    hops.wandering() + " of " + hops.ions().length
                            + " mobile ions go far, but their places run into one another: hops and residence times"
                            + " miss much of their motion"));
        }
    }

    /** A list that cannot be read is told, and the hops found are used without it. */
    private static Optional<ListedHops> listed(RunInfo run, List<Problem> warnings) {
        try {
            return ListedHops.in(run.files().getFirst().toAbsolutePath().getParent());
        } catch (InputException e) {
            warnings.add(e.problem());
            return Optional.empty();
        }
    }
}
