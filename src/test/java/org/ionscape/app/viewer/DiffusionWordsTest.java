package org.ionscape.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.ionscape.transport.Conduction;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.Straightness;
import org.junit.jupiter.api.Test;

class DiffusionWordsTest {
    private static Diffusion of(double d, double error, boolean resolved, double hops) {
        return of(d, error, resolved, hops, null);
    }

    private static Diffusion of(double d, double error, boolean resolved, double hops, Straightness straightness) {
        return new Diffusion(
                d,
                error,
                new double[] {d - 2 * error, d + 2 * error},
                resolved,
                resolved ? Double.NaN : 2.04e-8,
                new double[3][3],
                1,
                2,
                0,
                straightness,
                hops,
                "");
    }

    @Test
    void theErrorSetsTheFiguresOfTheValue() {
        assertThat(DiffusionWords.value(of(4.12e-5, 0.31e-5, true, 27))).isEqualTo(" = (4.1 ± 0.3) × 10⁻⁵ cm²/s");
        assertThat(DiffusionWords.value(of(4.12e-5, 0.12e-5, true, 27))).isEqualTo(" = (4.12 ± 0.12) × 10⁻⁵ cm²/s");
    }

    @Test
    void withoutAnErrorNoneIsClaimed() {
        assertThat(DiffusionWords.value(of(1.16084e-6, Double.NaN, true, 5))).isEqualTo(" = 1.161 × 10⁻⁶ cm²/s");
    }

    @Test
    void whatIsNotResolvedIsAnUpperBound() {
        Diffusion nothing = of(1e-9, 3e-9, false, 0);
        assertThat(DiffusionWords.value(nothing)).isEqualTo(" < 2.0 × 10⁻⁸ cm²/s");
        assertThat(DiffusionWords.badge(nothing, "Li")).isEqualTo("No diffusion resolved");
    }

    @Test
    void fewHopsAreCalledSo() {
        assertThat(DiffusionWords.badge(of(1e-6, 4e-7, true, 0.2), "Li")).isEqualTo("Few hops, 0.2 per Li");
    }

    @Test
    void theBadgeSaysWhereToFitInsteadOfACurve() {
        assertThat(DiffusionWords.badge(of(1e-5, 1e-7, true, 40, new Straightness(19, 10.2)), "Li"))
                .isEqualTo("MSD bends: fit from 10.2 ps");
        assertThat(DiffusionWords.badge(of(1e-5, 1e-7, true, 40, new Straightness(19, Double.NaN)), "Li"))
                .isEqualTo("MSD bends: run longer");
        assertThat(DiffusionWords.badge(of(1e-5, 1e-7, true, 40, new Straightness(-2, Double.NaN)), "Li"))
                .startsWith("Diffusive");
    }

    @Test
    void theCollectiveCoefficientIsToldWithTheErrorOfASingleWalkerAndItsSigmaWithTheSameShare() {
        assertThat(DiffusionWords.collective(new Conduction(3.65e-6, 1.2e-6, 74, 232, 0.318)))
                .isEqualTo("collective D (3.7 ± 1.2) × 10⁻⁶ cm²/s · σ 232 ± 76 mS/cm · Haven ratio 0.32");
        assertThat(DiffusionWords.collective(
                        new Conduction(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN)))
                .contains("No motion");
    }
}
