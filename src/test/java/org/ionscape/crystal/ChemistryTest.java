package org.ionscape.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChemistryTest {
    @ParameterizedTest
    @CsvSource({"Li, Li", "Li_sv, Li", "Na_pv, Na", "O2-, O", "LI, Li", "Cl-, Cl", "ti, Ti", "Zr4+, Zr"})
    void potentialAndTypeLabelsNameTheirElement(String label, String symbol) {
        assertThat(Element.ofLabel(label)).map(Element::symbol).contains(symbol);
    }

    @Test
    void whatIsNoElementIsNone() {
        assertThat(Element.ofLabel("type1").map(Element::symbol)).isEmpty();
        assertThat(Element.ofLabel("")).isEmpty();
        assertThat(Element.of("li")).isEmpty();
    }

    @Test
    void massesAreThoseOfTheTable() {
        assertThat(Element.of("Li").orElseThrow().massU()).isEqualTo(6.94);
        assertThat(Element.of("U").orElseThrow().massU()).isCloseTo(238.029, within(1e-3));
        assertThat(Element.of("U").orElseThrow().number()).isEqualTo(92);
    }

    @Test
    void aFormulaIsReducedInTheOrderGiven() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("Li", 80);
        counts.put("Ge", 8);
        counts.put("P", 16);
        counts.put("S", 96);
        assertThat(Formula.reduced(counts)).isEqualTo("Li10GeP2S12");
        assertThat(Formula.unitsOf(counts.values())).isEqualTo(8);
    }

    @Test
    void onlyRealFormulaeSpellElements() {
        assertThat(Formula.elementsOf("Li6PS5Cl")).isEqualTo(Set.of("Li", "P", "S", "Cl"));
        assertThat(Formula.elementsOf("LiTi2-PO4-3")).isEmpty();
        assertThat(Formula.elementsOf("stoichiometric")).isEmpty();
    }

    @Test
    void theMobileIonIsTheFirstOfTheRanking() {
        assertThat(MobileIon.of(Set.of("Cl", "Li", "Na"))).containsExactly("Li");
        assertThat(MobileIon.of(Set.of("Pb", "F"))).containsExactly("F");
        assertThat(MobileIon.of(Set.of("Pb", "Br", "I", "Cs"))).containsExactly("Br", "I");
        assertThat(MobileIon.of(Set.of("Cs", "Pb", "I", "Br", "Cl"))).containsExactly("Cl");
        assertThat(MobileIon.of(Set.of("Al"))).isEmpty();
    }

    @Test
    void familiesFollowTheMobileIon() {
        assertThat(Family.ofMobile(List.of("Cu"))).isEqualTo(Family.AG_CU);
        assertThat(Family.ofMobile(List.of("Br", "I"))).isEqualTo(Family.HALIDE);
        assertThat(Family.ofMobile(List.of("Al"))).isEqualTo(Family.OTHER);
        assertThat(Family.ofLabel("Halide")).isEqualTo(Family.HALIDE);
    }

    @Test
    void aSpeciesNamedTwiceIsOne() {
        Atoms atoms = Atoms.ofBlocks(List.of("O", "Zr", "O"), new int[] {2, 1, 1});
        assertThat(atoms.species()).containsExactly("O", "Zr");
        assertThat(atoms.counts()).containsEntry("O", 3).containsEntry("Zr", 1);
        assertThat(atoms.indicesOf(List.of("O"))).containsExactly(0, 1, 3);
    }

    @Test
    void chemistsWriteElementsByElectronegativity() {
        assertThat(Formula.conventional(Map.of("Cl", 4, "Cs", 4))).isEqualTo("CsCl");
        assertThat(Formula.conventional(Map.of("O", 16, "P", 4, "Fe", 4, "Li", 4)))
                .isEqualTo("LiFePO4");
        assertThat(Formula.conventional(Map.of("Cl", 1, "S", 5, "Li", 6, "P", 1)))
                .isEqualTo("Li6PS5Cl");
    }
}
