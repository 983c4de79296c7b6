package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;

/** The averages of a density of states as they stand above its plot. */
final class VibrationWords {
    private static final int MOST_FIGURES = 4;

    private VibrationWords() {}

    /**
     * One number.
     *
     * @param symbol as markup
     * @param value with as many figures as its error allows
     * @param rest {@code " ± 0.3 meV"}, as markup
     * @param says what it is
     */
    record Fact(String symbol, String value, String rest, String says) {}

    /** What is known of a group; what needs a temperature is left out without one. */
    static List<Fact> of(Vibrations vibrations, String group, EnergyUnit unit) {
        Vdos vdos = vibrations.vdos().get(group);
        ModeAverages a = vdos.averages();
        ModeAverages e = vdos.errors();
        double f = unit.perMeV();
        List<Fact> facts = new ArrayList<>();
        add(facts, "⟨*ω*⟩", f * a.omegaMeanMeV(), f * e.omegaMeanMeV(), unit.label(), "mean over all modes");
        String soft = "mean over the modes up to 30 meV";
        add(facts, "⟨*ω*_{30}⟩", f * a.omega30MeanMeV(), f * e.omega30MeanMeV(), unit.label(), soft);
        add(facts, "*C*_{V}", a.cVMeVPerK(), e.cVMeVPerK(), "meV/K", "heat capacity per mode");
        add(facts, "*E*_{vib}", a.eVibMeV(), e.eVibMeV(), "meV", "energy per mode, with the zero point");
        add(facts, "*F*_{vib}", a.fVibMeV(), e.fVibMeV(), "meV", "free energy per mode");
        add(facts, "*S*_{vib}", a.sVibMeVPerK(), e.sVibMeVPerK(), "meV/K", "entropy per mode");
        add(facts, "*θ*_{D}", a.debyeTemperatureK(), e.debyeTemperatureK(), "K", "Debye temperature");
        if (!group.equals(Vibrations.MOBILE)) {
            vibrations
                    .lindemann()
                    .ifPresent(l -> add(facts, "*γ*", l.ratio(), l.stderr(), "", "Lindemann ratio of the framework"));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String symbol, double value, double error, String unit, String says) {
        if (!Double.isFinite(value)) {
            return;
        }
        boolean known = error > 0 && Double.isFinite(error);
        int figures = (known ? MOST_FIGURES : 3) - 1 - Numbers.exponent(value);
        int decimals = Math.max(0, known ? Math.min(figures, Numbers.decimalsOf(error, 0)) : figures);
        double least = Math.pow(10, -decimals); // an error below the last figure shown is not none
        String rest = (known ? " ± " + Numbers.fixed(Math.max(least, error), decimals) : "")
                + (unit.isEmpty() ? "" : " " + unit);
        facts.add(new Fact(symbol, Numbers.fixed(value, decimals), rest, says));
    }
}
