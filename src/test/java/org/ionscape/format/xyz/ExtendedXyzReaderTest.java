package org.ionscape.format.xyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.Mutations;
import org.ionscape.format.ReadHints;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedXyzReaderTest {
    private static final String OBLIQUE = "Lattice=\"4 0 0 1 5 0 0.5 0.25 6\"";
    private static final String PLAIN = " Properties=species:S:1:pos:R:3\n";

    @TempDir
    Path folder;

    private LoadedTrajectory read(String text) throws IOException {
        return new ExtendedXyzReader()
                .read(Files.writeString(folder.resolve("run.xyz"), text), ReadHints.NONE, Progress.NONE);
    }

    private static double[] frame(LoadedTrajectory run, int frame) {
        double[] out = new double[3 * run.trajectory().atoms().count()];
        run.trajectory().readFrame(frame, out);
        return out;
    }

    @Test
    void positionsBecomeFractionalInAnObliqueCell() throws IOException {
        try (LoadedTrajectory run = read("2\n" + OBLIQUE + PLAIN + "Li 0.75 2.625 3\nO 4 0 0\n")) {
            // half of b and half of c: (0.5 + 0.25, 2.5 + 0.125, 3)
            assertThat(frame(run, 0)).containsExactly(new double[] {0, 0.5, 0.5, 1, 0, 0}, within(1e-15));
            assertThat(run.trajectory().atoms().species()).containsExactly("Li", "O");
        }
    }

    @Test
    void columnsStandWhereThePropertiesSay() throws IOException {
        String head = "1\nenergy=-7.5 Temperature=512.5 " + OBLIQUE
                + " pbc=\"T T T\" Properties=id:I:1:forces:R:3:pos:R:3:Z:I:1\n";
        try (LoadedTrajectory run = read(head + "7 9 9 9 2 0 0 47\n")) {
            assertThat(frame(run, 0)).containsExactly(0.5, 0, 0);
            assertThat(run.trajectory().atoms().species()).containsExactly("Ag");
            assertThat(run.trajectory().series().energyEv()).containsExactly(-7.5);
            assertThat(run.trajectory().series().temperatureK()).containsExactly(512.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped", "continuous"})
    void aWalkAroundTheCellIsFollowedWhetherItWasWrappedOrNot(String how) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int f = 0; f <= 30; f++) {
            double x = how.equals("wrapped") ? f % 4 : f; // one cell edge, 4 Å, in four steps
            text.append("1\n").append(OBLIQUE).append(PLAIN);
            text.append(String.format(Locale.ROOT, "Li %.3f 0.000 0.000%n", x));
        }
        try (LoadedTrajectory run = read(text.toString())) {
            assertThat(run.trajectory().wrapping())
                    .isEqualTo(how.equals("wrapped") ? Trajectory.Wrapping.WRAPPED : Trajectory.Wrapping.UNWRAPPED);
            double[][] paths = new Displacements(run.trajectory(), 0, new int[0], Progress.NONE)
                    .paths(new int[] {0}, Progress.NONE);
            assertThat(paths[0][30]).isEqualTo(30, within(1e-12));
        }
    }

    @Test
    void aFrameThatBreaksOffIsLeftOutAndTold() throws IOException {
        String frame = "2\n" + OBLIQUE + PLAIN + "Li 0.000 0.000 0.125\nO 1.000 2.000 3.125\n";
        for (int cut = 1; cut < frame.length() - 1; cut++) {
            try (LoadedTrajectory run = read(frame + frame.substring(0, frame.length() - cut))) {
                assertThat(run.trajectory().frameCount())
                        .as("%d bytes missing", cut)
                        .isEqualTo(cut == 1 ? 2 : 1);
                assertThat(run.warnings()).hasSize(cut == 1 ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two\n",
                "2\nno lattice here\nLi 0 0 0\nO 1 1 1\n",
                "1\nLattice=\"1 0 0 1 0 0 0 0 1\" Properties=species:S:1:pos:R:3\nLi 0 0 0\n",
                "1\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1\nLi\n",
                "1\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3\nLi 0 nan 0\n",
                "1000000000\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\n",
                "90000000\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\n",
                "1\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\n2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\nO 1 1 1\n",
                "2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\nO 1 1 1\n2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nO 1 1 1\nLi 0 0 0\n"
            })
    void refusesWhatItCannotUseWithTheLine(String text) {
        assertThatThrownBy(() -> read(text).close())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line ");
    }

    @Test
    void damagedFilesGiveWholeFramesOrASentence() throws IOException {
        String frame = "2\nenergy=-1.5 " + OBLIQUE + PLAIN + "Li 0.000 0.500 0.125\nO 1.000 2.000 3.125\n";
        Mutations.survive(new ExtendedXyzReader(), frame.repeat(4), folder);
    }

    @Test
    void isRecognisedByContentWhateverItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("dump.out"), "1\nLattice=\"4 0 0 0 4 0 0 0 4\"\nLi 0 0 0\n");
        assertThat(TrajectoryFiles.readerOf(file)).containsInstanceOf(ExtendedXyzReader.class);
    }
}
