package org.ionscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.Displacements;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real trajectories of others, against the numbers that stand in their publications or beside their files. */
class PublishedRunsTest {
    private static final Path DATA = Path.of(System.getProperty("ionscape.data", "absent"));

    private static Path need(String path) {
        Path file = DATA.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "no " + path + " here");
        return file;
    }

    private static JsonNode analyse(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("analyse", "--json", "-"));
        words.addAll(List.of(arguments));
        CliCall call = CliCall.of(words.toArray());
        assertThat(call.exit()).as(call.err()).isZero();
        return call.json();
    }

    /** The published fits weigh the framework's atoms alike when they take its motion off, the program by mass. */
    @ParameterizedTest
    @CsvSource({"0p,5,6.505e-6,7.436", "50p,6,1.223e-5,9.198", "100p,6,6.555e-6,7.120"})
    void argyroditeRunsJoined(String disorder, int runs, double dCm2PerS, double msdAt10Ps) {
        List<Object> words = new ArrayList<>();
        for (int i = 1; i <= runs; i++) {
            words.add(need("argyrodite/data/Li6PS5Cl/" + disorder + "/run" + i));
        }
        words.addAll(List.of("--join", "--preset", "paper", "--drift", "framework", "--fit", "2:20"));
        words.addAll(List.of("--time-step", "100", "--temperature", "500"));
        JsonNode json = analyse(words.toArray());
        assertThat(json.get("diffusion").get("Li").get("dCm2PerS").asDouble())
                .isCloseTo(dCm2PerS, within(1e-3 * dCm2PerS));
        assertThat(json.get("msd").get("Li").get("msdA2").get(100).asDouble())
                .isCloseTo(msdAt10Ps, within(2e-3 * msdAt10Ps));
    }

    @Test
    void aVacancyInAluminium() {
        Path dump = need("al31/Al31-1200K-1ps.lammpstrj");
        JsonNode json = analyse(
                dump,
                "--type-map",
                "1=Al",
                "--mobile",
                "Al",
                "--time-step",
                "1000",
                "--temperature",
                "1200",
                "--preset",
                "paper",
                "--drift",
                "total",
                "--fit",
                "50:100");
        assertThat(json.get("diffusion").get("Al").get("dCm2PerS").asDouble()).isCloseTo(8.15e-7, within(0.01e-7));
        assertThat(json.get("msd").get("Al").get("msdA2").get(100).asDouble()).isCloseTo(4.960, within(0.0005));
    }

    /** The straight line of 2–20 ps gives 6.5e-6; a fit that trusts the walk gives twice that in a curve. */
    @Test
    void aFitAcrossTheBendOfOrderedArgyroditeSaysSo() {
        Path folder = need("argyrodite/data/Li6PS5Cl/0p");
        List<String> call = new ArrayList<>(List.of("--join", "--temperature", "500", "--time-step", "100"));
        IntStream.rangeClosed(1, 5)
                .forEach(n -> call.add(folder.resolve("run" + n).toString()));
        JsonNode paper = analyse(
                Stream.concat(call.stream(), Stream.of("--preset", "paper")).toArray());
        assertThat(paper.get("transport").get("havenRatio").isNull())
                .as("the collective motion is lost in its error")
                .isTrue();
        call.addAll(List.of("--fit", "2:20"));
        JsonNode json = analyse(call.toArray());
        assertThat(json.get("diffusion").get("Li").get("straight").asBoolean(true))
                .isFalse();
        assertThat(json.get("diffusion").get("Li").get("bendErrors").asDouble()).isGreaterThan(10);
        assertThat(json.get("warnings").toString()).contains("Li: the MSD bends between 2.000 and 20.00 ps");
    }

    /** 1.16084e-6 cm²/s is the slope over 206 lags of 50 to 665 frames, further than half the run. */
    @Test
    void lithiumInLgpsOverThePublishedLags() {
        Path file = need("lgps/Li10GeP2S12/600K/XDATCAR.gz");
        try (LoadedTrajectory loaded = TrajectoryFiles.read(List.of(file), ReadHints.NONE, Progress.NONE)) {
            int[] lithium = loaded.trajectory().atoms().indicesOf(List.of("Li"));
            int[] framework = loaded.trajectory().atoms().indicesOf(List.of("Ge", "P", "S"));
            double[][] paths =
                    new Displacements(loaded.trajectory(), 0, framework, Progress.NONE).paths(lithium, Progress.NONE);
            SimpleRegression line = new SimpleRegression();
            int frames = paths[0].length;
            for (int lag = 50; lag <= 665; lag += 3) {
                double sum = 0;
                for (double[] path : paths) {
                    for (int t = 0; t + lag < frames; t++) {
                        sum += (path[t + lag] - path[t]) * (path[t + lag] - path[t]);
                    }
                }
                line.addData(lag * 0.02, sum / lithium.length / (frames - lag));
            }
            assertThat(line.getN()).isEqualTo(206);
            assertThat(line.getSlope() / 6 * 1e-4).isCloseTo(1.16084e-6, within(0.01e-6));
        }
    }
}
