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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.figure.learn.ImportanceFigure;
import org.ionscape.learn.explain.Importance;
import org.ionscape.learn.explain.Importances;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.validate.Fold;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Descriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape importance}. */
@Command(
        name = "importance",
        description = {
            "How much a model relies on each feature.",
            "",
            "mdi: the share of a feature in what the splits of trees gained, over fits with different seeds (to all rows,"
                    + " or the training rows of --cv). permutation: how far R² on held-out rows falls when the feature"
                    + " is shuffled; for any model.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape importance table.csv --target E_a --model adaboost-extra-tree --features CCD,PW,alpha_F",
            "  ionscape importance table.csv --target D --transform log10 --kind permutation --figure importance.pdf"
        },
        mixinStandardHelpOptions = true)
final class ImportanceCommand implements Callable<Integer> {
    private static final int DEFAULT_REPEATS = 10;

    /** How it is measured. */
    enum Kind {
        MDI("Mean decrease of impurity (share)"),
        PERMUTATION("Fall of *R*^{2} when shuffled");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> ofLabel(String label) {
            return Stream.of(values()).filter(k -> k.label().equals(label)).findFirst();
        }
    }

    private static final class KindOf extends Choice<Kind> {
        KindOf() {
            super("mdi, permutation", Kind::ofLabel);
        }
    }

    @Mixin
    ExplainOptions explain;

    @Option(
            names = "--kind",
            paramLabel = "mdi|permutation",
            converter = KindOf.class,
            description = "How it is measured (default: mdi for models of trees, else permutation).")
    private Kind kind;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Seeds: fits for mdi, shuffles for permutation (default: 10).")
    int repeats = DEFAULT_REPEATS;

    @Mixin
    FigureOptions figure;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        figure.check();
        if (repeats < 1) {
            throw new Cli.WrongCall("--repeats must be at least 1");
        }
        ExplainOptions.Subject subject = explain.subject(common);
        List<Problem> warnings = new ArrayList<>(subject.warnings());
        Kind measured = Optional.ofNullable(kind).orElseGet(() -> hasTrees(subject) ? Kind.MDI : Kind.PERMUTATION);
        if (measured == Kind.MDI && !hasTrees(subject)) {
            throw new Cli.WrongCall("--kind mdi: " + subject.name()
                    + " is not made of trees and has no decrease of impurity; use --kind permutation");
        }
        List<Importance> importances;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            importances = service.submit(
                            Job.of("Explaining " + subject.name(), p -> measure(subject, measured, service, p)))
                    .join();
            terminal.clear();
        }
        Fold judged = subject.folds().getFirst();
        if (measured == Kind.PERMUTATION
                && subject.saved().isPresent()
                && judged.test().equals(judged.train())) {
            warnings.add(Problem.of("rows the model was trained on may be among those shuffled: importances of an"
                    + " overfitted model are then too large"));
        }
        if (figure.wanted()) {
            figure.write(new ImportanceFigure(
                    importances.stream()
                            .map(i -> ImportanceFigure.Bar.of(
                                    i.feature(), i.mean(), i.stderr().orElse(Double.NaN)))
                            .toList(),
                    measured.title));
        }
        Map<String, Object> parameters = explain.parameters(common);
        parameters.put("kind", measured.label());
        parameters.put("repeats", repeats);
        Map<String, Object> result = common.envelope("importance", parameters, subject.inputs(), warnings);
        result.put("model", subject.name());
        result.put("modelParameters", subject.modelParameters());
        result.put("target", subject.data().target());
        result.put("kind", measured.label());
        result.put("rows", LearnOptions.rows(subject.chosen()));
        result.put("importance", importances.stream().map(i -> json(subject, i)).toList());
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), subject, measured, importances, warnings);
        }
        return Cli.DONE;
    }

    private static boolean hasTrees(ExplainOptions.Subject subject) {
        return switch (subject.saved()
                .map(s -> s.type().modelClass())
                .orElseGet(() -> subject.pipeline().orElseThrow().type().modelClass())) {
            case TREE, ENSEMBLE -> true;
            case LINEAR, SUPPORT_VECTOR, KERNEL, NEURAL_NETWORK -> false;
        };
    }

    private List<Importance> measure(
            ExplainOptions.Subject subject, Kind measured, ComputeService service, Progress progress) {
        if (subject.saved().isPresent()) {
            FittedPipeline fitted = subject.saved().get().fitted();
            return measured == Kind.MDI
                    ? Importances.mdi(subject.data().featureKeys(), subject.name(), fitted)
                    : Importances.permutation(
                            subject.data(),
                            List.of(fitted),
                            List.of(subject.folds().getFirst().testRows()),
                            repeats,
                            common.seed,
                            service,
                            progress);
        }
        List<Fold> folds = subject.folds();
        if (measured == Kind.MDI && !explain.isSplitGiven()) {
            folds = List.of(new Fold(
                    0, "all", IntStream.of(subject.data().all()).boxed().toList(), List.of()));
        }
        return measured == Kind.MDI
                ? Importances.mdi(
                        subject.data(),
                        subject.pipeline().orElseThrow(),
                        folds,
                        repeats,
                        common.seed,
                        service,
                        progress)
                : Importances.permutation(
                        subject.data(),
                        subject.pipeline().orElseThrow(),
                        folds,
                        repeats,
                        common.seed,
                        service,
                        progress);
    }

    private static Descriptor descriptor(ExplainOptions.Subject subject, String feature) {
        Column column = subject.loaded().table().column(feature).orElseThrow();
        return Catalogue.all().describe(column);
    }

    private static Map<String, Object> json(ExplainOptions.Subject subject, Importance importance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feature", importance.feature());
        json.put("category", descriptor(subject, importance.feature()).category());
        json.put("mean", importance.mean());
        json.put("stderr", importance.stderr());
        json.put("sd", importance.sd());
        json.put("rmseIncrease", importance.rmseIncrease());
        return json;
    }

    private static void print(
            PrintWriter out,
            ExplainOptions.Subject subject,
            Kind measured,
            List<Importance> importances,
            List<Problem> warnings) {
        out.printf(
                Locale.ROOT,
                "%s of %s: %s%n",
                subject.name(),
                subject.data().target(),
                measured == Kind.MDI ? "share of the decrease of impurity" : "fall of R² when shuffled");
        importances.stream()
                .sorted(Comparator.comparingDouble((Importance i) -> -i.mean()))
                .forEach(i -> out.printf(
                        Locale.ROOT,
                        "  %-24s %8.4f%s%n",
                        i.feature(),
                        i.mean(),
                        i.sd().isPresent() ? String.format(Locale.ROOT, " ± %.4f", i.sd().getAsDouble()) : ""));
        warnings.forEach(w -> out.println("! " + w));
    }
}
