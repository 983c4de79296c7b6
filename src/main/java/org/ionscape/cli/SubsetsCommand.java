package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.figure.learn.SubsetsFigure;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.subset.SearchKeeper;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.subset.SubsetStudy.Screen;
import org.ionscape.learn.subset.SubsetStudy.Way;
import org.ionscape.learn.subset.SubsetStudy.Winner;
import org.ionscape.learn.validate.Scheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape subsets}. */
@Command(
        name = "subsets",
        description = {
            "Looks for the features that are enough: tries every subset, and tells the best of each size.",
            "",
            "With a single split (holdout, split) the test rows are set aside. Subsets are screened on a part of the"
                    + " other rows; the best 50 of each size are cross-validated, and only the winners meet the test"
                    + " rows. The fast kernel serves adaboost-extra-tree: a million subsets in some ten minutes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape subsets table.csv --target E_a --cv split:split --checkpoint search.json",
            "  ionscape subsets table.csv --target D --transform log10 --model ridge --max-size 4 --figure rmse.pdf"
        },
        mixinStandardHelpOptions = true)
final class SubsetsCommand implements Callable<Integer> {
    private static final String DEFAULT_CV = "holdout:0.2";

    @Mixin
    TableOptions table;

    @Option(names = "--model", paramLabel = "NAME", description = "Model to fit (default: adaboost-extra-tree).")
    String model = "adaboost-extra-tree";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A parameter of the model; may be repeated.")
    List<String> set = List.of();

    @Option(names = "--max-size", paramLabel = "N", description = "Largest subsets tried (default: all features).")
    int largest = Integer.MAX_VALUE;

    @Option(
            names = "--screen",
            paramLabel = "inner|test|cv",
            converter = ScreenOf.class,
            description = "Rows that choose: inner (held out of the training rows, then cross-validation), cv, or test"
                    + " (as published; optimistic; the default with preset paper).")
    Screen screen;

    @Option(
            names = "--search",
            paramLabel = "all|greedy|genetic",
            converter = WayOf.class,
            description = "Every subset, or a way through too many of them (default: all).")
    Way way = Way.ALL;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Keep the search here as it goes, and go on from here when called again.")
    Path checkpoint;

    @Mixin
    LearnOptions learn;

    @Mixin
    FigureOptions figure;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    static final class ScreenOf extends Choice<Screen> {
        ScreenOf() {
            super("inner, test, cv", Screen::ofLabel);
        }
    }

    static final class WayOf extends Choice<Way> {
        WayOf() {
            super("all, greedy, genetic", Way::ofLabel);
        }
    }

    @Override
    public Integer call() {
        figure.check();
        if (largest < 1) {
            throw new Cli.WrongCall("--max-size must be at least 1");
        }
        if (checkpoint != null && way != Way.ALL) {
            throw new Cli.WrongCall("--checkpoint is for --search all; the other searches are short");
        }
        if (!spec.commandLine().getParseResult().hasMatchedOption("--cv")) {
            learn.cv = DEFAULT_CV;
        }
        Pipeline pipeline = learn.pipeline(LearnOptions.model(model), set, common.preset);
        if (screen == Screen.TEST && !isSingle(learn.scheme())) {
            throw new Cli.WrongCall("--screen test needs test rows: --cv holdout:0.2 or split:COLUMN, not " + learn.cv);
        }
        TableOptions.Loaded loaded = table.load();
        DataChoice.Chosen chosen = learn.choose(loaded.table());
        Scheme scheme = learn.scheme();
        Screen screened = Optional.ofNullable(screen)
                .orElse(common.preset == Preset.PAPER && isSingle(scheme) ? Screen.TEST : Screen.INNER);
        SubsetStudy study = new SubsetStudy(
                chosen.data(),
                pipeline,
                scheme,
                screened,
                way,
                largest,
                common.seed,
                Optional.ofNullable(checkpoint).map(SearchKeeper::file));
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        warnings.addAll(chosen.warnings());
        warnings.addAll(study.advice());
        SubsetStudy.Result found;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            found = service.submit(Job.of("Trying subsets", p -> study.run(service, p, w -> {})))
                    .join();
            terminal.clear();
        }
        String unit = TrainCommand.unit(loaded.table(), chosen.data().target());
        if (figure.wanted()) {
            figure.write(SubsetsFigure.of(found.best(), unit));
        }
        Map<String, Object> result = common.envelope("subsets", parameters(screened), loaded.inputs(), warnings);
        result.put("model", model);
        result.put("modelParameters", pipeline.settings().values());
        result.put("target", chosen.data().target());
        result.put("unit", unit);
        result.put("features", chosen.data().featureKeys());
        result.put("rows", LearnOptions.rows(chosen));
        result.put("evaluated", found.evaluated());
        result.put("optimistic", screened == Screen.TEST);
        result.put("best", found.best().stream().map(SubsetsCommand::json).toList());
        result.put("chosen", json(found.best().get(found.chosen())));
        result.put("single", found.single().stream().map(SubsetsCommand::single).toList());
        result.put("seconds", found.seconds());
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), found, unit, warnings);
        }
        return Cli.DONE;
    }

    private static boolean isSingle(Scheme scheme) {
        return scheme instanceof Scheme.HoldOut || scheme instanceof Scheme.Split;
    }

    private Map<String, Object> parameters(Screen screened) {
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("model", model);
        parameters.put("set", set);
        parameters.put("maxSize", largest == Integer.MAX_VALUE ? Optional.empty() : Optional.of(largest));
        parameters.put("screen", screened.label());
        parameters.put("search", way.label());
        parameters.putAll(learn.parameters(common.preset));
        return parameters;
    }

    private static Map<String, Object> json(Winner winner) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("size", winner.size());
        json.put("features", winner.features());
        json.put("screenRmse", winner.screenRmse());
        json.put("cvRmse", winner.cvRmse());
        json.put("testRmse", winner.testRmse());
        json.put("rmse", winner.rmse());
        return json;
    }

    private static Map<String, Object> single(Winner winner) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feature", winner.features().getFirst());
        json.put("rmse", winner.rmse());
        return json;
    }

    private void print(PrintWriter out, SubsetStudy.Result found, String unit, List<Problem> warnings) {
        out.printf(
                Locale.ROOT,
                "%s: %d subsets in %.1f s; RMSE%s%n",
                model,
                found.evaluated(),
                found.seconds(),
                unit.isEmpty() ? "" : " in " + unit);
        out.println("  size  screened  validated  test rows  features");
        for (int i = 0; i < found.best().size(); i++) {
            Winner winner = found.best().get(i);
            out.printf(
                    Locale.ROOT,
                    "%s %4d %9.4g  %9s  %9s  %s%n",
                    i == found.chosen() ? "*" : " ",
                    winner.size(),
                    winner.screenRmse(),
                    number(winner.cvRmse()),
                    number(winner.testRmse()),
                    String.join(", ", winner.features()));
        }
        out.println("each feature on its own");
        found.single()
                .forEach(w ->
                        out.printf(Locale.ROOT, "  %-24s %9.4g%n", w.features().getFirst(), w.rmse()));
        warnings.forEach(w -> out.println("! " + w));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4g", value.getAsDouble()) : "";
    }
}
