package org.ionscape.transport;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;
import org.ionscape.transport.distribution.DensityGrid;
import org.ionscape.transport.distribution.MobileDensity;
import org.ionscape.transport.distribution.PairCounting;
import org.ionscape.transport.distribution.RadialDistribution;
import org.ionscape.transport.distribution.VanHove;
import org.ionscape.transport.distribution.VanHoveSearch;
import org.ionscape.transport.hops.HopSearch;
import org.ionscape.transport.hops.Hops;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hops and distributions of 10 000 frames × 300 atoms, of which 56 hop between sites 2.5 Å apart. Run with
 * {@code mvn -P bench test-compile exec:exec -Dbench=Dynamics}.
 *
 * <p>Measured on a busy machine, in passes over the frames (56 ms then): density 5, van Hove functions 25, radial
 * distributions 100, hops 120.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class DynamicsBenchmark {
    private static final int FRAMES = 10_000;
    private static final int ATOMS = 300;
    private static final int IONS = 56;
    private static final double STEP_PS = 0.02;
    private static final double BOX_A = 17.5;

    private final int[] ions = IntStream.range(0, IONS).toArray();
    private FrameStore run;
    private Displacements paths;

    @Setup
    public void hop() {
        SplittableRandom random = new SplittableRandom(1);
        double[] siteA = random.doubles(3L * ATOMS, 0, BOX_A).toArray();
        double[] frame = new double[3 * ATOMS];
        java.util.List<String> species = new java.util.ArrayList<>(Collections.nCopies(IONS, "Li"));
        species.addAll(Collections.nCopies(ATOMS - IONS, "S"));
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(species))) {
            for (int f = 0; f < FRAMES; f++) {
                for (int i = 0; i < IONS; i++) {
                    if (random.nextDouble() < 0.002) {
                        siteA[3 * i + random.nextInt(3)] += random.nextBoolean() ? 2.5 : -2.5;
                    }
                }
                for (int i = 0; i < frame.length; i++) {
                    double s = (siteA[i] + 0.15 * random.nextGaussian()) / BOX_A;
                    frame[i] = s - Math.floor(s);
                }
                builder.add(new Cell(BOX_A, 0, 0, 0, BOX_A, 0, 0, 0, BOX_A), frame);
            }
            run = builder.build();
        }
        paths = new Displacements(run, 0, IntStream.range(IONS, ATOMS).toArray(), Progress.NONE);
    }

    @TearDown
    public void close() {
        run.close();
    }

    @Benchmark
    public Hops hops() {
        return HopSearch.find(paths, ions, STEP_PS, 0, Progress.NONE);
    }

    @Benchmark
    public RadialDistribution radial() {
        return PairCounting.radial(run, 0, Progress.NONE);
    }

    @Benchmark
    public VanHove vanHove() {
        return VanHoveSearch.of(paths, ions, STEP_PS, Progress.NONE);
    }

    @Benchmark
    public MobileDensity density() {
        return DensityGrid.of(paths, ions, DensityGrid.INTERVAL_A, DensityGrid.Spacing.EVEN, Progress.NONE);
    }

    /** One pass over the frames, the least that any of them costs. */
    @Benchmark
    public Displacements onePass() {
        return new Displacements(run, 0, new int[0], Progress.NONE);
    }
}
