package org.ionscape.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.compute.Preset;
import org.ionscape.format.curve.Overlay;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vacf;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;
import org.junit.jupiter.api.Test;

/** Figures of a made spectrum: a Gaussian line at 20 meV for Li, at 40 meV for S, ten bins to a meV. */
class VibrationFiguresTest {
    private static final double STEP = 0.1;

    private static Vdos line(double... centres) {
        double[] g = new double[2000];
        Arrays.setAll(
                g,
                k -> Arrays.stream(centres)
                                .map(c -> Math.exp(-Math.pow(k * STEP - c, 2) / 2) / Math.sqrt(2 * Math.PI))
                                .sum()
                        / centres.length);
        ModeAverages averages = ModeAverages.of(STEP, g, OptionalDouble.of(300), Preset.RECOMMENDED);
        return new Vdos(STEP, g, averages, averages);
    }

    private static Vibrations made() {
        Map<String, Vdos> vdos = new LinkedHashMap<>();
        Map<String, Vacf> vacf = new LinkedHashMap<>();
        vdos.put("all", line(20, 40));
        vdos.put("mobile", line(20));
        vdos.put("framework", line(40));
        vdos.put("Li", line(20));
        vdos.put("S", line(40));
        double[] c = new double[5000];
        Arrays.setAll(c, n -> Math.exp(-n / 100.0));
        vdos.keySet().forEach(g -> vacf.put(g, new Vacf(0.002, c)));
        return new Vibrations(vacf, vdos, 300, 200, 0, Optional.empty(), "made");
    }

    private static Figure vdos(EnergyUnit unit, List<Overlay> overlays) {
        return VdosFigure.of(made(), GroupLines.GROUPS, "mobile", unit, overlays);
    }

    private static <T extends Figure.Series> List<T> all(Figure figure, Class<T> kind) {
        return figure.series().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static double area(Figure.Line line) {
        double sum = 0;
        for (int k = 1; k < line.x().length; k++) {
            sum += (line.y()[k] + line.y()[k - 1]) / 2 * (line.x()[k] - line.x()[k - 1]);
        }
        return sum;
    }

    @Test
    void meansAndTheCutOffAreMarkedInTheUnitChosen() {
        List<Figure.Marker> markers = all(vdos(EnergyUnit.THZ, List.of()), Figure.Marker.class);
        assertThat(markers)
                .filteredOn(m -> m.name().startsWith("30 meV"))
                .singleElement()
                .satisfies(m -> assertThat(m.at()).isCloseTo(7.2540, within(1e-4)));
        assertThat(markers)
                .filteredOn(m -> m.name().contains("4.84 THz"))
                .singleElement()
                .satisfies(m -> assertThat(m.at()).isCloseTo(4.8360, within(1e-4)));
        assertThat(markers).hasSize(4);
    }

    @Test
    void aDensityKeepsItsAreaInEveryUnit() {
        for (EnergyUnit unit : EnergyUnit.values()) {
            Figure figure = vdos(unit, List.of());
            double scale = figure.y().label().contains("10^{−3}") ? 1e-3 : 1;
            for (Figure.Line line : all(figure, Figure.Line.class)) {
                // bins of 0.25 meV miss 1e-4 of a line of 1 meV
                assertThat(scale * area(line)).as(unit + line.name()).isCloseTo(1, within(1e-3));
            }
        }
    }

    @Test
    void theAxisEndsWhereTheDensityDoes() {
        Figure.Range shown = vdos(EnergyUnit.MEV, List.of()).x().range().orElseThrow();
        assertThat(shown.low()).isZero();
        assertThat(shown.high()).isBetween(43.0, 55.0);
    }

    @Test
    void aDensityFromElsewhereIsScaledToTheSameArea() {
        double[] x = new double[500];
        double[] y = new double[500];
        Arrays.setAll(x, k -> k * 0.2);
        Arrays.setAll(y, k -> 77 * Math.exp(-Math.pow(x[k] - 20, 2) / 2));
        Figure figure = vdos(EnergyUnit.MEV, List.of(new Overlay(Overlay.Kind.VDOS, "VDOS", x, y, "")));
        Figure.Line theirs = all(figure, Figure.Line.class).getLast();
        assertThat(theirs.name()).isEqualTo("VDOS");
        assertThat(area(theirs)).isCloseTo(area(all(figure, Figure.Line.class).getFirst()), within(1e-6 * 1000));
    }

    @Test
    void speciesAreShownInsteadOfGroupsWhenAsked() {
        Figure figure = VacfFigure.of(made(), GroupLines.SPECIES, List.of());
        assertThat(all(figure, Figure.Line.class)).extracting(Figure.Line::name).containsExactly("", "Li", "S");
        // e^(−t/0.2 ps) falls below 6 % at 0.56 ps
        assertThat(figure.x().range().orElseThrow().high()).isCloseTo(1.25 * 0.562, within(0.01));
    }

    @Test
    void shadesAreNotNumbers() {
        assertThat(vdos(EnergyUnit.MEV, List.of()).csv())
                .startsWith("series,energy [meV],density of states")
                .contains("Mobile (d),")
                .doesNotContain("\n,");
    }

    @Test
    void labelsThatOverlapMoveApartByEqualAmounts() {
        assertThat(FigureLabels.apart(new double[] {10, 50}, new double[] {20, 20}, 0, 100))
                .containsExactly(10, 50);
        assertThat(FigureLabels.apart(new double[] {48, 52}, new double[] {20, 20}, 0, 100))
                .containsExactly(40, 60);
        assertThat(FigureLabels.apart(new double[] {2, 3, 99}, new double[] {20, 20, 20}, 0, 100))
                .containsExactly(10, 30, 90);
    }
}
