package org.ionscape.format.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuationsTest {
    @TempDir
    Path folder;

    private final double[][] walk = Layouts.walk(7, 60);

    private Path part(String name, int from, int to) throws IOException {
        return Layouts.write(
                folder.resolve(name).resolve("XDATCAR"), Layouts.xdatcar(Arrays.copyOfRange(walk, from, to), 1));
    }

    private List<List<String>> proposed(Path root) {
        return found(root).chains().stream()
                .map(chain -> chain.stream()
                        .map(r -> r.path().getFileName().toString())
                        .toList())
                .toList();
    }

    private static Continuations.Found found(Path root) {
        return Continuations.find(RunScanner.scan(List.of(root), Progress.NONE).runs(), Progress.NONE);
    }

    private static LoadedTrajectory join(Path... files) {
        return TrajectoryFiles.read(List.of(files), ReadHints.NONE, Progress.NONE);
    }

    @Test
    void numberedSiblingsThatFollowOneAnotherAreProposedInTheirOrder() throws IOException {
        part("run9", 0, 20);
        part("run10", 20, 40);
        part("run11", 40, 60);
        assertThat(proposed(folder)).containsExactly(List.of("run9", "run10", "run11"));
    }

    @Test
    void replicasThatStartElsewhereAreNotProposed() throws IOException {
        part("run1", 0, 20);
        Layouts.write(folder.resolve("run2/XDATCAR"), Layouts.xdatcar(Layouts.walk(8, 20), 1));
        assertThat(proposed(folder)).isEmpty();
        assertThat(found(folder).gaps()).isEmpty();
    }

    @Test
    void aJumpWithinASeriesThatOtherwiseContinuesIsTold() throws IOException {
        part("run1", 0, 15);
        part("run2", 15, 30);
        Layouts.write(folder.resolve("run3/XDATCAR"), Layouts.xdatcar(Layouts.walk(8, 20), 1));
        assertThat(proposed(folder)).containsExactly(List.of("run1", "run2"));
        assertThat(found(folder).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("does not continue run2"));
    }

    @Test
    void aMissingPartEndsTheChain() throws IOException {
        part("run1", 0, 15);
        part("run2", 15, 30);
        part("run4", 45, 60);
        assertThat(proposed(folder)).containsExactly(List.of("run1", "run2"));
    }

    @Test
    void aFrameThatEndsOneFileAndBeginsTheNextIsTakenOnce() throws IOException {
        try (LoadedTrajectory joined = join(part("a", 0, 20), part("b", 19, 40))) {
            assertThat(joined.trajectory().frameCount()).isEqualTo(40);
            assertThat(joined.warnings().toString()).contains("taken once");
        }
    }

    @Test
    void aSeamThatContinuesIsNoGap() throws IOException {
        try (LoadedTrajectory joined = join(part("a", 0, 20), part("b", 20, 40))) {
            assertThat(joined.trajectory().frameCount()).isEqualTo(40);
            assertThat(joined.warnings()).isEmpty();
        }
    }

    @Test
    void aSingleIonThatJumpsAcrossTheSeamMakesItAGap() throws IOException {
        for (int f = 20; f < 40; f++) {
            walk[f][0] += 0.45;
        }
        try (LoadedTrajectory joined = join(part("a", 0, 20), part("b", 20, 40))) {
            assertThat(joined.warnings()).anyMatch(TrajectoryFiles::isGap);
        }
    }

    @Test
    void partsOfARealSimulationAreProposedAndNoOthers() {
        Path data = Path.of(System.getProperty("ionscape.data", "absent"), "argyrodite", "data");
        Assumptions.assumeTrue(Files.isDirectory(data), "no argyrodite data here");
        List<List<String>> chains = proposed(data);
        assertThat(chains)
                .containsExactlyInAnyOrder(
                        List.of("run1", "run2", "run3", "run4", "run5"),
                        List.of("run1", "run2", "run3", "run4", "run5", "run6"),
                        List.of("run1", "run2", "run3", "run4", "run5", "run6"));
    }

    @Test
    void partsOfARealSimulationInTheWrongOrderHaveGaps() {
        Path data = Path.of(System.getProperty("ionscape.data", "absent"), "argyrodite", "data", "Li6PS5Cl", "50p");
        Assumptions.assumeTrue(Files.isDirectory(data), "no argyrodite data here");
        Path[] files = List.of("run1", "run3", "run2", "run5").stream()
                .map(r -> data.resolve(r).resolve("actual_XDATCAR.gz"))
                .toArray(Path[]::new);
        try (LoadedTrajectory joined = join(files)) {
            assertThat(joined.warnings()).filteredOn(TrajectoryFiles::isGap).hasSize(3);
        }
    }
}
