package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.figure.learn.ResponseFigure;
import org.ionscape.figure.learn.SurfaceFigure;
import org.ionscape.learn.explain.Grid;
import org.ionscape.learn.explain.Response;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape ice}. */
@Command(
        name = "ice",
        description = {
            "How the predictions for each row change with one feature, from its minimum on; with their mean and spread.",
            "",
            "The model is fitted to all rows, or to the training rows of --cv holdout and split. With two features, the"
                    + " mean prediction over both.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape ice table.csv --target E_a --features CCD,PW,alpha_F --model svr --set C=100 --feature CCD",
            "  ionscape ice table.csv --load barrier.json --feature CCD,PW --json -"
        },
        mixinStandardHelpOptions = true)
final class IceCommand implements Callable<Integer> {
    @Mixin
    ExplainOptions explain;

    @Option(
            names = "--feature",
            required = true,
            split = ",",
            paramLabel = "KEY[,KEY]",
            description = "The feature that is varied, or two.")
    List<String> features;

    @Option(
            names = "--grid-points",
            paramLabel = "N",
            description = "Percentiles of the training column at which the model is asked (default: 10).")
    int points = 10;

    @Mixin
    FigureOptions figure;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    /** What was asked of the model: one feature or two. */
    private record Answer(List<Response> one, List<Response.Surface> two) {}

    @Override
    public Integer call() {
        figure.check();
        if (points < 2) {
            throw new Cli.WrongCall("--grid-points must be at least 2");
        }
        if (features.size() > 2) {
            throw new Cli.WrongCall("--feature takes one feature or two");
        }
        ExplainOptions.Subject subject = explain.subject(common);
        List<Problem> warnings = new ArrayList<>(subject.warnings());
        if (explain.isSplitGiven() && subject.folds().size() > 1) {
            warnings.add(Problem.of("--cv makes several models; the one asked here is fitted to all rows"));
        }
        List<String> keys =
                LearnOptions.resolved("--feature", features, subject.loaded().table());
        Answer answer;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            answer = service.submit(Job.of("Asking " + subject.name(), p -> ask(subject, keys, p)))
                    .join();
            terminal.clear();
        }
        if (figure.wanted()) {
            ParityFigure.Target target = ParityFigure.Target.of(
                    subject.loaded().table().column(subject.data().target()).orElseThrow());
            figure.write(
                    answer.one().isEmpty()
                            ? new SurfaceFigure(answer.two().getFirst(), target)
                            : ResponseFigure.of(answer.one().getFirst(), target));
        }
        Map<String, Object> parameters = explain.parameters(common);
        parameters.put("feature", keys);
        parameters.put("gridPoints", points);
        Map<String, Object> result = common.envelope("ice", parameters, subject.inputs(), warnings);
        result.put("model", subject.name());
        result.put("modelParameters", subject.modelParameters());
        result.put("target", subject.data().target());
        answer.one().forEach(r -> putOne(result, subject, r));
        answer.two().forEach(s -> putTwo(result, keys, s));
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            answer.one().forEach(r -> print(spec.commandLine().getOut(), keys.getFirst(), r));
            answer.two().forEach(s -> print(spec.commandLine().getOut(), keys, s));
            warnings.forEach(w -> spec.commandLine().getOut().println("! " + w));
        }
        return Cli.DONE;
    }

    private Answer ask(ExplainOptions.Subject subject, List<String> keys, Progress progress) {
        FittedPipeline fitted = subject.fitted(common.seed, progress.part(0, 0.5));
        Progress rest = progress.part(0.5, 1);
        return keys.size() == 1
                ? new Answer(
                        List.of(Response.of(fitted, subject.data(), subject.rows(), keys.getFirst(), points, rest)),
                        List.of())
                : new Answer(
                        List.of(),
                        List.of(Response.surface(
                                fitted, subject.data(), subject.rows(), keys.get(0), keys.get(1), points, rest)));
    }

    private static List<?> values(Grid grid) {
        return switch (grid.values()) {
            case Column.NumberColumn numbers ->
                IntStream.range(0, numbers.size()).mapToObj(numbers::number).toList();
            case Column.TextColumn texts -> texts.values();
        };
    }

    private static void putOne(Map<String, Object> result, ExplainOptions.Subject subject, Response response) {
        result.put("feature", response.grid().feature().key());
        result.put("grid", values(response.grid()));
        result.put(
                "rows",
                IntStream.of(subject.rows()).mapToObj(subject.data()::name).toList());
        result.put("curves", response.curves());
        result.put("mean", response.mean());
        result.put("sd", response.sd());
        result.put("meanUncentred", response.uncentred());
        result.put("density", density(response.grid()));
    }

    private static void putTwo(Map<String, Object> result, List<String> keys, Response.Surface surface) {
        result.put("features", keys);
        result.put("grid", List.of(values(surface.first()), values(surface.second())));
        result.put("mean", surface.mean());
        result.put("density", List.of(density(surface.first()), density(surface.second())));
    }

    private static Map<String, Object> density(Grid grid) {
        Map<String, Object> density = new LinkedHashMap<>();
        density.put("edges", grid.density().edges());
        density.put("counts", grid.density().counts());
        return density;
    }

    private static void print(PrintWriter out, String key, Response response) {
        out.printf(Locale.ROOT, "%-16s %12s %12s%n", key, "mean change", "sd");
        for (int g = 0; g < response.grid().size(); g++) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %12.5g %12.5g%n",
                    response.grid().values().text(g),
                    response.mean()[g],
                    response.sd()[g]);
        }
    }

    private static void print(PrintWriter out, List<String> keys, Response.Surface surface) {
        out.println("mean prediction; rows: " + keys.get(0) + ", columns: " + keys.get(1));
        for (int i = 0; i < surface.first().size(); i++) {
            StringBuilder line = new StringBuilder(
                    String.format(Locale.ROOT, "%-16s", surface.first().values().text(i)));
            for (double value : surface.mean()[i]) {
                line.append(String.format(Locale.ROOT, " %10.4g", value));
            }
            out.println(line);
        }
    }
}
