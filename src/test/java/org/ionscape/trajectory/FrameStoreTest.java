package org.ionscape.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.junit.jupiter.api.Test;

class FrameStoreTest {
    private static final Cell CUBE = new Cell(10, 0, 0, 0, 10, 0, 0, 0, 10);

    private static FrameStore filled(int atoms, int frames, long inMemoryBytes) {
        try (FrameStore.Builder builder =
                new FrameStore.Builder(new Atoms(Collections.nCopies(atoms, "Li"))).inMemoryBytes(inMemoryBytes)) {
            double[] frame = new double[3 * atoms];
            for (int f = 0; f < frames; f++) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = f + i / 1000.0;
                }
                builder.add(CUBE, frame);
            }
            return builder.build();
        }
    }

    @Test
    void framesComeBackAsTheyWereGivenAcrossChunks() {
        int atoms = 100_000; // 27 frames to a chunk
        try (FrameStore store = filled(atoms, 60, Long.MAX_VALUE)) {
            double[] two = new double[6 * atoms];
            store.readFrames(26, 2, two);
            assertThat(two[0]).isEqualTo(26);
            assertThat(two[3 * atoms]).isEqualTo(27);
            assertThat(two[6 * atoms - 1]).isEqualTo(27 + (3 * atoms - 1) / 1000.0);
        }
    }

    @Test
    void aTrajectoryLargerThanItsAllowanceGoesToScratchFiles() {
        try (FrameStore store = filled(100_000, 60, 70L << 20)) {
            double[] frame = new double[300_000];
            for (int f : new int[] {0, 20, 40, 59}) {
                store.readFrame(f, frame);
                assertThat(frame[1]).isEqualTo(f + 0.001);
            }
        }
    }

    @Test
    void smallTrajectoriesGrowFromASmallBeginning() {
        try (FrameStore store = filled(3, 5000, Long.MAX_VALUE)) {
            double[] frame = new double[9];
            store.readFrame(4999, frame);
            assertThat(frame[8]).isEqualTo(4999.008);
            store.readFrame(16, frame);
            assertThat(frame[0]).isEqualTo(16);
        }
    }

    @Test
    void theFirstChangeOfCellMakesItVariable() {
        Cell wide = new Cell(11, 0, 0, 0, 10, 0, 0, 0, 10);
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(Collections.nCopies(1, "Li")))) {
            builder.add(CUBE, new double[3]);
            builder.add(CUBE, new double[3]);
            builder.add(wide, new double[3]);
            try (FrameStore store = builder.build()) {
                assertThat(store.hasVariableCell()).isTrue();
                assertThat(store.cell(1)).isEqualTo(CUBE);
                assertThat(store.cell(2)).isEqualTo(wide);
                assertThat(store.meanCell().lengthA(0)).isEqualTo((10 + 10 + 11) / 3.0);
            }
        }
    }

    @Test
    void framesBeyondTheEndAreRefused() {
        try (FrameStore store = filled(1, 3, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> store.readFrame(3, new double[3])).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
