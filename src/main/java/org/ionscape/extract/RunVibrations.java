package org.ionscape.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.table.Catalogue;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.vibration.Lindemann;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.VibrationAnalysis;
import org.ionscape.vibration.VibrationWarnings;
import org.ionscape.vibration.Vibrations;

/** The vibrations of a run and what to beware of with them. */
final class RunVibrations {
    private static final List<String> GROUPS = List.of(Vibrations.ALL, Vibrations.FRAMEWORK, Vibrations.MOBILE);

    private RunVibrations() {}

    /** Empty when there are too few frames for velocities. */
    static Optional<Vibrations> of(
            Trajectory trajectory,
            Displacements paths,
            List<String> mobile,
            RunAnalyser.Choices choices,
            Preset preset,
            Progress progress) {
        if (paths.frames() < VibrationAnalysis.FEWEST_FRAMES) {
            return Optional.empty();
        }
        double stepPs = choices.timeStepFs() / 1000;
        return Optional.of(new VibrationAnalysis(trajectory, paths, mobile, stepPs, preset)
                .vibrations(choices.temperatureK(), progress));
    }

    static void warn(List<Problem> warnings, RunInfo run, Vibrations vibrations, RunAnalyser.Choices choices) {
        VibrationWarnings.of(vibrations, choices.temperatureK(), choices.timeStepFs())
                .forEach(w -> warnings.add(Problem.of(run.path(), w.sentence())));
    }

    /** The keys of what needs velocities. */
    static List<String> keysOfSpectra() {
        return GROUPS.stream()
                .flatMap(group -> averages(group).keySet().stream())
                .toList();
    }

    /** The eighteen of the densities of states, θ_D and the Lindemann ratio; those that are missing say why. */
    static Map<String, DescriptorValue> descriptors(Optional<Vibrations> vibrations, List<String> mobile) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        for (String group : GROUPS) {
            Optional<Vdos> vdos = vibrations.map(v -> v.vdos().get(group));
            String source = vibrations
                    .map(v -> "density of states of " + words(group, mobile) + ", " + v.method())
                    .orElse("");
            String reason = vibrations.isEmpty()
                    ? "too few frames for velocities"
                    : vdos.isEmpty() ? "there is no framework: all species are mobile" : "the temperature is not known";
            averages(group).forEach((key, of) -> found.put(key, value(key, vdos, of, source, reason)));
        }
        found.put("lindemann_ratio", lindemann(vibrations.flatMap(Vibrations::lindemann)));
        return found;
    }

    private static String words(String group, List<String> mobile) {
        return switch (group) {
            case Vibrations.ALL -> "all atoms";
            case Vibrations.MOBILE -> String.join(" and ", mobile);
            default -> "the framework";
        };
    }

    private static Map<String, ToDoubleFunction<ModeAverages>> averages(String group) {
        String ending = group.equals(Vibrations.ALL) ? "" : "_" + group;
        Map<String, ToDoubleFunction<ModeAverages>> averages = new LinkedHashMap<>();
        if (ending.isEmpty()) {
            averages.put("debye_temperature", ModeAverages::debyeTemperatureK);
        }
        averages.put("omega_mean" + ending, ModeAverages::omegaMeanMeV);
        averages.put("omega30_mean" + ending, ModeAverages::omega30MeanMeV);
        averages.put("e_vib" + ending, ModeAverages::eVibMeV);
        averages.put("c_v" + ending, ModeAverages::cVMeVPerK);
        averages.put("f_vib" + ending, ModeAverages::fVibMeV);
        averages.put("s_vib" + ending, ModeAverages::sVibMeVPerK);
        return averages;
    }

    private static DescriptorValue value(
            String key, Optional<Vdos> vdos, ToDoubleFunction<ModeAverages> of, String source, String reason) {
        String unit = Catalogue.lopez().of(key).orElseThrow().unit();
        return vdos.filter(v -> Double.isFinite(of.applyAsDouble(v.averages())))
                .map(v ->
                        DescriptorValue.of(of.applyAsDouble(v.averages()), of.applyAsDouble(v.errors()), unit, source))
                .orElse(DescriptorValue.missing(unit, reason));
    }

    static DescriptorValue lindemann(Optional<Lindemann> swing) {
        return swing.map(l -> DescriptorValue.of(
                        l.ratio(),
                        l.stderr(),
                        "",
                        String.format(
                                Locale.ROOT,
                                "framework about its mean positions, neighbours %.4g Å apart",
                                l.neighbourA())))
                .orElse(DescriptorValue.missing("", "there are fewer than two framework atoms"));
    }
}
