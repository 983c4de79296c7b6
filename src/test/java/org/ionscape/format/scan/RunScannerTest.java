package org.ionscape.format.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.crystal.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunScannerTest {
    @TempDir
    Path folder;

    private ScanResult scan() {
        return RunScanner.scan(List.of(folder), Progress.NONE);
    }

    private RunInfo only() {
        ScanResult scan = scan();
        assertThat(scan.runs()).hasSize(1);
        return scan.runs().getFirst();
    }

    private static String messages(List<Problem> problems) {
        return problems.toString();
    }

    @Test
    void theLayoutOfTheDatabaseTellsEverythingOfARun() throws IOException {
        Path path = Layouts.run(folder.resolve("Li-based/Li2PS3/AIMD/non-stoichiometric/800K"), 1, 800);
        RunInfo run = only();
        assertThat(run.path()).isEqualTo(path);
        assertThat(run.formula()).isEqualTo("Li2PS3");
        assertThat(run.species()).isEqualTo(Map.of("Li", 2, "P", 1, "S", 3));
        assertThat(run.frames()).hasValue(10);
        assertThat(run.timeStepFs()).hasValue(20);
        assertThat(run.temperatureK()).hasValue(800);
        assertThat(run.family()).isEqualTo(Family.LI);
        assertThat(run.compound()).isEqualTo("Li2PS3");
        assertThat(run.stoichiometry()).isEqualTo(Stoichiometry.NON_STOICHIOMETRIC);
        assertThat(run.mobile()).containsExactly("Li");
        assertThat(run.problems()).isEmpty();
        assertThat(run.from())
                .containsEntry("timeStepFs", "INCAR: POTIM × NBLOCK")
                .containsEntry("temperatureK", "INCAR: TEBEG")
                .containsEntry("compound", "folder name");
    }

    @ParameterizedTest
    @CsvSource({
        "halide-based/LiTi2-PO4-3/AIMD/stoichiometric/800K, LiTi2-PO4-3, 800, STOICHIOMETRIC",
        "Halide-based/d-Bi2O3/AIMD/Stoichiometric/-900K, d-Bi2O3, 900, STOICHIOMETRIC",
        "Li-based/LGPS/V17.00/no-pressure/long-run-1500K, LGPS, 1500, UNKNOWN",
        "O-based/x/AIMD/nonstoichiometric/5.40/400K, x, 400, NON_STOICHIOMETRIC",
        "Ag/Cu-based/CuI/AIMD/Non_Stoichiometric/500K_2, CuI, 500, NON_STOICHIOMETRIC",
        "runs/Li2PS3/T700K, Li2PS3, 700, UNKNOWN",
        "runs/Li2-PS3/700.5K, Li2-PS3, 700.5, UNKNOWN",
        "runs/b-Li2PS3/700 K/with-vacancies, b-Li2PS3, 700, NON_STOICHIOMETRIC",
        "runs/one/700K/production, Li2PS3, 700, UNKNOWN",
    })
    void folderNamesAreReadInAnySpelling(String path, String compound, double temperatureK, Stoichiometry vacancies)
            throws IOException {
        Layouts.write(folder.resolve(path).resolve("XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 1));
        RunInfo run = only();
        assertThat(run.compound()).isEqualTo(compound);
        assertThat(run.temperatureK()).hasValue(temperatureK);
        assertThat(run.stoichiometry()).isEqualTo(vacancies);
        assertThat(run.from().get("temperatureK")).startsWith("folder name");
    }

    @Test
    void aCompoundIsNotTakenForATemperature() throws IOException {
        Layouts.write(folder.resolve("Na2K/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 1));
        RunInfo run = only();
        assertThat(run.temperatureK()).isEmpty();
        assertThat(messages(run.problems())).contains("the temperature is not known; give it in K");
    }

    @Test
    void aRampIsToldOf() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Files.writeString(folder.resolve("a/INCAR"), "POTIM = 2\nTEBEG = 300 ; TEEND = 900\n");
        assertThat(messages(only().problems())).contains("ramped from 300.0 to 900.0 K");
    }

    @Test
    void withoutNblockTheFrameCounterTellsTheStride() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 50));
        Layouts.write(folder.resolve("a/INCAR"), "POTIM = 2\nTEBEG = 300\n");
        RunInfo run = only();
        assertThat(run.timeStepFs()).hasValue(100);
        assertThat(run.from()).containsEntry("timeStepFs", "INCAR: POTIM × step of the frame counter");
    }

    @Test
    void nblockIsBelievedAgainstTheFrameCounterAndTheDisagreementTold() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 50));
        Layouts.write(folder.resolve("a/INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = 300\n");
        RunInfo run = only();
        assertThat(run.timeStepFs()).hasValue(20);
        assertThat(messages(run.problems())).contains("counter steps by 50", "NBLOCK = 10");
    }

    @Test
    void aDamagedTagIsToldWithItsLineAndTheRestStands() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Files.writeString(folder.resolve("a/INCAR"), "POTIM = 2\nNBLOCK = 10\nTEBEG = XXX.X\n");
        RunInfo run = only();
        assertThat(run.timeStepFs()).hasValue(20);
        assertThat(run.temperatureK()).isEmpty();
        assertThat(run.problems()).anySatisfy(p -> {
            assertThat(p.line()).hasValue(3);
            assertThat(p.message()).contains("TEBEG");
        });
    }

    @Test
    void anIncarCopiedFromAnotherTemperatureIsNoticed() throws IOException {
        Layouts.run(folder.resolve("900K"), 1, 300);
        assertThat(messages(only().problems())).contains("TEBEG is 300.0 K but the folder is called 900K");
    }

    @Test
    void speciesOfAnOldXdatcarComeFromThePoscarBesideIt() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 1, ""));
        Layouts.write(
                folder.resolve("a/POSCAR"),
                "x\n1.0\n10 0 0\n0 10 0\n0 0 10\nLi P S\n2 1 3\nDirect\n0 0 0\n.1 0 0\n.2 0 0\n.3 0 0\n.4 0 0\n.5 0 0\n");
        assertThat(only().formula()).isEqualTo("Li2PS3");
    }

    @Test
    void speciesOfAnOldXdatcarComeFromThePotcarBesideIt() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 3), 1, ""));
        Layouts.write(
                folder.resolve("a/POTCAR"),
                " TITEL  = PAW_PBE Li_sv 10Sep2004\n TITEL  = PAW_PBE P 06Sep2000\n TITEL  = PAW_PBE S 06Sep2000\n");
        assertThat(only().formula()).isEqualTo("Li2PS3");
    }

    @Test
    void aTrajectoryIsKnownByItsContentWhateverItIsCalled() throws IOException {
        Path file = folder.resolve("a/part one");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Layouts.xdatcar(Layouts.walk(1, 4), 1).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(only().frames()).hasValue(4);
    }

    @Test
    void severalTrajectoriesOfAFolderAreRunsCalledByTheirFiles() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR_1"), Layouts.xdatcar(Layouts.walk(1, 3), 1));
        Layouts.write(folder.resolve("a/XDATCAR_2"), Layouts.xdatcar(Layouts.walk(2, 3), 1));
        assertThat(scan().runs())
                .extracting(RunInfo::path)
                .containsExactly(folder.resolve("a/XDATCAR_1"), folder.resolve("a/XDATCAR_2"));
        assertThatThrownBy(() -> RunScanner.inspect(folder.resolve("a")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 trajectories in this folder (XDATCAR_1, XDATCAR_2); name the file");
    }

    @Test
    void aFileAndItsCompressedCopyAreOneRun() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a/XDATCAR.gz")))) {
            out.write(Files.readAllBytes(folder.resolve("a/XDATCAR")));
        }
        assertThat(only().files()).containsExactly(folder.resolve("a/XDATCAR"));
    }

    @Test
    void runsOfOneNameStayApart() throws IOException {
        Layouts.run(folder.resolve("x/Li2PS3/800K"), 1, 800);
        Layouts.run(folder.resolve("y/Li2PS3/800K"), 2, 800);
        assertThat(scan().runs())
                .extracting(RunInfo::path)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatIsBrokenIsToldAndTheRestGoesOn() throws IOException {
        Layouts.run(folder.resolve("good"), 1, 300);
        Layouts.write(folder.resolve("empty/XDATCAR"), "");
        Layouts.write(folder.resolve("junk/XDATCAR"), "\u0000\u0001\u0002 no trajectory");
        Layouts.write(
                folder.resolve("nan/XDATCAR"),
                Layouts.xdatcar(Layouts.walk(1, 3), 1).replaceFirst("0\\.", "NaN "));
        Layouts.write(folder.resolve("claims/XDATCAR"), "x\n1\n1 0 0\n0 1 0\n0 0 1\nLi\n1000000\nDirect\n0 0 0\n");
        ScanResult scan = scan();
        assertThat(scan.runs()).extracting(RunInfo::path).containsExactly(folder.resolve("good"));
        assertThat(scan.problems().stream().map(p -> p.file().orElseThrow().getParent()))
                .containsExactlyInAnyOrder(
                        folder.resolve("empty"),
                        folder.resolve("junk"),
                        folder.resolve("nan"),
                        folder.resolve("claims"));
    }

    @Test
    void aSingleConfigurationIsNoRun() throws IOException {
        Layouts.write(folder.resolve("a/XDATCAR"), Layouts.xdatcar(Layouts.walk(1, 1), 1));
        ScanResult scan = scan();
        assertThat(scan.runs()).isEmpty();
        assertThat(messages(scan.problems())).contains("one configuration or a relaxation, not a simulation");
    }

    @Test
    void textInUtf16IsNamedAndATimeThatIsNoneIsQuoted() throws IOException {
        Path wide = folder.resolve("wide/XDATCAR");
        Files.createDirectories(wide.getParent());
        Files.writeString(wide, Layouts.xdatcar(Layouts.walk(1, 3), 1), StandardCharsets.UTF_16);
        Path run = Layouts.run(folder.resolve("back"), 1, 300);
        Layouts.write(run.resolve("INCAR"), "POTIM = -2\nTEBEG = 300\n");
        ScanResult scan = scan();
        assertThat(messages(scan.problems())).contains("UTF-16");
        assertThat(scan.runs().getFirst().timeStepFs()).isEmpty();
        assertThat(messages(scan.runs().getFirst().problems())).contains("POTIM = -2");
    }

    @Test
    void aRelaxationIsNoRun() throws IOException {
        Path run = Layouts.run(folder.resolve("a"), 1, 300);
        Layouts.write(run.resolve("INCAR"), "IBRION = 2\nPOTIM = 0.5\n");
        assertThat(scan().runs()).isEmpty();
        Layouts.write(run.resolve("INCAR"), "IBRION = 0\nPOTIM = 0.5\nTEBEG = 300\n");
        assertThat(scan().runs()).hasSize(1);
    }

    @Test
    void aCalculationThatTellsOfTheCompoundIsNoRunThatFailed() throws IOException {
        Layouts.run(folder.resolve("Li-based/Li2PS3/AIMD/500K"), 1, 500);
        String single = Layouts.xdatcar(Layouts.walk(1, 1), 1);
        Layouts.write(folder.resolve("Li-based/Li2PS3/elastic/XDATCAR"), single);
        assertThat(scan().problems()).isEmpty();
        Layouts.write(folder.resolve("Li-based/Li2PS3/V17.00/XDATCAR"), single);
        assertThat(scan().problems()).hasSize(1);
        String many = Layouts.xdatcar(Layouts.walk(1, 5), 1);
        Layouts.write(folder.resolve("files/XDATCAR_1"), many);
        Layouts.write(folder.resolve("files/XDATCAR_2"), single);
        assertThat(scan().problems()).as("one beside a run is told").hasSize(2);
    }

    @Test
    void junkAndHiddenFoldersArePassedOver() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Layouts.write(folder.resolve("a/notes.txt"), "remember the milk\n");
        Layouts.write(folder.resolve("a/.XDATCAR.swp"), "x");
        Layouts.write(folder.resolve("a/msd_0.dat"), "1 2 3\n");
        Layouts.run(folder.resolve(".snapshots/a"), 1, 300);
        ScanResult scan = scan();
        assertThat(scan.runs()).hasSize(1);
        assertThat(scan.problems()).isEmpty();
    }

    @Test
    void aLinkThatLeadsBackUpIsNotFollowed() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        assertThat(scan().runs()).hasSize(1);
    }

    @Test
    void aLinkThePersonGivesIsFollowed() throws IOException {
        Layouts.run(folder.resolve("real/a"), 1, 300);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertThat(RunScanner.scan(List.of(link), Progress.NONE).runs()).hasSize(1);
    }

    @Test
    void aFileGivenAsRootIsARunWithWhatLiesBesideIt() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        ScanResult scan = RunScanner.scan(List.of(folder.resolve("a/XDATCAR")), Progress.NONE);
        assertThat(scan.runs()).hasSize(1);
        assertThat(scan.runs().getFirst().temperatureK()).hasValue(300);
    }

    @Test
    void overlappingRootsGiveEachRunOnce() throws IOException {
        Layouts.run(folder.resolve("a/b"), 1, 300);
        assertThat(RunScanner.scan(List.of(folder, folder.resolve("a")), Progress.NONE)
                        .runs())
                .hasSize(1);
    }

    @Test
    void aFolderThatDisappearsMeanwhileIsAProblemAndNotTheEnd() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Path goes = Layouts.run(folder.resolve("b"), 2, 300);
        ScanResult scan = RunScanner.scan(List.of(folder), Progress.NONE, run -> delete(goes));
        assertThat(scan.runs()).extracting(RunInfo::path).containsExactly(folder.resolve("a"));
        assertThat(scan.problems()).extracting(p -> p.file().orElseThrow()).contains(goes.resolve("XDATCAR"));
    }

    private static void delete(Path run) {
        try {
            Files.delete(run.resolve("XDATCAR"));
            Files.delete(run.resolve("INCAR"));
            Files.delete(run);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        ScanResult scan = RunScanner.scan(List.of(folder.resolve("nowhere")), Progress.NONE);
        assertThat(messages(scan.problems())).contains("there is no such file or folder");
    }

    @Test
    void aScanCanBeCancelled() throws IOException {
        Layouts.run(folder.resolve("a"), 1, 300);
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, double total, String unit) {
                check();
            }

            @Override
            public void check() {
                throw new CancellationException("enough");
            }
        };
        assertThatThrownBy(() -> RunScanner.scan(List.of(folder), cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void hundredsOfRunsAreFound() throws IOException {
        for (int i = 0; i < 300; i++) {
            Layouts.run(
                    folder.resolve("Li-based/c" + i / 10 + "/AIMD/stoichiometric/" + (300 + i % 10) + "K"),
                    i,
                    300 + i % 10);
        }
        assertThat(scan().runs()).hasSize(300);
    }
}
