package org.ionscape.format.lammps;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
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
 * The reader of LAMMPS dumps against what one would write first ({@code readLine}, {@code split}, {@code parseDouble}).
 * Run with {@code mvn -P bench test-compile exec:exec -Dbench=LammpsDump}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class LammpsDumpBenchmark {
    private static final int ATOMS = 300;
    private static final int FRAMES = 5000;

    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("dump", ".lammpstrj");
        Random random = new Random(1);
        String[] positions = new String[4096];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = String.format(
                    Locale.ROOT,
                    "%.5f %.5f %.5f",
                    20 * random.nextDouble(),
                    20 * random.nextDouble(),
                    20 * random.nextDouble());
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int f = 0; f < FRAMES; f++) {
                out.write("ITEM: TIMESTEP\n" + 10 * f + "\nITEM: NUMBER OF ATOMS\n" + ATOMS
                        + "\nITEM: BOX BOUNDS pp pp pp\n0 20\n0 20\n0 20\nITEM: ATOMS id type xu yu zu\n");
                for (int i = 1; i <= ATOMS; i++) {
                    out.write(i + " 1 " + positions[random.nextInt(positions.length)] + '\n');
                }
            }
        }
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public int read() {
        try (LoadedTrajectory run = new LammpsDumpReader().read(file, ReadHints.NONE, Progress.NONE)) {
            return run.trajectory().frameCount();
        }
    }

    @Benchmark
    public double baselineSplitAndParse() throws IOException {
        double[] frame = new double[3 * ATOMS];
        double sum = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("\\s+");
                if (words.length == 5 && !words[0].startsWith("ITEM")) {
                    int atom = Integer.parseInt(words[0]) - 1;
                    for (int k = 0; k < 3; k++) {
                        frame[3 * atom + k] = Double.parseDouble(words[2 + k]);
                    }
                    sum += frame[3 * atom];
                }
            }
        }
        return sum;
    }
}
