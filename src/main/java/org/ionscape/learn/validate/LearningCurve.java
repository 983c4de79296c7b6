package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.math.Seeds;
import org.ionscape.math.Shuffle;

/**
 * Errors against the number of training rows: in every fold the model is fitted to a random part of its training rows,
 * larger parts holding the smaller ones, and judged on the fold's held-out rows.
 *
 * @param points by rising size
 */
public record LearningCurve(List<Point> points) {
    private static final int FEWEST = 2;

    /**
     * One size.
     *
     * @param rows learned from, mean over the folds
     * @param train mean over the folds
     * @param test mean over the folds
     * @param testSd sample deviation over the folds
     */
    public record Point(double rows, Metrics train, Metrics test, Metrics testSd) {}

    /** Computes it for shares of the training rows such as 0.1, 0.33, 0.55, 0.78, 1. Call it from inside a job. */
    public static LearningCurve of(
            Dataset data,
            Pipeline pipeline,
            List<Fold> folds,
            double[] shares,
            long seed,
            ComputeService service,
            Progress progress) {
        Tally tally = new Tally(progress, shares.length * folds.size(), "fits");
        List<Callable<Metrics[]>> tasks = new ArrayList<>();
        for (double share : shares) {
            for (Fold fold : folds) {
                tasks.add(() -> {
                    Metrics[] metrics = fit(data, pipeline, fold, share, seed, tally.part());
                    tally.done();
                    return metrics;
                });
            }
        }
        List<Metrics[]> all = service.parallel(tasks);
        List<Point> points = new ArrayList<>();
        for (int s = 0; s < shares.length; s++) {
            List<Metrics[]> some = all.subList(s * folds.size(), (s + 1) * folds.size());
            double share = shares[s];
            List<Metrics> test = some.stream().map(m -> m[1]).toList();
            points.add(new Point(
                    folds.stream().mapToInt(f -> rows(f, share)).average().orElseThrow(),
                    Metrics.mean(some.stream().map(m -> m[0]).toList()),
                    Metrics.mean(test),
                    Metrics.deviation(test)));
        }
        return new LearningCurve(points);
    }

    private static int rows(Fold fold, double share) {
        return Math.clamp(
                Math.round(share * fold.train().size()), FEWEST, fold.train().size());
    }

    private static Metrics[] fit(
            Dataset data, Pipeline pipeline, Fold fold, double share, long seed, Progress progress) {
        long part = Seeds.part(seed, fold.index());
        int[] order = fold.trainRows();
        Shuffle.inPlace(order, new SplittableRandom(part));
        int[] train = Arrays.copyOf(order, rows(fold, share));
        FittedPipeline fitted = pipeline.fit(data, train, part, progress);
        return new Metrics[] {
            Metrics.of(data.y(train), fitted.predict(data.features(), train)),
            Metrics.of(data.y(fold.testRows()), fitted.predict(data.features(), fold.testRows()))
        };
    }
}
