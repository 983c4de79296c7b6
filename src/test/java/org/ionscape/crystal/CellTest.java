package org.ionscape.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellTest {
    private final Cell oblique = new Cell(5, 0, 0, 1.5, 6, 0, -1, 2, 7);

    @Test
    void fractionalAndCartesianAreInverse() {
        double[] r = new double[3];
        double[] s = new double[3];
        oblique.toCartesian(new double[] {0.3, -0.7, 1.9}, 0, r, 0);
        oblique.toFractional(r, 0, s, 0);
        assertThat(s).containsExactly(new double[] {0.3, -0.7, 1.9}, within(1e-14));
    }

    @Test
    void aLatticeVectorIsFractionalOne() {
        double[] r = new double[3];
        oblique.toCartesian(new double[] {0, 1, 0}, 0, r, 0);
        assertThat(r).containsExactly(1.5, 6, 0);
    }

    @Test
    void theVolumeOfATriangularMatrixIsTheProductOfItsDiagonal() {
        assertThat(oblique.volumeA3()).isCloseTo(5 * 6 * 7, within(1e-12));
        assertThat(new Cell(0, 0, 1, 0, 1, 0, 1, 0, 0).volumeA3()).isEqualTo(1);
    }

    @Test
    void lengthsAndAnglesComeBack() {
        Cell cell = Cell.ofParameters(4, 5, 6, 80, 95, 110);
        assertThat(new double[] {cell.lengthA(0), cell.lengthA(1), cell.lengthA(2)})
                .containsExactly(new double[] {4, 5, 6}, within(1e-12));
        assertThat(new double[] {cell.angleDeg(0), cell.angleDeg(1), cell.angleDeg(2)})
                .containsExactly(new double[] {80, 95, 110}, within(1e-9));
    }

    @Test
    void theHeightsOfAHexagonalCellAreShorterThanItsEdges() {
        Cell cell = Cell.ofParameters(4, 4, 6, 90, 90, 120);
        assertThat(cell.heightA(0)).isCloseTo(4 * Math.sqrt(0.75), within(1e-12));
        assertThat(cell.heightA(2)).isCloseTo(6, within(1e-12));
    }

    @Test
    void vectorsInOnePlaneAreRefused() {
        assertThatThrownBy(() -> new Cell(1, 0, 0, 0, 1, 0, 1, 1, 0)).hasMessageContaining("no volume");
        assertThatThrownBy(() -> new Cell(0, 0, 0, 0, 0, 0, 0, 0, 0)).hasMessageContaining("no volume");
        assertThatThrownBy(() -> new Cell(Double.NaN, 0, 0, 0, 1, 0, 0, 0, 1)).hasMessageContaining("no volume");
    }
}
