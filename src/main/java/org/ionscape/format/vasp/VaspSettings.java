package org.ionscape.format.vasp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ionscape.compute.Problem;
import org.ionscape.format.TrajectoryHead;

/**
 * What a vasprun.xml or OUTCAR itself says of how the run was set up.
 *
 * @param tags numbers by INCAR tag ({@code POTIM} in fs, {@code TEBEG} and {@code TEEND} in K, {@code IBRION})
 */
public record VaspSettings(Map<String, Double> tags) {
    /** The tags that are looked for. */
    static final List<String> WANTED = List.of("POTIM", "TEBEG", "TEEND", "IBRION", "NBLOCK", "NSW", "NIONS");

    public VaspSettings {
        tags = Map.copyOf(tags);
    }

    public OptionalDouble number(String tag) {
        Double value = tags.get(tag);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether ions moved by molecular dynamics; a file that does not say is believed to be of such a run. */
    public boolean isDynamics() {
        return tags.getOrDefault("IBRION", 0.0) == 0;
    }

    /** What its steps are. */
    TrajectoryHead.Steps steps() {
        return isDynamics() ? TrajectoryHead.Steps.OF_TIME : TrajectoryHead.Steps.OF_RELAXATION;
    }

    /** Time of one step in fs; POTIM means something else where the ions are relaxed or displaced. */
    public OptionalDouble timeStepFs() {
        OptionalDouble potim = number("POTIM");
        return isDynamics() && potim.orElse(0) > 0 ? potim : OptionalDouble.empty();
    }

    /** Temperature the run began at, in K; VASP writes 0 where none was set. */
    public OptionalDouble temperatureK() {
        OptionalDouble begin = number("TEBEG");
        return isDynamics() && begin.orElse(0) > 0 ? begin : OptionalDouble.empty();
    }

    /** Puts into a list what a person should know of these settings before believing numbers of several frames. */
    void doubts(Path file, int frames, List<Problem> into) {
        if (!isDynamics() && frames > 1) {
            into.add(Problem.of(
                    file,
                    "IBRION = " + Math.round(tags.get("IBRION"))
                            + ": these are steps of a relaxation or of displaced ions, not of molecular dynamics;"
                            + " nothing diffuses here"));
        }
        OptionalDouble end = number("TEEND");
        if (temperatureK().isPresent()
                && end.orElse(0) > 0
                && end.orElseThrow() != temperatureK().orElseThrow()) {
            into.add(Problem.of(
                    file,
                    "the temperature is ramped from " + temperatureK().orElseThrow() + " to " + end.orElseThrow()
                            + " K; numbers of a ramp are averages over it"));
        }
    }
}
