package org.ionscape.app.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.saved.ModelFile;
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * A model that is asked.
 *
 * @param name as the cards call it
 * @param training whose rows it was fitted to; empty: it was opened
 * @param data the rows it is asked about
 */
public record Fitted(String name, Optional<Training> training, Dataset data, SavedModel saved) {
    /** Fits the model of a training to all its rows. */
    static Fitted of(Training training, Dataset data, Pipeline asked, Preset preset, Progress progress) {
        Plan plan = training.plan();
        Evaluation evaluation = training.evaluation();
        Settings settings = evaluation.folds().getFirst().settings();
        Pipeline pipeline = asked.with(settings);
        FittedPipeline model = pipeline.fit(data, data.all(), plan.seed(), progress);
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("table", plan.sheet());
        provenance.put("conditions", plan.conditions());
        provenance.put("rows", data.size());
        provenance.put(
                SavedModel.TRAINING_ROWS,
                IntStream.of(data.all()).mapToObj(data::name).toList());
        provenance.put("preset", preset.label());
        provenance.put("seed", plan.seed());
        provenance.put("validation", plan.scheme());
        provenance.put("testRmse", evaluation.test().rmse());
        provenance.put("baselineRmse", evaluation.baseline().rmse());
        String unit = data.table()
                .column(data.target())
                .flatMap(Column::asNumbers)
                .map(Column.NumberColumn::unit)
                .orElse("");
        return new Fitted(
                training.nameProperty().get(),
                Optional.of(training),
                data,
                new SavedModel(pipeline.type(), settings, model, data.target(), unit, provenance));
    }

    /**
     * Reads a model that was saved, to be asked about the rows of a table.
     *
     * @throws org.ionscape.compute.InputException when it is damaged, or the table lacks a column it was trained on
     */
    static Fitted opened(Path file, Table table) {
        SavedModel saved = ModelFile.read(file);
        saved.predict(table, new int[0]); // says which column is not there, or holds text
        String name = file.getFileName().toString().replaceAll("\\.json$", "");
        return new Fitted(name, Optional.empty(), asked(saved, table), saved);
    }

    /** The rows that have its target; where none or one has, all of them. */
    private static Dataset asked(SavedModel saved, Table table) {
        double[] y = table.column(saved.target())
                .flatMap(Column::asNumbers)
                .map(Column.NumberColumn::values)
                .orElseGet(() -> {
                    double[] none = new double[table.rowCount()];
                    Arrays.fill(none, Double.NaN);
                    return none;
                });
        int[] told =
                IntStream.range(0, y.length).filter(r -> !Double.isNaN(y[r])).toArray();
        int[] rows = told.length > 1 ? told : IntStream.range(0, y.length).toArray();
        return new Dataset(
                table.rows(rows),
                saved.target(),
                IntStream.of(rows).mapToDouble(r -> y[r]).toArray(),
                saved.features().stream()
                        .map(k -> table.column(k).orElseThrow().rows(rows))
                        .toList());
    }

    FittedPipeline model() {
        return saved.fitted();
    }

    ParityFigure.Target target() {
        return data.table()
                .column(data.target())
                .map(ParityFigure.Target::of)
                .orElseGet(() ->
                        ParityFigure.Target.of(new Column.NumberColumn(saved.target(), saved.unit(), new double[0])));
    }
}
