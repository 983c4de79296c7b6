package org.ionscape.transport;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ionscape.compute.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All lags of 10 000 frames × 56 ions, with axes, cross terms and errors, against the definition summed as it stands for
 * the first of every hundred lags. Run with {@code mvn -P bench test-compile exec:exec -Dbench=Msd}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MsdBenchmark {
    private static final int FRAMES = 10_000;
    private static final int IONS = 56;

    private final double[][] paths = new double[3 * IONS][FRAMES];

    @Setup
    public void walk() {
        SplittableRandom random = new SplittableRandom(1);
        for (double[] series : paths) {
            for (int k = 1; k < FRAMES; k++) {
                series[k] = series[k - 1] + random.nextGaussian();
            }
        }
    }

    @Benchmark
    public double[] kernel() {
        MsdKernel kernel = new MsdKernel(FRAMES);
        kernel.add(paths, Progress.NONE);
        double[] msd = kernel.meanSquare(0);
        return kernel.stderr(msd);
    }

    @Benchmark
    public double definitionOfEveryHundredthLag() {
        double sum = 0;
        for (int n = 1; n <= FRAMES / 2; n += 100) {
            for (double[] series : paths) {
                for (int k = 0; k + n < FRAMES; k++) {
                    double d = series[k + n] - series[k];
                    sum += d * d;
                }
            }
        }
        return sum;
    }
}
