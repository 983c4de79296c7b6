package org.ionscape.app.viewer;

import java.util.Locale;
import java.util.Optional;
import org.ionscape.app.RunItem;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.Markup;
import org.ionscape.figure.MsdFigure;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.transport.ArrheniusFit;
import org.ionscape.transport.Diffusion;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vibrations;

/** Captions drafted from what was done, as markup. */
final class Captions {
    private Captions() {}

    /** How a run is called in print. */
    static String run(RunItem item) {
        Stoichiometry stoichiometry = item.info().stoichiometry();
        return (stoichiometry == Stoichiometry.UNKNOWN ? "" : stoichiometry.label() + " ")
                + Markup.formula(item.info().compound())
                + (item.temperatureK().isPresent()
                        ? " at " + Math.round(item.temperatureK().getAsDouble()) + " K"
                        : "");
    }

    /** A run's name in that of a file. */
    static String file(RunItem item) {
        return (item.info().compound()
                        + (item.temperatureK().isPresent()
                                ? "-" + Math.round(item.temperatureK().getAsDouble()) + "K"
                                : ""))
                .replaceAll("[^A-Za-z0-9.+-]+", "_");
    }

    static String msd(RunItem item, RunResult result, String species, Diffusion d, MsdFigure.Kind kind) {
        String what = switch (kind) {
            case PER_AXIS -> "Mean-squared displacement of " + species + " along *x*, *y* and *z*";
            case COLLECTIVE ->
                "Mean-squared displacement of the charge that the mobile ions carry together, per ion, beside that of "
                        + species;
            case LINEAR, LOG_LOG -> "Mean-squared displacement of each species";
        };
        String lines = switch (kind) {
            case PER_AXIS -> ". ";
            case COLLECTIVE -> "; the band is the 95 % interval. ";
            case LINEAR, LOG_LOG -> "; the band is the 95 % interval, the black line a fit by " + d.method() + ". ";
        };
        String drift = String.valueOf(result.parameters().getOrDefault("drift", "none"));
        StringBuilder text = new StringBuilder(what)
                .append(" in ")
                .append(run(item))
                .append(" against lag time *τ*")
                .append(kind == MsdFigure.Kind.LOG_LOG ? ", both logarithmic" : "")
                .append(lines);
        text.append(
                drift.equals("none")
                        ? "No drift was removed. "
                        : "The drift of the " + (drift.equals("total") ? "whole cell" : drift) + " is removed. ");
        if (d.resolved()) {
            text.append("*D*(" + species + ") = ")
                    .append(org.ionscape.figure.Numbers.withError(d.dCm2PerS(), d.stderrCm2PerS()))
                    .append(" cm^{2}/s. ");
        } else {
            text.append("No diffusion of " + species + " is resolved. ");
        }
        double stepFs = result.run().timeStepFs();
        return text.append(result.run().atoms())
                .append(" atoms, ")
                .append(number((result.run().frames() - 1) * stepFs / 1000))
                .append(" ps, a frame every ")
                .append(number(stepFs))
                .append(" fs; preset ")
                .append(result.preset().label())
                .append('.')
                .toString();
    }

    static String vdos(RunItem item, RunResult result, Vibrations vibrations, String group) {
        ModeAverages averages = vibrations.vdos().get(group).averages();
        String of = group.equals(Vibrations.ALL)
                ? "all atoms"
                : group.equals(Vibrations.MOBILE)
                        ? "the mobile ions"
                        : group.equals(Vibrations.FRAMEWORK) ? "the framework" : group;
        return "Density of vibrational states of " + run(item) + ", from the velocities; " + vibrations.method()
                + ". Vertical lines mark mean energies, ⟨*ω*⟩ = " + number(averages.omegaMeanMeV()) + " meV for " + of
                + "; the shaded modes lie below 30 meV. A frame every "
                + number(result.run().timeStepFs()) + " fs; preset "
                + result.preset().label() + ".";
    }

    static String arrhenius(String compound, Optional<ArrheniusFit> fit) {
        String text = "Diffusion coefficient *D* of " + Markup.formula(compound)
                + " against inverse temperature; bars are standard errors";
        return fit.map(f -> text + ", the line a weighted fit with *E*_{a} = "
                        + String.format(Locale.ROOT, "%.3f", f.activationEnergyEv())
                        + (f.stderrEv() > 0 ? String.format(Locale.ROOT, " ± %.3f", f.stderrEv()) : "")
                        + " eV, the grey band its 95 % interval."
                        + (f.extrapolated()
                                ? " The open circle is an extrapolation to 300 K, *D* = "
                                        + org.ionscape.figure.Numbers.scientific(f.d300Cm2PerS()) + " cm^{2}/s."
                                : ""))
                .orElse(text + ".");
    }

    private static String number(double value) {
        String text = Numbers.significant(value, 4);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
