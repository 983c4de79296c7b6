package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.math.Seeds;
import org.ionscape.math.Shuffle;

/**
 * Settings tried inside the training rows of a fold, of which the one with the least mean squared error over inner folds
 * is taken: together with the outer folds, nested validation.
 *
 * @param points settings changed at each point tried; none: nothing is searched
 * @param inner how the training rows are split
 */
public record Search(List<Map<String, Object>> points, Scheme inner) {
    private static final int MOST_POINTS = 100_000;

    /** Nothing is searched. */
    public static final Search NONE = new Search(List.of(), new Scheme.Stratified(10));

    public Search {
        points = List.copyOf(points);
    }

    /** Every combination of the values given for each parameter, the last parameter changing fastest. */
    public static Search grid(Map<String, ? extends List<?>> values, Scheme inner) {
        long size = 1;
        for (List<?> some : values.values()) {
            size = Math.min(size * some.size(), MOST_POINTS + 1L);
        }
        if (size > MOST_POINTS || size == 0) {
            throw new InputException(Problem.of(
                    size == 0
                            ? "a parameter of the grid has no values"
                            : "the grid has more than " + MOST_POINTS + " points; use fewer values"));
        }
        List<Map<String, Object>> points = new ArrayList<>(List.of(Map.of()));
        values.forEach((key, some) -> {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> point : points) {
                for (Object value : some) {
                    Map<String, Object> with = new LinkedHashMap<>(point);
                    with.put(key, value);
                    longer.add(with);
                }
            }
            points.clear();
            points.addAll(longer);
        });
        return new Search(points, inner);
    }

    /** Some of the points, drawn without putting back. */
    public Search random(int draws, long seed) {
        int[] order = Shuffle.order(points.size(), new SplittableRandom(seed));
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(draws, order.length); i++) {
            drawn.add(points.get(order[i]));
        }
        return new Search(drawn, inner);
    }

    /** How many fits it makes for every fold's one, roughly; 0 when nothing is searched. */
    public int fits() {
        int folds = switch (inner) {
            case Scheme.KFold k -> k.k();
            case Scheme.Stratified k -> k.k();
            default -> 1;
        };
        return points.size() < 2 ? 0 : points.size() * folds;
    }

    /** The settings for each fold; ties go to the point that stands first. */
    public List<Settings> choose(
            Dataset data, Pipeline pipeline, List<Fold> folds, long seed, ComputeService service, Progress progress) {
        if (points.size() < 2) {
            Settings same =
                    points.isEmpty() ? pipeline.settings() : pipeline.settings().with(points.getFirst());
            return Collections.nCopies(folds.size(), same);
        }
        List<Settings> candidates =
                points.stream().map(p -> pipeline.settings().with(p)).toList();
        List<List<Fold>> splits = folds.stream()
                .map(f -> inner.folds(data, f.trainRows(), Seeds.part(seed, f.index())))
                .toList();
        int fits = candidates.size() * splits.stream().mapToInt(List::size).sum();
        Tally tally = new Tally(progress, fits, "fits");
        List<Callable<Misfit>> tasks = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            for (Settings candidate : candidates) {
                for (Fold split : splits.get(f)) {
                    long part = Seeds.part(Seeds.part(seed, folds.get(f).index()), split.index());
                    tasks.add(() -> {
                        Misfit error = Misfit.of(data, pipeline.with(candidate), split, part, tally.part());
                        tally.done();
                        return error;
                    });
                }
            }
        }
        return best(candidates, splits, service.parallel(tasks));
    }

    private static List<Settings> best(List<Settings> candidates, List<List<Fold>> splits, List<Misfit> errors) {
        List<Settings> chosen = new ArrayList<>();
        int at = 0;
        for (List<Fold> split : splits) {
            Settings best = candidates.getFirst();
            double least = Double.POSITIVE_INFINITY;
            for (Settings candidate : candidates) {
                double mean = Misfit.mean(errors.subList(at, at + split.size()));
                at += split.size();
                if (mean < least) {
                    least = mean;
                    best = candidate;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    /** Squared errors in the scale learned in, summed over so many rows. */
    private record Misfit(double squares, int rows) {
        static double mean(List<Misfit> some) {
            return some.stream().mapToDouble(Misfit::squares).sum()
                    / some.stream().mapToInt(Misfit::rows).sum();
        }

        /** A point that cannot be fitted errs without bound. */
        static Misfit of(Dataset data, Pipeline pipeline, Fold fold, long seed, Progress progress) {
            try {
                FittedPipeline fitted = pipeline.fit(data, fold.trainRows(), seed, progress);
                double[] reached = fitted.preparation().y(fitted.predict(data.features(), fold.testRows()));
                double rmse = Metrics.of(fitted.preparation().y(data.y(fold.testRows())), reached)
                        .rmse();
                return new Misfit(rmse * rmse * fold.test().size(), fold.test().size());
            } catch (InputException e) {
                return new Misfit(Double.POSITIVE_INFINITY, fold.test().size());
            }
        }
    }
}
