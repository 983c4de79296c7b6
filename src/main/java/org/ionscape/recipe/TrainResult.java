package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.Problem;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.learn.validate.Scheme;

/**
 * What a training found.
 *
 * @param chosen the rows and features it used
 */
public record TrainResult(Pipeline pipeline, DataChoice.Chosen chosen, Scheme scheme, Evaluation evaluation)
        implements StepResult {
    @Override
    public Map<String, Object> numbers() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", pipeline.type().name());
        json.put("class", pipeline.type().modelClass().label());
        json.put("modelParameters", evaluation.folds().getFirst().settings().values());
        json.put("target", evaluation.data().target());
        json.put("features", evaluation.data().featureKeys());
        json.put("droppedFeatures", chosen.droppedFeatures());
        json.put("folds", folds(evaluation));
        json.put("predictions", predictions(evaluation));
        json.put("metrics", metrics(evaluation));
        return json;
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(chosen.warnings());
        warnings.addAll(notes(pipeline.type().name(), evaluation));
        return warnings;
    }

    @Override
    public List<NamedFigure> figures() {
        ParityFigure.Target target = ParityFigure.Target.of(
                evaluation.data().table().column(evaluation.data().target()).orElseThrow());
        String caption = pipeline.type().name() + " learning " + target.symbol() + " from "
                + evaluation.data().features().size() + " features of "
                + evaluation.data().size() + " rows, " + scheme.label() + "; blue: training rows, orange: held out.";
        return List.of(
                new NamedFigure("parity", "Parity", ParityFigure.of(evaluation, target), 0.9, 1, caption),
                new NamedFigure("residuals", "Errors", ParityFigure.residuals(evaluation, target), 0.75, 1, caption));
    }

    /** Errors of training and held-out rows, of the mean of the training rows, and their spread over folds. */
    public static Map<String, Object> metrics(Evaluation evaluation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("train", evaluation.train());
        json.put("test", evaluation.test());
        json.put("baseline", evaluation.baseline());
        json.put("spread", evaluation.spread());
        return json;
    }

    /** Fold by fold. */
    public static List<Map<String, Object>> folds(Evaluation evaluation) {
        List<Map<String, Object>> folds = new ArrayList<>();
        for (FoldResult result : evaluation.folds()) {
            Metrics test = result.test(evaluation.data());
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("fold", result.fold().index());
            json.put("name", result.fold().name());
            json.put("train", result.fold().train().size());
            json.put("test", result.fold().test().size());
            json.put(
                    "meanTarget",
                    Arrays.stream(evaluation.data().y(result.fold().testRows())).average());
            json.put("rmse", test.rmse());
            json.put("mae", test.mae());
            json.put("r2", test.r2());
            json.put("mape", test.mape());
            json.put("trainRmse", result.train(evaluation.data()).rmse());
            json.put("modelParameters", result.settings().values());
            folds.add(json);
        }
        return folds;
    }

    /** Row by row, held-out rows of a fold before its training rows. */
    public static List<Map<String, Object>> predictions(Evaluation evaluation) {
        List<Map<String, Object>> predictions = new ArrayList<>();
        for (FoldResult result : evaluation.folds()) {
            add(predictions, evaluation, result, "test");
            add(predictions, evaluation, result, "train");
        }
        return predictions;
    }

    private static void add(List<Map<String, Object>> to, Evaluation evaluation, FoldResult result, String set) {
        boolean test = set.equals("test");
        int[] rows = test ? result.fold().testRows() : result.fold().trainRows();
        double[] predicted = test ? result.testPredicted() : result.trainPredicted();
        for (int i = 0; i < rows.length; i++) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("row", evaluation.data().name(rows[i]));
            json.put("fold", result.fold().index());
            json.put("set", set);
            json.put("actual", evaluation.data().y()[rows[i]]);
            json.put("predicted", predicted[i]);
            if (test && result.testErrors().isPresent()) {
                json.put("stderr", result.testErrors().get()[i]);
            }
            to.add(json);
        }
    }

    /** What the fits said, each sentence once with how often. */
    public static List<Problem> notes(String model, Evaluation evaluation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        evaluation.folds().forEach(f -> f.notes().forEach(n -> counts.merge(n, 1, Integer::sum)));
        List<Problem> notes = new ArrayList<>();
        counts.forEach((note, n) -> notes.add(Problem.of((note.startsWith(model) ? "" : model + ": ")
                + note
                + (n > 1 ? " (in " + n + " of " + evaluation.folds().size() + " folds)" : ""))));
        return notes;
    }
}
