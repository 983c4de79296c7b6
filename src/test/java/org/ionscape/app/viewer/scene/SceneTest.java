package org.ionscape.app.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.FrameStore;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Cell CUBE = new Cell(10, 0, 0, 0, 10, 0, 0, 0, 10);

    /** P in the cell's corner with S on either side of the wall, and one Li that walks 0.06 of the cell a frame. */
    private static Trajectory walk(int frames) {
        Atoms atoms = new Atoms(List.of("P", "S", "S", "Li"));
        try (FrameStore.Builder builder = new FrameStore.Builder(atoms)) {
            for (int f = 0; f < frames; f++) {
                double x = 0.5 + 0.06 * f;
                builder.add(
                        CUBE,
                        new double[] {0.02, 0.5, 0.5, 0.2, 0.5, 0.5, 0.84, 0.5, 0.5, x - Math.floor(x), 0.2, 0.7});
            }
            return builder.build();
        }
    }

    private static Stage stage(Trajectory walk) {
        return new Stage(walk, List.of("Li"), Progress.NONE);
    }

    private static Camera camera() {
        Camera camera = new Camera();
        camera.resize(600, 600);
        camera.lookAt(CUBE);
        camera.fit(CUBE);
        return camera;
    }

    @Test
    void whatIsFarIsDrawnBeforeWhatIsNear() {
        try (Trajectory walk = walk(80)) {
            Stage stage = stage(walk);
            stage.show(79);
            stage.build(camera());
            Scene scene = stage.scene();
            int before = 0;
            for (int rank = 0; rank < scene.count(); rank++) {
                int step = scene.depthStep(scene.item(rank));
                assertThat(step).isGreaterThanOrEqualTo(before);
                before = step;
            }
            assertThat(scene.count()).isGreaterThan(4 + 120);
        }
    }

    @Test
    void anAtomIsPickedByAPointOnItsDisc() {
        try (Trajectory walk = walk(2)) {
            Stage stage = stage(walk);
            stage.build(camera());
            Scene scene = stage.scene();
            for (int atom = 0; atom < 4; atom++) {
                int item = scene.itemOfAtom(atom);
                assertThat(scene.pick(scene.x(item), scene.y(item))).isEqualTo(atom);
            }
            assertThat(scene.pick(-50, -50)).isEqualTo(-1);
        }
    }

    @Test
    void ofTwoAtomsBehindEachOtherTheNearerIsPicked() {
        Atoms atoms = new Atoms(List.of("Li", "Li"));
        try (FrameStore.Builder builder = new FrameStore.Builder(atoms)) {
            builder.add(CUBE, new double[] {0.5, 0.5, 0.1, 0.5, 0.5, 0.9});
            try (Trajectory two = builder.build()) {
                Stage stage = stage(two);
                Camera camera = camera();
                camera.lookAlong(CUBE, 2);
                stage.build(camera);
                int item = stage.scene().itemOfAtom(0);
                assertThat(stage.scene()
                                .pick(stage.scene().x(item), stage.scene().y(item)))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void anIonThatWalkedThroughTheWallIsAsFarFromItsStartAsItWalked() {
        try (Trajectory walk = walk(100)) {
            Stage stage = stage(walk);
            stage.show(99);
            assertThat(stage.displacementA(3)).isCloseTo(99 * 0.6, within(1e-9));
            assertThat(stage.displacementA(0)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void scrubbingBackGivesTheSameFrameAsPlayingThere() {
        try (Trajectory walk = walk(100)) {
            FramePaths paths = new FramePaths(walk, new int[12], Progress.NONE);
            FramePaths.Cursor played = paths.cursor();
            FramePaths.Cursor scrubbed = paths.cursor();
            double[] a = new double[12];
            double[] b = new double[12];
            for (int f = 0; f <= 45; f++) {
                played.positionsA(f, FramePaths.Folding.UNWRAPPED, a);
            }
            scrubbed.positionsA(98, FramePaths.Folding.UNWRAPPED, b);
            scrubbed.positionsA(45, FramePaths.Folding.UNWRAPPED, b);
            assertThat(b).containsExactly(a, within(1e-12));
        }
    }

    @Test
    void wrappedPositionsLieInTheCell() {
        try (Trajectory walk = walk(60)) {
            double[] r = new double[12];
            new FramePaths(walk, new int[12], Progress.NONE).cursor().positionsA(59, FramePaths.Folding.WRAPPED, r);
            assertThat(java.util.Arrays.stream(r).boxed()).allMatch(x -> x >= 0 && x < 10);
        }
    }

    @Test
    void aMoleculeCutByTheWallStandsWhole() {
        try (Trajectory walk = walk(1)) {
            double[] first = new double[12];
            walk.readFrame(0, first);
            Bonds bonds = Bonds.find(walk.atoms(), new boolean[] {false, false, false, true}, CUBE, first);
            assertThat(bonds.count()).isEqualTo(2);
            int[] images = bonds.imagesThatKeepFragmentsWhole(first);
            assertThat(first[6] + images[6]).isCloseTo(-0.16, within(1e-12));
        }
    }

    @Test
    void tenThousandAtomsAreDrawnInPart() {
        Scene scene = new Scene(Atoms.ofBlocks(List.of("Li", "O"), new int[] {4000, 6000}), new boolean[10_000]);
        assertThat(scene.every()).isEqualTo(4);
    }
}
