package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.PlotAxis;
import org.ionscape.extract.RunResult;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;

/** The plots of a run's mean-squared displacements. */
final class MsdPlots {
    private static final String LAG = "Lag time τ (ps)";
    private static final String MSD = "MSD (Å²)";
    private static final double CM2_PER_S = 1e4; // in Å²/ps
    private static final String[] AXES = {"x", "y", "z"};
    private static final int MOST_POINTS = 500;

    private MsdPlots() {}

    /** Which way the curves are looked at. */
    enum Kind {
        MSD,
        LOG_LOG,
        PER_AXIS
    }

    static Plot of(RunResult result, String species, Optional<Diffusion> fit, Kind kind) {
        MsdCurve curve = result.msd().get(species);
        int[] at = thinned(curve.lagPs().length, kind == Kind.LOG_LOG ? 1 : 0);
        double[] lags = pick(curve.lagPs(), at);
        List<Plot.Line> lines = new ArrayList<>();
        if (kind == Kind.PER_AXIS) {
            for (int k = 0; k < 3; k++) {
                Plot.Ink ink = k == 0 ? Plot.Ink.MOBILE : k == 1 ? Plot.Ink.FRAMEWORK : Plot.Ink.ACCENT;
                lines.add(Plot.Line.of(AXES[k], lags, pick(curve.axisMsdA2()[k], at), ink, Plot.Stroke.DATA));
            }
        } else {
            others(result, species, kind, lines);
            lines.add(main(curve, species, at, lags, kind));
            fit.filter(Diffusion::resolved).ifPresent(d -> lines.add(fitted(d)));
        }
        double most = lines.stream()
                .flatMapToDouble(l -> Arrays.stream(l.high().length > 0 ? l.high() : l.ys()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        if (kind == Kind.LOG_LOG) {
            double least = Arrays.stream(pick(curve.msdA2(), at))
                    .filter(v -> v > 0)
                    .min()
                    .orElse(0.01);
            return new Plot(
                    PlotAxis.log(LAG, lags[0], lags[lags.length - 1]),
                    PlotAxis.log(MSD, Math.pow(10, Math.floor(Math.log10(least))), most),
                    lines,
                    List.of());
        }
        return new Plot(
                PlotAxis.linear(LAG, 0, lags[lags.length - 1]), PlotAxis.linear(MSD, 0, most), lines, List.of());
    }

    private static Plot.Line main(MsdCurve curve, String species, int[] at, double[] lags, Kind kind) {
        double[] ys = pick(curve.msdA2(), at);
        double[] errors = pick(curve.stderrA2(), at);
        double[] low = new double[ys.length];
        double[] high = new double[ys.length];
        for (int i = 0; i < ys.length; i++) {
            double error = Double.isFinite(errors[i]) ? 1.96 * errors[i] : 0;
            low[i] = Math.max(kind == Kind.LOG_LOG ? 0.05 * ys[i] : 0, ys[i] - error);
            high[i] = ys[i] + error;
        }
        return new Plot.Line(species, lags, ys, low, high, Plot.Ink.MOBILE, 0, Plot.Stroke.DATA);
    }

    private static void others(RunResult result, String species, Kind kind, List<Plot.Line> lines) {
        List<String> names = result.msd().keySet().stream()
                .filter(s -> !s.equals(species) && !s.equals("all"))
                .toList();
        for (String name : names) {
            MsdCurve curve = result.msd().get(name);
            int[] at = thinned(curve.lagPs().length, kind == Kind.LOG_LOG ? 1 : 0);
            boolean last = name.equals(names.getLast());
            lines.add(new Plot.Line(
                    last ? String.join(", ", names.reversed()) : "",
                    pick(curve.lagPs(), at),
                    pick(curve.msdA2(), at),
                    new double[0],
                    new double[0],
                    Plot.Ink.SPECIES,
                    Palette.ofSpecies(name),
                    Plot.Stroke.DATA));
        }
    }

    private static Plot.Line fitted(Diffusion d) {
        int n = 40;
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = d.fitFromPs() + (d.fitToPs() - d.fitFromPs()) * i / (n - 1);
            ys[i] = d.interceptA2() + 6 * d.dCm2PerS() * CM2_PER_S * xs[i];
        }
        return Plot.Line.of("", xs, ys, Plot.Ink.FIT, Plot.Stroke.EMPHASIS);
    }

    private static int[] thinned(int length, int from) {
        int step = Math.max(1, (length - from) / MOST_POINTS);
        return java.util.stream.IntStream.iterate(from, i -> i < length, i -> i + (i < 60 ? 1 : step))
                .toArray();
    }

    private static double[] pick(double[] values, int[] at) {
        return Arrays.stream(at).mapToDouble(i -> values[i]).toArray();
    }
}
