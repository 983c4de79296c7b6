package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.junit.jupiter.api.Test;

/** Whole files of the same walk (9 Cu hop among 5 Se), written in ways that occur; the numbers are their generator's. */
class XdatcarSampleTest {
    private static final double[] FIRST = {0.10984874, 0.68873877, 0.45922828};
    private static final double[] LAST = {0.17394333, 0.2788652, 0.60752159};
    private static final double[] LAST_BUT_ONE = {0.17339522, 0.27893075, 0.607206};

    private static LoadedTrajectory read(String name) {
        try {
            Path file = Path.of(Objects.requireNonNull(XdatcarSampleTest.class.getResource(name))
                    .toURI());
            ReadHints hints = new ReadHints(List.of("Cu", "Se"), Map.of());
            return new XdatcarReader().read(file, hints, Progress.NONE);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(String name, int frames, double[] last) {
        try (LoadedTrajectory run = read(name)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(frames);
            assertThat(run.trajectory().atoms().counts()).isEqualTo(Map.of("Cu", 9, "Se", 5));
            assertThat(run.trajectory().hasVariableCell()).isFalse();
            assertThat(run.trajectory().cell(0).vectorsA()).containsExactly(-1.7, 2.4, 11.3, 9.8, 0, 0, 3.1, 9.2, 0);
            double[] frame = new double[42];
            run.trajectory().readFrame(0, frame);
            assertThat(frame).startsWith(FIRST);
            run.trajectory().readFrame(frames - 1, frame);
            assertThat(frame).endsWith(last);
        }
    }

    @Test
    void aVasp4FileTakesItsSpeciesFromTheHints() {
        check("XDATCAR_vasp4", 121, LAST);
    }

    @Test
    void aRestartInTheMiddleOfTheFileLosesNoFrame() {
        check("XDATCAR_restart", 121, LAST);
    }

    @Test
    void aCompressedFileIsTheSameFile() {
        check("XDATCAR_gz.gz", 121, LAST);
    }

    @Test
    void ofAFileCutInANumberTheWholeFramesAreKept() {
        check("XDATCAR_cut", 120, LAST_BUT_ONE);
    }
}
