package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What vasprun.xml and EIGENVAL tell of electrons and ions. */
class CrystalResponseTest {
    private static final Path FILES = Path.of(System.getProperty("ionscape.data", "absent"), "vasp-files");

    private static final String VASPRUN = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <modeling>
             <incar><i type="int" name="IBRION">     8</i></incar>
             <atominfo><array name="atoms" ><set>
               <rc><c>Li</c><c>   1</c></rc><rc><c>F </c><c>   2</c></rc>
             </set></array></atominfo>
             <calculation>
              <varray name="epsilon" >
               <v> 2.0 0.0 0.0 </v><v> 0.0 3.0 0.0 </v><v> 0.0 0.0 4.0 </v>
              </varray>
              <varray name="epsilon_ion" >
               <v> 6.0 0.0 0.0 </v><v> 0.0 6.0 0.0 </v><v> 0.0 0.0 6.0 </v>
              </varray>
              <eigenvalues><array><set>
               <set comment="spin 1">
                <set comment="kpoint 1"><r> -3.0 1.0 </r><r> 1.0 1.0 </r><r> 9.5 0.0 </r></set>
                <set comment="kpoint 2"><r> -3.0 1.0 </r><r> 0.5 1.0 </r><r> 9.0 0.0 </r></set>
               </set>
              </set></array></eigenvalues>
              <array name="born_charges" >
               <set><v> 1.1 0.0 0.0 </v><v> 0.0 1.0 0.0 </v><v> 0.0 0.0 0.9 </v></set>
               <set><v>-1.1 0.0 0.0 </v><v> 0.0 -1.0 0.0 </v><v> 0.0 0.0 -0.9 </v></set>
              </array>
              <dynmat><v name="eigenvalues"> -4.0 -1.0 -0.25 0.0 0.0 0.01 </v></dynmat>
             </calculation>
             <calculation>
              <eigenvalues><array><set><set comment="spin 1">
                <set comment="kpoint 1"><r> -3.0 1.0 </r><r> 1.0 1.0 </r><r> 3.0 0.0 </r></set>
              </set></set></array></eigenvalues>
             </calculation>
            </modeling>
            """;

    @TempDir
    Path folder;

    private CrystalResponse vasprun(String text) throws IOException {
        return VasprunProperties.read(Files.writeString(folder.resolve("vasprun.xml"), text), Progress.NONE);
    }

    private static Path real(String name) {
        Path file = FILES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + name + " here");
        return file;
    }

    @Test
    void aVasprunTellsTensorsChargesModesAndTheGapOfTheCrystalAtRest() throws IOException {
        CrystalResponse got = vasprun(VASPRUN);
        assertThat(got.electronicDielectricConstant().orElseThrow()).isCloseTo(3, within(1e-12));
        assertThat(got.ionicDielectricConstant().orElseThrow()).isCloseTo(6, within(1e-12));
        assertThat(got.bornChargeE(List.of("Li")).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(got.bornChargeE(List.of("F")).orElseThrow()).isCloseTo(-1, within(1e-12));
        assertThat(got.bandGap().orElseThrow().gapEv()).isEqualTo(8);
        assertThat(got.bandGap().orElseThrow().directEv()).isEqualTo(8.5);
        // √0.25 of √(eV/(Å² u))/2π = 15.6333 THz
        assertThat(got.lowestOpticalMeV().orElseThrow()).isCloseTo(0.5 * 15.633302 * 4.135667696, within(1e-9));
        assertThat(vasprun(VASPRUN.replace("<dynmat>", "<dynmat><i type=\"string\" name=\"unit\">THz^2</i>"))
                        .lowestOpticalMeV()
                        .orElseThrow())
                .isCloseTo(0.5 * 4.135667696, within(1e-9));
    }

    @Test
    void ofAVasprunThatBreaksOffTheBeginningIsKept() throws IOException {
        CrystalResponse got = vasprun(VASPRUN.substring(0, VASPRUN.indexOf("<eigenvalues>") + 40));
        assertThat(got.electronicDielectricConstant()).isPresent();
        assertThat(got.bandGap()).isEmpty();
        assertThat(got.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.message()).contains("breaks off"));
    }

    @Test
    void readsTheResponseOfARealVasprun() {
        CrystalResponse got = VasprunProperties.read(real("vasprun.dfpt.xml.gz"), Progress.NONE);
        // a third of 3.26105533 + 3.26463031 + 3.24330517, with local fields
        assertThat(got.electronicDielectricConstant().orElseThrow()).isCloseTo(3.25633027, within(1e-8));
        assertThat(got.bandGap().orElseThrow().gapEv()).isCloseTo(11.8330 - 5.7883, within(1e-9));
    }

    @Test
    void spinsAreTakenTogether() {
        BandGap gap = VasprunProperties.read(real("vasprun.lifepo4.xml.gz"), Progress.NONE)
                .bandGap()
                .orElseThrow();
        assertThat(gap.gapEv()).isCloseTo(4.1750 - 3.2006, within(1e-9));
    }

    @Test
    void readsTheGapOfARealEigenval() {
        BandGap gap = Eigenval.read(real("EIGENVAL.gz"), Progress.NONE).gap().orElseThrow();
        // the highest of 8 occupied bands and the lowest of the 4 empty ones at 315 k-points
        assertThat(gap.valenceEv()).isEqualTo(1.143414);
        assertThat(gap.conductionEv()).isEqualTo(7.558745);
        assertThat(gap.directEv()).isCloseTo(6.9538, within(1e-4));
    }

    private Path eigenval(String bands) throws IOException {
        return Files.writeString(
                folder.resolve("EIGENVAL"),
                "2 2 1 2\n 1 1 1 1 1\n 0.0001\n CAR\n name\n 4 1 3\n\n 0.0 0.0 0.0 1.0\n" + bands);
    }

    @Test
    void anEigenvalWithTwoSpinsHasTwoColumnsOfBands() throws IOException {
        Path file = eigenval("1 -5.0 -4.8 1.0 1.0\n2 1.0 1.5 1.0 1.0\n3 6.0 5.0 0.0 0.0\n");
        BandGap gap = Eigenval.read(file, Progress.NONE).gap().orElseThrow();
        assertThat(gap.gapEv()).isEqualTo(3.5);
        assertThat(gap.directEv()).isEqualTo(3.5);
    }

    @Test
    void anEigenvalThatIsCutOffOrWithoutOccupationsSaysSo() throws IOException {
        Path cut = eigenval("1 -5.0 -4.8 1.0 1.0\n2 1.0");
        assertThatThrownBy(() -> Eigenval.read(cut, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 10")
                .hasMessageContaining("band 2 of 3");
        Path old = eigenval("1 -5.0 -4.8\n2 1.0 1.5\n3 6.0 5.0\n");
        assertThatThrownBy(() -> Eigenval.read(old, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("occupations");
    }
}
