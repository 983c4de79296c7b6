package org.ionscape.extract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.transport.Drift;

/**
 * How a run is to be analysed: the preset, and whatever the person said instead of what was recognised or what the
 * preset would do. An empty field leaves the matter to recognition or preset.
 *
 * @param preset equations to follow
 * @param mobile mobile species; empty list: as recognised
 * @param temperatureK in K
 * @param timeStepFs time between stored frames, fs
 * @param skipPs equilibration left out at the beginning, ps
 * @param fitFromPs beginning of the fitted window, ps (given together with {@code fitToPs})
 * @param fitToPs end of the fitted window, ps
 * @param drift what common motion to subtract
 * @param seed fixes everything random
 */
public record AnalysisSettings(
        Preset preset,
        List<String> mobile,
        OptionalDouble temperatureK,
        OptionalDouble timeStepFs,
        OptionalDouble skipPs,
        OptionalDouble fitFromPs,
        OptionalDouble fitToPs,
        Optional<Drift> drift,
        long seed) {
    public AnalysisSettings {
        mobile = List.copyOf(mobile);
    }

    public static AnalysisSettings of(Preset preset) {
        return new AnalysisSettings(
                preset,
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                0);
    }
}
