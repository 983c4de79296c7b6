package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.compute.Version;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.learn.CurveFigures;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.saved.ModelFile;
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.LearningCurve;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.TrainResult;
import org.ionscape.recipe.TrainStep;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape train}. */
@Command(
        name = "train",
        description = {
            "Learns a column of a table from the others and says how well rows not seen are predicted.",
            "",
            "Missing values, categories and scales are handled by rules fitted to the training rows of each fold. The"
                    + " model written by -o is fitted to all rows with a target; with holdout and split to the training"
                    + " rows.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape train table.csv --target D --transform log10 --model random-forest --cv logo:compound",
            "  ionscape train table.csv --target E_a --model svr --set C=100 --cv stratified:10 -o barrier.json"
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5, 0.75, 1};

    @Mixin
    TableOptions table;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "See “ionscape compare --help” (default: random-forest).")
    String model = "random-forest";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A parameter of the model; may be repeated.")
    List<String> set = List.of();

    @Mixin
    LearnOptions learn;

    @Mixin
    SearchOptions searching;

    @Option(names = "-o", paramLabel = "MODEL", description = "Write the fitted model as JSON.")
    Path output;

    @Option(
            names = "--save-recipe",
            paramLabel = "FILE",
            description = "Save the training as JSON, for “ionscape recipe run”.")
    Path recipe;

    @Option(
            names = "--figure-kind",
            paramLabel = "KIND",
            description = "parity (default), residuals or learning-curve.")
    String figureKind = "parity";

    @Mixin
    FigureOptions figure;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        figure.check();
        if (!List.of("parity", "residuals", "learning-curve").contains(figureKind)) {
            throw new Cli.WrongCall("--figure-kind is parity, residuals or learning-curve, not “" + figureKind + "”");
        }
        ModelType type = LearnOptions.model(model);
        Pipeline pipeline = learn.pipeline(type, set, common.preset);
        Search search = searching.search(type, common.seed);
        TableOptions.Loaded loaded = table.load();
        DataChoice.Chosen chosen = learn.choose(loaded.table());
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        warnings.addAll(chosen.warnings());
        Dataset data = chosen.data();
        List<Fold> folds = learn.scheme().folds(data, common.seed);
        long begun = System.nanoTime();
        Evaluation evaluation;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            evaluation = service.submit(Job.of(
                            "Training " + model,
                            p -> Validation.run(data, pipeline, folds, search, common.seed, service, p, Watcher.NONE)))
                    .join();
            if (output != null) {
                service.submit(Job.of("Fitting the model to keep", p -> {
                            write(data, pipeline, folds, search, TrainResult.metrics(evaluation), loaded, service, p);
                            return output;
                        }))
                        .join();
            }
            if (figure.wanted()) {
                figure.write(service.submit(Job.of(
                                "Drawing", p -> drawing(evaluation, pipeline, folds, loaded.table(), service, p)))
                        .join());
            }
            terminal.clear();
        }
        warnings.addAll(TrainResult.notes(model, evaluation));
        Map<String, Object> result = common.envelope("train", parameters(), loaded.inputs(), warnings);
        result.put("model", model);
        result.put("class", type.modelClass().label());
        result.put("modelParameters", evaluation.folds().getFirst().settings().values());
        result.put("target", data.target());
        result.put("unit", unit(loaded.table(), data.target()));
        result.put("features", data.featureKeys());
        result.put("droppedFeatures", chosen.droppedFeatures());
        result.put("rows", LearnOptions.rows(chosen));
        result.put("folds", TrainResult.folds(evaluation));
        result.put("predictions", TrainResult.predictions(evaluation));
        result.put("metrics", TrainResult.metrics(evaluation));
        result.put("seconds", (System.nanoTime() - begun) / 1e9);
        if (recipe != null) {
            saveRecipe(pipeline, data, loaded);
        }
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), evaluation, warnings);
        }
        return Cli.DONE;
    }

    private void saveRecipe(Pipeline pipeline, Dataset data, TableOptions.Loaded loaded) {
        TrainStep step = new TrainStep(
                model,
                pipeline.settings().changes(),
                data.target(),
                data.featureKeys(),
                pipeline.prepare().transform(),
                pipeline.prepare().scale(),
                pipeline.prepare().levels(),
                learn.missing,
                learn.cv,
                searching.space(pipeline.type()));
        new Recipe(
                        Version.CURRENT,
                        "train " + model + " on " + table.table.getFileName(),
                        Optional.of(Recipe.Input.of(
                                table.table, loaded.inputs().getFirst().sha256(), recipe)),
                        table.where == null ? "" : table.where,
                        common.preset,
                        common.seed,
                        List.of(step))
                .write(recipe);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("model", model);
        parameters.put("set", set);
        parameters.putAll(learn.parameters(common.preset));
        parameters.putAll(searching.parameters());
        return parameters;
    }

    private Drawing drawing(
            Evaluation evaluation,
            Pipeline pipeline,
            List<Fold> folds,
            Table rows,
            ComputeService service,
            Progress progress) {
        ParityFigure.Target symbol =
                ParityFigure.Target.of(rows.column(evaluation.data().target()).orElseThrow());
        return switch (figureKind) {
            case "residuals" -> ParityFigure.residuals(evaluation, symbol);
            case "learning-curve" ->
                CurveFigures.learning(
                        LearningCurve.of(evaluation.data(), pipeline, folds, SHARES, common.seed, service, progress),
                        symbol.unit());
            default -> ParityFigure.of(evaluation, symbol);
        };
    }

    static String unit(Table table, String key) {
        return table.column(key)
                .flatMap(Column::asNumbers)
                .map(Column.NumberColumn::unit)
                .orElse("");
    }

    /** Fits to all rows, or to the training rows of a single split, with settings chosen inside them. */
    private void write(
            Dataset data,
            Pipeline pipeline,
            List<Fold> folds,
            Search search,
            Map<String, Object> metrics,
            TableOptions.Loaded loaded,
            ComputeService service,
            Progress progress) {
        List<Integer> rows = folds.size() == 1
                ? folds.getFirst().train()
                : java.util.stream.IntStream.of(data.all()).boxed().toList();
        Fold all = new Fold(0, "all", rows, List.of());
        Settings settings = search.choose(data, pipeline, List.of(all), common.seed, service, progress)
                .getFirst();
        FittedPipeline fitted = pipeline.with(settings).fit(data, all.trainRows(), common.seed, progress);
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("inputs", loaded.inputs());
        provenance.put("where", table.where);
        provenance.put("preset", common.preset.label());
        provenance.put("seed", common.seed);
        provenance.put("rows", rows.size());
        provenance.put(SavedModel.TRAINING_ROWS, rows.stream().map(data::name).toList());
        provenance.put("validation", learn.cv);
        provenance.put("metrics", metrics);
        ModelFile.write(
                new SavedModel(
                        pipeline.type(),
                        settings,
                        fitted,
                        data.target(),
                        unit(loaded.table(), data.target()),
                        provenance),
                output);
    }

    private void print(PrintWriter out, Evaluation evaluation, List<Problem> warnings) {
        Dataset data = evaluation.data();
        out.printf(
                Locale.ROOT,
                "%s: %s from %d features of %d rows, %s in %d %s%n",
                model,
                data.target(),
                data.features().size(),
                data.size(),
                learn.cv,
                evaluation.folds().size(),
                evaluation.folds().size() == 1 ? "split" : "folds");
        LearnSummary.print(out, evaluation);
        warnings.forEach(w -> out.println("! " + w));
        if (output != null) {
            out.println("model written to " + output);
        }
    }
}
