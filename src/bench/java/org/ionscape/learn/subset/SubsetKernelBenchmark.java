package org.ionscape.learn.subset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.learn.tree.AdaBoost;
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
 * One subset of 20 features, drawn at random, by boosted extra-trees on 258 rows and 64 predictions: the kernel of the
 * search against the general trees. Run with {@code mvn -P bench test-compile exec:exec -Dbench=SubsetKernel}.
 *
 * <p>On a 2-core AMD EPYC virtual machine, processor time of one core: kernel 1.6 ms, scikit-learn 1.2.1 48–52 ms. The
 * search of all 1 048 575 subsets by {@code ionscape subsets}, from the start of the process to its end, took 865 s on
 * both cores (1633 s of processor time, heap of at most 512 MB).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SubsetKernelBenchmark {
    private static final int FEATURES = 20;
    private static final int TRAIN = 258;
    private static final int ASKED = 64;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[][] x = new double[TRAIN + ASKED][FEATURES];
    private final double[] y = new double[TRAIN];
    private BoostKernel kernel;
    private long seed;

    @Setup
    public void table() {
        for (double[] row : x) {
            Arrays.setAll(row, f -> f % 4 == 3 ? random.nextInt(6) : random.nextGaussian());
        }
        Arrays.setAll(y, i -> 100 * Math.tanh(x[i][0]) + 50 * x[i][1] * x[i][2] + 20 * x[i][3] + random.nextGaussian());
        kernel = new BoostKernel(
                BoostTable.of(Arrays.copyOf(x, TRAIN), y, Arrays.copyOfRange(x, TRAIN, x.length)),
                new BoostSettings(50, 1, BoostSettings.Loss.LINEAR));
    }

    private int[] subset() {
        int[] some =
                IntStream.range(0, FEATURES).filter(f -> random.nextBoolean()).toArray();
        return some.length == 0 ? new int[] {0} : some;
    }

    @Benchmark
    public double[] kernel() {
        return kernel.predict(subset(), seed++);
    }

    @Benchmark
    public double[] generalTrees() {
        int[] subset = subset();
        double[][] some = Arrays.stream(x)
                .map(row -> IntStream.of(subset).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
        return AdaBoost.EXTRA_TREE
                .regressor(AdaBoost.EXTRA_TREE.defaults())
                .fit(Arrays.copyOf(some, TRAIN), y, seed++, Progress.NONE)
                .predict(Arrays.copyOfRange(some, TRAIN, some.length));
    }
}
