package org.ionscape.stats;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All r, p, q and n of 300 columns × 5000 rows, against Pearson's r of every hundredth pair on its own. Run with
 * {@code mvn -P bench test-compile exec:exec -Dbench=Correlation}.
 *
 * <p>Measured on two idle cores, with no value missing and with 5 % missing, in ms and as a share of what the baseline
 * would take for all pairs:
 * Pearson 37 (0.3 %) and 60 (0.5 %), Spearman 181 (1.5 %) and 434 (4 %), Kendall 6189 (53 %) and 5422 (48 %);
 * the baseline itself 117 and 112.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CorrelationBenchmark {
    private static final int COLUMNS = 300;
    private static final int ROWS = 5000;

    @Param({"0", "0.05"})
    private double missing;

    private final double[][] columns = new double[COLUMNS][ROWS];
    private ComputeService service;

    @Setup(Level.Trial)
    public void table() {
        service = new ComputeService(2);
        SplittableRandom random = new SplittableRandom(1);
        double[] common = random.doubles(ROWS).toArray();
        for (int i = 0; i < COLUMNS; i++) {
            for (int row = 0; row < ROWS; row++) {
                double value = random.nextGaussian() + common[row];
                double tied = i % 10 == 0 ? Math.rint(value) : value;
                columns[i][row] = random.nextDouble() < missing ? Double.NaN : tied;
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        service.close();
    }

    @Benchmark
    public Correlations pearson() {
        return CorrelationMatrix.of(columns, CorrelationMethod.PEARSON, PValue.T, 0, service, Progress.NONE);
    }

    @Benchmark
    public Correlations spearman() {
        return CorrelationMatrix.of(columns, CorrelationMethod.SPEARMAN, PValue.T, 0, service, Progress.NONE);
    }

    @Benchmark
    public Correlations kendall() {
        return CorrelationMatrix.of(columns, CorrelationMethod.KENDALL, PValue.T, 0, service, Progress.NONE);
    }

    @Benchmark
    public double pearsonOfEveryHundredthPair() {
        double sum = 0;
        int pair = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = i + 1; j < COLUMNS; j++) {
                if (pair++ % 100 == 0) {
                    double[][] both = PearsonKernel.both(Sample.of(columns[i]), Sample.of(columns[j]));
                    sum += PearsonKernel.r(both[0], both[1]);
                }
            }
        }
        return sum;
    }
}
