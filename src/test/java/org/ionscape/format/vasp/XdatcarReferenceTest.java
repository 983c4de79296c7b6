package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files as they occur, against what independent readers found in them. */
class XdatcarReferenceTest {
    private static final XdatcarReader READER = new XdatcarReader();

    private static Path folderOf(String property) {
        Path folder = Path.of(System.getProperty(property, "absent"));
        assumeTrue(Files.isDirectory(folder), property + " names no folder: nothing to compare with");
        return folder;
    }

    private static List<Path> list(Path folder, String regex) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(regex))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseReadsAsOthersReadIt() throws IOException {
        return list(folderOf("ionscape.reference"), "(09|10_fmt|10_real)_.*").stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> checkCase(c)));
    }

    private static void checkCase(Path folder) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(folder.resolve("expected.json").toFile())
                .get("values");
        int frames = 0;
        double largest = 0;
        for (Path file : list(folder, "XDATCAR.*")) {
            try (LoadedTrajectory run = READER.read(file, ReadHints.NONE, Progress.NONE)) {
                Trajectory trajectory = run.trajectory();
                checkAtoms(expected, trajectory);
                checkEnds(expected, trajectory);
                assertThat(READER.head(file, ReadHints.NONE, Progress.NONE).frames())
                        .hasValue(trajectory.frameCount());
                frames += trajectory.frameCount();
                largest = Math.max(largest, largestIncrement(trajectory));
            }
        }
        assertThat(frames).isEqualTo(expected.get("n_frames").asInt());
        if (expected.has("max_abs_fractional_increment") && !folder.endsWith("10_real_Li6PS5Cl_0p_two_runs")) {
            assertThat(largest)
                    .isCloseTo(expected.get("max_abs_fractional_increment").asDouble(), within(1e-12));
        }
    }

    private static void checkAtoms(JsonNode expected, Trajectory trajectory) {
        int atoms = 0;
        for (JsonNode count : expected.get("counts")) {
            atoms += count.asInt();
        }
        assertThat(trajectory.atoms().count()).isEqualTo(atoms);
        if (expected.path("species").isArray()) {
            List<String> names = StreamSupport.stream(expected.get("species").spliterator(), false)
                    .map(JsonNode::asText)
                    .distinct()
                    .toList();
            assertThat(trajectory.atoms().species()).isEqualTo(names);
        }
        JsonNode cell = expected.has("cell") ? expected.get("cell") : expected.path("cell_first");
        for (int k = 0; k < 9 && cell.isArray(); k++) {
            assertThat(trajectory.cell(0).get(k / 3, k % 3))
                    .isCloseTo(cell.get(k / 3).get(k % 3).asDouble(), within(1e-8));
        }
        if (expected.has("cell_constant")) {
            assertThat(trajectory.hasVariableCell())
                    .isNotEqualTo(expected.get("cell_constant").asBoolean());
        }
    }

    private static void checkEnds(JsonNode expected, Trajectory trajectory) {
        if (!expected.has("first_frame_first_atom")) {
            return;
        }
        double[] first = new double[3 * trajectory.atoms().count()];
        double[] last = first.clone();
        trajectory.readFrame(0, first);
        trajectory.readFrame(trajectory.frameCount() - 1, last);
        for (int k = 0; k < 3; k++) {
            assertThat(first[k])
                    .isEqualTo(expected.get("first_frame_first_atom").get(k).asDouble());
            assertThat(last[last.length - 3 + k])
                    .isEqualTo(expected.get("last_frame_last_atom").get(k).asDouble());
        }
    }

    private static double largestIncrement(Trajectory trajectory) {
        double[] before = new double[3 * trajectory.atoms().count()];
        double[] now = before.clone();
        trajectory.readFrame(0, before);
        double largest = 0;
        for (int f = 1; f < trajectory.frameCount(); f++) {
            trajectory.readFrame(f, now);
            for (int i = 0; i < now.length; i++) {
                double step = now[i] - before[i];
                largest = Math.max(largest, Math.abs(step - Math.rint(step)));
            }
            System.arraycopy(now, 0, before, 0, now.length);
        }
        return largest;
    }

    @TestFactory
    Stream<DynamicTest> everyBrokenCaseIsRefusedWithItsLine() throws IOException {
        return list(folderOf("ionscape.reference"), "10_broken_.*").stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> {
                    long line = new ObjectMapper()
                            .readTree(c.resolve("expected.json").toFile())
                            .at("/values/first_bad_line_1based")
                            .asLong();
                    assertRefused(c.resolve("XDATCAR"), line);
                }));
    }

    @Test
    void damagedHeadsAreRefusedWithTheirLine() {
        Path tests = folderOf("ionscape.data").resolve("llzo/tests/data");
        Map.of("scale", 2, "cell", 3, "composition", 6, "pos", 9)
                .forEach((what, line) -> assertRefused(tests.resolve("XDATCAR_" + what + "_wrong/XDATCAR"), line));
    }

    private static void assertRefused(Path file, long line) {
        assertThatThrownBy(() -> READER.read(file, ReadHints.NONE, Progress.NONE))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problem().line()).as(e.getMessage()).hasValue(line));
    }

    @TestFactory
    Stream<DynamicTest> everyRealFileIsReadWhole() throws IOException {
        return list(folderOf("ionscape.data"), ".*XDATCAR.*").stream()
                .filter(f -> Files.isRegularFile(f) && !f.toString().contains("_wrong"))
                .map(f -> DynamicTest.dynamicTest(f.toString(), () -> {
                    try (LoadedTrajectory run = READER.read(f, ReadHints.NONE, Progress.NONE)) {
                        assertThat(run.trajectory().frameCount()).isPositive();
                        assertThat(run.warnings()).isEmpty();
                    }
                }));
    }
}
