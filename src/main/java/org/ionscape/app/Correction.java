package org.ionscape.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.ionscape.compute.Preset;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.transport.Drift;

/** What a person can set right in a run's settings, each as a new value with that one field changed. */
public final class Correction {
    private Correction() {}

    /** Everything as recognised and as the preset has it. */
    public static AnalysisSettings none(AnalysisSettings s) {
        return AnalysisSettings.of(s.preset());
    }

    public static AnalysisSettings preset(AnalysisSettings s, Preset preset) {
        return change(s, d -> d.preset = preset);
    }

    public static AnalysisSettings mobile(AnalysisSettings s, List<String> mobile) {
        return change(s, d -> d.mobile = mobile);
    }

    public static AnalysisSettings temperatureK(AnalysisSettings s, OptionalDouble kelvin) {
        return change(s, d -> d.temperatureK = kelvin);
    }

    public static AnalysisSettings timeStepFs(AnalysisSettings s, OptionalDouble fs) {
        return change(s, d -> d.timeStepFs = fs);
    }

    public static AnalysisSettings skipPs(AnalysisSettings s, OptionalDouble ps) {
        return change(s, d -> d.skipPs = ps);
    }

    /** The fit window; both empty gives it back to the preset. */
    public static AnalysisSettings fitPs(AnalysisSettings s, OptionalDouble fromPs, OptionalDouble toPs) {
        return change(s, d -> {
            d.fitFromPs = fromPs;
            d.fitToPs = toPs;
        });
    }

    public static AnalysisSettings drift(AnalysisSettings s, Optional<Drift> drift) {
        return change(s, d -> d.drift = drift);
    }

    private static AnalysisSettings change(AnalysisSettings settings, Consumer<Draft> change) {
        Draft draft = new Draft(settings);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings while one of them is changed. */
    private static final class Draft {
        private Preset preset;
        private List<String> mobile;
        private OptionalDouble temperatureK;
        private OptionalDouble timeStepFs;
        private OptionalDouble skipPs;
        private OptionalDouble fitFromPs;
        private OptionalDouble fitToPs;
        private Optional<Drift> drift;
        private final long seed;

        Draft(AnalysisSettings s) {
            preset = s.preset();
            mobile = s.mobile();
            temperatureK = s.temperatureK();
            timeStepFs = s.timeStepFs();
            skipPs = s.skipPs();
            fitFromPs = s.fitFromPs();
            fitToPs = s.fitToPs();
            drift = s.drift();
            seed = s.seed();
        }

        AnalysisSettings settings() {
            return new AnalysisSettings(
                    preset, mobile, temperatureK, timeStepFs, skipPs, fitFromPs, fitToPs, drift, seed);
        }
    }
}
