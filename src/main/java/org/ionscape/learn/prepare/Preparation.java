package org.ionscape.learn.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ionscape.learn.State;
import org.ionscape.table.Column;

/**
 * How rows of a table become numbers for a model, fitted to training rows: missing filled, categories one-hot, every
 * column standardised; and how the model's numbers become the target again.
 *
 * @param encoders one for each feature, in their order
 * @param target scale of the transformed target; mean 0 and deviation 1 where it is left as it is
 */
public record Preparation(List<Encoder> encoders, PrepareOptions.Transform transform, Encoder.Scale target) {
    public Preparation {
        encoders = List.copyOf(encoders);
    }

    /** Fits to the rows given and to nothing else, except the levels of categories where the options say so. */
    public static Preparation fit(Dataset data, int[] rows, PrepareOptions options) {
        List<Encoder> encoders = new ArrayList<>();
        for (Column feature : data.features()) {
            encoders.add(
                    switch (feature) {
                        case Column.NumberColumn numbers -> Encoder.Numeric.fit(numbers, rows);
                        case Column.TextColumn texts ->
                            Encoder.Category.fit(
                                    texts,
                                    rows,
                                    options.levels() == PrepareOptions.Levels.TABLE
                                            ? texts.levels()
                                            : texts.rows(rows).levels());
                    });
        }
        Encoder.Scale scale = new Encoder.Scale(0, 1);
        if (options.scale() == PrepareOptions.TargetScale.STANDARDISE) {
            scale = Encoder.Scale.of(
                    Arrays.stream(data.y(rows)).map(options.transform()::of).toArray());
        }
        return new Preparation(encoders, options.transform(), scale);
    }

    /** Names of the columns a model sees. */
    public List<String> columns() {
        return encoders.stream().flatMap(e -> e.columns().stream()).toList();
    }

    /** For each column a model sees, the number of the feature it comes from. */
    public int[] origins() {
        return IntStream.range(0, encoders.size())
                .flatMap(f -> encoders.get(f).columns().stream().mapToInt(c -> f))
                .toArray();
    }

    /** What a model sees of some rows; the features stand in the order of the fit. */
    public double[][] x(List<Column> features, int[] rows) {
        int width = columns().size();
        double[][] x = new double[rows.length][width];
        int at = 0;
        for (int f = 0; f < encoders.size(); f++) {
            Encoder encoder = encoders.get(f);
            for (int i = 0; i < rows.length; i++) {
                encoder.write(features.get(f), rows[i], x[i], at);
            }
            at += encoder.columns().size();
        }
        return x;
    }

    /** What a model is to learn. */
    public double[] y(double[] values) {
        return Arrays.stream(values).map(v -> target.apply(transform.of(v))).toArray();
    }

    /** The target from what a model predicts. */
    public double[] back(double[] predicted) {
        return Arrays.stream(predicted).map(v -> transform.back(target.back(v))).toArray();
    }

    /** Errors of the target from what a model predicts and its errors. */
    public double[] backErrors(double[] predicted, double[] errors) {
        return IntStream.range(0, errors.length)
                .mapToDouble(i -> transform.backError(target.back(predicted[i]), target.sd() * errors[i]))
                .toArray();
    }

    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("transform", transform.label());
        state.put("targetMean", target.mean());
        state.put("targetSd", target.sd());
        state.put("features", encoders.stream().map(Encoder::state).toList());
        return state;
    }

    /** The preparation that was saved. */
    public static Preparation restore(State state) {
        return new Preparation(
                state.parts("features").stream().map(Encoder::restore).toList(),
                PrepareOptions.Transform.ofLabel(state.word("transform"))
                        .orElseThrow(() -> new State.Damaged("the target's transform is unknown")),
                new Encoder.Scale(state.real("targetMean"), state.real("targetSd")));
    }
}
