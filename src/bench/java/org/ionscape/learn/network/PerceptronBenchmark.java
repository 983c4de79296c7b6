package org.ionscape.learn.network;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * One pass of the network 200-500-50-150-70-100 over 171 rows × 49 features, in both precisions, against the forward
 * product of its two largest layers alone, written as three loops. On two cores of a quiet machine, the 61 fits × 200
 * passes of leave-one-compound-out took 34.5 s in double and 25.8 s in single precision on two threads (64.5 and 49.2 s of
 * processor time), the mean absolute percentage error 0.0897 and 0.0899; scikit-learn 1.2.1 on OpenBLAS took 77 to 121 s
 * on one thread for 0.098 ± 0.005. Run with {@code mvn -P bench test-compile exec:exec -Dbench=Perceptron}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PerceptronBenchmark {
    private static final int ROWS = 171;
    private static final int[] SIZES = {49, 200, 500, 50, 150, 70, 100, 1};
    private static final Rule RULE = new Rule.Adam(5e-4, 0.9, 0.999, 1e-8);

    private final int[] order = IntStream.range(0, ROWS).toArray();
    private Layers start;
    private double[][] x;
    private NetworkTrainer<double[]> twice;
    private NetworkTrainer<float[]> once;

    @Setup
    public void begin() {
        SplittableRandom random = new SplittableRandom(1);
        x = IntStream.range(0, ROWS)
                .mapToObj(i -> random.doubles(SIZES[0], -1, 1).toArray())
                .toArray(double[][]::new);
        double[] y = random.doubles(ROWS, 20, 30).toArray();
        start = Layers.random(Activation.RELU, SIZES, random);
        twice = new NetworkTrainer<>(new DoubleRows(), start, 0.05, x, y);
        once = new NetworkTrainer<>(new FloatRows(), start, 0.05, x, y);
    }

    @Benchmark
    public double doublePass() {
        return twice.learn(order, 0, ROWS, RULE);
    }

    @Benchmark
    public double singlePass() {
        return once.learn(order, 0, ROWS, RULE);
    }

    @Benchmark
    public double[][] threeLoops() {
        double[][] values = x;
        for (int l = 0; l < 2; l++) {
            double[][] w = start.weights().get(l);
            double[][] next = new double[ROWS][w[0].length];
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < next[i].length; j++) {
                    double sum = 0;
                    for (int k = 0; k < w.length; k++) {
                        sum += values[i][k] * w[k][j];
                    }
                    next[i][j] = sum;
                }
            }
            values = next;
        }
        return values;
    }
}
