package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.ionscape.format.LoadedTrajectory;
import org.ionscape.format.Mutations;
import org.ionscape.format.ReadHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcarReaderTest {
    private static final OutcarReader READER = new OutcarReader();
    private static final String HEAD = """
             vasp.6.3.0 20Jan22
               VRHFIN =Li: 1s2s2p
               VRHFIN =O: s2p4
               ions per type =               1   1
               IBRION =      0    ionic relax: 0-MD
               POTIM  = 2.0000    time-step for ionic-motion
               TEBEG  =  500.0;   TEEND  = 500.0 temperature during run
            """;

    @TempDir
    Path folder;

    private static String step(int iteration, double lengthA, String x) {
        return """
            --------------------------------------- Iteration %6d(   1)  ----------
              free  energy   TOTEN  =       -10.5 eV
             VOLUME and BASIS-vectors are now :
                  direct lattice vectors                 reciprocal lattice vectors
                %.3f  0.000000000  0.000000000     0.25  0.000000000  0.000000000
                 0.0 %.3f  0.000000000     0.000000000  0.25  0.000000000
                 0.0 0.0 %.3f     0.000000000  0.000000000  0.25
             POSITION                                       TOTAL-FORCE (eV/Angst)
             -----------------------------------------------------------------------------------
                  %s      1.00000      0.00000         0.000126      0.200365      0.000010
                  2.00000      2.00000-102.00000        -0.000078     -0.200465     -0.000124
             -----------------------------------------------------------------------------------
              kinetic energy EKIN   =         0.100000
              total energy   ETOTAL =       -10.400000 eV
            """.formatted(iteration, lengthA, lengthA, lengthA, x);
    }

    private static String run() {
        return HEAD + step(1, 4, "0.40000") + step(2, 5, "0.50000") + step(3, 4, "0.60000");
    }

    private LoadedTrajectory read(String text) throws IOException {
        return READER.read(Files.writeString(folder.resolve("OUTCAR"), text), ReadHints.NONE, Progress.NONE);
    }

    @Test
    void positionsAreFractionsOfTheCellOfTheirStepAlsoWhereNumbersTouch() throws IOException {
        try (LoadedTrajectory run = read(run())) {
            double[] frame = new double[6];
            run.trajectory().readFrame(1, frame);
            assertThat(run.trajectory().frameCount()).isEqualTo(3);
            assertThat(frame).containsExactly(new double[] {0.1, 0.2, 0, 0.4, 0.4, -20.4}, within(1e-12));
            assertThat(run.trajectory().atoms().species()).containsExactly("Li", "O");
            assertThat(run.trajectory().timeStepFs()).hasValue(2);
        }
    }

    @Test
    void eachStepHasItsEnergyAndTemperature() throws IOException {
        try (LoadedTrajectory run = read(run())) {
            assertThat(run.trajectory().series().energyEv()).containsExactly(-10.4, -10.4, -10.4);
            assertThat(run.trajectory().series().temperatureK()[2])
                    .isCloseTo(2 * 0.1 / (3 * 8.617333262e-5), within(1e-9));
        }
    }

    @Test
    void stepsThatWereNotPrintedLengthenTheTimeBetweenFrames() throws IOException {
        try (LoadedTrajectory run = read(HEAD + step(1, 4, "0.4") + step(10, 4, "0.5"))) {
            assertThat(run.trajectory().timeStepFs()).hasValue(18);
            assertThat(run.warnings().toString()).contains("every 9 steps");
        }
    }

    @Test
    void aStoppedRunGivesItsWholeSteps() throws IOException {
        String text = run();
        try (LoadedTrajectory run = read(text.substring(0, text.indexOf("0.60000") + 3))) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(run.warnings().toString()).contains("breaks off");
        }
    }

    @Test
    void aNumberOfIonsThatDisagreesWithTheTypesIsRefused() {
        assertThatThrownBy(() -> read(" vasp.6\n number of ions     NIONS =      5\n" + run()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("NIONS is 5");
    }

    @Test
    void starsInPlaceOfAPositionAreToldWithTheirLine() {
        assertThatThrownBy(() -> read(run().replace("0.50000", "*******")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 31");
    }

    @Test
    void aDamagedFileGivesWholeStepsOrASentence() throws IOException {
        Mutations.survive(READER, run(), folder);
    }

    @ParameterizedTest
    @CsvSource({
        "dpdata/tests/poscars/OUTCAR.h2o.md.10, 10, 6",
        "dpdata/tests/poscars/Ti-aimd-nwrite0/OUTCAR, 2, 32",
        "vasp-files/OUTCAR_merged_numbers, 1, 2",
        "vasp-files/OUTCAR.dielectric, 1, 112",
        "vasp-files/OUTCAR.stopped.gz, 1, 56",
        "vasp-files/OUTCAR.total_tensor.Li2O.gz, 17, 12",
        "vasp-files/OUTCAR.lepsilon.gz, 1, 2",
    })
    void filesOfOthersAreReadWhole(String name, int frames, int atoms) {
        Path file = Path.of(System.getProperty("ionscape.data", "absent"), name);
        assumeTrue(Files.exists(file), "ionscape.data names no folder with " + name);
        try (LoadedTrajectory run = READER.read(file, ReadHints.NONE, Progress.NONE)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(frames);
            assertThat(run.trajectory().atoms().count()).isEqualTo(atoms);
        }
    }

    @Test
    void sixteenTypesOfWhichTenArePrintedAreRefused() {
        Path file = Path.of(System.getProperty("ionscape.data", "absent"), "dpdata/tests/poscars/outcar.longit/OUTCAR");
        assumeTrue(Files.exists(file), "ionscape.data names no folder with " + file);
        assertThatThrownBy(() -> READER.read(file, ReadHints.NONE, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("NIONS is 48");
    }

    @Test
    void anOutcarAndAVasprunOfOneRunAgree() {
        String outcar = "dpdata/tests/poscars/OUTCAR.h2o.md.10";
        String vasprun = "dpdata/tests/poscars/vasprun.h2o.md.10.xml";
        Path data = Path.of(System.getProperty("ionscape.data", "absent"));
        assumeTrue(Files.exists(data.resolve(outcar)), "ionscape.data names no folder with " + outcar);
        try (LoadedTrajectory one = READER.read(data.resolve(outcar), ReadHints.NONE, Progress.NONE);
                LoadedTrajectory other =
                        new VasprunReader().read(data.resolve(vasprun), ReadHints.NONE, Progress.NONE)) {
            double[] a = new double[18];
            double[] b = new double[18];
            assertThat(one.trajectory().atoms()).isEqualTo(other.trajectory().atoms());
            for (int f = 0; f < 10; f++) {
                one.trajectory().readFrame(f, a);
                other.trajectory().readFrame(f, b);
                for (int i = 0; i < 18; i++) {
                    assertThat(a[i] - b[i] - Math.rint(a[i] - b[i])).isCloseTo(0, within(2e-6));
                }
            }
        }
    }
}
