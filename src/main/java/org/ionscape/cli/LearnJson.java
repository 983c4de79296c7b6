package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ionscape.compute.Problem;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.Metrics;

/** Validations as JSON and as a readable summary. */
final class LearnJson {
    private LearnJson() {}

    static Map<String, Object> metrics(Evaluation evaluation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("train", evaluation.train());
        json.put("test", evaluation.test());
        json.put("baseline", evaluation.baseline());
        json.put("spread", evaluation.spread());
        return json;
    }

    static List<Map<String, Object>> folds(Evaluation evaluation) {
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

    static List<Map<String, Object>> predictions(Evaluation evaluation) {
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
    static List<Problem> notes(String model, Evaluation evaluation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        evaluation.folds().forEach(f -> f.notes().forEach(n -> counts.merge(n, 1, Integer::sum)));
        Set<Problem> notes = new LinkedHashSet<>();
        counts.forEach((note, n) -> notes.add(Problem.of((note.startsWith(model) ? "" : model + ": ")
                + note
                + (n > 1 ? " (in " + n + " of " + evaluation.folds().size() + " folds)" : ""))));
        return List.copyOf(notes);
    }

    /** One line of a comparison. */
    static String line(String name, Metrics m, Metrics spread) {
        String sd = Double.isFinite(spread.rmse()) ? String.format(Locale.ROOT, " ± %-8.3g", spread.rmse()) : "";
        return String.format(
                Locale.ROOT,
                "  %-20s RMSE %-9.4g%-11s MAE %-9.4g R² %7.3f  MAPE %7.2f %%",
                name,
                m.rmse(),
                sd,
                m.mae(),
                m.r2(),
                100 * m.mape());
    }

    static void print(PrintWriter out, Evaluation evaluation) {
        Metrics none = Metrics.deviation(List.of());
        out.println(line("held out", evaluation.test(), evaluation.spread()));
        out.println(line("training rows", evaluation.train(), none));
        out.println(line("mean only", evaluation.baseline(), none));
    }
}
