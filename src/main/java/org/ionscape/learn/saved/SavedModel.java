package org.ionscape.learn.saved;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.Encoder;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * A fitted model as it is kept: everything needed to predict, and where it comes from.
 *
 * @param target key of what it predicts
 * @param unit of the target
 * @param provenance of the training, for a person: inputs, rows, seed, validation; not used to predict
 */
public record SavedModel(
        ModelType type,
        Settings settings,
        FittedPipeline fitted,
        String target,
        String unit,
        Map<String, Object> provenance) {

    private static final int MOST_NAMED = 6;

    /** In the provenance, the names of the rows it was fitted to. */
    public static final String TRAINING_ROWS = "trainingRows";

    /**
     * One predicted row.
     *
     * @param row its name
     * @param index its number in the table
     * @param stderr standard error, for models that have one
     * @param outsideTrainingRange where it lies outside what was trained on, each a short condition
     */
    public record Prediction(
            String row, int index, double value, Optional<Double> stderr, List<String> outsideTrainingRange) {}

    /**
     * What was predicted.
     *
     * @param warnings units that changed, cells filled
     */
    public record Predicted(List<Prediction> predictions, List<Problem> warnings) {}

    /** Keys of the features in the order of the fit. */
    public List<String> features() {
        return fitted.preparation().encoders().stream().map(Encoder::key).toList();
    }

    /** The rows of a table it was fitted to, in the table's order; all where it is another table. */
    public List<Integer> trainingRows(List<String> rowNames) {
        Set<?> names = provenance.get(TRAINING_ROWS) instanceof List<?> known ? new HashSet<>(known) : Set.of();
        boolean same = !names.isEmpty() && new HashSet<>(rowNames).containsAll(names);
        return IntStream.range(0, rowNames.size())
                .filter(r -> !same || names.contains(rowNames.get(r)))
                .boxed()
                .toList();
    }

    /**
     * Predicts some rows of a table.
     *
     * @throws InputException when a column it was trained on is not there, or holds text instead of numbers
     */
    public Predicted predict(Table table, int[] rows) {
        List<Problem> warnings = new ArrayList<>();
        List<Column> columns = columns(table, warnings);
        int filled = IntStream.of(rows)
                .map(r -> (int) columns.stream().filter(c -> !c.has(r)).count())
                .sum();
        if (filled > 0) {
            warnings.add(
                    Problem.of(filled + " missing feature values were filled with the median of the training rows"));
        }
        double[] values = fitted.predict(columns, rows);
        Optional<double[]> errors = fitted.errors(columns, rows);
        List<Prediction> predictions = IntStream.range(0, rows.length)
                .mapToObj(i -> new Prediction(
                        table.rowNames().get(rows[i]),
                        rows[i],
                        values[i],
                        errors.map(e -> e[i]),
                        fitted.outside(columns, rows[i])))
                .toList();
        return new Predicted(predictions, warnings);
    }

    private List<Column> columns(Table table, List<Problem> warnings) {
        List<String> absent =
                features().stream().filter(key -> table.column(key).isEmpty()).toList();
        if (!absent.isEmpty()) {
            String unused = table.keys().stream()
                    .filter(key -> !features().contains(key) && !key.equals(target))
                    .sorted(Comparator.comparingInt(key -> -alike(key, absent.getFirst())))
                    .limit(MOST_NAMED)
                    .collect(Collectors.joining(", "));
            throw new InputException(Problem.of("the model was trained on " + String.join(", ", absent)
                    + (absent.size() == 1 ? ", which is" : ", which are") + " not in this table; "
                    + (unused.isEmpty() ? "add the column" : "was it renamed to one of " + unused + "?")));
        }
        return fitted.preparation().encoders().stream()
                .map(e -> column(e, table.column(e.key()).orElseThrow(), warnings))
                .toList();
    }

    /** How many letters two names begin with alike. */
    private static int alike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static Column column(Encoder encoder, Column column, List<Problem> warnings) {
        return switch (encoder) {
            case Encoder.Category category ->
                new Column.TextColumn(
                        column.key(),
                        IntStream.range(0, column.size()).mapToObj(column::text).toList());
            case Encoder.Numeric number -> {
                Column.NumberColumn numbers = column.asNumbers()
                        .orElseThrow(() -> new InputException(Problem.of(column.key()
                                + " held numbers when the model was trained; in this table it holds text")));
                if (!numbers.unit().isEmpty()
                        && !number.unit().isEmpty()
                        && !numbers.unit().equals(number.unit())) {
                    warnings.add(Problem.of(column.key() + " is in " + numbers.unit() + " here and was in "
                            + number.unit() + " when the model was trained"));
                }
                yield numbers;
            }
        };
    }
}
