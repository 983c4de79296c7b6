package org.ionscape.learn.prepare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.table.Column;

/** A fitted model with the preparation it was fitted with. */
public record FittedPipeline(Preparation preparation, FittedRegressor model) {
    /**
     * The target as predicted for some rows.
     *
     * @param features columns in the order of the fit
     */
    public double[] predict(List<Column> features, int[] rows) {
        return preparation.back(model.predict(preparation.x(features, rows)));
    }

    /** Standard errors of the predictions, for models that have them. */
    public Optional<double[]> errors(List<Column> features, int[] rows) {
        double[][] x = preparation.x(features, rows);
        return model.predictStd(x).map(sd -> preparation.backErrors(model.predict(x), sd));
    }

    /** For one row, where it lies outside what the model was trained on, each a short condition. */
    public List<String> outside(List<Column> features, int row) {
        return IntStream.range(0, features.size())
                .mapToObj(f -> preparation.encoders().get(f).doubt(features.get(f), row))
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
