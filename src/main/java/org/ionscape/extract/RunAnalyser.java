package org.ionscape.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Family;
import org.ionscape.crystal.Structure;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Conduction;
import org.ionscape.transport.Conductivity;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.DiffusionFit;
import org.ionscape.transport.Drift;
import org.ionscape.transport.Msd;
import org.ionscape.transport.MsdCurve;
import org.ionscape.vibration.Vibrations;

/**
 * Analyses one run: reads it, unwraps it, and computes what the settings ask for. The same input and settings give the
 * same bytes.
 *
 * <p>An XDATCAR of 100 000 frames × 300 atoms (1.1 GB) takes 18 s of one core with either preset, in a heap of 1 GB; the
 * search of the diffusive onset is part of that.
 */
public final class RunAnalyser {
    private RunAnalyser() {}

    /**
     * Reads the run's files and analyses them.
     *
     * @throws InputException when a file cannot be read, or the time between frames is neither recognised nor given
     */
    public static RunResult analyse(RunInfo run, AnalysisSettings settings, Progress progress) {
        try (LoadedTrajectory loaded = TrajectoryFiles.read(run.files(), run.hints(), progress.part(0, 0.5))) {
            return analyse(run, loaded, settings, progress.part(0.5, 1));
        }
    }

    /** Analyses frames that were read already, for example by the viewer. */
    public static RunResult analyse(
            RunInfo run, LoadedTrajectory loaded, AnalysisSettings settings, Progress progress) {
        Trajectory trajectory = loaded.trajectory();
        Choices choices = Choices.of(run, trajectory, settings);
        List<Problem> warnings = new ArrayList<>(run.problems());
        warnings.removeIf(RunScanner::asksForTimeStep); // by now it is known, or the analysis was refused
        warnings.removeIf(RunScanner::asksForTemperature); // told below with what follows from it
        warnings.addAll(loaded.warnings());
        Motion motion = motion(run, trajectory, choices, warnings, progress.part(0, 0.5));
        List<String> mobile = motion.mobile();
        Displacements paths = motion.paths();
        Map<String, MsdCurve> msd = new LinkedHashMap<>(
                Msd.ofSpecies(trajectory, paths, choices.timeStepFs() / 1000, progress.part(0.5, 0.7)));
        Map<String, Diffusion> diffusion = new LinkedHashMap<>();
        msd.forEach((species, curve) -> fit(curve, settings).ifPresent(d -> diffusion.put(species, d)));
        Conductivity conductivity = new Conductivity(
                trajectory.atoms(), mobile, paths, choices.timeStepFs() / 1000, progress.part(0.7, 0.8));
        Conduction conduction = conductivity.conduction(diffusion, settings.preset(), choices.temperatureK());
        msd.put("all", Msd.ofAll(msd));
        conductivity.collectiveMsd().ifPresent(curve -> msd.put(RunResult.COLLECTIVE, curve));
        RunWarnings.add(warnings, run, trajectory, paths, mobile, msd, diffusion, choices);
        Optional<Vibrations> vibrations =
                RunVibrations.of(trajectory, paths, mobile, choices, settings.preset(), progress.part(0.8, 0.9));
        vibrations.ifPresent(v -> RunVibrations.warn(warnings, run, v, choices));
        CompoundDescriptors.Found compound =
                CompoundDescriptors.of(run, mobile, firstFrame(trajectory), settings.preset(), progress.part(0.9, 1));
        warnings.addAll(compound.warnings());
        Map<String, DescriptorValue> ofMotion = new LinkedHashMap<>(RunDescriptors.ofMotion(mobile, msd, diffusion));
        ofMotion.putAll(RunVibrations.descriptors(vibrations, mobile));
        Map<String, DescriptorValue> descriptors =
                RunDescriptors.of(run, trajectory.atoms(), mobile, compound, ofMotion, warnings);
        OptionalDouble suggestedSkipPs = Equilibration.suggestSkipPs(trajectory, choices.timeStepFs() / 1000);
        return new RunResult(
                describe(run, trajectory, choices, mobile),
                settings.preset(),
                parameters(choices, mobile, diffusion, vibrations, trajectory, compound.crystal()),
                inputs(loaded, compound),
                msd,
                diffusion,
                conduction,
                vibrations,
                descriptors,
                suggestedSkipPs,
                warnings.stream().distinct().toList());
    }

    /**
     * The paths of the atoms, and which of them are mobile.
     *
     * @param paths with the common motion taken off that the choices ask for
     */
    record Motion(List<String> mobile, Displacements paths) {}

    /** Where neither person nor table of elements says what is mobile, the fastest species is; that is told. */
    static Motion motion(
            RunInfo run, Trajectory trajectory, Choices choices, List<Problem> warnings, Progress progress) {
        int skip = skipFrames(run, trajectory, choices);
        List<String> mobile = choices.mobile();
        Displacements paths = displacements(trajectory, skip, mobile, choices.drift(), progress.part(0, 0.4));
        if (!mobile.isEmpty()) {
            return new Motion(mobile, paths);
        }
        // only the motion tells: look once, then hold the others still
        mobile = List.of(fastest(trajectory, paths, choices.timeStepFs() / 1000, progress.part(0.4, 0.8)));
        warnings.add(Problem.of(
                "The mobile species " + mobile.getFirst() + " was guessed from the motion; choose it if it is wrong."));
        return new Motion(mobile, displacements(trajectory, skip, mobile, choices.drift(), progress.part(0.8, 1)));
    }

    static List<RunResult.Input> inputs(LoadedTrajectory loaded, CompoundDescriptors.Found compound) {
        return Stream.concat(loaded.files().stream(), compound.inputs().stream())
                .map(RunResult.Input::of)
                .toList();
    }

    static Structure firstFrame(Trajectory trajectory) {
        double[] fractional = new double[3 * trajectory.atoms().count()];
        trajectory.readFrame(0, fractional);
        return new Structure(trajectory.cell(0), trajectory.atoms(), fractional);
    }

    /** D of a species in another window; milliseconds. */
    public static Diffusion refit(RunResult result, String species, double fromPs, double toPs) {
        return DiffusionFit.fit(result.msd().get(species), result.preset(), fromPs, toPs)
                .orElseGet(() -> result.diffusion().get(species));
    }

    static Optional<Diffusion> fit(MsdCurve curve, AnalysisSettings settings) {
        if (settings.fitFromPs().isPresent() && settings.fitToPs().isPresent()) {
            return DiffusionFit.fit(
                    curve,
                    settings.preset(),
                    settings.fitFromPs().getAsDouble(),
                    settings.fitToPs().getAsDouble());
        }
        return DiffusionFit.fit(curve, settings.preset());
    }

    static int skipFrames(RunInfo run, Trajectory trajectory, Choices choices) {
        int skip = (int) Math.min(Integer.MAX_VALUE, Math.round(choices.skipPs() * 1000 / choices.timeStepFs()));
        int left = trajectory.frameCount() - skip;
        if (left < 2) {
            throw InputException.of(
                    run.path(),
                    trajectory.frameCount() + " frames, of which " + skip
                            + " are left out as equilibration: at least two are needed to see motion");
        }
        return skip;
    }

    static Displacements displacements(
            Trajectory trajectory, int skip, List<String> mobile, Drift drift, Progress progress) {
        int atoms = trajectory.atoms().count();
        int[] all = IntStream.range(0, atoms).toArray();
        int[] reference = switch (drift) {
            case NONE -> new int[0];
            case TOTAL -> all;
            case FRAMEWORK -> {
                List<String> still = trajectory.atoms().species().stream()
                        .filter(s -> !mobile.contains(s))
                        .toList();
                yield still.isEmpty() ? all : trajectory.atoms().indicesOf(still);
            }
        };
        return new Displacements(trajectory, skip, reference, progress);
    }

    private static String fastest(Trajectory trajectory, Displacements paths, double stepPs, Progress progress) {
        return Msd.ofSpecies(trajectory, paths, stepPs, progress).entrySet().stream()
                .max(java.util.Comparator.comparingDouble(
                        e -> e.getValue().msdA2()[e.getValue().maxLag()]))
                .orElseThrow()
                .getKey();
    }

    private static RunResult.Run describe(RunInfo run, Trajectory trajectory, Choices choices, List<String> mobile) {
        return new RunResult.Run(
                run.path().toString(),
                run.formula(),
                trajectory.atoms().count(),
                trajectory.frameCount(),
                choices.timeStepFs(),
                choices.temperatureK(),
                Family.ofMobile(mobile),
                run.compound(),
                run.stoichiometry(),
                mobile,
                trajectory.atoms().counts());
    }

    private static Map<String, Object> parameters(
            Choices choices,
            List<String> mobile,
            Map<String, Diffusion> diffusion,
            Optional<Vibrations> vibrations,
            Trajectory trajectory,
            Map<String, Object> crystal) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("mobile", mobile);
        parameters.put("timeStepFs", choices.timeStepFs());
        parameters.put("temperatureK", choices.temperatureK());
        parameters.put("skipPs", choices.skipPs());
        parameters.put("drift", choices.drift().label());
        parameters.put(
                "unwrapping",
                trajectory.wrapping() == Trajectory.Wrapping.WRAPPED ? "fractional, minimum image" : "as in the file");
        if (trajectory.hasVariableCell()) {
            parameters.put("variableCell", "fractional paths carried with the mean cell");
        }
        mobile.stream()
                .filter(diffusion::containsKey)
                .findFirst()
                .ifPresent(s -> parameters.put("fit", diffusion.get(s).method()));
        vibrations.ifPresent(v -> parameters.put("vdos", v.method()));
        if (!crystal.isEmpty()) {
            parameters.put("crystal", crystal);
        }
        return parameters;
    }

    /** What takes effect: the person's word, else what was recognised, else what the preset does. */
    record Choices(List<String> mobile, double timeStepFs, OptionalDouble temperatureK, double skipPs, Drift drift) {
        private static final double NOMINAL_FS = 1000;

        static Choices of(RunInfo run, Trajectory trajectory, AnalysisSettings settings) {
            double step = timeStepFs(run, trajectory, settings)
                    .orElseThrow(() -> InputException.of(
                            run.path(),
                            "the time between frames is not known; give it in fs (--time-step, or Set time step in the"
                                    + " window), or put the INCAR of the run beside it"));
            return of(run, trajectory, settings, step);
        }

        /** With a frame for each picosecond, for what does not depend on the time between them. */
        static Choices withoutTime(RunInfo run, Trajectory trajectory, AnalysisSettings settings) {
            return of(run, trajectory, settings, NOMINAL_FS);
        }

        /** Empty when nothing tells a usable one. */
        static OptionalDouble timeStepFs(RunInfo run, Trajectory trajectory, AnalysisSettings settings) {
            double step = settings.timeStepFs()
                    .orElse(run.timeStepFs().orElse(trajectory.timeStepFs().orElse(Double.NaN)));
            return step > 0 && Double.isFinite(step) ? OptionalDouble.of(step) : OptionalDouble.empty();
        }

        private static Choices of(RunInfo run, Trajectory trajectory, AnalysisSettings settings, double timeStepFs) {
            List<String> mobile = settings.mobile().isEmpty() ? run.mobile() : settings.mobile();
            for (String species : mobile) {
                if (!trajectory.atoms().species().contains(species)) {
                    throw InputException.of(
                            run.path(),
                            "there is no " + species + " in this run; choose the mobile species among "
                                    + String.join(", ", trajectory.atoms().species()));
                }
            }
            Drift byPreset = settings.preset() == Preset.PAPER ? Drift.NONE : Drift.FRAMEWORK;
            OptionalDouble temperature =
                    settings.temperatureK().isPresent() ? settings.temperatureK() : run.temperatureK();
            return new Choices(
                    mobile,
                    timeStepFs,
                    temperature,
                    settings.skipPs().orElse(0),
                    settings.drift().orElse(byPreset));
        }
    }
}
