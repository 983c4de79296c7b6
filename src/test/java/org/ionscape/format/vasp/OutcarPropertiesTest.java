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

class OutcarPropertiesTest {
    private static final Path FILES = Path.of(System.getProperty("ionscape.data", "absent"), "vasp-files");

    @TempDir
    Path folder;

    private static OutcarProperties real(String name) {
        Path file = FILES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + name + " here");
        return OutcarProperties.read(file, Progress.NONE);
    }

    private OutcarProperties written(String text) throws IOException {
        Path file = folder.resolve("OUTCAR");
        Files.writeString(file, text);
        return OutcarProperties.read(file, Progress.NONE);
    }

    @Test
    void elasticModuliComeInGPaAndInVoigtsOrder() throws IOException {
        OutcarProperties got = written("""
                   VRHFIN =Li: 1s2s2p
                   POMASS =    7.000; ZVAL   =    3.000    mass and valenz
                   ions per type =               2
                  VOLUME and BASIS-vectors are now :
                  direct lattice vectors                 reciprocal lattice vectors
                 10.000000000  0.000000000  0.000000000     0.1  0.0  0.0
                  0.000000000 10.000000000  0.000000000     0.0  0.1  0.0
                  0.000000000  0.000000000 10.000000000     0.0  0.0  0.1
                 TOTAL ELASTIC MODULI (kBar)
                 Direction    XX          YY          ZZ          XY          YZ          ZX
                 --------------------------------------------------------------------------------
                 XX        1100.0000    120.0000    130.0000    160.0000    140.0000    150.0000
                 YY         120.0000   2200.0000    230.0000    260.0000    240.0000    250.0000
                 ZZ         130.0000    230.0000   3300.0000    360.0000    340.0000    350.0000
                 XY         160.0000    260.0000    360.0000   6600.0000    460.0000    560.0000
                 YZ         140.0000    240.0000    340.0000    460.0000   4400.0000   -450.0000
                 ZX         150.0000    250.0000    350.0000    560.0000-450.0000   5500.0000
                """);
        double[][] c = got.stiffnessGPa().orElseThrow();
        assertThat(c[3]).containsExactly(14, 24, 34, 440, -45, 46);
        assertThat(c[5]).containsExactly(16, 26, 36, 46, 56, 660);
        // 14 u in 1000 Å³
        assertThat(got.densityGPerCm3().orElseThrow()).isCloseTo(0.0232475, within(1e-6));
        assertThat(got.atomsPerA3().orElseThrow()).isCloseTo(0.002, within(1e-15));
    }

    @Test
    void aCutTableIsRefusedByLine() {
        assertThatThrownBy(() -> written(" TOTAL ELASTIC MODULI (kBar)\n Direction\n ---\n XX 1.0 2.0\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("elastic moduli");
    }

    @Test
    void theLowestOpticalModeIsTheLowestWithoutTheThreeNearestToZero() throws IOException {
        OutcarProperties got = written("""
                 Eigenvectors and eigenvalues of the dynamical matrix
                   1 f  =   20.0 THz   125.6 2PiTHz  667.1 cm-1    82.7 meV
                   2 f  =    2.0 THz    12.5 2PiTHz   66.7 cm-1     8.2 meV
                   3 f  =    0.0 THz     0.1 2PiTHz    0.4 cm-1     0.1 meV
                   4 f/i=    0.0 THz     0.1 2PiTHz    0.4 cm-1     0.2 meV
                   5 f/i=    0.1 THz     0.6 2PiTHz    3.3 cm-1     0.4 meV
                   6 f/i=    1.0 THz     6.2 2PiTHz   33.3 cm-1     4.1 meV
                 Eigenvectors after division by SQRT(mass)
                   1 f  =   20.0 THz   125.6 2PiTHz  667.1 cm-1    82.7 meV
                """);
        assertThat(got.response().gammaModesMeV()).hasSize(6);
        assertThat(got.response().lowestOpticalMeV()).hasValue(-4.1);
    }

    @Test
    void aFileWithoutSuchTablesGivesNone() throws IOException {
        OutcarProperties got = written(" vasp.5.4.4\n");
        assertThat(got.stiffnessGPa()).isEmpty();
        assertThat(got.densityGPerCm3()).isEmpty();
        assertThat(got.response().bandGap()).isEmpty();
        assertThat(got.response().lowestOpticalMeV()).isEmpty();
    }

    @Test
    void readsTheElasticTensorOfLithiumOxide() {
        OutcarProperties got = real("OUTCAR.total_tensor.Li2O.gz");
        double[][] c = got.stiffnessGPa().orElseThrow();
        assertThat(c[0][0]).isCloseTo(198.63391, within(1e-9));
        assertThat(c[0][1]).isCloseTo(18.78324, within(1e-9));
        assertThat(c[4][4]).isCloseTo(58.63034, within(1e-9));
        // Li₂O, four formula units of 30.02 u in 4.655744³ Å³ before the cell is strained
        assertThat(got.densityGPerCm3().orElseThrow()).isCloseTo(1.97585, within(1e-4));
        assertThat(got.response().lowestOpticalMeV().orElseThrow()).isCloseTo(29.19677, within(1e-9));
        // 48 electrons fill 24 bands of each spin; of the four k-points of the crystal at rest, none of which is Γ,
        // (⅛ ⅛ ⅛) has both edges: band 24 at −0.2258 eV, band 25 at 5.3163 eV. The eigenvalues of the strained
        // crystals, which follow in the file and differ by up to 0.12 eV, do not count.
        BandGap gap = got.response().bandGap().orElseThrow();
        assertThat(gap.valenceEv()).isCloseTo(-0.2258, within(1e-9));
        assertThat(gap.conductionEv()).isCloseTo(5.3163, within(1e-9));
        assertThat(gap.gapEv()).isCloseTo(5.5421, within(1e-9));
        assertThat(gap.directEv()).isCloseTo(5.5421, within(1e-9));
    }

    @Test
    void readsBornChargesAndTheDielectricTensorOfBothLayouts() {
        for (String name : List.of("OUTCAR.lepsilon.gz", "OUTCAR.lepsilon_old_born.gz")) {
            CrystalResponse got = real(name).response();
            assertThat(got.electronicDielectricConstant().orElseThrow()).isCloseTo(3.716432, within(1e-9));
            assertThat(got.ionicDielectricConstant().orElseThrow()).isCloseTo(0.001419, within(1e-9));
            assertThat(got.bornChargesE()).hasSize(2);
            assertThat(got.bornChargesE().get(1)[2]).containsExactly(0.36465, 0.36465, -2.35455);
            assertThat(got.bornChargeE(List.of(got.atoms().speciesOf(0))).orElseThrow())
                    .isCloseTo(2.54987, within(1e-5));
            assertThat(got.gammaModesMeV()).hasSize(6);
            assertThat(got.lowestOpticalMeV().orElseThrow()).isCloseTo(-1114.387208, within(1e-6));
        }
    }
}
