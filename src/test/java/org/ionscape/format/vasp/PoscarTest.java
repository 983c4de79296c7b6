package org.ionscape.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoscarTest {
    private static final String TEXT = """
            Na Cl  ! rock salt
            1.0  ! scale
            4.0 0.0 0.0
            0.0 4.0 0.0
            0.0 0.0 8.0
            Na Cl  # species
            1 1 ! numbers
            Direct
            0.0 0.0 0.0 Na
            0.5 0.5 0.25 Cl
            """;

    @TempDir
    Path folder;

    private Poscar read(String text) throws IOException {
        return Poscar.read(Files.writeString(folder.resolve("POSCAR"), text));
    }

    @Test
    void cellSpeciesAndPositionsAreRead() throws IOException {
        Poscar poscar = read(TEXT);
        assertThat(poscar.atoms().counts()).isEqualTo(Map.of("Na", 1, "Cl", 1));
        assertThat(poscar.cell().volumeA3()).isCloseTo(128, within(1e-12));
        assertThat(poscar.fractional()).containsExactly(0, 0, 0, 0.5, 0.5, 0.25);
        assertThat(poscar.namesSpecies()).isEqualTo(Poscar.NamesSpecies.YES);
    }

    @Test
    void selectiveDynamicsAndWindowsLineEndsChangeNothing() throws IOException {
        String text = TEXT.replace("Direct\n", "Selective dynamics\nDirect\n")
                .replace("0.25 Cl", "0.25 T F T")
                .replace("\n", "\r\n");
        assertThat(read(text).fractional()).containsExactly(0, 0, 0, 0.5, 0.5, 0.25);
    }

    @Test
    void cartesianPositionsAreScaledWithTheirCell() throws IOException {
        String text =
                TEXT.replace("1.0  ! scale", "2.0").replace("Direct", "cart").replace("0.5 0.5 0.25", "2 2 2");
        assertThat(read(text).fractional()).containsExactly(0, 0, 0, 0.5, 0.5, 0.25);
    }

    @Test
    void aNegativeScaleIsTheVolume() throws IOException {
        assertThat(read(TEXT.replace("1.0  !", "-1024 !")).cell().lengthA(2)).isCloseTo(16, within(1e-12));
    }

    @Test
    void threeFactorsScaleTheAxes() throws IOException {
        assertThat(read(TEXT.replace("1.0  !", "1 2 3 !")).cell().vectorsA())
                .containsExactly(4, 0, 0, 0, 8, 0, 0, 0, 24);
    }

    @Test
    void vasp4NamesNoSpecies() throws IOException {
        Poscar poscar = read(TEXT.replace("Na Cl  # species\n", ""));
        assertThat(poscar.namesSpecies()).isEqualTo(Poscar.NamesSpecies.NO);
        assertThat(poscar.atoms().species()).containsExactly("X1", "X2");
    }

    @Test
    void potentialNamesAreTheirElements() throws IOException {
        assertThat(read(TEXT.replace("Na Cl  #", "Na_pv Cl/5d1 #")).atoms().species())
                .containsExactly("Na", "Cl");
    }

    @Test
    void aSpeciesInTwoPlacesIsTwoBlocks() throws IOException {
        Poscar poscar = read(TEXT.replace("Na Cl  #", "Na Cl Na #").replace("1 1 !", "1 1 1 !") + "0.1 0.1 0.1\n");
        assertThat(poscar.speciesOfBlocks()).containsExactly("Na", "Cl", "Na");
        assertThat(poscar.atoms().species()).containsExactly("Na", "Cl");
    }

    @Test
    void whatIsMissingIsToldWithItsLine() {
        assertThatThrownBy(() -> read(TEXT.replace("0.5 0.5 0.25 Cl\n", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("position 2 of 2");
        assertThatThrownBy(() -> read(TEXT.replace("0.5 0.5 0.25", "0.5 x 0.25")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 10");
        assertThatThrownBy(() -> read(TEXT.replace("1 1 !", "1 one !")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 7");
        assertThatThrownBy(() -> read("\0\1\2\3junk")).isInstanceOf(InputException.class);
    }
}
