package org.ionscape.format.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.Mutations;
import org.ionscape.format.ReadHints;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LammpsDumpReaderTest {
    private static final String CUBE = "ITEM: BOX BOUNDS pp pp pp\n0 10\n0 10\n0 10\n";

    @TempDir
    Path folder;

    private LoadedTrajectory read(String text, ReadHints hints) throws IOException {
        return new LammpsDumpReader().read(Files.writeString(folder.resolve("dump"), text), hints, Progress.NONE);
    }

    private static String frame(int step, String box, String columns, String... atoms) {
        return "ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n" + atoms.length + "\n" + box + "ITEM: ATOMS "
                + columns + "\n" + String.join("\n", atoms) + "\n";
    }

    @Test
    void atomsAreOrderedByTheirNumbersInEveryFrame() throws IOException {
        String columns = "id type element x y z";
        String text = frame(0, CUBE, columns, "2 1 Li 1 0 0", "1 2 O 2 0 0")
                + frame(10, CUBE, columns, "1 2 O 3 0 0", "2 1 Li 4 0 0");
        try (LoadedTrajectory run = read(text, ReadHints.NONE)) {
            double[] frame = new double[6];
            run.trajectory().readFrame(1, frame);
            assertThat(run.trajectory().atoms().species()).containsExactly("O", "Li");
            assertThat(frame).containsExactly(new double[] {0.3, 0, 0, 0.4, 0, 0}, within(1e-15));
            assertThat(run.trajectory().wrapping()).isEqualTo(Trajectory.Wrapping.WRAPPED);
        }
    }

    @Test
    void imageFlagsMakeAPathContinuous() throws IOException {
        try (LoadedTrajectory run =
                read(frame(0, CUBE, "id type x y z ix iy iz", "1 1 1 2 3 1 0 -2"), ReadHints.NONE)) {
            double[] frame = new double[3];
            run.trajectory().readFrame(0, frame);
            assertThat(frame).containsExactly(1.1, 0.2, -1.7);
            assertThat(run.trajectory().wrapping()).isEqualTo(Trajectory.Wrapping.UNWRAPPED);
        }
    }

    @Test
    void boundsOfATiltedBoxAreThoseOfItsCorners() throws IOException {
        // a box of 10 × 10 × 10 with xy = 2: LAMMPS writes the bounds from 0 to 12 along x
        String box = "ITEM: BOX BOUNDS xy xz yz pp pp pp\n0 12 2\n0 10 0\n0 10 0\n";
        try (LoadedTrajectory run = read(frame(0, box, "id type x y z", "1 1 2 10 0"), ReadHints.NONE)) {
            double[] frame = new double[3];
            run.trajectory().readFrame(0, frame);
            assertThat(run.trajectory().cell(0).vectorsA()).containsExactly(10, 0, 0, 2, 10, 0, 0, 0, 10);
            assertThat(frame).containsExactly(0, 1, 0);
        }
    }

    @Test
    void typesAreTheElementsThePersonSays() throws IOException {
        String text = frame(0, CUBE, "id type x y z", "1 1 0 0 0", "2 2 1 0 0");
        try (LoadedTrajectory run = read(text, new ReadHints(List.of(), Map.of("1", "Al")))) {
            assertThat(run.trajectory().atoms().species()).containsExactly("Al", "type2");
        }
    }

    @Test
    void aFrameCutOffIsLeftOutAndTold() throws IOException {
        String whole = frame(0, CUBE, "id x y z", "1 0 0 0", "2 1 0 0");
        try (LoadedTrajectory run = read(whole + whole.substring(0, whole.length() - 9), ReadHints.NONE)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(1);
            assertThat(run.warnings().toString()).contains("breaks off");
        }
    }

    @Test
    void aNumberThatIsNoneIsToldWithItsLine() {
        assertThatThrownBy(() -> read(frame(0, CUBE, "id x y z", "1 0 nan 0"), ReadHints.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 10");
    }

    @Test
    void aMillionAtomsClaimedAreNotAllocated() {
        assertThatThrownBy(() -> read(
                        "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n99000000\n" + CUBE
                                + "ITEM: ATOMS id x y z\n1 0 0 0\n",
                        ReadHints.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not whole");
    }

    @Test
    void columnsOfTextAreSteppedOver() throws IOException {
        String text = frame(0, CUBE, "id element xs ys zs ix iy iz", "1 Li 0.1 0.2 0.3 0 1 -1", "3 O 1e-1 0 0 0 0 0");
        try (LoadedTrajectory run = read(text + text, ReadHints.NONE)) {
            double[] frame = new double[6];
            run.trajectory().readFrame(1, frame);
            assertThat(frame).containsExactly(new double[] {0.1, 1.2, -0.7, 0.1, 0, 0}, within(1e-15));
        }
    }

    @Test
    void anAtomThatComesTwiceOrIsNewIsToldOf() {
        String first = frame(0, CUBE, "id x y z", "1 0 0 0", "2 1 0 0");
        assertThatThrownBy(() -> read(first + frame(1, CUBE, "id x y z", "2 0 0 0", "2 1 0 0"), ReadHints.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 2 comes twice");
        assertThatThrownBy(() -> read(first + frame(1, CUBE, "id x y z", "1 0 0 0", "7 1 0 0"), ReadHints.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 7 is not in the first frame");
    }

    @Test
    void numbersThatRanTogetherAreNotTakenApart() {
        assertThatThrownBy(() -> read(frame(0, CUBE, "id type x y z", "1 1 0.1-0.2 0.3 0.4"), ReadHints.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("5 columns of numbers were expected");
    }

    @Test
    void noDamageBringsTheReaderDown() throws IOException {
        String box = "ITEM: BOX BOUNDS xy xz yz pp pp pp\n0 12 2\n0 10 0\n0 10 0\n";
        String columns = "id type element x y z ix iy iz";
        String text = frame(0, box, columns, "2 1 Li 1.25 0 0 0 1 0", "1 2 O 2 0 -3e-1 0 0 -1")
                + frame(10, box, columns, "1 2 O 3 0 0 0 0 0", "2 1 Li 4 0.125 0 1 0 0")
                + frame(20, box, columns, "2 1 Li 3 0 0 0 0 0", "1 2 O 4 0.125 0 1 0 0");
        Mutations.survive(new LammpsDumpReader(), text, folder);
        String plain = frame(0, CUBE, "id type xu yu zu", "1 1 0.1 0.2 0.3", "2 1 5.25 1e1 -7");
        Mutations.survive(new LammpsDumpReader(), plain.repeat(4), folder);
    }
}
