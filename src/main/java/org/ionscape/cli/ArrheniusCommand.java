package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.CompoundDiffusion;
import org.ionscape.extract.RunAnalyser;
import org.ionscape.extract.RunResult;
import org.ionscape.format.csv.DiffusionTable;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.ScanResult;
import org.ionscape.transport.Arrhenius;
import org.ionscape.transport.ArrheniusFit;
import org.ionscape.transport.ArrheniusPoint;
import org.ionscape.transport.Replicas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape arrhenius}. */
@Command(
        name = "arrhenius",
        description = "Activation energies from the runs of each compound, or from a table of T and D.",
        mixinStandardHelpOptions = true)
final class ArrheniusCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of runs, or a CSV with columns T and D.")
    List<Path> sources;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    private final List<Problem> warnings = new ArrayList<>();
    private final List<RunResult.Input> inputs = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, List<ArrheniusPoint>> compounds = new TreeMap<>();
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            for (Path source : sources) {
                if (Files.isRegularFile(source)) {
                    compounds.put(source.getFileName().toString(), fromTable(source));
                } else {
                    fromRuns(service, source).forEach(compounds::put);
                }
            }
            terminal.clear();
        }
        List<Map<String, Object>> fitted = new ArrayList<>();
        compounds.forEach((name, points) -> fitted.add(compound(name, Replicas.combine(points))));
        Map<String, Object> result = common.envelope("arrhenius", Map.of("sources", sources), inputs, warnings);
        result.put("compounds", fitted);
        common.write(result, out);
        if (!common.jsonToOut()) {
            compounds.forEach((name, points) -> print(out, name, Replicas.combine(points)));
            warnings.forEach(w -> out.println("! " + w));
        }
        if (compounds.isEmpty()) {
            throw InputException.of(sources.getFirst(), "no run with a temperature and a resolved D was found here");
        }
        return Cli.DONE;
    }

    private List<ArrheniusPoint> fromTable(Path file) {
        inputs.add(RunResult.Input.of(file));
        return DiffusionTable.read(file).stream()
                .map(r -> new ArrheniusPoint(
                        r.temperatureK(),
                        r.dCm2PerS(),
                        r.stderrCm2PerS(),
                        file.getFileName().toString()))
                .toList();
    }

    private Map<String, List<ArrheniusPoint>> fromRuns(ComputeService service, Path folder) {
        ScanResult scan = service.submit(Job.of("Scanning", p -> RunScanner.scan(List.of(folder), p)))
                .join();
        warnings.addAll(scan.problems());
        List<JobHandle<RunResult>> jobs = new ArrayList<>();
        scan.runs()
                .forEach(run -> jobs.add(service.submit(Job.of(
                        "Analysing " + run.path(),
                        p -> RunAnalyser.analyse(run, AnalysisSettings.of(common.preset), p)))));
        List<RunResult> results = new ArrayList<>();
        for (JobHandle<RunResult> job : jobs) {
            try {
                results.add(job.join());
                inputs.addAll(results.getLast().inputs());
                warnings.addAll(results.getLast().warnings());
            } catch (InputException e) {
                warnings.add(e.problem());
            }
        }
        return CompoundDiffusion.points(results);
    }

    private static Map<String, Object> compound(String name, List<ArrheniusPoint> points) {
        Optional<ArrheniusFit> fit = Arrhenius.fit(points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("compound", name);
        json.put("points", points);
        json.put("activationEnergyEv", fit.map(ArrheniusFit::activationEnergyEv));
        json.put("stderrEv", fit.map(ArrheniusFit::stderrEv));
        json.put("d0Cm2PerS", fit.map(ArrheniusFit::d0Cm2PerS));
        json.put("d300Cm2PerS", fit.map(ArrheniusFit::d300Cm2PerS));
        json.put("ci95D300", fit.map(ArrheniusFit::ci95D300));
        json.put("extrapolated", fit.map(ArrheniusFit::extrapolated));
        return json;
    }

    private static void print(PrintWriter out, String name, List<ArrheniusPoint> points) {
        out.println(name);
        points.forEach(p -> out.printf(
                Locale.ROOT,
                "  %7.1f K  D = %.4g ± %.2g cm²/s  (%s)%n",
                p.temperatureK(),
                p.dCm2PerS(),
                p.stderrCm2PerS(),
                p.label()));
        Optional<ArrheniusFit> fit = Arrhenius.fit(points);
        if (fit.isEmpty()) {
            out.println("  two temperatures with a resolved D are needed for an activation energy");
            return;
        }
        out.printf(
                Locale.ROOT,
                "  E_a = %.4f ± %.4f eV, D0 = %.3g cm²/s, D(300 K) = %.3g cm²/s%s%n",
                fit.get().activationEnergyEv(),
                fit.get().stderrEv(),
                fit.get().d0Cm2PerS(),
                fit.get().d300Cm2PerS(),
                fit.get().extrapolated() ? " (extrapolated)" : "");
    }
}
