package org.ionscape.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.compute.Version;
import org.ionscape.crystal.Family;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.table.Catalogue;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.Msd;
import org.ionscape.transport.MsdCurve;
import org.ionscape.vibration.Lindemann;

/**
 * What can be told of a run of which nobody knows the time between frames: all that is no rate and no frequency. The
 * window of the framework's msd is then counted in frames, which makes it the same.
 */
final class TimelessRun {
    private static final String UNKNOWN = "the time between frames is not known";

    private TimelessRun() {}

    /** The row of a run. */
    static DescriptorRow row(
            String name, RunInfo run, LoadedTrajectory loaded, AnalysisSettings settings, Progress progress) {
        if (settings.skipPs().orElse(0) > 0) {
            throw InputException.of(run.path(), UNKNOWN + ", so no equilibration can be left out; give it in fs");
        }
        Trajectory trajectory = loaded.trajectory();
        RunAnalyser.Choices choices = RunAnalyser.Choices.withoutTime(run, trajectory, settings);
        List<Problem> warnings = new ArrayList<>(run.problems());
        warnings.removeIf(RunScanner::asksForTemperature);
        warnings.addAll(loaded.warnings());
        RunAnalyser.Motion motion = RunAnalyser.motion(run, trajectory, choices, warnings, progress.part(0, 0.4));
        List<String> mobile = motion.mobile();
        CompoundDescriptors.Found compound = CompoundDescriptors.of(
                run, mobile, RunAnalyser.firstFrame(trajectory), settings.preset(), progress.part(0.4, 0.6));
        warnings.addAll(compound.warnings());
        Map<String, DescriptorValue> ofMotion = ofMotion(trajectory, motion, settings, progress.part(0.6, 1));
        Map<String, DescriptorValue> descriptors =
                RunDescriptors.of(run, trajectory.atoms(), mobile, compound, ofMotion, warnings);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("mobile", mobile);
        parameters.put("timeStepFs", OptionalDouble.empty());
        parameters.put("drift", choices.drift().label());
        if (!compound.crystal().isEmpty()) {
            parameters.put("crystal", compound.crystal());
        }
        return new DescriptorRow(
                name,
                List.of(run.path().toString()),
                run.compound(),
                run.formula(),
                Family.ofMobile(mobile).label(),
                String.join("+", mobile),
                choices.temperatureK(),
                run.stoichiometry(),
                settings.preset(),
                Version.CURRENT,
                parameters,
                RunAnalyser.inputs(loaded, compound),
                descriptors,
                warnings.stream().distinct().toList());
    }

    private static Map<String, DescriptorValue> ofMotion(
            Trajectory trajectory, RunAnalyser.Motion motion, AnalysisSettings settings, Progress progress) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        List<String> needTime = new ArrayList<>(List.of("diffusion_coefficient"));
        needTime.addAll(RunVibrations.keysOfSpectra());
        for (String key : needTime) {
            String unit = Catalogue.lopez().of(key).orElseThrow().unit();
            found.put(key, DescriptorValue.missing(unit, UNKNOWN));
        }
        Map<String, MsdCurve> msd = Msd.ofSpecies(trajectory, motion.paths(), 1, progress.part(0, 0.7));
        boolean windowInPs = settings.fitFromPs().isPresent();
        Optional<Diffusion> fit = motion.mobile().stream()
                .findFirst()
                .filter(ion -> !windowInPs)
                .map(msd::get)
                .flatMap(curve -> RunAnalyser.fit(curve, settings));
        found.put(
                "msd",
                fit.map(f -> RunDescriptors.frameworkMsd(motion.mobile(), msd, f, "frames"))
                        .orElse(DescriptorValue.missing("A2", windowInPs ? UNKNOWN : "too few frames for a fit")));
        found.put(
                "lindemann_ratio",
                RunVibrations.lindemann(
                        Lindemann.of(trajectory, motion.paths(), motion.mobile(), progress.part(0.7, 1))));
        return found;
    }
}
