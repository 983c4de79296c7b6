package org.ionscape.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Progress;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.format.vasp.Poscar;
import org.ionscape.symmetry.SymmetrySearch;
import org.ionscape.transport.Diffusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped runs, as a newcomer meets them. */
class SampleRunsTest {
    private static final Path SAMPLES = Path.of("sample-data");

    private static RunInfo run(String folder) {
        return RunScanner.inspect(SAMPLES.resolve(folder));
    }

    private static Diffusion diffusionOf(String folder, String species) {
        return RunAnalyser.analyse(run(folder), AnalysisSettings.of(Preset.RECOMMENDED), Progress.NONE)
                .diffusion()
                .get(species);
    }

    @Test
    void runsOfAllFamiliesAreFoundWithTimeStepAndTemperature() {
        List<RunInfo> runs = RunScanner.scan(List.of(SAMPLES), Progress.NONE).runs();
        assertThat(runs).hasSizeBetween(10, 14).allSatisfy(run -> {
            assertThat(run.timeStepFs().orElse(0)).isBetween(10.0, 20.0);
            assertThat(run.temperatureK()).isPresent();
        });
        assertThat(runs)
                .extracting(RunInfo::compound)
                .contains("PbF2", "CaF2", "Li3OCl", "Na2O", "NaCl", "AgI", "CuTi2P3O12", "YSZ");
    }

    @Test
    void theRunWithVacanciesIsToldFromThePerfectOne() {
        assertThat(run("Li-based/Li3OCl/AIMD/non-stoichiometric/1000K").stoichiometry())
                .isEqualTo(Stoichiometry.NON_STOICHIOMETRIC);
    }

    @Test
    void vacanciesLetLithiumMoveInTheAntiPerovskite() {
        assertThat(diffusionOf("Li-based/Li3OCl/AIMD/stoichiometric/1000K", "Li")
                        .resolved())
                .isFalse();
        Diffusion lithium = diffusionOf("Li-based/Li3OCl/AIMD/non-stoichiometric/1000K", "Li");
        assertThat(lithium.resolved()).isTrue();
        assertThat(lithium.dCm2PerS()).isBetween(5e-7, 8e-6);
    }

    @Test
    void fluorideIonsGrowFasterWithTemperatureWhileLeadStays() {
        double before = 0;
        for (int kelvin : List.of(500, 650, 800)) {
            String folder = "halide-based/PbF2/AIMD/stoichiometric/" + kelvin + "K";
            double fluoride = diffusionOf(folder, "F").dCm2PerS();
            assertThat(fluoride).isGreaterThan(before);
            assertThat(diffusionOf(folder, "Pb").resolved()).isFalse();
            before = fluoride;
        }
    }

    @Test
    void superionicCrystalsInAnObliqueCellAndInACubicOneDiffuseAlikeFast() {
        assertThat(diffusionOf("halide-based/CaF2/AIMD/stoichiometric/1600K", "F")
                        .dCm2PerS())
                .isBetween(2e-5, 8e-5);
        assertThat(diffusionOf("Na-based/Na2O/AIMD/stoichiometric/1000K", "Na").dCm2PerS())
                .isBetween(2.4e-5, 1e-4);
    }

    @Test
    void fluorineInLeadFluorideIsSuperionicAt800K() {
        Diffusion fluorine = diffusionOf("halide-based/PbF2/AIMD/stoichiometric/800K", "F");
        assertThat(fluorine.resolved()).isTrue();
        assertThat(fluorine.dCm2PerS()).isBetween(1.4e-5, 5.6e-5);
    }

    @Test
    void sodiumBetweenTheSpinelBlocksOfBetaAluminaMovesInPlanes() {
        double[][] tensor = diffusionOf("Na-based/NaAl11O17/AIMD/stoichiometric/1000K", "Na")
                .tensorCm2PerS();
        assertThat(tensor[0][0]).isGreaterThan(5 * Math.abs(tensor[2][2]));
        assertThat(tensor[1][1]).isGreaterThan(5 * Math.abs(tensor[2][2]));
    }

    @Test
    void sodiumInPerfectRockSaltIsNotSeenToDiffuse() {
        assertThat(diffusionOf("Na-based/NaCl/AIMD/stoichiometric/850K", "Na").resolved())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "halide-based/PbF2/AIMD/stoichiometric/800K",
                "halide-based/CaF2/AIMD/stoichiometric/1600K",
                "Na-based/Na2O/AIMD/stoichiometric/1000K",
                "Na-based/NaCl/AIMD/stoichiometric/850K",
                "Na-based/NaAl11O17/AIMD/stoichiometric/1000K",
                "Li-based/Li3OCl/AIMD/stoichiometric/1000K"
            })
    void aBoxThatBreathedKeepsTheSpaceGroupOfItsCrystal(String folder) {
        Path run = SAMPLES.resolve(folder);
        Path compound = run.getParent().getParent().getParent();
        assertThat(spaceGroup(run)).isEqualTo(spaceGroup(compound));
    }

    private static int spaceGroup(Path folder) {
        return SymmetrySearch.search(Poscar.read(folder.resolve("POSCAR")).structure(), 1e-3, Progress.NONE)
                .spaceGroup()
                .number();
    }
}
