package org.ionscape.learn.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.math.Seeds;
import org.ionscape.math.Shuffle;

/** Importances of features, of a model fitted for it or of one that is there. */
public final class Importances {
    private Importances() {}

    /**
     * Mean decrease of impurity (Breiman, Friedman, Olshen and Stone 1984): the share of a feature in what the splits of
     * the trees gained, as scikit-learn normalises it; the mean and spread are over fits with seeds of their own. It
     * favours features of many values and is measured on the training rows: permutation importance does neither.
     *
     * @throws InputException when the model is not made of trees
     */
    public static List<Importance> mdi(
            Dataset data,
            Pipeline pipeline,
            List<Fold> folds,
            int repeats,
            long seed,
            ComputeService service,
            Progress progress) {
        List<Callable<double[]>> fits = new ArrayList<>();
        for (Fold fold : folds) {
            for (int r = 0; r < repeats; r++) {
                long own = Seeds.part(Seeds.part(seed, fold.index()), r);
                fits.add(() -> mdi(pipeline.fit(data, fold.trainRows(), own, quiet(progress)))
                        .orElseThrow(() -> noTrees(pipeline.type().name())));
            }
        }
        return summary(data.featureKeys(), service.parallel(fits), Optional.empty());
    }

    /**
     * Of one fitted model.
     *
     * @throws InputException when it is not made of trees
     */
    public static List<Importance> mdi(List<String> features, String model, FittedPipeline fitted) {
        return summary(features, List.of(mdi(fitted).orElseThrow(() -> noTrees(model))), Optional.empty());
    }

    private static InputException noTrees(String model) {
        return new InputException(
                Problem.of(model + " is not made of trees and has no decrease of impurity; use --kind permutation"));
    }

    private static Optional<double[]> mdi(FittedPipeline fitted) {
        return fitted.model().impurityImportance().map(ofColumns -> {
            int[] origins = fitted.preparation().origins();
            double[] ofFeatures = new double[fitted.preparation().encoders().size()];
            for (int c = 0; c < origins.length; c++) {
                ofFeatures[origins[c]] += ofColumns[c];
            }
            return ofFeatures;
        });
    }

    /**
     * Permutation importance (Breiman 2001, doi:10.1023/A:1010933404324): how far R² on held-out rows falls when the
     * values of a feature are shuffled among them. Rows of all folds are shuffled together, so that it works for folds of
     * one row. Features that tell the same share their importance, and may both seem to have none.
     */
    public static List<Importance> permutation(
            Dataset data,
            Pipeline pipeline,
            List<Fold> folds,
            int repeats,
            long seed,
            ComputeService service,
            Progress progress) {
        List<Callable<FittedPipeline>> fits = new ArrayList<>();
        for (Fold fold : folds) {
            fits.add(() -> pipeline.fit(data, fold.trainRows(), Seeds.part(seed, fold.index()), quiet(progress)));
        }
        List<FittedPipeline> fitted = service.parallel(fits);
        return permutation(data, fitted, folds.stream().map(Fold::testRows).toList(), repeats, seed, service, progress);
    }

    /**
     * Of fitted models, each with rows of its own to judge it by.
     *
     * @param rows for each model the rows it has not seen
     */
    public static List<Importance> permutation(
            Dataset data,
            List<FittedPipeline> models,
            List<int[]> rows,
            int repeats,
            long seed,
            ComputeService service,
            Progress progress) {
        int[] all = rows.stream().flatMapToInt(Arrays::stream).toArray();
        double[] actual = data.y(all);
        Metrics base = Metrics.of(actual, predicted(data, models, rows, -1, all));
        int features = data.features().size();
        List<Callable<Metrics>> shuffles = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            for (int r = 0; r < repeats; r++) {
                int feature = f;
                long own = Seeds.part(Seeds.part(Seeds.part(seed, -1), f), r);
                shuffles.add(() -> {
                    progress.check();
                    int[] shuffled = all.clone();
                    Shuffle.inPlace(shuffled, new SplittableRandom(own));
                    return Metrics.of(actual, predicted(data, models, rows, feature, shuffled));
                });
            }
        }
        List<Metrics> after = service.parallel(shuffles);
        double[][] falls = new double[repeats][features];
        double[] rises = new double[features];
        for (int f = 0; f < features; f++) {
            for (int r = 0; r < repeats; r++) {
                Metrics one = after.get(f * repeats + r);
                falls[r][f] = base.r2() - one.r2();
                rises[f] += (one.rmse() - base.rmse()) / repeats;
            }
        }
        return summary(data.featureKeys(), Arrays.asList(falls), Optional.of(rises));
    }

    /** Predictions with the values of one feature taken from other rows; −1: none. */
    private static double[] predicted(
            Dataset data, List<FittedPipeline> models, List<int[]> rows, int feature, int[] others) {
        double[] predicted = new double[others.length];
        int at = 0;
        for (int m = 0; m < models.size(); m++) {
            FittedPipeline model = models.get(m);
            int[] own = rows.get(m);
            double[][] x = model.preparation().x(data.features(), own);
            if (feature >= 0) {
                int[] from = Arrays.copyOfRange(others, at, at + own.length);
                Columns.replace(model.preparation(), feature, data.features().get(feature), from, x);
            }
            double[] some = model.preparation().back(model.model().predict(x));
            System.arraycopy(some, 0, predicted, at, some.length);
            at += some.length;
        }
        return predicted;
    }

    private static List<Importance> summary(
            List<String> keys, List<double[]> repeats, Optional<double[]> rmseIncreases) {
        return IntStream.range(0, keys.size())
                .mapToObj(f -> Importance.of(
                        keys.get(f),
                        repeats.stream().mapToDouble(r -> r[f]).toArray(),
                        rmseIncreases.map(rises -> OptionalDouble.of(rises[f])).orElse(OptionalDouble.empty())))
                .toList();
    }

    /** Can be cancelled; the steps of single fits are not told. */
    private static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                progress.check();
            }

            @Override
            public void check() {
                progress.check();
            }
        };
    }
}
