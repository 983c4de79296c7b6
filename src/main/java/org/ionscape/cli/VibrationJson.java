package org.ionscape.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vacf;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;

/** Vibrations under the keys of the JSON contract. */
final class VibrationJson {
    private VibrationJson() {}

    /** Adds {@code vacf}, {@code vdos} and {@code vibrations}; arrays thinned to so many points when asked. */
    static void add(Map<String, Object> json, Vibrations vibrations, OptionalInt points) {
        Map<String, Object> vacf = new LinkedHashMap<>();
        vibrations.vacf().forEach((group, curve) -> vacf.put(group, vacf(curve, points)));
        json.put("vacf", vacf);
        Map<String, Object> vdos = new LinkedHashMap<>();
        vibrations.vdos().forEach((group, density) -> vdos.put(group, vdos(density, points)));
        json.put("vdos", vdos);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("method", vibrations.method());
        about.put("per", "vibrational mode");
        about.put("nyquistMeV", vibrations.nyquistMeV());
        about.put("kineticTemperatureK", vibrations.kineticTemperatureK());
        about.put("lindemann", vibrations.lindemann());
        json.put("vibrations", about);
    }

    private static Map<String, Object> vacf(Vacf curve, OptionalInt points) {
        Thinning kept = Thinning.of(curve.c().length, points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("timePs", kept.of(curve.timePs()));
        json.put("c", kept.of(curve.c()));
        return json;
    }

    private static Map<String, Object> vdos(Vdos density, OptionalInt points) {
        Thinning kept = Thinning.of(density.g().length, points);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("energyMeV", kept.of(density.energyMeV()));
        json.put("g", kept.of(density.g()));
        addAverages(json, density.averages());
        Map<String, Object> errors = new LinkedHashMap<>();
        addAverages(errors, density.errors());
        json.put("stderr", errors);
        return json;
    }

    private static void addAverages(Map<String, Object> json, ModeAverages averages) {
        json.put("omegaMeanMeV", averages.omegaMeanMeV());
        json.put("omega30MeanMeV", averages.omega30MeanMeV());
        json.put("eVibMeV", averages.eVibMeV());
        json.put("fVibMeV", averages.fVibMeV());
        json.put("sVibMeVPerK", averages.sVibMeVPerK());
        json.put("cVMeVPerK", averages.cVMeVPerK());
        json.put("debyeTemperatureK", averages.debyeTemperatureK());
    }
}
