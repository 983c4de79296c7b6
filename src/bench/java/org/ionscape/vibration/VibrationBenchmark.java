package org.ionscape.vibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Autocorrelations, densities of states and errors of all groups of 10 000 frames × 300 atoms, against one reading of
 * the unwrapped paths, which nothing can do without. Run with {@code mvn -P bench test-compile exec:exec
 * -Dbench=Vibration}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class VibrationBenchmark {
    private static final int FRAMES = 10_000;
    private static final int ATOMS = 300;
    private static final double STEP_PS = 0.002;

    @Param({"PAPER", "RECOMMENDED"})
    private Preset preset;

    private FrameStore run;
    private Displacements paths;

    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ATOMS; i++) {
            names.add(i % 3 == 0 ? "Li" : i % 3 == 1 ? "P" : "S");
        }
        double[] at = new double[3 * ATOMS];
        Cell cell = new Cell(20, 0, 0, 0, 20, 0, 0, 0, 20);
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(names))) {
            for (int f = 0; f < FRAMES; f++) {
                for (int i = 0; i < at.length; i++) {
                    at[i] += 1e-3 * random.nextGaussian();
                }
                builder.add(cell, at);
            }
            run = builder.build();
        }
        paths = new Displacements(run, 0, new int[0], Progress.NONE);
    }

    @Benchmark
    public Vibrations vibrations() {
        return new VibrationAnalysis(run, paths, List.of("Li"), STEP_PS, preset)
                .vibrations(OptionalDouble.of(600), Progress.NONE);
    }

    @Benchmark
    public double[][] readingOnly() {
        return paths.paths(new int[] {0}, Progress.NONE);
    }
}
