package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.ionscape.figure.ArrheniusFigure;
import org.ionscape.format.csv.DiffusionTable;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.ScanResult;
import org.ionscape.format.scan.Stoichiometry;
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
        description = {
            "Activation energies from the runs of each compound, or from a table of T and D.",
            "",
            "Runs with and without vacancies are materials of their own; runs at one temperature are combined. The"
                    + " line is weighted by the errors of D. Runs without a resolved D are left out and named.",
            ""
        },
        footer = {"", "Examples:", "  ionscape arrhenius Li-based/", "  ionscape arrhenius measured.csv --json -"},
        mixinStandardHelpOptions = true)
final class ArrheniusCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of runs, or a CSV with columns T and D (and stderr); units as in D [cm2/s].")
    List<Path> sources;

    @Mixin
    FigureOptions figure;

    @Mixin
    AnalysisOptions options;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    private final List<Problem> warnings = new ArrayList<>();
    private final List<RunResult.Input> inputs = new ArrayList<>();

    /** What one line is fitted to. */
    private record Material(String compound, Stoichiometry stoichiometry, List<ArrheniusPoint> points) {}

    @Override
    public Integer call() {
        figure.check();
        AnalysisSettings settings = options.settings(common, OptionalDouble.empty());
        PrintWriter out = spec.commandLine().getOut();
        List<Material> materials = new ArrayList<>();
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            List<Path> folders =
                    sources.stream().filter(p -> !Files.isRegularFile(p)).toList();
            sources.stream().filter(Files::isRegularFile).forEach(table -> materials.addAll(fromTable(table)));
            if (!folders.isEmpty()) {
                materials.addAll(fromRuns(service, folders, settings));
            }
            terminal.clear();
        }
        List<Map<String, Object>> fitted = materials.stream()
                .map(m -> compound(m, Replicas.combine(m.points())))
                .toList();
        Map<String, Object> result = common.envelope("arrhenius", parameters(), inputs, warnings);
        result.put("compounds", fitted);
        if (figure.wanted()) {
            draw(materials);
        }
        common.write(result, out);
        if (!common.jsonToOut()) {
            materials.forEach(m -> print(out, m, Replicas.combine(m.points())));
            warnings.forEach(w -> out.println("! " + w));
        }
        return Cli.DONE;
    }

    private void draw(List<Material> materials) {
        if (materials.size() != 1) {
            throw new Cli.WrongCall("--figure shows one compound; there are " + materials.size());
        }
        List<ArrheniusPoint> points = Replicas.combine(materials.getFirst().points());
        figure.write(ArrheniusFigure.of(points, Arrhenius.fit(points)));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("sources", sources);
        parameters.put("mobile", options.mobile);
        parameters.put("timeStepFs", options.timeStepFs);
        parameters.put("skipPs", options.skipPs);
        parameters.put("fit", options.fit);
        parameters.put("drift", options.drift);
        return parameters;
    }

    /** The materials of a table, by compound and whether ions are missing; all of it is one where it names none. */
    private List<Material> fromTable(Path file) {
        inputs.add(RunResult.Input.of(file));
        String name = file.getFileName().toString();
        Map<String, Map<Stoichiometry, List<ArrheniusPoint>>> found = new TreeMap<>();
        DiffusionTable.read(file)
                .forEach(r -> found.computeIfAbsent(
                                r.compound().isEmpty() ? name : r.compound(), c -> new EnumMap<>(Stoichiometry.class))
                        .computeIfAbsent(stoichiometry(r), s -> new ArrayList<>())
                        .add(new ArrheniusPoint(r.temperatureK(), r.dCm2PerS(), r.stderrCm2PerS(), name)));
        List<Material> materials = new ArrayList<>();
        found.forEach((compound, kinds) ->
                kinds.forEach((kind, points) -> materials.add(new Material(compound, kind, points))));
        return materials;
    }

    private static Stoichiometry stoichiometry(DiffusionTable row) {
        return row.vacancies()
                .map(v -> v ? Stoichiometry.NON_STOICHIOMETRIC : Stoichiometry.STOICHIOMETRIC)
                .orElse(Stoichiometry.UNKNOWN);
    }

    private List<Material> fromRuns(ComputeService service, List<Path> folders, AnalysisSettings settings) {
        ScanResult scan = service.submit(Job.of("Scanning", p -> RunScanner.scan(folders, p)))
                .join();
        if (scan.runs().isEmpty()) {
            throw new InputException(scan.problems().getFirst());
        }
        warnings.addAll(scan.problems());
        Map<RunInfo, JobHandle<RunResult>> jobs = new LinkedHashMap<>();
        scan.runs()
                .forEach(run -> jobs.put(
                        run,
                        service.submit(Job.of("Analysing " + run.path(), p -> RunAnalyser.analyse(run, settings, p)))));
        Map<Stoichiometry, List<RunResult>> results = new EnumMap<>(Stoichiometry.class);
        jobs.forEach((run, job) -> {
            try {
                RunResult result = job.join();
                inputs.addAll(result.inputs());
                warnings.addAll(result.warnings());
                results.computeIfAbsent(run.stoichiometry(), s -> new ArrayList<>())
                        .add(result);
            } catch (InputException e) {
                warnings.add(e.problem());
            }
        });
        List<Material> materials = new ArrayList<>();
        results.forEach((stoichiometry, some) -> CompoundDiffusion.points(some)
                .forEach((name, points) -> materials.add(new Material(name, stoichiometry, points))));
        materials.sort(Comparator.comparing(Material::compound).thenComparing(Material::stoichiometry));
        return materials;
    }

    private static Map<String, Object> compound(Material material, List<ArrheniusPoint> points) {
        Optional<ArrheniusFit> fit = Arrhenius.fit(points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("compound", material.compound());
        json.put("vacancies", RunJson.vacancies(material.stoichiometry()));
        json.put("points", points);
        json.put("activationEnergyEv", fit.map(ArrheniusFit::activationEnergyEv));
        json.put("stderrEv", fit.map(ArrheniusFit::stderrEv));
        json.put("d0Cm2PerS", fit.map(ArrheniusFit::d0Cm2PerS));
        json.put("d300Cm2PerS", fit.map(ArrheniusFit::d300Cm2PerS));
        json.put("ci95D300", fit.map(ArrheniusFit::ci95D300));
        json.put("extrapolated", fit.map(ArrheniusFit::extrapolated));
        return json;
    }

    private static void print(PrintWriter out, Material material, List<ArrheniusPoint> points) {
        out.println(material.compound()
                + (material.stoichiometry() == Stoichiometry.NON_STOICHIOMETRIC ? ", with vacancies" : ""));
        points.forEach(p -> out.printf(
                Locale.ROOT,
                "  %7.1f K  D = %.4g%s cm²/s  (%s)%n",
                p.temperatureK(),
                p.dCm2PerS(),
                plusMinus("%.2g", p.stderrCm2PerS()),
                p.label()));
        Optional<ArrheniusFit> fit = Arrhenius.fit(points);
        if (fit.isEmpty()) {
            out.println("  two temperatures with a resolved D are needed for an activation energy");
            return;
        }
        out.printf(
                Locale.ROOT,
                "  E_a = %.4f%s eV, D0 = %.3g cm²/s, D(300 K) = %.3g cm²/s%s%n",
                fit.get().activationEnergyEv(),
                plusMinus("%.4f", fit.get().stderrEv()),
                fit.get().d0Cm2PerS(),
                fit.get().d300Cm2PerS(),
                fit.get().extrapolated() ? " (extrapolated)" : "");
    }

    /** The error behind a value, nothing where none is known. */
    private static String plusMinus(String format, double error) {
        return Double.isNaN(error) ? "" : " ± " + String.format(Locale.ROOT, format, error);
    }
}
