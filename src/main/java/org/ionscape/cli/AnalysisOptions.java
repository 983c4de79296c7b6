package org.ionscape.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.transport.Drift;
import picocli.CommandLine.Option;

/** Options of the commands that analyse runs: what the person says instead of what was recognised or the preset does. */
final class AnalysisOptions {
    @Option(names = "--mobile", split = ",", paramLabel = "Li", description = "Mobile species (default: recognised).")
    List<String> mobile = List.of();

    @Option(
            names = "--time-step",
            paramLabel = "FS",
            description = "Time between stored frames in fs (default: recognised).")
    Double timeStepFs;

    @Option(
            names = "--skip",
            paramLabel = "PS",
            description = "Equilibration left out at the beginning, ps (default: 0).")
    Double skipPs;

    @Option(names = "--fit", paramLabel = "FROM:TO", description = "Window of lags fitted, ps (default: the preset's).")
    String fit;

    @Option(
            names = "--drift",
            paramLabel = "none|total|framework",
            description = "Common motion to subtract (default: framework; with preset paper: none).")
    String drift;

    /** The settings these options make. */
    AnalysisSettings settings(Common common, OptionalDouble temperatureK) {
        if (timeStepFs != null && !(timeStepFs > 0 && Double.isFinite(timeStepFs))) {
            throw new Cli.WrongCall("--time-step must be a positive number of fs");
        }
        if (skipPs != null && !(skipPs >= 0 && Double.isFinite(skipPs))) {
            throw new Cli.WrongCall("--skip must be a number of ps, not negative");
        }
        Optional<double[]> window = window();
        return new AnalysisSettings(
                common.preset,
                mobile,
                temperatureK,
                optional(timeStepFs),
                optional(skipPs),
                window.map(w -> OptionalDouble.of(w[0])).orElse(OptionalDouble.empty()),
                window.map(w -> OptionalDouble.of(w[1])).orElse(OptionalDouble.empty()),
                drift(),
                common.seed);
    }

    private Optional<double[]> window() {
        if (fit == null) {
            return Optional.empty();
        }
        String[] ends = fit.split(":", -1);
        try {
            double from = Double.parseDouble(ends[0]);
            double to = Double.parseDouble(ends.length == 2 ? ends[1] : "");
            if (from >= 0 && to > from && Double.isFinite(to)) {
                return Optional.of(new double[] {from, to});
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Cli.WrongCall("--fit is written FROM:TO in ps with FROM before TO, such as 2:20, not “" + fit + "”");
    }

    private Optional<Drift> drift() {
        if (drift == null) {
            return Optional.empty();
        }
        for (Drift known : Drift.values()) {
            if (known.label().equals(drift)) {
                return Optional.of(known);
            }
        }
        throw new Cli.WrongCall("--drift is none, total or framework, not “" + drift + "”");
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
