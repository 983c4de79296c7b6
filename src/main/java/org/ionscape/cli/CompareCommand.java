package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.figure.learn.LeaderboardFigure;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.recipe.TrainResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape compare}. */
@Command(
        name = "compare",
        description = {
            "Validates many models on the same folds of the same rows.",
            "",
            "Models: ols ridge lasso elastic-net bayesian-ridge ard huber passive-aggressive sgd; svr nu-svr linear-svr;"
                    + " decision-tree bagging random-forest extra-trees gradient-boosting adaboost-extra-tree"
                    + " adaboost-tree; kernel-ridge gaussian-process mlp.",
            ""
        },
        footer = {"", "Example:", "  ionscape compare table.csv --target E_a --models ridge,svr,mlp --cv stratified:10"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Mixin
    TableOptions table;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "all|NAME,…",
            description = "Models to compare (default: all).")
    List<String> models = List.of("all");

    @Mixin
    LearnOptions learn;

    @Mixin
    SearchOptions searching;

    @Mixin
    FigureOptions figure;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    /** One model's outcome: its validation, or why there is none. */
    private record Entry(ModelType type, Optional<Evaluation> evaluation, String why, double seconds) {}

    @Override
    public Integer call() {
        figure.check();
        List<ModelType> types = models.equals(List.of("all"))
                ? Models.all()
                : models.stream().map(m -> LearnOptions.model(m.strip())).toList();
        TableOptions.Loaded loaded = table.load();
        DataChoice.Chosen chosen = learn.choose(loaded.table());
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        warnings.addAll(chosen.warnings());
        List<Entry> entries = validate(types, chosen.data());
        entries.forEach(e -> e.evaluation()
                .ifPresentOrElse(
                        v -> warnings.addAll(TrainResult.notes(e.type().name(), v)),
                        () -> warnings.add(Problem.of(e.type().name() + ": " + e.why()))));
        Map<String, Object> result = common.envelope("compare", parameters(), loaded.inputs(), warnings);
        result.put("target", chosen.data().target());
        result.put("unit", TrainCommand.unit(loaded.table(), chosen.data().target()));
        result.put("features", chosen.data().featureKeys());
        result.put("droppedFeatures", chosen.droppedFeatures());
        result.put("rows", LearnOptions.rows(chosen));
        result.put("models", entries.stream().map(CompareCommand::json).toList());
        if (figure.wanted()) {
            figure.write(leaderboard(
                    entries,
                    ParityFigure.Target.of(loaded.table()
                                    .column(chosen.data().target())
                                    .orElseThrow())
                            .unit()));
        }
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), chosen.data(), entries, warnings);
        }
        return Cli.DONE;
    }

    private List<Entry> validate(List<ModelType> types, Dataset data) {
        List<Fold> folds = learn.scheme().folds(data, common.seed);
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            List<JobHandle<Entry>> jobs = new ArrayList<>();
            for (ModelType type : types) {
                Pipeline pipeline = learn.pipeline(type, List.of(), common.preset);
                Search search = searching.search(type, common.seed);
                jobs.add(service.submit(Job.of("Training " + type.name(), p -> {
                    long begun = System.nanoTime();
                    try {
                        Evaluation evaluation =
                                Validation.run(data, pipeline, folds, search, common.seed, service, p, Watcher.NONE);
                        return new Entry(type, Optional.of(evaluation), "", (System.nanoTime() - begun) / 1e9);
                    } catch (InputException e) {
                        return new Entry(type, Optional.empty(), e.getMessage(), (System.nanoTime() - begun) / 1e9);
                    }
                })));
            }
            List<Entry> entries = jobs.stream().map(JobHandle::join).toList();
            terminal.clear();
            return entries;
        }
    }

    private static LeaderboardFigure leaderboard(List<Entry> entries, String unit) {
        List<LeaderboardFigure.Bar> bars = entries.stream()
                .filter(e -> e.evaluation().isPresent())
                .map(e -> LeaderboardFigure.Bar.of(e.type(), e.evaluation().orElseThrow()))
                .toList();
        double baseline = entries.stream()
                .flatMap(e -> e.evaluation().stream())
                .mapToDouble(e -> e.baseline().rmse())
                .findFirst()
                .orElse(Double.NaN);
        return new LeaderboardFigure(bars, unit, baseline, Optional.empty());
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("models", models);
        parameters.putAll(learn.parameters(common.preset));
        parameters.putAll(searching.parameters());
        return parameters;
    }

    private static Map<String, Object> json(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.type().name());
        json.put("class", entry.type().modelClass().label());
        json.put(
                "modelParameters",
                entry.evaluation().map(e -> e.folds().getFirst().settings().values()));
        json.put("metrics", entry.evaluation().map(TrainResult::metrics));
        json.put("error", entry.why().isEmpty() ? Optional.empty() : Optional.of(entry.why()));
        json.put("seconds", entry.seconds());
        return json;
    }

    private void print(PrintWriter out, Dataset data, List<Entry> entries, List<Problem> warnings) {
        List<Entry> done = entries.stream()
                .filter(e -> e.evaluation().isPresent())
                .sorted(Comparator.comparingDouble(
                        e -> e.evaluation().orElseThrow().test().rmse()))
                .toList();
        out.printf(
                Locale.ROOT,
                "%s from %d features of %d rows, %s%n",
                data.target(),
                data.features().size(),
                data.size(),
                learn.cv);
        done.forEach(e -> {
            Evaluation evaluation = e.evaluation().orElseThrow();
            out.println(LearnSummary.line(e.type().name(), evaluation.test(), evaluation.spread()));
        });
        done.stream()
                .findFirst()
                .flatMap(Entry::evaluation)
                .ifPresent(
                        e -> out.println(LearnSummary.line("mean only", e.baseline(), Metrics.deviation(List.of()))));
        warnings.forEach(w -> out.println("! " + w));
    }
}
