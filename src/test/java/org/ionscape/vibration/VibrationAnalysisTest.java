package org.ionscape.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Atoms;
import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Displacements;
import org.ionscape.trajectory.FrameStore;
import org.junit.jupiter.api.Test;

/** Made vibrations whose spectrum is known. */
class VibrationAnalysisTest {
    private static final double MEV_PER_THZ = 4.135667696;
    private static final double BOX_A = 16;

    /** Si on a cubic lattice 4 Å wide, Li in the holes; every atom swings along x, y, z with phases of its own. */
    private static FrameStore crystal(int frames, double stepFs, double siThz, double liThz, double amplitudeA) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            names.add("Si");
        }
        for (int i = 0; i < 64; i++) {
            names.add("Li");
        }
        double[] phases = random.doubles(3L * names.size(), 0, 2 * Math.PI).toArray();
        Cell cell = new Cell(BOX_A, 0, 0, 0, BOX_A, 0, 0, 0, BOX_A);
        try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(names))) {
            double[] at = new double[3 * names.size()];
            for (int f = 0; f < frames; f++) {
                for (int i = 0; i < at.length; i++) {
                    int site = i / 3 % 64;
                    int axis = i % 3;
                    int step = axis == 0 ? site % 4 : axis == 1 ? site / 4 % 4 : site / 16;
                    double thz = i < 3 * 64 ? siThz : liThz;
                    double u = amplitudeA * Math.cos(2e-3 * Math.PI * thz * f * stepFs + phases[i]);
                    at[i] = step / 4.0 + (i < 3 * 64 ? 0 : 0.125) + u / BOX_A;
                }
                builder.add(cell, at);
            }
            return builder.build();
        }
    }

    /** Peak of a line under a window of 4 ps lies within half of the resolution of 1.6 meV. */
    @Test
    void linesLieWhereTheyWereMade() {
        try (FrameStore run = crystal(4001, 2, 5, 9, 0.1)) {
            Vibrations v = Runs.vibrations(run, "Li", 2, 300, Preset.RECOMMENDED);
            assertThat(v.vdos().get("framework").averages().omegaMeanMeV()).isCloseTo(5 * MEV_PER_THZ, within(0.1));
            assertThat(v.vdos().get("mobile").averages().omegaMeanMeV()).isCloseTo(9 * MEV_PER_THZ, within(0.1));
            assertThat(v.vacf().get("mobile").c()[0]).isOne();
            // half a period of 9 THz is 27.8 steps of 2 fs; the phases of 192 oscillators average out
            assertThat(v.vacf().get("mobile").c()[28]).isCloseTo(Math.cos(2 * Math.PI * 9 * 0.056), within(0.02));
        }
    }

    /** ½ m (ωA)² on average over all: T = Σ m ω²A²/2 × 3 / (3N−3) k_B. */
    @Test
    void theSpeedsHaveTheirTemperature() {
        double amplitude = 0.1;
        try (FrameStore run = crystal(2001, 2, 5, 9, amplitude)) {
            double perAtom = (28.085 * Math.pow(2 * Math.PI * 5 * amplitude, 2)
                            + 6.94 * Math.pow(2 * Math.PI * 9 * amplitude, 2))
                    / 2
                    * 1.5
                    * 0.1036426965;
            double temperature = perAtom * 128 / (3 * 127 * ModeAverages.BOLTZMANN_MEV_PER_K);
            Vibrations v = Runs.vibrations(run, "Li", 2, 300, Preset.RECOMMENDED);
            assertThat(v.kineticTemperatureK()).isCloseTo(temperature, within(0.01 * temperature));
        }
    }

    /** Each component has ⟨u²⟩ = A²/2; the nearest Si are 4 Å away. */
    @Test
    void theFrameworkSwingsByItsLindemannRatio() {
        try (FrameStore run = crystal(4001, 2, 5, 9, 0.2)) {
            Lindemann lindemann =
                    Runs.vibrations(run, "Li", 2, 300, Preset.PAPER).lindemann().orElseThrow();
            assertThat(lindemann.neighbourA()).isCloseTo(4, within(1e-3));
            assertThat(lindemann.ratio()).isCloseTo(Math.sqrt(1.5) * 0.2 / 4, within(1e-4));
        }
    }

    @Test
    void withoutAFrameworkThereIsNoLindemannRatio() {
        try (FrameStore run = crystal(401, 2, 5, 9, 0.2)) {
            Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
            Vibrations v = new VibrationAnalysis(run, paths, List.of("Li", "Si"), 0.002, Preset.RECOMMENDED)
                    .vibrations(OptionalDouble.empty(), Progress.NONE);
            assertThat(v.lindemann()).isEmpty();
            assertThat(v.vdos()).containsOnlyKeys("all", "mobile", "Li", "Si");
        }
    }

    /** Frames 15 fs apart show up to 138 meV, which is 33.3 THz. */
    @Test
    void vibrationsNearOrAboveTheNyquistEnergyAreToldOf() {
        for (double fast : new double[] {31, 36}) {
            try (FrameStore run = crystal(1001, 15, 5, fast, 0.02)) {
                Vibrations v = Runs.vibrations(run, "Li", 15, 300, Preset.RECOMMENDED);
                assertThat(v.nyquistMeV()).isCloseTo(137.86, within(0.01));
                assertThat(VibrationWarnings.of(v, OptionalDouble.empty(), 15))
                        .singleElement()
                        .asString()
                        .contains("15 fs", "138 meV");
            }
        }
        try (FrameStore run = crystal(1001, 15, 5, 20, 0.02)) {
            Vibrations v = Runs.vibrations(run, "Li", 15, 300, Preset.RECOMMENDED);
            assertThat(VibrationWarnings.of(v, OptionalDouble.empty(), 15)).isEmpty();
        }
    }

    /** Close to the Nyquist frequency differences see 40 % of v²; divided by that, two lines weigh by their energies. */
    @Test
    void theResponseOfTheDifferenceIsUndone() {
        try (FrameStore run = crystal(4001, 10, 5, 30, 0.02)) {
            double si = 28.085 * 25;
            double li = 6.94 * 900;
            double mean = (5 * si + 30 * li) / (si + li) * MEV_PER_THZ;
            Vibrations v = Runs.vibrations(run, "Li", 10, 300, Preset.RECOMMENDED);
            assertThat(v.vdos().get("all").averages().omegaMeanMeV()).isCloseTo(mean, within(0.01 * mean));
        }
    }

    /** A walk's velocities are white noise: their flat spectrum scatters between runs as the blocks of one run say. */
    @Test
    void blocksTellTheErrorOfTheMean() {
        List<Double> means = new ArrayList<>();
        double errors = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] at = new double[6];
            Cell cell = new Cell(BOX_A, 0, 0, 0, BOX_A, 0, 0, 0, BOX_A);
            try (FrameStore.Builder builder = new FrameStore.Builder(new Atoms(List.of("Li", "Li")))) {
                for (int f = 0; f < 2001; f++) {
                    for (int i = 0; i < at.length; i++) {
                        at[i] += 0.01 * random.nextGaussian();
                    }
                    builder.add(cell, at);
                }
                try (FrameStore run = builder.build()) {
                    Vdos vdos = Runs.vibrations(run, "Li", 10, 300, Preset.PAPER)
                            .vdos()
                            .get("all");
                    means.add(vdos.averages().omegaMeanMeV());
                    errors += vdos.errors().omegaMeanMeV() / 40;
                }
            }
        }
        double mean = means.stream().mapToDouble(m -> m).average().orElseThrow();
        double sd = Math.sqrt(
                means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum() / 39);
        // a standard deviation from 40 values is known to 11 %
        assertThat(errors).isCloseTo(sd, within(0.35 * sd));
    }

    @Test
    void theAnalysisStopsWhenToldTo() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                // of no interest
            }

            @Override
            public void check() {
                throw new CancellationException();
            }
        };
        try (FrameStore run = crystal(11, 2, 5, 9, 0.1)) {
            Displacements paths = new Displacements(run, 0, new int[0], Progress.NONE);
            VibrationAnalysis analysis = new VibrationAnalysis(run, paths, List.of("Li"), 0.002, Preset.RECOMMENDED);
            Assertions.assertThatThrownBy(() -> analysis.vibrations(OptionalDouble.empty(), cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
