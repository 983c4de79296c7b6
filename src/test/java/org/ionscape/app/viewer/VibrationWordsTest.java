package org.ionscape.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;
import org.junit.jupiter.api.Test;

class VibrationWordsTest {
    private static List<String> facts(ModeAverages averages, ModeAverages errors, EnergyUnit unit) {
        Vdos vdos = new Vdos(1, new double[] {0, 1}, averages, errors);
        Vibrations vibrations = new Vibrations(Map.of(), Map.of("all", vdos), 300, 100, 0, Optional.empty(), "");
        return VibrationWords.of(vibrations, "all", unit).stream()
                .map(f -> f.symbol() + " " + f.value() + f.rest())
                .toList();
    }

    private static final ModeAverages VALUES =
            new ModeAverages(35.04, 16.93, 544.2, 53.8312, -75.21, 0.17234, 0.085709);
    private static final double NO = Double.NaN;

    @Test
    void errorsSetTheFiguresButNoMoreThanFour() {
        ModeAverages errors = new ModeAverages(0.52, 0.18, 8, 0.0005, 1.2, 0.0016, 0.000007);
        assertThat(facts(VALUES, errors, EnergyUnit.MEV))
                .containsExactly(
                        "⟨*ω*⟩ 35.0 ± 0.5 meV",
                        "⟨*ω*_{30}⟩ 16.93 ± 0.18 meV",
                        "*C*_{V} 0.08571 ± 0.00001 meV/K",
                        "*E*_{vib} 53.83 ± 0.01 meV",
                        "*F*_{vib} −75.2 ± 1.2 meV",
                        "*S*_{vib} 0.1723 ± 0.0016 meV/K",
                        "*θ*_{D} 544 ± 8 K");
    }

    @Test
    void theUnitIsThatOfTheAxisAndWhatIsUnknownIsLeftOut() {
        ModeAverages cold = new ModeAverages(35.04, 16.93, 544.2, NO, NO, NO, NO);
        ModeAverages none = new ModeAverages(NO, NO, NO, NO, NO, NO, NO);
        assertThat(facts(cold, none, EnergyUnit.THZ))
                .containsExactly("⟨*ω*⟩ 8.47 THz", "⟨*ω*_{30}⟩ 4.09 THz", "*θ*_{D} 544 K");
    }
}
