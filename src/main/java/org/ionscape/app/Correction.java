package org.ionscape.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.extract.AnalysisSettings;

/** What a person can set right in a run's settings, each as a new value with that one field changed. */
public final class Correction {
    private Correction() {}

    /** Everything as recognised and as the preset has it. */
    public static AnalysisSettings none(AnalysisSettings s) {
        return AnalysisSettings.of(s.preset());
    }

    public static AnalysisSettings preset(AnalysisSettings s, Preset preset) {
        return new AnalysisSettings(
                preset,
                s.mobile(),
                s.temperatureK(),
                s.timeStepFs(),
                s.skipPs(),
                s.fitFromPs(),
                s.fitToPs(),
                s.drift(),
                s.seed());
    }

    public static AnalysisSettings mobile(AnalysisSettings s, List<String> mobile) {
        return new AnalysisSettings(
                s.preset(),
                mobile,
                s.temperatureK(),
                s.timeStepFs(),
                s.skipPs(),
                s.fitFromPs(),
                s.fitToPs(),
                s.drift(),
                s.seed());
    }

    public static AnalysisSettings temperatureK(AnalysisSettings s, OptionalDouble kelvin) {
        return timing(s, kelvin, s.timeStepFs(), s.skipPs());
    }

    public static AnalysisSettings timeStepFs(AnalysisSettings s, OptionalDouble fs) {
        return timing(s, s.temperatureK(), fs, s.skipPs());
    }

    public static AnalysisSettings skipPs(AnalysisSettings s, OptionalDouble ps) {
        return timing(s, s.temperatureK(), s.timeStepFs(), ps);
    }

    /** The fit window; both empty gives it back to the preset. */
    public static AnalysisSettings fitPs(AnalysisSettings s, OptionalDouble fromPs, OptionalDouble toPs) {
        return new AnalysisSettings(
                s.preset(),
                s.mobile(),
                s.temperatureK(),
                s.timeStepFs(),
                s.skipPs(),
                fromPs,
                toPs,
                s.drift(),
                s.seed());
    }

    public static AnalysisSettings drift(AnalysisSettings s, Optional<org.ionscape.transport.Drift> drift) {
        return new AnalysisSettings(
                s.preset(),
                s.mobile(),
                s.temperatureK(),
                s.timeStepFs(),
                s.skipPs(),
                s.fitFromPs(),
                s.fitToPs(),
                drift,
                s.seed());
    }

    private static AnalysisSettings timing(
            AnalysisSettings s, OptionalDouble kelvin, OptionalDouble fs, OptionalDouble skipPs) {
        return new AnalysisSettings(
                s.preset(), s.mobile(), kelvin, fs, skipPs, s.fitFromPs(), s.fitToPs(), s.drift(), s.seed());
    }
}
