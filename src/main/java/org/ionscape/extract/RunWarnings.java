package org.ionscape.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Cell;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;

/** What a careful colleague would say about a run before its numbers are believed. */
final class RunWarnings {
    private static final double FEW_HOPS = 10;
    private static final double SMALL_BOX_A = 8;
    private static final double SHORT_RUN_PS = 10;

    private RunWarnings() {}

    static void add(
            List<Problem> warnings,
            RunInfo run,
            Trajectory trajectory,
            Displacements paths,
            List<String> mobile,
            Map<String, MsdCurve> msd,
            Map<String, Diffusion> diffusion,
            RunAnalyser.Choices choices) {
        if (paths.suspiciousIncrements() > 0) {
            say(
                    warnings,
                    run,
                    "%d steps longer than 0.4 of the cell, the first into frame %d: frames are stored too far apart, or"
                            + " runs were put together; unwrapped paths cannot be trusted",
                    paths.suspiciousIncrements(),
                    paths.firstSuspiciousFrame() + 1);
        }
        for (String species : mobile) {
            Diffusion d = diffusion.get(species);
            Optional.ofNullable(d)
                    .flatMap(Diffusion::bend)
                    .ifPresent(bend -> say(warnings, run, "%s: %s", species, bend));
            if (d == null) {
                say(warnings, run, "too few frames for a diffusion coefficient of %s", species);
            } else if (!d.resolved()) {
                say(
                        warnings,
                        run,
                        "no diffusion resolved: %d of %d %s ions left their sites; D is below %.1e cm²/s",
                        msd.get(species).ionsMoved(),
                        msd.get(species).ions(),
                        species,
                        d.upperBoundCm2PerS());
            } else if (d.hopsPerIon() < FEW_HOPS) {
                say(
                        warnings,
                        run,
                        "about %.1f hops per %s ion: fewer than ten make D uncertain beyond its error; run longer",
                        d.hopsPerIon(),
                        species);
            }
        }
        double totalPs = (paths.frames() - 1) * choices.timeStepFs() / 1000;
        if (totalPs < SHORT_RUN_PS) {
            say(warnings, run, "the run is only %.3g ps long", totalPs);
        }
        Cell cell = trajectory.cell(0);
        double height = Math.min(cell.heightA(0), Math.min(cell.heightA(1), cell.heightA(2)));
        if (height < SMALL_BOX_A) {
            say(warnings, run, "the box is only %.1f Å across: ions meet their own images", height);
        }
        if (choices.temperatureK().isEmpty()) {
            say(warnings, run, "the temperature is not known, so there is no conductivity; give it in K");
        }
    }

    private static void say(List<Problem> warnings, RunInfo run, String format, Object... values) {
        warnings.add(Problem.of(run.path(), String.format(Locale.ROOT, format, values)));
    }
}
