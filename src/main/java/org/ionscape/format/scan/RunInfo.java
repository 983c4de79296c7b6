package org.ionscape.format.scan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Family;

/**
 * A run as it was recognised on disk, before anybody corrected anything.
 *
 * @param path the run's folder, or the trajectory file itself when it was named or shares its folder with others
 * @param files the trajectory files in order; several when they are one simulation joined
 * @param formula reduced formula of what is in the box
 * @param species number of atoms of each species
 * @param frames whole frames, empty when only a full read could tell
 * @param timeStepFs time between stored frames in fs; empty: ask
 * @param temperatureK empty: ask
 * @param family family of the mobile ion
 * @param compound name of the compound: a folder's name where the layout gives one, else the formula
 * @param stoichiometry perfect or with vacancies
 * @param mobile mobile species; empty when only the motion can tell
 * @param from where each value came from, by key: {@code timeStepFs → "INCAR: POTIM 2 × NBLOCK 10"}
 * @param hints what the readers must be told about the files
 * @param problems what the person should know or do
 */
public record RunInfo(
        Path path,
        List<Path> files,
        String formula,
        Map<String, Integer> species,
        OptionalLong frames,
        OptionalDouble timeStepFs,
        OptionalDouble temperatureK,
        Family family,
        String compound,
        Stoichiometry stoichiometry,
        List<String> mobile,
        Map<String, String> from,
        org.ionscape.format.ReadHints hints,
        List<Problem> problems) {
    public RunInfo {
        files = List.copyOf(files);
        species = Collections.unmodifiableMap(new LinkedHashMap<>(species));
        mobile = List.copyOf(mobile);
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
        problems = List.copyOf(problems);
    }

    public int atoms() {
        return species.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Several runs as one simulation in the order given; what was recognised of the first holds. It is called by the
     * path of the first.
     */
    public static RunInfo joined(List<RunInfo> runs) {
        RunInfo first = runs.getFirst();
        if (runs.size() == 1) {
            return first;
        }
        boolean counted = runs.stream().allMatch(r -> r.frames().isPresent());
        OptionalLong all = counted
                ? OptionalLong.of(
                        runs.stream().mapToLong(r -> r.frames().getAsLong()).sum())
                : OptionalLong.empty();
        Map<String, String> told = new LinkedHashMap<>(first.from());
        told.put(
                "trajectory",
                runs.size() + " runs joined, " + first.path() + " to "
                        + runs.getLast().path());
        return new RunInfo(
                first.path(),
                runs.stream().flatMap(r -> r.files().stream()).toList(),
                first.formula(),
                first.species(),
                all,
                first.timeStepFs(),
                first.temperatureK(),
                first.family(),
                first.compound(),
                first.stoichiometry(),
                first.mobile(),
                told,
                first.hints(),
                runs.stream().flatMap(r -> r.problems().stream()).distinct().toList());
    }

    /** The same run as a person calls it. */
    public RunInfo called(Naming naming) {
        return with(naming.compound().orElse(compound), naming.stoichiometry().orElse(stoichiometry), from);
    }

    /** The same run with other words about where its values came from. */
    RunInfo withFrom(Map<String, String> other) {
        return with(compound, stoichiometry, other);
    }

    private RunInfo with(String otherCompound, Stoichiometry otherStoichiometry, Map<String, String> otherFrom) {
        return new RunInfo(
                path,
                files,
                formula,
                species,
                frames,
                timeStepFs,
                temperatureK,
                family,
                otherCompound,
                otherStoichiometry,
                mobile,
                otherFrom,
                hints,
                problems);
    }
}
