package org.ionscape.transport.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final Cell OBLIQUE = new Cell(11, 0, 0, 4, 10, 0, -3, 5, 12);

    private static FrameStore run(Cell cell, List<String> species, int frames, IntFunction<double[]> fractional) {
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(species))) {
            for (int f = 0; f < frames; f++) {
                builder.add(cell, fractional.apply(f));
            }
            return builder.build();
        }
    }

    private static FrameStore idealGas(int atoms, int frames) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> species = new ArrayList<>(Collections.nCopies(atoms / 2, "Li"));
        species.addAll(Collections.nCopies(atoms / 2, "S"));
        return run(
                OBLIQUE, species, frames, f -> random.doubles(3L * atoms, 0, 1).toArray());
    }

    @Test
    void theRadialDistributionOfAnIdealGasIsOneWithinItsErrorInAnObliqueCell() {
        try (FrameStore gas = idealGas(60, 400)) {
            RadialDistribution rdf = PairCounting.radial(gas, 0, Progress.NONE);

            assertThat(rdf.pairs()).extracting(PairDistribution::name).containsExactly("Li–Li", "Li–S", "S–S");
            assertThat(rdf.rA()[rdf.rA().length - 1])
                    .isEqualTo(PairCounting.sphereA(OBLIQUE), within(2 * Counts.BIN_A));
            for (PairDistribution pair : rdf.pairs()) {
                int outside = 0;
                for (int i = 50; i < pair.g().length; i++) { // beyond 1 Å, where the counts are Gaussian
                    outside += Math.abs(pair.g()[i] - 1) > 3 * pair.stderr()[i] ? 1 : 0;
                    assertThat(pair.stderr()[i]).isLessThan(0.25);
                }
                // 3 standard errors from ten parts: t with nine degrees of freedom is outside 1.5 % of the time
                assertThat(outside).isLessThan((int) (0.06 * pair.g().length));
            }
        }
    }

    @Test
    void anFccCrystalHasItsShellsAtTheRightDistancesWithTheRightCounts() {
        double a = 4.05;
        double[][] basis = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}};
        double[] positions = new double[3 * 4 * 64];
        int n = 0;
        for (int c = 0; c < 64; c++) {
            for (double[] b : basis) {
                int[] at = {c >> 4, c >> 2 & 3, c & 3};
                for (int k = 0; k < 3; k++) {
                    positions[n++] = (at[k] + b[k]) / 4;
                }
            }
        }
        Cell cell = new Cell(4 * a, 0, 0, 0, 4 * a, 0, 0, 0, 4 * a);
        try (FrameStore crystal = run(cell, Collections.nCopies(256, "Al"), 20, f -> positions)) {
            RadialDistribution rdf = PairCounting.radial(crystal, 0, Progress.NONE);
            PairDistribution pair = rdf.pairs().getFirst();

            assertThat(pair.peakA(rdf.rA())).isEqualTo(a / Math.sqrt(2), within(Counts.BIN_A));
            double[] shells = {1 / Math.sqrt(2), 1, Math.sqrt(1.5), Math.sqrt(2)};
            int[] atoms = {12, 6, 24, 12};
            int within = 0;
            for (int s = 0; s < shells.length; s++) {
                within += atoms[s];
                double next = s == 3 ? Math.sqrt(2.5) : shells[s + 1];
                int between = (int) ((shells[s] + next) / 2 * a / Counts.BIN_A);
                assertThat(pair.coordination()[between]).isEqualTo(within, within(1e-9));
                int at = (int) (shells[s] * a / Counts.BIN_A);
                assertThat(pair.g()[at]).isGreaterThan(3);
                assertThat(pair.g()[between]).isLessThan(0.01);
            }
        }
    }

    @Test
    void theSelfPartOfARandomWalkIsGaussian() {
        double sigmaA = 0.15; // each component and frame
        SplittableRandom random = new SplittableRandom(11);
        int ions = 200;
        double[] at = random.doubles(3L * ions, 0, 1).toArray();
        double[] step = new double[3];
        FrameStore walk = run(OBLIQUE, Collections.nCopies(ions, "Li"), 1001, f -> {
            for (int i = 0; i < ions; i++) {
                for (int k = 0; k < 3; k++) {
                    step[k] = sigmaA * random.nextGaussian();
                }
                OBLIQUE.toFractional(step, 0, step, 0);
                for (int k = 0; k < 3; k++) {
                    at[3 * i + k] += step[k] - Math.floor(at[3 * i + k] + step[k]);
                }
            }
            return at;
        });
        try (walk) {
            Displacements paths = new Displacements(walk, 0, new int[0], Progress.NONE);
            VanHove vanHove = VanHoveSearch.of(paths, IntStream.range(0, ions).toArray(), 0.01, Progress.NONE);

            assertThat(vanHove.lagPs()).hasSize(6).endsWith(5.0);
            for (int l = 0; l < vanHove.lagPs().length; l++) {
                double s = sigmaA * Math.sqrt(vanHove.lagPs()[l] / 0.01);
                double total = 0;
                double difference = 0;
                for (int i = 0; i < vanHove.selfRA().length; i++) {
                    double r = vanHove.selfRA()[i];
                    double gaussian =
                            4 * Math.PI * r * r * Math.pow(2 * Math.PI * s * s, -1.5) * Math.exp(-r * r / (2 * s * s));
                    total += vanHove.selfPerA()[l][i] * Counts.BIN_A;
                    difference += Math.abs(vanHove.selfPerA()[l][i] - gaussian) * Counts.BIN_A / 2;
                }
                assertThat(total).isEqualTo(1, within(1e-9));
                // samples at long lags overlap: some 400 independent ones at the longest
                assertThat(difference).as("lag %s", vanHove.lagPs()[l]).isLessThan(l < 4 ? 0.02 : 0.06);
                assertThat(vanHove.nonGaussian()[l]).isEqualTo(0, within(l < 4 ? 0.03 : 0.12));
            }
            // ions that do not know of one another
            double[] distinct = vanHove.distinct()[2];
            assertThat(Arrays.stream(distinct, 50, distinct.length).average().orElseThrow())
                    .isEqualTo(1, within(0.02));
        }
    }

    @Test
    void ionsThatTakeOneAnothersPlacesShowInTheDistinctPartAtTheOrigin() {
        // two ions that change places once, halfway
        double[] here = {0.1, 0.2, 0.3, 0.4, 0.5, 0.3};
        double[] there = {0.4, 0.5, 0.3, 0.1, 0.2, 0.3};
        try (FrameStore run = run(OBLIQUE, List.of("Li", "Li"), 200, f -> f / 100 == 0 ? here : there)) {
            Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
            VanHove vanHove = VanHoveSearch.of(paths, new int[] {0, 1}, 1, Progress.NONE);

            assertThat(vanHove.distinct()[0][0]).isLessThan(vanHove.distinct()[4][0]);
            assertThat(vanHove.distinct()[4][0]).isGreaterThan(10);
        }
    }

    @Test
    void theDensityOfRestingIonsIsAllAtTheirGridPointsAndIntegratesToOne() {
        Cell cell = new Cell(5, 0, 0, 0, 6, 0, 0, 0, 7);
        double[] at = {0.1, 0.5, 0.999, 0.3, 0.5, 0.5};
        try (FrameStore run = run(cell, List.of("Li", "Li"), 10, f -> at)) {
            Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
            MobileDensity density =
                    DensityGrid.of(paths, new int[] {0, 1}, 0.5, DensityGrid.Spacing.EVEN, Progress.NONE);

            assertThat(density.shape()).containsExactly(10, 12, 14);
            assertThat(density.perA3()[(1 * 12 + 6) * 14]).isEqualTo(0.5 / 0.125, within(1e-12)); // 0.999 wraps to 0
            assertThat(density.perA3()[(3 * 12 + 6) * 14 + 7]).isEqualTo(0.5 / 0.125, within(1e-12));
            assertThat(Arrays.stream(density.perA3()).sum() * 0.125).isEqualTo(1, within(1e-12));
            assertThat(density.maximumAt()).containsExactly(new double[] {0.1, 0.5, 0}, within(1e-12));
        }
    }

    @Test
    void theDensityOfAnIdealGasIsEvenInAnObliqueCell() {
        try (FrameStore gas = idealGas(60, 2000)) {
            Displacements paths = new Displacements(gas, 0, new int[0], Progress.NONE);
            MobileDensity density = DensityGrid.of(
                    paths, IntStream.range(0, 60).toArray(), 1.5, DensityGrid.Spacing.EVEN, Progress.NONE);

            double mean = 1 / OBLIQUE.volumeA3();
            double counts =
                    60.0 * 2000 / density.perA3().length; // about 220 a point: 7 % each, five times that at most
            for (double p : density.perA3()) {
                assertThat(p).isEqualTo(mean, within(5 * mean / Math.sqrt(counts)));
            }
        }
    }
}
