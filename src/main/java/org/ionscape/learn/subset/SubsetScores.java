package org.ionscape.learn.subset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Regressor;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.Preparation;
import org.ionscape.learn.validate.Fold;
import org.ionscape.math.Seeds;

/**
 * How well a model predicts held-out rows from a subset of the features. The preparation works feature by feature, so it
 * is fitted once for each fold and shared by all subsets. For several threads at once: each takes a {@link Scorer}.
 */
final class SubsetScores {
    private final Pipeline pipeline;
    private final long seed;
    private final List<Prepared> folds;
    private final Optional<BoostSettings> boost;

    /** One subset after another, on one thread. */
    @FunctionalInterface
    interface Scorer {
        /** The error over the held-out rows of all folds; infinite where the model cannot be fitted. */
        double rmse(int[] subset, Progress progress);
    }

    /** A fold ready to be learned from; columns by feature. */
    private record Prepared(
            Preparation preparation,
            int[][] columns,
            double[][] trainX,
            double[] trainY,
            double[][] heldX,
            double[] held,
            Optional<BoostTable> table) {
        static Prepared of(Dataset data, Pipeline pipeline, Fold fold, Optional<BoostSettings> boost) {
            Preparation preparation = Preparation.fit(data, fold.trainRows(), pipeline.prepare());
            int[] origins = preparation.origins();
            int[][] columns = new int[data.features().size()][];
            Arrays.setAll(
                    columns,
                    f -> IntStream.range(0, origins.length)
                            .filter(c -> origins[c] == f)
                            .toArray());
            double[][] trainX = preparation.x(data.features(), fold.trainRows());
            double[] trainY = pipeline.learned(preparation, data, fold.trainRows());
            double[][] heldX = preparation.x(data.features(), fold.testRows());
            return new Prepared(
                    preparation,
                    columns,
                    trainX,
                    trainY,
                    heldX,
                    data.y(fold.testRows()),
                    boost.map(b -> BoostTable.of(trainX, trainY, heldX)));
        }

        int[] columnsOf(int[] subset) {
            return IntStream.of(subset).flatMap(f -> IntStream.of(columns[f])).toArray();
        }

        double squares(double[] predicted) {
            double[] back = preparation.back(predicted);
            double sum = 0;
            for (int i = 0; i < held.length; i++) {
                sum += (back[i] - held[i]) * (back[i] - held[i]);
            }
            return sum;
        }
    }

    SubsetScores(Dataset data, Pipeline pipeline, List<Fold> folds, long seed) {
        this.pipeline = pipeline;
        this.seed = seed;
        int columns = Preparation.fit(data, folds.getFirst().trainRows(), pipeline.prepare())
                .columns()
                .size();
        boost = BoostSettings.of(pipeline.type().name(), pipeline.settings())
                .filter(b -> columns <= BoostTable.MOST_COLUMNS);
        this.folds =
                folds.stream().map(f -> Prepared.of(data, pipeline, f, boost)).toList();
    }

    Scorer scorer() {
        if (boost.isEmpty()) {
            Regressor regressor = pipeline.type().regressor(pipeline.settings());
            return (subset, progress) ->
                    rmse(subset, (fold, f, part) -> fitted(regressor, fold, subset, part, progress));
        }
        List<BoostKernel> kernels = folds.stream()
                .map(f -> new BoostKernel(f.table().orElseThrow(), boost.get()))
                .toList();
        return (subset, progress) -> rmse(subset, (fold, f, part) -> {
            progress.check();
            return kernels.get(f).predict(fold.columnsOf(subset), part);
        });
    }

    /** Predicts the held-out rows of a fold. */
    @FunctionalInterface
    private interface FoldPredictor {
        double[] predict(Prepared fold, int index, long seed);
    }

    private double rmse(int[] subset, FoldPredictor predictor) {
        long own = seed;
        for (int feature : subset) {
            own = Seeds.part(own, feature);
        }
        double squares = 0;
        int rows = 0;
        try {
            for (int f = 0; f < folds.size(); f++) {
                Prepared fold = folds.get(f);
                squares += fold.squares(predictor.predict(fold, f, Seeds.part(own, f)));
                rows += fold.held().length;
            }
        } catch (InputException e) {
            return Double.POSITIVE_INFINITY;
        }
        double rmse = Math.sqrt(squares / rows);
        return Double.isFinite(rmse) ? rmse : Double.POSITIVE_INFINITY;
    }

    private static double[] fitted(Regressor regressor, Prepared fold, int[] subset, long seed, Progress progress) {
        int[] columns = fold.columnsOf(subset);
        Progress silent = new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                progress.check();
            }

            @Override
            public void check() {
                progress.check();
            }
        };
        return regressor
                .fit(of(fold.trainX(), columns), fold.trainY(), seed, silent)
                .predict(of(fold.heldX(), columns));
    }

    private static double[][] of(double[][] x, int[] columns) {
        return Arrays.stream(x)
                .map(row -> IntStream.of(columns).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
    }
}
