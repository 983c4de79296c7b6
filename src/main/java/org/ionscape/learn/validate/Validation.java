package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Losses;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.Preparation;
import org.ionscape.math.Seeds;

/**
 * Fits a model on the training rows of every fold and predicts the held-out ones, folds in parallel. Each fold has a seed
 * of its own, so that the result does not depend on the number of threads.
 */
public final class Validation {
    private Validation() {}

    /**
     * Validates a model. Call it from inside a job.
     *
     * @param search how its settings are chosen inside the training rows of each fold; none leaves them as they are
     */
    public static Evaluation run(
            Dataset data,
            Pipeline pipeline,
            List<Fold> folds,
            Search search,
            long seed,
            ComputeService service,
            Progress progress,
            Watcher watcher) {
        double share = search.fits() == 0 ? 0 : search.fits() / (search.fits() + 1.0);
        List<Settings> settings = search.choose(data, pipeline, folds, seed, service, progress.part(0, share));
        Tally tally = new Tally(share == 0 ? progress : progress.part(share, 1), folds.size(), "folds");
        List<Callable<FoldResult>> tasks = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            Fold fold = folds.get(f);
            Pipeline chosen = pipeline.with(settings.get(f));
            tasks.add(() -> {
                FoldResult result = fold(data, chosen, fold, Seeds.part(seed, fold.index()), tally.part(), watcher);
                watcher.fold(result);
                tally.done();
                return result;
            });
        }
        return new Evaluation(data, service.parallel(tasks));
    }

    private static FoldResult fold(
            Dataset data, Pipeline pipeline, Fold fold, long seed, Progress progress, Watcher watcher) {
        progress.check();
        long begun = System.nanoTime();
        int[] train = fold.trainRows();
        int[] test = fold.testRows();
        Progress watched = watcher.wantsEpochs() ? watched(data, pipeline, fold, progress, watcher) : progress;
        FittedPipeline fitted = pipeline.fit(data, train, seed, watched);
        return new FoldResult(
                fold,
                pipeline.settings(),
                fitted.predict(data.features(), train),
                fitted.predict(data.features(), test),
                fitted.errors(data.features(), test),
                fitted.model().notes(),
                (System.nanoTime() - begun) / 1e9);
    }

    private static Losses watched(Dataset data, Pipeline pipeline, Fold fold, Progress progress, Watcher watcher) {
        Preparation preparation = Preparation.fit(data, fold.trainRows(), pipeline.prepare());
        double[][] x = preparation.x(data.features(), fold.testRows());
        double[] y = preparation.y(data.y(fold.testRows()));
        return new Losses() {
            @Override
            public void epoch(int epoch, double loss, Predictor now) {
                double rmse = Metrics.of(y, now.predict(x)).rmse();
                watcher.epoch(fold, epoch, loss, rmse * rmse / 2);
            }

            @Override
            public void report(double done, double total, String unit) {
                progress.report(done, total, unit);
            }

            @Override
            public void check() {
                progress.check();
            }
        };
    }
}
