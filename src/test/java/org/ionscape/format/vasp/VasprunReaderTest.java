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
import org.ionscape.format.TrajectoryHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VasprunReaderTest {
    private static final VasprunReader READER = new VasprunReader();
    private static final String HEAD = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <modeling>
             <incar>
              <i type="int" name="IBRION">     0</i>
              <i name="POTIM">      2.00000000</i>
              <i name="TEBEG">    300.00000000</i>
              <i name="TEEND">    300.00000000</i>
             </incar>
             <atominfo>
              <array name="atoms" ><set>
               <rc><c>Li</c><c>   1</c></rc>
               <rc><c>O </c><c>   2</c></rc>
              </set></array>
             </atominfo>
            """;
    private static final String ENERGY = """
              <energy><i name="e_fr_energy"> -10.0 </i><i name="kinetic"> 0.1 </i><i name="total"> -9.9 </i></energy>
            """;

    @TempDir
    Path folder;

    private static String structure(String attributes, double lengthA, String x) {
        return "<structure" + attributes + "><crystal><varray name=\"basis\" >\n<v> " + lengthA
                + " 0.0 0.0 </v>\n<v> 0.0 "
                + lengthA + " 0.0 </v>\n<v> 0.0 0.0 " + lengthA + " </v>\n</varray></crystal>\n"
                + "<varray name=\"positions\" >\n<v> " + x
                + " 0.25 0.0 </v>\n<v> 0.5 0.5 0.5 </v>\n</varray></structure>\n";
    }

    private static String run() {
        String scf = "<scstep><energy><i name=\"e_fr_energy\"> -1.0 </i></energy></scstep>\n";
        return HEAD + structure(" name=\"initialpos\"", 4, "0.1")
                + "<calculation>\n" + scf + structure("", 4, "0.1") + ENERGY + "</calculation>\n"
                + structure("", 4.5, "0.2") + ENERGY
                + "<calculation>\n" + scf + structure("", 4, "0.3") + ENERGY + "</calculation>\n"
                + structure(" name=\"finalpos\"", 4, "0.3") + "</modeling>\n";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("vasprun.xml"), text);
    }

    private LoadedTrajectory read(String text) throws IOException {
        return READER.read(write(text), ReadHints.NONE, Progress.NONE);
    }

    @Test
    void stepsWithinAndOutsideACalculationAreFramesAndNamedStructuresAreNot() throws IOException {
        try (LoadedTrajectory run = read(run())) {
            double[] frame = new double[6];
            run.trajectory().readFrame(1, frame);
            assertThat(run.trajectory().frameCount()).isEqualTo(3);
            assertThat(frame).containsExactly(0.2, 0.25, 0, 0.5, 0.5, 0.5);
            assertThat(run.trajectory().atoms().species()).containsExactly("Li", "O");
            assertThat(run.warnings()).isEmpty();
        }
    }

    @Test
    void eachStepHasItsOwnCell() throws IOException {
        try (LoadedTrajectory run = read(run())) {
            assertThat(run.trajectory().cell(0).lengthA(0)).isEqualTo(4);
            assertThat(run.trajectory().cell(1).lengthA(0)).isEqualTo(4.5);
        }
    }

    @Test
    void kineticEnergyTellsTheTemperatureOverThreeDegreesOfFreedomOfTwoAtomsAtRestTogether() throws IOException {
        try (LoadedTrajectory run = read(run())) {
            assertThat(run.trajectory().series().temperatureK()).hasSize(3);
            assertThat(run.trajectory().series().temperatureK()[0])
                    .isCloseTo(2 * 0.1 / (3 * 8.617333262e-5), within(1e-9));
            assertThat(run.trajectory().series().energyEv()).containsExactly(-9.9, -9.9, -9.9);
        }
    }

    @Test
    void theFileTellsItsTimeStepAndTemperature() throws IOException {
        TrajectoryHead head = READER.head(write(run()), ReadHints.NONE, Progress.NONE);
        assertThat(head.timeStepFs()).hasValue(2);
        assertThat(head.temperatureK()).hasValue(300);
        assertThat(head.frames()).hasValue(3);
    }

    @Test
    void aRelaxationHasNoTimeStepAndSaysSo() throws IOException {
        try (LoadedTrajectory run = read(run().replace("IBRION\">     0", "IBRION\">     2"))) {
            assertThat(run.trajectory().timeStepFs()).isEmpty();
            assertThat(run.warnings().toString()).contains("relaxation");
        }
    }

    @Test
    void aKilledRunGivesItsWholeSteps() throws IOException {
        String text = run();
        try (LoadedTrajectory run = read(text.substring(0, text.indexOf("0.3 0.25") + 5))) {
            assertThat(run.trajectory().frameCount()).isEqualTo(2);
            assertThat(run.warnings().toString()).contains("breaks off");
        }
    }

    @Test
    void aPositionThatIsNoNumberIsToldWithItsLine() {
        assertThatThrownBy(() -> read(run().replace("0.2 0.25", "NaN 0.25")))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problem().line()).isPresent());
    }

    @Test
    void anExternalEntityIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "0.7");
        String text = run().replace(
                        "<modeling>", "<!DOCTYPE modeling [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><modeling>")
                .replace("0.2 0.25", "&x; 0.25");
        try (LoadedTrajectory run = read(text)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(1);
            assertThat(run.warnings()).hasSize(1);
        }
    }

    @Test
    void aDamagedFileGivesWholeStepsOrASentence() throws IOException {
        Mutations.survive(READER, run(), folder);
    }

    @ParameterizedTest
    @CsvSource({
        "vasp-files/vasprun.md.xml.gz, 10, 64",
        "vasp-files/vasprun.ml_md.xml.gz, 100, 80",
        "vasp-files/vasprun.bad.xml.gz, 1, 25",
        "vasp-files/vasprun.dfpt.xml.gz, 1, 10",
        "vasp-files/vasprun.dielectric_6.0.8.xml.gz, 1, 30",
        "vasp-files/vasprun.lifepo4.xml.gz, 11, 112",
        "dpdata/tests/poscars/vasprun.h2o.md.10.xml, 10, 6",
        "dpdata/tests/poscars/vasprun.h2o.md.tribox.xml, 3, 6",
        "dpdata/tests/poscars/vasprun.h2o.md.tribox.lower.xml, 3, 6",
        "dpdata/tests/poscars/Ti-aimd-nwrite0/vasprun.xml, 10, 32"
    })
    void filesOfOthersAreReadWhole(String name, int frames, int atoms) {
        Path file = Path.of(System.getProperty("ionscape.data", "absent"), name);
        assumeTrue(Files.exists(file), "ionscape.data names no folder with " + name);
        try (LoadedTrajectory run = READER.read(file, ReadHints.NONE, Progress.NONE)) {
            assertThat(run.trajectory().frameCount()).isEqualTo(frames);
            assertThat(run.trajectory().atoms().count()).isEqualTo(atoms);
        }
    }
}
