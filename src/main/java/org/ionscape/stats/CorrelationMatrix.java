package org.ionscape.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;

/**
 * Correlations of every pair of columns, each on the rows that both have. Held against SciPy ({@code pearsonr},
 * {@code spearmanr}, {@code kendalltau}) on real and synthetic tables with ties, missing values, constant columns, an
 * offset of 1e8 and a scale of 1e-12: r to 1e-9, p to a relative 1e-6. 300 columns × 5000 rows with 5 % missing and all p
 * take 0.17 s (Pearson), 0.9 s (Spearman) and 11 s (Kendall) of processor time, shared by the threads: {@code
 * CorrelationBenchmark}.
 */
public final class CorrelationMatrix {
    /** Few enough that a block's sums stay in the cache, and many more blocks than threads. */
    private static final int BLOCK = 8;
    /** r, p and q in eight bytes each, n in four. */
    private static final int BYTES_PER_PAIR = 28;

    private CorrelationMatrix() {}

    /**
     * The matrices.
     *
     * @param columns values by column and row, all of one length; what is not finite is missing
     * @param seed of the random orders, where p comes from them
     */
    public static Correlations of(
            double[][] columns,
            CorrelationMethod method,
            PValue pValue,
            long seed,
            ComputeService service,
            Progress progress) {
        refuseTooMany(columns.length);
        List<Sample> prepared = service.parallel(Arrays.stream(columns)
                .<Callable<Sample>>map(c -> () -> Sample.of(c))
                .toList());
        Pairs pairs = Pairs.of(columns.length);
        if (columns.length > 0) {
            fill(kernel(prepared, method), pairs, service, progress.part(0, pValue == PValue.T ? 1 : 0.02));
        }
        if (pValue != PValue.T) {
            fill(new NullDistribution(prepared, method, pValue, seed), pairs, service, progress.part(0.02, 1));
        }
        return whole(prepared, pairs, method, pValue);
    }

    /**
     * The matrices of first-order partial correlations given one more column, each on the rows that all three have, p from t
     * with n−3 degrees of freedom (none for Kendall, whose partial τ has no known law). Cost as if each pair were computed
     * alone: 300 columns take minutes where the plain matrix takes a second.
     *
     * @param given values by row
     */
    public static Correlations given(
            double[][] columns, double[] given, CorrelationMethod method, ComputeService service, Progress progress) {
        List<Sample> prepared = Arrays.stream(columns).map(Sample::of).toList();
        Pairs pairs = Pairs.of(columns.length);
        fill(new PartialKernel(prepared, given, method), pairs, service, progress);
        return whole(prepared, pairs, method, PValue.T);
    }

    private static Correlations whole(List<Sample> prepared, Pairs pairs, CorrelationMethod method, PValue pValue) {
        diagonal(prepared, pairs);
        pairs.mirror();
        return new Correlations(method, pValue, pairs.r(), pairs.p(), discovery(pairs.p()), pairs.n());
    }

    /** The matrices grow with the square of the columns; a sentence instead of running out of memory. */
    private static void refuseTooMany(int columns) {
        double bytes = (double) columns * columns * BYTES_PER_PAIR;
        if (bytes > Runtime.getRuntime().maxMemory() / 2.0) {
            throw new InputException(Problem.of("the correlations of " + columns + " columns would take "
                    + Math.round(bytes / (1 << 30)) + " GB; choose fewer columns"));
        }
    }

    private static Pairs.Kernel kernel(List<Sample> columns, CorrelationMethod method) {
        return switch (method) {
            case PEARSON ->
                new PearsonKernel(columns, new TwoSidedT(columns.getFirst().values().length));
            case SPEARMAN ->
                new SpearmanKernel(columns, new TwoSidedT(columns.getFirst().values().length));
            case KENDALL -> new KendallKernel(columns);
        };
    }

    private static void fill(Pairs.Kernel kernel, Pairs pairs, ComputeService service, Progress progress) {
        int width = pairs.r().length;
        AtomicLong done = new AtomicLong();
        List<Callable<Boolean>> blocks = new ArrayList<>();
        for (int from = 0; from < width; from += BLOCK) {
            int first = from;
            int last = Math.min(width, from + BLOCK);
            blocks.add(() -> {
                kernel.fill(first, last, pairs, progress);
                long ended = 0;
                for (int i = first; i < last; i++) {
                    ended += width - 1 - i;
                }
                progress.report((double) done.addAndGet(ended), width * (width - 1.0) / 2, "pairs");
                return true;
            });
        }
        service.parallel(blocks);
    }

    private static void diagonal(List<Sample> columns, Pairs pairs) {
        for (int i = 0; i < columns.size(); i++) {
            Sample column = columns.get(i);
            pairs.n()[i][i] = column.count();
            if (Arrays.stream(column.scaled()).anyMatch(z -> z != 0)) {
                pairs.r()[i][i] = 1;
                pairs.p()[i][i] = column.count() < 3 ? Double.NaN : 0;
            }
        }
    }

    private static double[][] discovery(double[][] p) {
        int width = p.length;
        double[] upper = new double[width * (width - 1) / 2];
        int k = 0;
        for (int i = 0; i < width; i++) {
            for (int j = i + 1; j < width; j++) {
                upper[k++] = p[i][j];
            }
        }
        double[] q = FalseDiscovery.q(upper);
        double[][] matrix = new double[width][width];
        k = 0;
        for (int i = 0; i < width; i++) {
            matrix[i][i] = p[i][i];
            for (int j = i + 1; j < width; j++) {
                matrix[i][j] = q[k++];
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
