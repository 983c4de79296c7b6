package org.ionscape.format.vasp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The XDATCAR reader against what one would write first ({@code readLine}, {@code split}, {@code parseDouble}) and
 * against merely adding up the bytes. Run with {@code mvn -P bench test-compile exec:exec -Dbench=Xdatcar}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class XdatcarBenchmark {
    private static final int ATOMS = 400;

    /** Size of the file in MB; -p megabytes=1000 for the size of a long run. */
    @Param("100")
    int megabytes;

    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("XDATCAR", ".bench");
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("bench\n 1.0\n 20 0 0\n 0 20 0\n 0 0 20\n Li S\n 100 300\n");
            String[] lines = new String[4096];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = String.format(
                        Locale.ROOT,
                        "  %10.8f  %10.8f  %10.8f%n",
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble());
            }
            long frames = 1_000_000L * megabytes / (37L * ATOMS);
            for (long f = 1; f <= frames; f++) {
                out.write(String.format(Locale.ROOT, "Direct configuration=%6d%n", f));
                for (int i = 0; i < ATOMS; i++) {
                    out.write(lines[random.nextInt(lines.length)]);
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
        try (LoadedTrajectory run = new XdatcarReader().read(file, ReadHints.NONE, Progress.NONE)) {
            return run.trajectory().frameCount();
        }
    }

    @Benchmark
    public long head() {
        return new XdatcarReader()
                .head(file, ReadHints.NONE, Progress.NONE)
                .frames()
                .orElseThrow();
    }

    @Benchmark
    public double baselineSplitAndParse() throws IOException {
        double[] frame = new double[3 * ATOMS];
        double sum = 0;
        int atom = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (int i = 0; i < 7; i++) {
                in.readLine();
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("Direct")) {
                    sum += frame[0];
                    atom = 0;
                    continue;
                }
                String[] words = line.strip().split("\\s+");
                for (int k = 0; k < 3; k++) {
                    frame[3 * atom + k] = Double.parseDouble(words[k]);
                }
                atom++;
            }
        }
        return sum;
    }

    @Benchmark
    public long baselineSumOfBytes() throws IOException {
        byte[] buffer = new byte[1 << 20];
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    sum += buffer[i];
                }
            }
        }
        return sum;
    }
}
