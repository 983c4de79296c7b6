package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.TrajectoryFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape analyse}. */
@Command(
        name = "analyse",
        description = {
            "How far the ions of a run go, how fast they diffuse, what current that makes and how the atoms vibrate.",
            "",
            "Prints D of the mobile ions with its error, the conductivity, the mean vibrational energies and what to"
                    + " beware of; --json gives the curves, the densities of states and all numbers.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape analyse Li-based/Li6PS5Cl/AIMD/stoichiometric/500K",
            "  ionscape analyse run1 run2 run3 --join --time-step 100 --temperature 500 --fit 2:20",
            "  ionscape analyse 500K --include hops,rdf --json result.json",
            "  ionscape analyse melt.lammpstrj --type-map 1=Al --time-step 1000 --json result.json"
        },
        mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {
    /** What every analysis holds, and may be asked for all the same. */
    private static final Set<String> ALWAYS = Set.of("vacf", "vdos");

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run's folder, or any trajectory file.")
    List<Path> runs;

    @Option(names = "--join", description = "The runs are one simulation in the order given.")
    boolean join;

    @Option(names = "--strict", description = "A seam that does not continue is an error, not a warning.")
    boolean strict;

    @Option(names = "--temperature", paramLabel = "K", description = "Temperature (default: recognised).")
    Double temperatureK;

    @Option(
            names = "--include",
            split = ",",
            paramLabel = "hops,rdf,vanhove,density",
            description = "Also compute hops, radial distributions, van Hove functions, the density of mobile ions.")
    List<String> include = List.of();

    @Option(names = "--points", paramLabel = "N", description = "Thin long arrays in the JSON to N points.")
    Integer points;

    @Option(
            names = "--type-map",
            split = ",",
            paramLabel = "1=Li",
            description = "Elements of the types of a LAMMPS dump that names none.")
    Map<String, String> typeMap = Map.of();

    @Option(
            names = "--figure-kind",
            paramLabel = "KIND",
            description =
                    "What the figure shows: linear (default), log-log, per-axis, vdos, vdos-thz, vdos-cm, vdos-species,"
                            + " vacf, vacf-species, residence, hops, rdf, coordination, van-hove-self or"
                            + " van-hove-distinct.")
    String figureKind = RunFigure.LINEAR.label();

    @Mixin
    FigureOptions figure;

    @Mixin
    AnalysisOptions options;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        AnalysisSettings settings = settings();
        Set<Dynamics.Part> parts = parts();
        PrintWriter out = spec.commandLine().getOut();
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            List<JobHandle<Analysed>> jobs = new ArrayList<>();
            for (RunInfo run : infos()) {
                jobs.add(service.submit(
                        Job.of("Analysing " + run.path(), progress -> Analysed.of(run, settings, parts, progress))));
            }
            List<Analysed> results = new ArrayList<>();
            jobs.forEach(j -> results.add(j.join()));
            refuseGaps(results);
            terminal.clear();
            if (figure.wanted()) {
                figure.write(kind().of(results.getFirst()));
            }
            write(results, out);
            if (!common.jsonToOut()) {
                results.forEach(r -> RunSummary.print(out, r));
            }
            return Cli.DONE;
        }
    }

    private List<RunInfo> infos() {
        List<RunInfo> infos =
                runs.stream().map(p -> RunScanner.inspect(p, typeMap)).toList();
        return join && infos.size() > 1 ? List.of(RunInfo.joined(infos)) : infos;
    }

    private void refuseGaps(List<Analysed> results) {
        if (strict) {
            results.stream()
                    .flatMap(r -> r.warnings().stream())
                    .filter(TrajectoryFiles::isGap)
                    .findFirst()
                    .ifPresent(p -> {
                        throw new InputException(p);
                    });
        }
    }

    private AnalysisSettings settings() {
        if (temperatureK != null && !(temperatureK > 0 && Double.isFinite(temperatureK))) {
            throw new Cli.WrongCall("--temperature must be a positive number");
        }
        if (points != null && points < 2) {
            throw new Cli.WrongCall("--points must be at least 2");
        }
        OptionalDouble temperature = temperatureK == null ? OptionalDouble.empty() : OptionalDouble.of(temperatureK);
        figure.check();
        kind();
        if (figure.wanted() && runs.size() > 1 && !join) {
            throw new Cli.WrongCall("--figure shows one run; name one, or --join them");
        }
        return options.settings(common, temperature);
    }

    private Set<Dynamics.Part> parts() {
        Set<Dynamics.Part> parts = EnumSet.noneOf(Dynamics.Part.class);
        for (String label : include) {
            if (ALWAYS.contains(label)) {
                continue;
            }
            parts.add(Dynamics.Part.ofLabel(label)
                    .orElseThrow(() ->
                            new Cli.WrongCall("--include takes " + Dynamics.Part.labels() + ", not “" + label + "”")));
        }
        if (figure.wanted()) {
            kind().needs().ifPresent(parts::add);
        }
        return parts;
    }

    private RunFigure kind() {
        return RunFigure.ofLabel(figureKind)
                .orElseThrow(() ->
                        new Cli.WrongCall("--figure-kind is " + RunFigure.labels() + ", not “" + figureKind + "”"));
    }

    private OptionalInt points() {
        return points == null ? OptionalInt.empty() : OptionalInt.of(points);
    }

    private void write(List<Analysed> results, PrintWriter out) {
        if (common.json == null) {
            return;
        }
        List<Problem> warnings =
                results.stream().flatMap(r -> r.warnings().stream()).toList();
        List<RunResult.Input> inputs =
                results.stream().flatMap(r -> r.result().inputs().stream()).toList();
        Map<String, Object> parameters =
                new LinkedHashMap<>(results.getFirst().result().parameters());
        parameters.put("join", join);
        Map<String, Object> result = common.envelope("analyse", parameters, inputs, warnings);
        if (results.size() == 1) {
            result.putAll(RunJson.of(results.getFirst(), points()));
        } else {
            List<Map<String, Object>> all = new ArrayList<>();
            for (Analysed r : results) {
                Map<String, Object> one = RunJson.of(r, points());
                one.put("parameters", r.result().parameters());
                one.put("warnings", r.warnings().stream().map(Problem::toString).toList());
                all.add(one);
            }
            result.put("runs", all);
        }
        common.write(result, out);
    }
}
