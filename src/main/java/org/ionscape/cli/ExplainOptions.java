package org.ionscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.extract.RunResult;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Missing;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.saved.ModelFile;
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.learn.validate.Fold;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The model that is explained: one fitted for it, or one that was kept. */
final class ExplainOptions {
    @Mixin
    TableOptions table;

    @Option(names = "--model", paramLabel = "NAME", description = "Model to fit (default: random-forest).")
    String model = "random-forest";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A parameter of the model; may be repeated.")
    List<String> set = List.of();

    @Option(
            names = "--load",
            paramLabel = "MODEL",
            description = "Explain this model, written by train -o, instead of fitting one.")
    Path load;

    @Mixin
    LearnOptions learn;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /**
     * What there is to explain.
     *
     * @param saved the model, if it is not to be fitted
     * @param pipeline how it is fitted otherwise
     * @param folds what it is fitted to and judged by
     */
    record Subject(
            TableOptions.Loaded loaded,
            DataChoice.Chosen chosen,
            Optional<SavedModel> saved,
            Optional<Pipeline> pipeline,
            List<Fold> folds,
            List<RunResult.Input> inputs,
            List<Problem> warnings) {
        Dataset data() {
            return chosen.data();
        }

        String name() {
            return saved.map(SavedModel::type)
                    .orElseGet(() -> pipeline.orElseThrow().type())
                    .name();
        }

        Map<String, Object> modelParameters() {
            return saved.map(SavedModel::settings)
                    .orElseGet(() -> pipeline.orElseThrow().settings())
                    .values();
        }

        /** The rows a response is asked about: those learned from by a single split, else all. */
        int[] rows() {
            return folds.size() == 1 ? folds.getFirst().trainRows() : data().all();
        }

        /** The model, fitted to these rows where it was not loaded. */
        FittedPipeline fitted(long seed, Progress progress) {
            return saved.isPresent()
                    ? saved.get().fitted()
                    : pipeline.orElseThrow().fit(data(), rows(), seed, progress);
        }
    }

    /** Whether rows are held out because the person said so. */
    boolean isSplitGiven() {
        return spec.commandLine().getParseResult().hasMatchedOption("--cv");
    }

    Subject subject(Common common) {
        TableOptions.Loaded loaded = table.load();
        List<RunResult.Input> inputs = new ArrayList<>(loaded.inputs());
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        if (load != null) {
            SavedModel saved = ModelFile.read(load);
            inputs.add(RunResult.Input.of(load));
            warnings.addAll(saved.predict(loaded.table(), new int[] {0}).warnings());
            DataChoice choice = new DataChoice(
                    saved.target(), saved.features(), List.of(), FeatureSet.ANHARMONIC, List.of(), Missing.MEDIAN);
            DataChoice.Chosen chosen = choice.from(loaded.table());
            if (!chosen.data().featureKeys().equals(saved.features())) {
                throw new InputException(Problem.of("the model needs " + String.join(", ", saved.features())
                        + "; one of these has no value in this table"));
            }
            warnings.addAll(chosen.warnings());
            return new Subject(
                    loaded,
                    chosen,
                    Optional.of(saved),
                    Optional.empty(),
                    List.of(seen(saved, chosen.data())),
                    inputs,
                    warnings);
        }
        Pipeline pipeline = learn.pipeline(LearnOptions.model(model), set, common.preset);
        DataChoice.Chosen chosen = learn.choose(loaded.table());
        warnings.addAll(chosen.warnings());
        return new Subject(
                loaded,
                chosen,
                Optional.empty(),
                Optional.of(pipeline),
                learn.scheme().folds(chosen.data(), common.seed),
                inputs,
                warnings);
    }

    /** The rows a model was fitted to and those it has not seen; where it has seen all, these judge it too. */
    private static Fold seen(SavedModel saved, Dataset data) {
        List<Integer> train = saved.trainingRows(data.table().rowNames());
        Set<Integer> known = new HashSet<>(train);
        List<Integer> test =
                IntStream.of(data.all()).filter(r -> !known.contains(r)).boxed().toList();
        return new Fold(0, "saved", train, test.isEmpty() ? train : test);
    }

    Map<String, Object> parameters(Common common) {
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("load", load);
        parameters.put("model", model);
        parameters.put("set", set);
        parameters.putAll(learn.parameters(common.preset));
        return parameters;
    }
}
