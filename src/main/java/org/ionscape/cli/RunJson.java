package org.ionscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ionscape.compute.Problem;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;

/** Runs and their results under the keys of the JSON contract. */
final class RunJson {
    private RunJson() {}

    static Map<String, Object> of(RunInfo run, OptionalLong frames) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", run.path().toString());
        json.put("files", run.files().stream().map(Object::toString).toList());
        json.put("formula", run.formula());
        json.put("species", run.species());
        json.put("atoms", run.atoms());
        json.put("frames", frames);
        json.put("timeStepFs", run.timeStepFs());
        json.put("temperatureK", run.temperatureK());
        json.put("family", run.family().label());
        json.put("compound", run.compound());
        json.put("vacancies", vacancies(run.stoichiometry()));
        json.put("mobile", run.mobile());
        json.put("from", run.from());
        json.put("problems", run.problems().stream().map(Problem::toString).toList());
        return json;
    }

    /** True, false, or null where nothing says. */
    static Object vacancies(Stoichiometry stoichiometry) {
        return switch (stoichiometry) {
            case STOICHIOMETRIC -> false;
            case NON_STOICHIOMETRIC -> true;
            case UNKNOWN -> null;
        };
    }

    static List<Map<String, Object>> problems(List<Problem> problems) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (Problem p : problems) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", p.file().map(Object::toString));
            one.put("line", p.line());
            one.put("message", p.message());
            json.add(one);
        }
        return json;
    }

    /** The result of a run; arrays thinned to about so many points when asked. */
    static Map<String, Object> of(Analysed analysed, OptionalInt points) {
        RunResult result = analysed.result();
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("path", result.run().path());
        run.put("formula", result.run().formula());
        run.put("atoms", result.run().atoms());
        run.put("frames", result.run().frames());
        run.put("timeStepFs", result.run().timeStepFs());
        run.put("temperatureK", result.run().temperatureK());
        run.put("family", result.run().family().label());
        run.put("compound", result.run().compound());
        run.put("vacancies", vacancies(result.run().stoichiometry()));
        run.put("mobile", result.run().mobile());
        run.put("species", result.run().species());
        json.put("run", run);
        Map<String, Object> msd = new LinkedHashMap<>();
        result.msd().forEach((species, curve) -> msd.put(species, curve(curve, points)));
        Optional<Object> collective = Optional.ofNullable(msd.remove(RunResult.COLLECTIVE));
        json.put("msd", msd);
        collective.ifPresent(curve -> json.put("collectiveMsd", curve));
        Map<String, Object> diffusion = new LinkedHashMap<>();
        result.diffusion().forEach((species, d) -> diffusion.put(species, diffusion(d)));
        json.put("diffusion", diffusion);
        json.put("transport", result.conduction());
        result.vibrations().ifPresent(v -> VibrationJson.add(json, v, points));
        analysed.dynamics().ifPresent(d -> DynamicsJson.add(json, d, points));
        json.put("descriptors", descriptors(result.descriptors()));
        json.put("suggestedSkipPs", result.suggestedSkipPs());
        return json;
    }

    /** Value, unit, error and source of each descriptor; a missing one has no value and says why. */
    static Map<String, Object> descriptors(Map<String, DescriptorValue> descriptors) {
        Map<String, Object> json = new LinkedHashMap<>();
        descriptors.forEach((key, d) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", d.value());
            one.put("unit", d.unit());
            one.put("stderr", d.stderr());
            one.put(d.isPresent() ? "source" : "missing", d.source());
            json.put(key, one);
        });
        return json;
    }

    private static Map<String, Object> curve(MsdCurve curve, OptionalInt points) {
        Thinning kept = Thinning.of(curve.lagPs().length, points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lagPs", kept.of(curve.lagPs()));
        json.put("msdA2", kept.of(curve.msdA2()));
        json.put("stderrA2", kept.of(curve.stderrA2()));
        json.put("xA2", kept.of(curve.axisMsdA2()[0]));
        json.put("yA2", kept.of(curve.axisMsdA2()[1]));
        json.put("zA2", kept.of(curve.axisMsdA2()[2]));
        return json;
    }

    private static Map<String, Object> diffusion(Diffusion d) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dCm2PerS", d.dCm2PerS());
        json.put("stderrCm2PerS", d.stderrCm2PerS());
        json.put("ci95Cm2PerS", d.ci95Cm2PerS());
        json.put("resolved", d.resolved());
        json.put("upperBoundCm2PerS", d.upperBoundCm2PerS());
        json.put("tensorCm2PerS", d.tensorCm2PerS());
        json.put("fitFromPs", d.fitFromPs());
        json.put("fitToPs", d.fitToPs());
        json.put("interceptA2", d.interceptA2());
        json.put("straight", d.straightness().isStraight());
        json.put("bendErrors", d.straightness().bendErrors());
        json.put("straightFromPs", d.straightness().straightFromPs());
        json.put("hopsPerIon", d.hopsPerIon());
        json.put("method", d.method());
        return json;
    }
}
