package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.ionscape.extract.RunResult;
import org.ionscape.transport.Conduction;
import org.ionscape.transport.Diffusion;

/** What was computed of a run in a few readable lines. */
final class RunSummary {
    private RunSummary() {}

    static void print(PrintWriter out, Analysed analysed) {
        RunResult result = analysed.result();
        RunResult.Run run = result.run();
        out.printf(
                Locale.ROOT,
                "%s: %s, %d atoms, %d frames of %s fs, %s, preset %s%n",
                run.path(),
                run.compound(),
                run.atoms(),
                run.frames(),
                run.timeStepFs(),
                run.temperatureK().isPresent() ? run.temperatureK().getAsDouble() + " K" : "temperature unknown",
                result.preset().label());
        for (String species : run.mobile()) {
            Diffusion d = result.diffusion().get(species);
            if (d != null) {
                out.println("  " + line(species, d));
            }
        }
        if (Double.isFinite(result.conduction().sigmaNernstEinsteinMSPerCm())) {
            out.println("  " + line(result.conduction()));
        }
        result.vibrations().ifPresent(v -> VibrationSummary.print(out, v));
        analysed.dynamics().ifPresent(d -> DynamicsSummary.print(out, d));
        analysed.warnings().forEach(w -> out.println("  ! " + w.message()));
    }

    private static String line(Conduction conduction) {
        String alone = String.format(
                Locale.ROOT, "conductivity %.4g mS/cm (Nernst–Einstein)", conduction.sigmaNernstEinsteinMSPerCm());
        return Double.isFinite(conduction.havenRatio())
                ? String.format(
                        Locale.ROOT,
                        "%s, %.4g mS/cm (collective), Haven ratio %.3g",
                        alone,
                        conduction.sigmaCollectiveMSPerCm(),
                        conduction.havenRatio())
                : alone + ", no collective motion resolved";
    }

    private static String line(String species, Diffusion d) {
        if (!d.resolved()) {
            return String.format(
                    Locale.ROOT, "D(%s): no diffusion resolved, D < %.2g cm²/s", species, d.upperBoundCm2PerS());
        }
        String error = Double.isFinite(d.stderrCm2PerS())
                ? String.format(
                        Locale.ROOT,
                        " ± %.2g cm²/s, 95 %% interval %.4g … %.4g",
                        d.stderrCm2PerS(),
                        d.ci95Cm2PerS()[0],
                        d.ci95Cm2PerS()[1])
                : " cm²/s";
        return String.format(Locale.ROOT, "D(%s) = %.5g%s (%s)", species, d.dCm2PerS(), error, d.method());
    }
}
