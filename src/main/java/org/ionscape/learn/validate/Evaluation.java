package org.ionscape.learn.validate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ionscape.learn.prepare.Dataset;

/**
 * What a model did with all folds of a scheme, or with those that were done when it was stopped.
 *
 * @param folds in the order of the scheme
 */
public record Evaluation(Dataset data, List<FoldResult> folds) {
    public Evaluation {
        folds = List.copyOf(folds);
    }

    /** Over all held-out rows pooled. */
    public Metrics test() {
        return pooled(FoldResult::testPredicted);
    }

    /** The mean over the fits, each over its own training rows. */
    public Metrics train() {
        return Metrics.mean(folds.stream().map(f -> f.train(data)).toList());
    }

    /** Over the folds' own held-out rows: the sample deviation of each measure. */
    public Metrics spread() {
        return Metrics.deviation(folds.stream().map(f -> f.test(data)).toList());
    }

    /** Of a model that always predicts the mean of its training rows, over all held-out rows pooled. */
    public Metrics baseline() {
        return pooled(f -> {
            double[] same = new double[f.fold().test().size()];
            Arrays.fill(same, Metrics.mean(data.y(f.fold().trainRows())));
            return same;
        });
    }

    private Metrics pooled(Function<FoldResult, double[]> predictions) {
        return Metrics.of(
                folds.stream()
                        .flatMapToDouble(f -> Arrays.stream(data.y(f.fold().testRows())))
                        .toArray(),
                folds.stream()
                        .flatMapToDouble(f -> Arrays.stream(predictions.apply(f)))
                        .toArray());
    }
}
