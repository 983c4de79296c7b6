package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;

/** Vibrations in a few readable lines. */
final class VibrationSummary {
    private VibrationSummary() {}

    static void print(PrintWriter out, Vibrations vibrations) {
        out.println("  vibrations per mode (" + vibrations.method() + ")");
        if (!Double.isFinite(vibrations.vdos().get(Vibrations.ALL).averages().omegaMeanMeV())) {
            out.println("    the atoms do not move: there is no spectrum");
            return;
        }
        for (String group : List.of(Vibrations.ALL, Vibrations.MOBILE, Vibrations.FRAMEWORK)) {
            Vdos vdos = vibrations.vdos().get(group);
            if (vdos != null) {
                out.println(String.format(Locale.ROOT, "    %-10s", group) + line(vdos));
            }
        }
        double debyeK = vibrations.vdos().get(Vibrations.ALL).averages().debyeTemperatureK();
        out.printf(Locale.ROOT, "    Debye temperature %.4g K", debyeK);
        vibrations
                .lindemann()
                .ifPresent(l -> out.printf(Locale.ROOT, ", Lindemann ratio of the framework %.3g", l.ratio()));
        out.println();
    }

    private static String line(Vdos vdos) {
        ModeAverages value = vdos.averages();
        ModeAverages error = vdos.errors();
        StringBuilder line = new StringBuilder();
        line.append("⟨ω⟩ ").append(number(value.omegaMeanMeV(), error.omegaMeanMeV()));
        line.append(", ⟨ω₃₀⟩ ").append(number(value.omega30MeanMeV(), error.omega30MeanMeV()));
        if (Double.isFinite(value.eVibMeV())) {
            line.append(", E ").append(number(value.eVibMeV(), error.eVibMeV()));
            line.append(", F ").append(number(value.fVibMeV(), error.fVibMeV()));
            line.append(" meV, S ").append(number(value.sVibMeVPerK(), error.sVibMeVPerK()));
            line.append(", C_V ").append(number(value.cVMeVPerK(), error.cVMeVPerK()));
            return line + " meV/K";
        }
        return line + " meV";
    }

    private static String number(double value, double error) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return Double.isFinite(error)
                ? String.format(Locale.ROOT, "%.4g ± %.1g", value, error)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
