package org.ionscape.app.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FitWindowTest {
    private final FitWindow window = new FitWindow(2, 8, 0.5, 10);

    @Test
    void itsEndsStayOnLagsOfTheCurve() {
        assertThat(window.withFrom(3.3).fromPs()).isCloseTo(3.5, within(1e-12));
        assertThat(window.withTo(9.1).toPs()).isCloseTo(9.0, within(1e-12));
    }

    @Test
    void itStaysInsideTheCurve() {
        assertThat(window.withTo(40).toPs()).isEqualTo(10);
        assertThat(window.withFrom(-3).fromPs()).isEqualTo(0.5);
    }

    @Test
    void itsEndsCannotPassEachOther() {
        assertThat(window.withFrom(9).fromPs()).isEqualTo(7);
        assertThat(window.withTo(1).toPs()).isEqualTo(3);
    }

    @Test
    void movingTheWholeKeepsItsWidth() {
        FitWindow moved = window.shifted(50);
        assertThat(moved.toPs()).isEqualTo(10);
        assertThat(moved.toPs() - moved.fromPs()).isEqualTo(6);
    }
}
