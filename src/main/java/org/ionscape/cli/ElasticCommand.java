package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.elastic.Elasticity;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.extract.ElasticCrystal;
import org.ionscape.extract.RunResult;
import org.ionscape.table.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape elastic}. */
@Command(
        name = "elastic",
        description = {
            "Moduli, hardness and sound velocities from elastic constants.",
            "",
            "FILE is an OUTCAR with elastic moduli; a CSV with a row per crystal: a name, C11 C12 … C66 (GPa, order"
                    + " xx yy zz yz xz xy), density_g_cm3 or density_kg_m3, and formula if it is not the name; a bare"
                    + " 6 × 6 matrix; or JSON.",
            ""
        },
        footer = {"", "Examples:", "  ionscape elastic OUTCAR", "  ionscape elastic crystals.csv --json -"},
        mixinStandardHelpOptions = true)
final class ElasticCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "OUTCAR, CSV, matrix or JSON.")
    Path file;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ElasticCrystal.Read read;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            read = service.submit(Job.of("Reading " + file, p -> ElasticCrystal.read(file, p)))
                    .join();
            terminal.clear();
        }
        Map<String, Object> result =
                common.envelope("elastic", Map.of("file", file), List.of(RunResult.Input.of(file)), read.warnings());
        result.put("crystals", read.crystals().stream().map(this::json).toList());
        common.write(result, out);
        if (!common.jsonToOut()) {
            read.crystals().forEach(c -> print(out, c));
            read.warnings().forEach(w -> out.println("! " + w));
        }
        return Cli.DONE;
    }

    private Map<String, Object> json(ElasticCrystal crystal) {
        Elasticity elasticity = crystal.elasticity();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", crystal.name());
        json.put("stable", elasticity.stable());
        json.put("minEigenvalueGPa", elasticity.minEigenvalueGPa());
        json.put("voigt", average(elasticity.voigt()));
        json.put("reuss", average(elasticity.reuss()));
        json.put("hill", average(elasticity.hill()));
        json.put("universalAnisotropy", elasticity.universalAnisotropy());
        json.put("debyeTemperatureElasticK", debye(crystal));
        Map<String, DescriptorValue> descriptors = new LinkedHashMap<>();
        elasticity.descriptors().forEach((key, value) -> {
            String unit = Catalogue.lopez().of(key).orElseThrow().unit();
            descriptors.put(
                    key,
                    Double.isNaN(value)
                            ? DescriptorValue.missing(unit, reason(elasticity))
                            : DescriptorValue.of(value, unit, file.getFileName() + ", Hill average"));
        });
        json.put("descriptors", RunJson.descriptors(descriptors));
        return json;
    }

    private static OptionalDouble debye(ElasticCrystal crystal) {
        return crystal.atomsPerA3().isPresent()
                ? crystal.elasticity().debyeTemperatureK(crystal.atomsPerA3().getAsDouble())
                : OptionalDouble.empty();
    }

    private static String reason(Elasticity elasticity) {
        return elasticity.stable() ? "no density is given" : "C is not positive definite";
    }

    private static Map<String, Object> average(Elasticity.Average average) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("K", average.kGPa());
        json.put("G", average.gGPa());
        return json;
    }

    private static void print(PrintWriter out, ElasticCrystal crystal) {
        Elasticity elasticity = crystal.elasticity();
        out.println(crystal.name());
        if (!elasticity.stable()) {
            out.printf(
                    Locale.ROOT,
                    "  mechanically unstable: smallest eigenvalue of C %.4g GPa%n",
                    elasticity.minEigenvalueGPa());
            return;
        }
        elasticity.descriptors().forEach((key, value) -> {
            var descriptor = Catalogue.lopez().of(key).orElseThrow();
            if (!Double.isNaN(value)) {
                out.printf(Locale.ROOT, "  %-28s %10.4g %s%n", descriptor.name(), value, descriptor.unit());
            }
        });
        out.printf(Locale.ROOT, "  %-28s %10.4g%n", "universal anisotropy", elasticity.universalAnisotropy());
        debye(crystal)
                .ifPresent(theta -> out.printf(Locale.ROOT, "  %-28s %10.4g K%n", "elastic Debye temperature", theta));
    }
}
