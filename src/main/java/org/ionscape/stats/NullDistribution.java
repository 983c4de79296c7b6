package org.ionscape.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import org.ionscape.compute.Progress;

/**
 * p of each pair from its own null distribution: the share of orders of one column's values for which the coefficient is
 * at least as far from 0 as it is. Exact over all n! orders; for the rank methods these depend on the ties alone, so
 * that pairs with like ties share them. Permutation: (1 + hits)/(1 + {@link #PERMUTATIONS}) over seeded random orders, each
 * pair with a stream of its own.
 */
final class NullDistribution implements Pairs.Kernel {
    /** All orders of ten rows are 3.6 million. */
    static final int MOST_EXACT = 10;

    static final int PERMUTATIONS = 9999;

    /** Coefficients that differ by rounding count as equal. */
    private static final double SAME = 1e-10;

    private final List<Sample> columns;
    private final CorrelationMethod method;
    private final PValue kind;
    private final long seed;
    private final Map<String, long[]> ofTies = new ConcurrentHashMap<>();

    NullDistribution(List<Sample> columns, CorrelationMethod method, PValue kind, long seed) {
        this.columns = columns;
        this.method = method;
        this.kind = kind;
        this.seed = seed;
    }

    @Override
    public void fill(int from, int to, Pairs pairs, Progress progress) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                if (pairs.n()[i][j] < 3 || Double.isNaN(pairs.r()[i][j])) {
                    continue;
                }
                Orders orders = Orders.of(PearsonKernel.both(columns.get(i), columns.get(j)), method);
                pairs.p()[i][j] = kind == PValue.EXACT && orders.rows() <= MOST_EXACT
                        ? exact(orders, progress)
                        : permutation(
                                orders, seed + 0x9E3779B97F4A7C15L * (1 + i * (long) columns.size() + j), progress);
            }
        }
    }

    private double exact(Orders orders, Progress progress) {
        if (method == CorrelationMethod.PEARSON) {
            double least = Math.abs(orders.score()) * (1 - SAME);
            long[] hits = new long[2];
            orders.forEach(progress, s -> hits[Math.abs(s) >= least ? 0 : 1]++);
            return hits[0] / (double) (hits[0] + hits[1]);
        }
        int least = (int) Math.abs(orders.score());
        long[] counts = ofTies.computeIfAbsent(orders.ties(), t -> distribution(orders, progress));
        return Arrays.stream(counts, least, counts.length).sum()
                / (double) Arrays.stream(counts).sum();
    }

    /** How often each |score| occurs; the scores of the rank methods are integers. */
    private static long[] distribution(Orders orders, Progress progress) {
        int n = orders.rows();
        long[] counts = new long[n * n * n + 1];
        orders.forEach(progress, s -> counts[(int) Math.abs(s)]++);
        return counts;
    }

    private static double permutation(Orders orders, long seed, Progress progress) {
        double least = Math.abs(orders.score()) * (1 - SAME);
        SplittableRandom random = new SplittableRandom(seed);
        int hits = 0;
        for (int k = 0; k < PERMUTATIONS; k++) {
            orders.shuffle(random);
            if (Math.abs(orders.score()) >= least) {
                hits++;
            }
            if ((k & 15) == 0) {
                progress.check();
            }
        }
        return (1.0 + hits) / (1 + PERMUTATIONS);
    }

    /** Two complete columns, of which the second is put into other orders. */
    private static final class Orders {
        private final double[] x;
        private final double[] y;
        private final String ties;
        private final KendallScore kendall;
        private final boolean counting;

        private Orders(double[] x, double[] y, String ties, boolean counting) {
            this.x = x;
            this.y = y;
            this.ties = ties;
            this.counting = counting;
            kendall = new KendallScore(x.length);
        }

        static Orders of(double[][] both, CorrelationMethod method) {
            if (method == CorrelationMethod.PEARSON) {
                return new Orders(Sample.standardised(both[0]), Sample.standardised(both[1]), "", false);
            }
            Ranks rx = Ranks.of(Sample.of(both[0]));
            Ranks ry = Ranks.of(Sample.of(both[1]));
            String ties = Arrays.toString(rx.size()) + Arrays.toString(ry.size());
            int[] vx = method == CorrelationMethod.KENDALL ? rx.group() : rx.centred();
            int[] vy = method == CorrelationMethod.KENDALL ? ry.group() : ry.centred();
            double[] x = Arrays.stream(rx.order()).mapToDouble(row -> vx[row]).toArray();
            double[] y = Arrays.stream(rx.order()).mapToDouble(row -> vy[row]).toArray();
            return new Orders(x, y, ties, method == CorrelationMethod.KENDALL);
        }

        int rows() {
            return x.length;
        }

        String ties() {
            return ties;
        }

        /** Proportional to the coefficient, whose other factors no order changes. */
        double score() {
            if (counting) {
                return kendall.score(x, y);
            }
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += x[k] * y[k];
            }
            return sum;
        }

        void shuffle(SplittableRandom random) {
            for (int k = y.length - 1; k > 0; k--) {
                swap(k, random.nextInt(k + 1));
            }
        }

        /** Every order once (B. R. Heap, Comput. J. 6, 293, 1963). */
        void forEach(Progress progress, DoubleConsumer action) {
            int[] count = new int[y.length];
            action.accept(score());
            long orders = 0;
            for (int k = 1; k < y.length; ) {
                if (count[k] < k) {
                    swap(k % 2 == 0 ? 0 : count[k], k);
                    action.accept(score());
                    count[k]++;
                    k = 1;
                    if ((++orders & 0xffff) == 0) {
                        progress.check();
                    }
                } else {
                    count[k++] = 0;
                }
            }
        }

        private void swap(int a, int b) {
            double value = y[a];
            y[a] = y[b];
            y[b] = value;
        }
    }
}
