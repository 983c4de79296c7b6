package org.ionscape.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ionscape.compute.Problem;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Element;
import org.ionscape.crystal.Ion;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.symmetry.StructureDescriptors;
import org.ionscape.table.Catalogue;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;

/**
 * The descriptors of one run, gathered from whatever can tell them; those that nothing tells are missing with a reason.
 * What is put later replaces what was put before, so the sources go in order of trust.
 */
final class RunDescriptors {
    /** Curves that stand beside those of the species. */
    private static final Set<String> NOT_SPECIES = Set.of("all", RunResult.COLLECTIVE);

    private static final String CRYSTAL_POLARIZABILITY = "crystal_polarizability";

    private final Map<String, DescriptorValue> values = new LinkedHashMap<>();

    /** All 54 of the study, none known yet. */
    RunDescriptors() {
        Catalogue.lopez()
                .descriptors()
                .values()
                .forEach(d -> values.put(
                        d.key(), DescriptorValue.missing(d.unit(), "not found; it is obtained from: " + d.source())));
    }

    /**
     * All descriptors of a run from what its files and motion tell.
     *
     * @param ofMotion what the run itself tells
     * @param warnings to which is added what could not be used
     */
    static Map<String, DescriptorValue> of(
            RunInfo run,
            Atoms atoms,
            List<String> mobile,
            CompoundDescriptors.Found compound,
            Map<String, DescriptorValue> ofMotion,
            List<Problem> warnings) {
        return new RunDescriptors()
                .put(ofElements(mobile, atoms.counts()))
                .put(ofStoichiometry(run.stoichiometry()))
                .put(compound.values())
                .put(ofMotion)
                .putOwn(compound.own(), ofMotion.keySet(), warnings)
                .withCrystalPolarizability()
                .values();
    }

    /** Puts values, and reasons for those not known yet. */
    RunDescriptors put(Map<String, DescriptorValue> some) {
        some.forEach((key, value) -> {
            if (value.isPresent()
                    || !values.containsKey(key)
                    || !values.get(key).isPresent()) {
                values.put(key, value);
            }
        });
        return this;
    }

    /** With the polarisability of the crystal, where volume and dielectric constant are known and it is not. */
    RunDescriptors withCrystalPolarizability() {
        DescriptorValue volume = values.get("volume_per_formula_unit");
        DescriptorValue epsilon = values.get("dielectric_constant");
        if (volume.isPresent()
                && epsilon.isPresent()
                && !values.get(CRYSTAL_POLARIZABILITY).isPresent()) {
            double alphaA3 = StructureDescriptors.polarizabilityA3(volume.value(), epsilon.value());
            values.put(
                    CRYSTAL_POLARIZABILITY,
                    DescriptorValue.of(
                            alphaA3, "A3", "Clausius–Mossotti; Ω: " + volume.source() + "; ε: " + epsilon.source()));
        }
        return this;
    }

    /** Puts a person's own values; what the run itself tells was put before and stays, which is told. */
    RunDescriptors putOwn(Map<String, DescriptorValue> own, Set<String> toldByRun, List<Problem> warnings) {
        own.forEach((key, value) -> {
            if (toldByRun.contains(key) && values.get(key).isPresent()) {
                warnings.add(Problem.of(
                        key + " is computed from the run; the value given is not used (" + value.source() + ")"));
            } else {
                put(Map.of(key, value));
            }
        });
        return this;
    }

    /** In the order of the catalogue, then what else was put. */
    Map<String, DescriptorValue> values() {
        return Collections.unmodifiableMap(values);
    }

    /** D of the mobile ions and the framework's msd over the window that D was fitted in. */
    static Map<String, DescriptorValue> ofMotion(
            List<String> mobile, Map<String, MsdCurve> msd, Map<String, Diffusion> diffusion) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        Diffusion d = mobile.isEmpty() ? null : diffusion.get(mobile.getFirst());
        if (d == null) {
            found.put("diffusion_coefficient", DescriptorValue.missing("cm2/s", "too few frames for a fit"));
            found.put("msd", DescriptorValue.missing("A2", "too few frames for a fit"));
            return found;
        }
        found.put(
                "diffusion_coefficient",
                d.resolved()
                        ? DescriptorValue.of(
                                d.dCm2PerS(),
                                d.stderrCm2PerS(),
                                "cm2/s",
                                "MSD of " + mobile.getFirst() + ", " + d.method())
                        : DescriptorValue.below(
                                d.upperBoundCm2PerS(),
                                "cm2/s",
                                String.format(
                                        Locale.ROOT,
                                        "no diffusion resolved; below %.2e cm2/s",
                                        d.upperBoundCm2PerS())));
        found.put("msd", frameworkMsd(mobile, msd, d, "ps"));
        return found;
    }

    /** The atom-weighted mean MSD of the framework's species over the lags of the fit, which are called by their unit. */
    static DescriptorValue frameworkMsd(
            List<String> mobile, Map<String, MsdCurve> msd, Diffusion fit, String unitOfLags) {
        double sum = 0;
        double variance = 0;
        int atoms = 0;
        for (Map.Entry<String, MsdCurve> species : msd.entrySet()) {
            if (mobile.contains(species.getKey()) || NOT_SPECIES.contains(species.getKey())) {
                continue;
            }
            MsdCurve curve = species.getValue();
            double mean = 0;
            double error = 0;
            int lags = 0;
            double tolerancePs = 1e-6 * curve.frameStepPs();
            for (int n = 0; n < curve.lagPs().length; n++) {
                if (curve.lagPs()[n] >= fit.fitFromPs() - tolerancePs
                        && curve.lagPs()[n] <= fit.fitToPs() + tolerancePs) {
                    mean += curve.msdA2()[n];
                    error += curve.stderrA2()[n]; // neighbouring lags share their frames: fully correlated
                    lags++;
                }
            }
            sum += curve.ions() * mean / lags;
            variance += Math.pow(curve.ions() * error / lags, 2);
            atoms += curve.ions();
        }
        if (atoms == 0) {
            return DescriptorValue.missing("A2", "there is no framework: all species are mobile");
        }
        return DescriptorValue.of(
                sum / atoms,
                Math.sqrt(variance) / atoms,
                "A2",
                String.format(
                        Locale.ROOT,
                        "MSD of the framework, mean over lags of %.4g to %.4g %s",
                        fit.fitFromPs(),
                        fit.fitToPs(),
                        unitOfLags));
    }

    /** What tables of elements say of the mobile ion; the mean over several, weighted by their numbers. */
    static Map<String, DescriptorValue> ofElements(List<String> mobile, Map<String, Integer> species) {
        Map<String, DescriptorValue> found = new LinkedHashMap<>();
        int ions = mobile.stream().mapToInt(s -> species.getOrDefault(s, 0)).sum();
        double mass = 0;
        double charge = 0;
        double polarizability = 0;
        for (String ion : mobile) {
            double share = (double) species.getOrDefault(ion, 0) / ions;
            mass += share * Element.of(ion).map(Element::massU).orElse(Double.NaN);
            charge += share
                    * Ion.of(ion).map(Ion::chargeE).map(Integer::doubleValue).orElse(Double.NaN);
            polarizability += share
                    * Ion.of(ion)
                            .map(Ion::polarizabilityA3)
                            .orElse(OptionalDouble.empty())
                            .orElse(Double.NaN);
        }
        String of = "table of elements, " + String.join(" and ", mobile);
        if (ions > 0) {
            found.put("mobile_mass", DescriptorValue.of(mass, "u", of));
            found.put("nominal_charge", DescriptorValue.of(charge, "e", of));
            found.put("mobile_polarizability", DescriptorValue.of(polarizability, "A3", of));
        }
        return found;
    }

    /** 0 for the perfect crystal, 1 with vacancies. */
    static Map<String, DescriptorValue> ofStoichiometry(Stoichiometry stoichiometry) {
        return Map.of(
                "stoichiometry",
                switch (stoichiometry) {
                    case STOICHIOMETRIC -> DescriptorValue.of(0, "", "folder name: stoichiometric");
                    case NON_STOICHIOMETRIC -> DescriptorValue.of(1, "", "folder name: non-stoichiometric");
                    case UNKNOWN -> DescriptorValue.missing("", "no folder says whether there are vacancies");
                });
    }
}
