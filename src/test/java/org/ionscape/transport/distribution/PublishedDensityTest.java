package org.ionscape.transport.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.ReadHints;
import org.ionscape.format.scan.TrajectoryFiles;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.Trajectory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The sodium density of Na₃PS₄ at 800 K as published with pymatgen-analysis-diffusion for the same frames. */
class PublishedDensityTest {
    private static final Path FILE = Path.of(
            System.getProperty("ionscape.data", "absent"),
            "na3ps4/Na-based/Na3PS4/AIMD/stoichiometric/800K/XDATCAR.gz");
    private static final double PUBLISHED_PER_A3 = 0.030735573102;

    private static MobileDensity density(DensityGrid.Spacing how) {
        Assumptions.assumeTrue(Files.exists(FILE), "the frames are not here");
        try (LoadedTrajectory loaded = TrajectoryFiles.read(List.of(FILE), ReadHints.NONE, Progress.NONE)) {
            Trajectory trajectory = loaded.trajectory();
            Displacements paths = new Displacements(trajectory, 0, new int[0], Progress.NONE);
            int[] ions = trajectory.atoms().indicesOf(List.of("Na"));
            return DensityGrid.of(paths, ions, DensityGrid.INTERVAL_A, how, Progress.NONE);
        }
    }

    @Test
    void countedAsPublishedTheMaximumIsThePublishedOne() {
        MobileDensity density = density(DensityGrid.Spacing.FROM_ORIGIN);

        assertThat(density.maximumPerA3()).isEqualTo(PUBLISHED_PER_A3, within(1e-11));
        double each = density.cell().volumeA3() / density.perA3().length;
        assertThat(Arrays.stream(density.perA3()).sum() * each).isEqualTo(1, within(1e-12));
    }

    @Test
    void onAnEvenGridTheMaximumIsNotFarFromIt() {
        // the gap that remains at the end of each vector is spread over all points
        assertThat(density(DensityGrid.Spacing.EVEN).maximumPerA3())
                .isCloseTo(PUBLISHED_PER_A3, within(0.15 * PUBLISHED_PER_A3));
    }
}
