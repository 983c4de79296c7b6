package org.ionscape.learn.validate;

import java.util.List;
import java.util.Optional;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.Dataset;

/**
 * What a model did with one fold.
 *
 * @param settings those it was fitted with; where a grid was searched, the best of it inside the training rows
 * @param trainPredicted by training row
 * @param testPredicted by held-out row
 * @param testErrors standard errors of these, for models that have them
 * @param notes what the fit said
 * @param seconds it took
 */
public record FoldResult(
        Fold fold,
        Settings settings,
        double[] trainPredicted,
        double[] testPredicted,
        Optional<double[]> testErrors,
        List<String> notes,
        double seconds) {
    public Metrics train(Dataset data) {
        return Metrics.of(data.y(fold.trainRows()), trainPredicted);
    }

    public Metrics test(Dataset data) {
        return Metrics.of(data.y(fold.testRows()), testPredicted);
    }
}
