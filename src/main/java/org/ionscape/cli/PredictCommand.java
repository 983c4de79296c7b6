package org.ionscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.Problem;
import org.ionscape.extract.RunResult;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.learn.saved.ModelFile;
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape predict}. */
@Command(
        name = "predict",
        description = {
            "Predicts what a table lacks with a model that train has written.",
            "",
            "Rows that have a value of the target are left alone; if none lacks it, all are predicted and none is"
                    + " changed. A row outside the range of the training rows is marked.",
            ""
        },
        footer = {"", "Example:", "  ionscape predict barrier.json new.csv -o filled.csv"},
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "JSON that train -o has written.")
    Path model;

    @Parameters(index = "1", paramLabel = "TABLE", description = "CSV with the columns the model was trained on.")
    Path table;

    @Option(names = "--where", paramLabel = "CONDITION", description = "Rows to use (default: all).")
    String where;

    @Option(
            names = "-o",
            paramLabel = "TABLE.csv",
            description = "Write the table with the predicted values filled in.")
    Path output;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        SavedModel saved = ModelFile.read(model);
        TableOptions options = new TableOptions();
        options.table = table;
        options.where = where;
        TableOptions.Loaded loaded = options.load();
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        int[] rows = rows(loaded.table(), saved.target(), warnings);
        SavedModel.Predicted predicted = saved.predict(loaded.table(), rows);
        warnings.addAll(predicted.warnings());
        if (output != null) {
            write(loaded.table(), saved, predicted);
        }
        List<RunResult.Input> inputs = new ArrayList<>(List.of(RunResult.Input.of(model)));
        inputs.addAll(loaded.inputs());
        Map<String, Object> parameters = new LinkedHashMap<>(options.parameters());
        parameters.put("model", model);
        Map<String, Object> result = common.envelope("predict", parameters, inputs, warnings);
        result.put("model", saved.type().name());
        result.put("target", saved.target());
        result.put("unit", saved.unit());
        result.put("provenance", saved.provenance());
        result.put("predictions", predicted.predictions());
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), saved, predicted.predictions(), warnings);
        }
        return Cli.DONE;
    }

    private static int[] rows(Table table, String target, List<Problem> warnings) {
        Optional<Column> column = table.column(target);
        int[] lacking = IntStream.range(0, table.rowCount())
                .filter(r -> column.isEmpty() || !column.get().has(r))
                .toArray();
        if (lacking.length > 0) {
            return lacking;
        }
        warnings.add(Problem.of("no row lacks " + target + "; all were predicted for comparison"));
        return IntStream.range(0, table.rowCount()).toArray();
    }

    private void write(Table table, SavedModel saved, SavedModel.Predicted predicted) {
        double[] values = IntStream.range(0, table.rowCount())
                .mapToDouble(
                        r -> table.column(saved.target()).map(c -> c.number(r)).orElse(Double.NaN))
                .toArray();
        predicted.predictions().stream()
                .filter(p -> Double.isNaN(values[p.index()]))
                .forEach(p -> values[p.index()] = p.value());
        try {
            TableCsv.write(output, table.with(new Column.NumberColumn(saved.target(), saved.unit(), values)));
        } catch (IOException e) {
            throw new Cli.CannotWrite(output + ": the table cannot be written here (" + e.getMessage() + ")", e);
        }
    }

    private static void print(
            PrintWriter out, SavedModel saved, List<SavedModel.Prediction> predictions, List<Problem> warnings) {
        out.println(saved.target() + (saved.unit().isEmpty() ? "" : " in " + saved.unit()) + " by "
                + saved.type().name());
        for (SavedModel.Prediction p : predictions) {
            out.printf(
                    Locale.ROOT,
                    "  %-28s %12.5g%s%s%n",
                    p.row(),
                    p.value(),
                    p.stderr()
                            .map(e -> String.format(Locale.ROOT, " ± %.2g", e))
                            .orElse(""),
                    p.outsideTrainingRange().isEmpty()
                            ? ""
                            : "  outside the training range: " + String.join(", ", p.outsideTrainingRange()));
        }
        warnings.forEach(w -> out.println("! " + w));
    }
}
