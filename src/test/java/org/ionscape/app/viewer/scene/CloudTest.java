package org.ionscape.app.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionscape.crystal.Cell;
import org.ionscape.transport.distribution.MobileDensity;
import org.junit.jupiter.api.Test;

class CloudTest {
    private static final Cell CELL = new Cell(10, 0, 0, 0, 10, 0, 0, 0, 10);

    private static MobileDensity density(int side, double... values) {
        double[] all = new double[side * side * side];
        System.arraycopy(values, 0, all, 0, values.length);
        double spacing = 1.0 / side;
        return new MobileDensity(
                CELL, new int[] {side, side, side}, new double[] {spacing, spacing, spacing}, all, 1, 1);
    }

    @Test
    void theDensestPointsThatHoldTheShareAreDrawn() {
        // 60, 30, 9 and 1 % of the time in four places along c
        MobileDensity density = density(10, 0.6, 0.3, 0.09, 0.01);

        assertThat(Cloud.of(density, 0.85).count()).isEqualTo(2);
        assertThat(Cloud.of(density, 0.95).count()).isEqualTo(3);
        assertThat(Cloud.of(density, 1).count()).isEqualTo(4);
    }

    @Test
    void pointsStandWhereTheGridHasThemAndDenserOnesOnHigherSteps() {
        Cloud cloud = Cloud.of(density(10, 0.6, 0.3, 0.1), 1);

        assertThat(cloud.pointsA()[5]).isEqualTo(1, within(1e-12)); // the second point, a tenth of c further on
        assertThat(cloud.level(0)).isEqualTo(Cloud.LEVELS - 1);
        assertThat(cloud.level(2)).isZero();
    }

    @Test
    void anEvenDensityIsCutToWhatCanBeDrawn() {
        double[] even = new double[60 * 60 * 60];
        java.util.Arrays.fill(even, 1);

        assertThat(Cloud.of(density(60, even), 1).count()).isLessThanOrEqualTo(14_000);
    }

    @Test
    void noDensityHasNoCloud() {
        assertThat(Cloud.of(density(4), 0.9).count()).isZero();
    }
}
