package org.ionscape.stats;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;

/** One pair of columns looked at closely: what is left given a third, and how sure the coefficient is. */
public final class PairStatistics {
    /** Enough for the ends of a 95 % interval to be good to about 3 % of its width. */
    public static final int RESAMPLES = 2000;

    private PairStatistics() {}

    /**
     * A coefficient with its two-sided p.
     *
     * @param r NaN when undefined
     * @param p from t with n−3 degrees of freedom; NaN for Kendall, whose partial τ has no known law
     * @param n rows that all three columns have
     */
    public record Partial(double r, double p, int n) {}

    /** An interval for a coefficient; NaN ends when it is undefined. */
    public record Interval(double low, double high, int n) {}

    /** The coefficient on the rows that both columns have; NaN when undefined. */
    public static double r(double[] x, double[] y, CorrelationMethod method) {
        double[][] both = complete(List.of(x, y));
        return complete(both[0], both[1], method);
    }

    /**
     * First-order partial correlation r_xy·z = (r_xy − r_xz r_yz)/√((1−r_xz²)(1−r_yz²)) on the rows that all three have.
     */
    public static Partial partial(double[] x, double[] y, double[] given, CorrelationMethod method) {
        double[][] all = complete(List.of(x, y, given));
        int n = all[0].length;
        double r = partial(all, method);
        // t with n−3 degrees of freedom is the law of n−1 rows without the third column
        double p = method == CorrelationMethod.KENDALL || Double.isNaN(r)
                ? Double.NaN
                : new TwoSidedT(Math.max(0, n - 1)).p(r, n - 1);
        return new Partial(r, p, n);
    }

    /** Of three complete columns, the last of them given. */
    private static double partial(double[][] all, CorrelationMethod method) {
        double xy = complete(all[0], all[1], method);
        double xz = complete(all[0], all[2], method);
        double yz = complete(all[1], all[2], method);
        double rest = (1 - xz * xz) * (1 - yz * yz);
        if (!(rest > 1e-20)) { // one of them is the third column in other words
            return Double.NaN;
        }
        return Math.clamp((xy - xz * yz) / Math.sqrt(rest), -1, 1);
    }

    /** The columns on the rows that all of them have. */
    private static double[][] complete(List<double[]> columns) {
        int[] rows = IntStream.range(0, columns.getFirst().length)
                .filter(row -> columns.stream().allMatch(c -> Double.isFinite(c[row])))
                .toArray();
        return columns.stream()
                .map(c -> IntStream.of(rows).mapToDouble(row -> c[row]).toArray())
                .toArray(double[][]::new);
    }

    /**
     * The 95 % percentile bootstrap interval over resampled rows (B. Efron, Ann. Stat. 7, 1, 1979). Resamples in which a
     * column is constant are left out.
     */
    public static Interval bootstrap(double[] x, double[] y, CorrelationMethod method, long seed, Progress progress) {
        return bootstrap(complete(List.of(x, y)), all -> complete(all[0], all[1], method), seed, progress);
    }

    /** The same of the partial correlation given a third column. */
    public static Interval bootstrap(
            double[] x, double[] y, double[] given, CorrelationMethod method, long seed, Progress progress) {
        return bootstrap(complete(List.of(x, y, given)), all -> partial(all, method), seed, progress);
    }

    private static Interval bootstrap(
            double[][] all, ToDoubleFunction<double[][]> coefficient, long seed, Progress progress) {
        int n = all[0].length;
        if (Double.isNaN(coefficient.applyAsDouble(all)) || n < 3) {
            return new Interval(Double.NaN, Double.NaN, n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[all.length][n];
        double[] found = new double[RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            for (int k = 0; k < n; k++) {
                int row = random.nextInt(n);
                for (int c = 0; c < all.length; c++) {
                    drawn[c][k] = all[c][row];
                }
            }
            found[b] = coefficient.applyAsDouble(drawn);
            progress.report(b + 1.0, RESAMPLES, "resamples");
            progress.check();
        }
        double[] sorted = Arrays.stream(found).filter(Double::isFinite).sorted().toArray();
        return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975), n);
    }

    /** Linear between order statistics; NaN of none. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static double complete(double[] x, double[] y, CorrelationMethod method) {
        return switch (method) {
            case PEARSON -> PearsonKernel.r(x, y);
            case SPEARMAN -> PearsonKernel.r(ranks(x), ranks(y));
            case KENDALL -> {
                KendallScore score = new KendallScore(x.length);
                Sample second = Sample.of(y);
                score.take(Ranks.of(Sample.of(x)), Ranks.of(second), second);
                yield score.tau();
            }
        };
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(Ranks.of(Sample.of(values)).centred())
                .asDoubleStream()
                .toArray();
    }
}
