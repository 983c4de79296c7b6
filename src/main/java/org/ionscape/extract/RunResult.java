package org.ionscape.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Family;
import org.ionscape.format.Decompression;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.transport.Conduction;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;
import org.ionscape.vibration.Vibrations;

/**
 * All that was computed of one run, with what it was computed from.
 *
 * @param run what was analysed, after corrections
 * @param preset equations followed
 * @param parameters every parameter that took effect, by name
 * @param inputs the files read
 * @param msd by species, {@code "all"}, and {@link #COLLECTIVE}
 * @param diffusion by species
 * @param conduction of the mobile ions
 * @param vibrations of the atoms; empty when there are too few frames for velocities
 * @param descriptors by key: all 54 of the catalogue, those that nothing tells without a value
 * @param suggestedSkipPs equilibration that the drift of temperature, energy or MSD suggests leaving out; empty: none
 * @param warnings what the person should know
 */
public record RunResult(
        Run run,
        Preset preset,
        Map<String, Object> parameters,
        List<Input> inputs,
        Map<String, MsdCurve> msd,
        Map<String, Diffusion> diffusion,
        Conduction conduction,
        Optional<Vibrations> vibrations,
        Map<String, DescriptorValue> descriptors,
        OptionalDouble suggestedSkipPs,
        List<Problem> warnings) {
    /** Raised whenever results gain or change numbers, so that those stored by an earlier program count as stale. */
    public static final int FORM = 6;

    /** Under which the collective displacement of the mobile ions stands among the curves. */
    public static final String COLLECTIVE = "collective";

    public RunResult {
        // a result stored before there were descriptors has none
        descriptors = descriptors == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(descriptors));
    }

    /** The run as it was analysed. */
    public record Run(
            String path,
            String formula,
            int atoms,
            int frames,
            double timeStepFs,
            OptionalDouble temperatureK,
            Family family,
            String compound,
            Stoichiometry stoichiometry,
            List<String> mobile,
            Map<String, Integer> species) {
        public Run {
            stoichiometry = stoichiometry == null ? Stoichiometry.UNKNOWN : stoichiometry;
        }
    }

    /** A file that was read. */
    public record Input(String path, String sha256) {
        /** Fingerprints a file. */
        public static Input of(Path file) {
            try {
                return new Input(file.toString(), FileHash.sha256(file));
            } catch (IOException e) {
                throw Decompression.unreadable(file, e);
            }
        }
    }
}
