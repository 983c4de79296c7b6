package org.ionscape.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
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
        double[][] both = PearsonKernel.both(Sample.of(x), Sample.of(y));
        return complete(both[0], both[1], method);
    }

    /**
     * First-order partial correlation r_xy·z = (r_xy − r_xz r_yz)/√((1−r_xz²)(1−r_yz²)) on the rows that all three have.
     */
    public static Partial partial(double[] x, double[] y, double[] given, CorrelationMethod method) {
        BitSet rows = Sample.of(x).present();
        rows.and(Sample.of(y).present());
        rows.and(Sample.of(given).present());
        int n = rows.cardinality();
        double[] xs = rows.stream().mapToDouble(r -> x[r]).toArray();
        double[] ys = rows.stream().mapToDouble(r -> y[r]).toArray();
        double[] zs = rows.stream().mapToDouble(r -> given[r]).toArray();
        double xy = complete(xs, ys, method);
        double xz = complete(xs, zs, method);
        double yz = complete(ys, zs, method);
        double rest = (1 - xz * xz) * (1 - yz * yz);
        if (!(rest > 1e-20)) { // one of them is the third column in other words
            return new Partial(Double.NaN, Double.NaN, n);
        }
        double r = Math.clamp((xy - xz * yz) / Math.sqrt(rest), -1, 1);
        // t with n−3 degrees of freedom is the law of n−1 rows without the third column
        double p = method == CorrelationMethod.KENDALL ? Double.NaN : new TwoSidedT(Math.max(0, n - 1)).p(r, n - 1);
        return new Partial(r, p, n);
    }

    /**
     * The 95 % percentile bootstrap interval over resampled rows (B. Efron, Ann. Stat. 7, 1, 1979). Resamples in which a
     * column is constant are left out.
     */
    public static Interval bootstrap(double[] x, double[] y, CorrelationMethod method, long seed, Progress progress) {
        double[][] both = PearsonKernel.both(Sample.of(x), Sample.of(y));
        int n = both[0].length;
        if (Double.isNaN(complete(both[0], both[1], method)) || n < 3) {
            return new Interval(Double.NaN, Double.NaN, n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] xs = new double[n];
        double[] ys = new double[n];
        double[] found = new double[RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            for (int k = 0; k < n; k++) {
                int row = random.nextInt(n);
                xs[k] = both[0][row];
                ys[k] = both[1][row];
            }
            found[b] = complete(xs, ys, method);
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
