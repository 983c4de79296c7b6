package org.ionscape.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Family;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.Stoichiometry;

/**
 * One row of the descriptor table: a run, or a material averaged over runs, without the curves behind the numbers.
 *
 * @param name of the row
 * @param runs paths of the runs it was computed from; one for the row of a run
 * @param mobile mobile species, joined with a plus where there are several
 * @param version of the program that computed it
 * @param parameters that took effect; of the first run for a material
 * @param inputs the files read
 * @param descriptors by key
 */
public record DescriptorRow(
        String name,
        List<String> runs,
        String compound,
        String formula,
        String family,
        String mobile,
        OptionalDouble temperatureK,
        Stoichiometry stoichiometry,
        Preset preset,
        String version,
        Map<String, Object> parameters,
        List<RunResult.Input> inputs,
        Map<String, DescriptorValue> descriptors,
        List<Problem> warnings) {
    public DescriptorRow {
        runs = List.copyOf(runs);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        inputs = List.copyOf(inputs);
        descriptors = Collections.unmodifiableMap(new LinkedHashMap<>(descriptors));
        warnings = List.copyOf(warnings);
    }

    /** The row of an analysed run. */
    public static DescriptorRow of(String name, RunResult result, String version) {
        RunResult.Run run = result.run();
        return new DescriptorRow(
                name,
                List.of(run.path()),
                run.compound(),
                run.formula(),
                run.family().label(),
                String.join("+", run.mobile()),
                run.temperatureK(),
                run.stoichiometry(),
                result.preset(),
                version,
                result.parameters(),
                result.inputs(),
                result.descriptors(),
                result.warnings());
    }

    /** The row of a run of which only what was recognised is known. */
    public static DescriptorRow notAnalysed(
            String name, RunInfo run, OptionalDouble temperatureK, List<String> mobile) {
        return new DescriptorRow(
                name,
                List.of(run.path().toString()),
                run.compound(),
                run.formula(),
                (mobile.isEmpty() ? run.family() : Family.ofMobile(mobile)).label(),
                String.join("+", mobile),
                temperatureK,
                run.stoichiometry(),
                Preset.RECOMMENDED,
                "",
                Map.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    /** The same row under another name. */
    public DescriptorRow named(String other) {
        return new DescriptorRow(
                other,
                runs,
                compound,
                formula,
                family,
                mobile,
                temperatureK,
                stoichiometry,
                preset,
                version,
                parameters,
                inputs,
                descriptors,
                warnings);
    }
}
