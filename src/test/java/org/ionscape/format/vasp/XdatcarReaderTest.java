package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.TrajectoryHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XdatcarReaderTest {
    private static final String HEAD = """
            LiO test
              1.0
              10.0 0.0 0.0
              0.0 10.0 0.0
              0.0 0.0 20.0
              Li O
              2 1
            """;
    private static final String FRAME_1 = """
            Direct configuration=     1
              0.10000000  0.20000000  0.30000000
              0.40000000  0.50000000  0.60000000
              0.70000000  0.80000000  0.90000000
            """;
    private static final String FRAME_2 = FRAME_1.replace("=     1", "=     2").replace("0.1000", "0.1100");

    @TempDir
    Path folder;

    private LoadedTrajectory read(String text) throws IOException {
        return read(text, ReadHints.NONE);
    }

    private LoadedTrajectory read(String text, ReadHints hints) throws IOException {
        Path file = Files.writeString(folder.resolve("XDATCAR"), text);
        return new XdatcarReader().read(file, hints, Progress.NONE);
    }

    private static double[] frame(LoadedTrajectory run, int index) {
        double[] out = new double[3 * run.trajectory().atoms().count()];
        run.trajectory().readFrame(index, out);
        return out;
    }

    @Test
    void framesAreReadAsTheyStand() throws IOException {
        try (LoadedTrajectory run = read(HEAD + FRAME_1 + FRAME_2)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(run.trajectory().atoms().counts()).isEqualTo(Map.of("Li", 2, "O", 1));
            assertThat(run.trajectory().cell(0).lengthA(2)).isEqualTo(20);
            assertThat(frame(run, 1)).containsExactly(0.11, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
            assertThat(run.warnings()).isEmpty();
        }
    }

    @Test
    void windowsLineEndsBlankLinesAndSymbolsBehindPositionsChangeNothing() throws IOException {
        String text = (HEAD + FRAME_1 + "\n" + FRAME_2)
                .replace("0.30000000", "0.30000000 Li")
                .replace("\n", "\r\n");
        try (LoadedTrajectory run = read(text)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(frame(run, 0)[2]).isEqualTo(0.3);
        }
    }

    @Test
    void columnsThatTouchAreToldApartByTheirSign() throws IOException {
        String text = HEAD + FRAME_1.replace("0.10000000  0.20000000  0.30000000", "-0.10000000-0.20000000-0.30000000");
        try (LoadedTrajectory run = read(text)) {
            assertThat(Arrays.copyOf(frame(run, 0), 3)).containsExactly(-0.1, -0.2, -0.3);
        }
    }

    @Test
    void columnsThatTouchWithoutASignAreRefused() {
        String text = HEAD + FRAME_1.replace("0.10000000  0.20000000  0.30000000", "0.100000000.200000000.30000000");
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessageContaining("line 9");
    }

    @Test
    void aNegativeScaleIsAVolume() throws IOException {
        try (LoadedTrajectory run = read(HEAD.replace("  1.0\n", "  -16000\n") + FRAME_1)) {
            assertThat(run.trajectory().cell(0).volumeA3()).isCloseTo(16000, within(1e-9));
        }
    }

    @Test
    void cartesianPositionsAreScaledWithTheCell() throws IOException {
        String text = HEAD.replace("  1.0\n", "  2.0\n")
                + FRAME_1.replace("Direct", "Cartesian").replace("0.10000000  0.20000000  0.30000000", "1 2 3");
        try (LoadedTrajectory run = read(text)) {
            assertThat(Arrays.copyOf(frame(run, 0), 3)).containsExactly(new double[] {0.1, 0.2, 0.15}, within(1e-15));
        }
    }

    @Test
    void aHeadBeforeEveryFrameMakesTheCellVariable() throws IOException {
        String wide = HEAD.replace("20.0", "21.0");
        try (LoadedTrajectory run = read(HEAD + FRAME_1 + wide + FRAME_2)) {
            assertThat(run.trajectory().hasVariableCell()).isTrue();
            assertThat(run.trajectory().cell(1).lengthA(2)).isEqualTo(21);
        }
    }

    @Test
    void aHeadMayLackItsTitle() throws IOException {
        String untitled = HEAD.substring(HEAD.indexOf('\n') + 1);
        try (LoadedTrajectory run = read(untitled + FRAME_1 + untitled + FRAME_2)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
        }
    }

    @Test
    void vasp4NamesComeFromElsewhereAndFramesFromBlankLines() throws IOException {
        String text = HEAD.replace("  Li O\n", "")
                + FRAME_1.replace("Direct configuration=     1\n", "\n")
                + FRAME_1.replace("Direct configuration=     1\n", "\n");
        try (LoadedTrajectory run = read(text, new ReadHints(List.of("Li", "O"), Map.of()))) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(run.trajectory().atoms().species()).containsExactly("Li", "O");
        }
        try (LoadedTrajectory run = read(text)) {
            assertThat(run.trajectory().atoms().species()).containsExactly("X1", "X2");
            assertThat(run.warnings().toString()).contains("POSCAR");
        }
    }

    @Test
    void aFrameCutOffByAKilledJobIsDroppedAndTold() throws IOException {
        String text = HEAD + FRAME_1 + FRAME_2;
        try (LoadedTrajectory run = read(text.substring(0, text.length() - 5))) {
            assertThat(run.trajectory().frameCount()).isEqualTo(1);
            assertThat(run.warnings()).hasSize(1);
            assertThat(run.warnings().getFirst().message()).contains("frame 2");
        }
        try (LoadedTrajectory run = read(text.stripTrailing())) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
        }
    }

    @Test
    void aFrameCutOffBeforeARestartIsDroppedAndTheRestartIsKept() throws IOException {
        String cut = FRAME_2.substring(0, FRAME_2.indexOf("  0.7"));
        try (LoadedTrajectory run = read(HEAD + FRAME_1 + cut + HEAD + FRAME_1)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(run.warnings()).hasSize(1);
        }
    }

    @Test
    void aPositionThatIsNoFiniteNumberIsRefusedWithItsLine() {
        for (String bad : List.of("NaN", "-Infinity", "inf", "*****", "1e999", "0.4x", "0x1p3", "1f")) {
            assertRefused(HEAD + FRAME_1.replace("0.40000000", bad), "line 10");
            assertRefused(HEAD + FRAME_1 + FRAME_2.replace("0.40000000", bad) + FRAME_1, "line 14");
        }
    }

    @Test
    void aNumberCutInTheOnlyFrameIsRefused() {
        String text = HEAD + FRAME_1;
        assertRefused(text.substring(0, text.length() - 3), "breaks off");
    }

    @Test
    void aHeadCutOffAtTheEndIsLeftOutAndTold() throws IOException {
        try (LoadedTrajectory run = read(HEAD + FRAME_1 + HEAD.substring(0, 40))) {
            assertThat(run.trajectory().frameCount()).isEqualTo(1);
            assertThat(run.warnings().toString()).contains("line 12").contains("cut off");
        }
    }

    @Test
    void morePositionsThanAtomsAreRefusedInAnyFrame() {
        assertRefused(HEAD + FRAME_1 + FRAME_2 + "  0.1 0.2 0.3\n", "line 16");
    }

    @Test
    void aCounterThatJumpsIsToldOnce() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int counter : new int[] {5, 10, 15, 30, 35, 60}) {
            text.append(FRAME_1.replace("=     1", "=" + counter));
        }
        try (LoadedTrajectory run = read(text.toString())) {
            assertThat(run.warnings()).hasSize(1);
            assertThat(run.warnings().getFirst().toString()).contains("line 20").contains("1 more");
        }
    }

    @Test
    void framesWithTheirOwnHeadsAreCountedWithoutReadingAll() throws IOException {
        Path file = Files.writeString(folder.resolve("XDATCAR"), (HEAD + FRAME_1).repeat(20_000));
        assertThat(new XdatcarReader().head(file, ReadHints.NONE, Progress.NONE).frames())
                .hasValue(20_000);
    }

    @Test
    void theCountLeavesOutALastFrameThatWasCut() throws IOException {
        String text = HEAD + FRAME_1.repeat(20_000);
        for (int kept : new int[] {text.length() - 40, text.length() - 4, text.length() - FRAME_1.length() + 10}) {
            Path file = Files.writeString(folder.resolve("XDATCAR"), text.substring(0, kept));
            assertThat(new XdatcarReader()
                            .head(file, ReadHints.NONE, Progress.NONE)
                            .frames())
                    .hasValue(19_999);
        }
    }

    @Test
    void aRestartAmongEqualFramesDoesNotFoolTheCount() throws IOException {
        String text = HEAD + FRAME_1.repeat(20_000) + HEAD + FRAME_1.repeat(30);
        Path file = Files.writeString(folder.resolve("XDATCAR"), text);
        assertThat(new XdatcarReader().head(file, ReadHints.NONE, Progress.NONE).frames())
                .hasValue(20_030);
    }

    @Test
    void wrongHeadsAreRefusedWithTheirLine() {
        assertRefused(HEAD.replace("  1.0\n", "  scale\n") + FRAME_1, "line 2");
        assertRefused(HEAD.replace("10.0 0.0 0.0", "cell 0.0 0.0") + FRAME_1, "line 3");
        assertRefused(HEAD.replace("0.0 0.0 20.0", "0.0 0.0 0.0") + FRAME_1, "no volume");
        assertRefused(HEAD.replace("Li O", "l i t h i u m") + FRAME_1, "line 6");
        assertRefused(HEAD.replace("Li O", "Li O S") + FRAME_1, "line 6");
        assertRefused(HEAD.replace("2 1", "2 2") + FRAME_1 + FRAME_2, "line 9");
        assertRefused(HEAD.replace("2 1", "1 1") + FRAME_1, "line 11");
        assertRefused(HEAD.replace("2 1", "1000000000000 1") + FRAME_1, "line 7");
        assertRefused(HEAD.replace("2 1", "100000000 1") + FRAME_1, "line 9");
        assertRefused(HEAD, "no frame");
        assertRefused("", "expected");
    }

    private void assertRefused(String text, String expected) {
        assertThatThrownBy(() -> read(text).close())
                .as(expected)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void theHeadTellsFramesAndCounterWithoutReadingAll() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= 20_000; i++) {
            text.append(FRAME_1.replace("=     1", String.format(Locale.ROOT, "=%6d", 10 * i)));
        }
        Path file = Files.writeString(folder.resolve("XDATCAR"), text);
        TrajectoryHead head = new XdatcarReader().head(file, ReadHints.NONE, Progress.NONE);
        assertThat(head.frames()).hasValue(20_000);
        assertThat(head.counterStep()).hasValue(10);
        assertThat(head.firstFrame()[8]).isEqualTo(0.9);
    }

    @Test
    void numbersAreCorrectlyRounded() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String a = String.format(Locale.ROOT, "%.8f", random.nextDouble() * 2 - 1);
            String b = String.format(Locale.ROOT, "%.16f", random.nextDouble());
            String c = String.format(Locale.ROOT, "%.10E", random.nextGaussian());
            Path file = Files.writeString(folder.resolve("n"), a + " " + b + " " + c + "\n");
            double[] out = new double[3];
            try (org.ionscape.format.ByteLines lines = new org.ionscape.format.ByteLines(file, Progress.NONE)) {
                assertThat(lines.nextNumbers(out, 0, 3)).isTrue();
            }
            assertThat(out).containsExactly(Double.parseDouble(a), Double.parseDouble(b), Double.parseDouble(c));
        }
    }

    @Test
    void whateverIsCutOrChangedTheReaderAnswersOrRefuses() throws IOException {
        byte[] good = (HEAD + FRAME_1 + FRAME_2 + HEAD + FRAME_1).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Arrays.copyOf(good, i < good.length ? i : good.length);
            for (int k = i < good.length ? 3 : 0; k < 3 && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("mutant"), bytes);
            try (LoadedTrajectory run = new XdatcarReader().read(file, ReadHints.NONE, Progress.NONE)) {
                assertThat(run.trajectory().frameCount()).isBetween(1, 4);
                for (int f = 0; f < run.trajectory().frameCount(); f++) {
                    assertThat(Arrays.stream(frame(run, f)).allMatch(Double::isFinite))
                            .isTrue();
                }
            } catch (InputException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aCompressedFileCutAnywhereGivesItsWholeFramesOrIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((HEAD + randomFrames(20)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        int most = 0;
        for (int length = 0; length < whole.length; length += 3) {
            Path file = Files.write(folder.resolve("XDATCAR.gz"), Arrays.copyOf(whole, length));
            try (LoadedTrajectory run = new XdatcarReader().read(file, ReadHints.NONE, Progress.NONE)) {
                assertThat(run.warnings()).isNotEmpty();
                most = Math.max(most, run.trajectory().frameCount());
            } catch (InputException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(most).isGreaterThan(10);
    }

    @Test
    void aCompressedFileWhoseChecksumIsWrongIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((HEAD + randomFrames(20)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        bytes[bytes.length - 6] ^= 1;
        Path file = Files.write(folder.resolve("XDATCAR.gz"), bytes);
        assertThatThrownBy(() -> new XdatcarReader().read(file, ReadHints.NONE, Progress.NONE))
                .isInstanceOf(InputException.class);
    }

    private static String randomFrames(int frames) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int f = 1; f <= frames; f++) {
            text.append("Direct configuration= ").append(f).append('\n');
            for (int atom = 0; atom < 3; atom++) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %.8f  %.8f  %.8f%n",
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble()));
            }
        }
        return text.toString();
    }

    @Test
    void readingStopsWhenItIsCancelled() throws IOException {
        Path file = Files.writeString(folder.resolve("XDATCAR"), HEAD + randomFrames(20_000));
        Progress impatient = new Progress() {
            private int checks;

            @Override
            public void report(double done, double total, String unit) {
                assertThat(unit).isEqualTo("MB");
                assertThat(done).isLessThanOrEqualTo(total);
            }

            @Override
            public void check() {
                if (++checks == 2) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> new XdatcarReader().read(file, ReadHints.NONE, impatient))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSpeciesNamedTwiceIsOne() throws IOException {
        try (LoadedTrajectory run = read(HEAD.replace("Li O", "Li Li") + FRAME_1)) {
            assertThat(run.trajectory().atoms().counts()).isEqualTo(Map.of("Li", 3));
        }
    }

    @Test
    void aFolderOrAMissingFileIsRefused() {
        for (Path file : List.of(folder, folder.resolve("gone"))) {
            assertThatThrownBy(() -> new XdatcarReader().read(file, ReadHints.NONE, Progress.NONE))
                    .isInstanceOf(InputException.class);
        }
    }
}
