package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionscape.transport.ArrheniusFit;
import org.ionscape.transport.ArrheniusPoint;

/** D against inverse temperature with the fitted line, its interval and, marked as such, the extrapolation to 300 K. */
public final class ArrheniusFigure {
    private static final int STEPS = 60;
    private static final double ROOM_K = 300;

    private ArrheniusFigure() {}

    /** A figure of the points of one compound and, where there is one, their line. */
    public static Figure of(List<ArrheniusPoint> points, Optional<ArrheniusFit> fit) {
        List<Figure.Series> series = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        fit.ifPresent(f -> {
            addLine(series, f);
            String error = Double.isFinite(f.stderrEv()) ? String.format(Locale.ROOT, " ± %.3f", f.stderrEv()) : "";
            notes.add(String.format(Locale.ROOT, "*E*_{a} = %.3f", f.activationEnergyEv()) + error + " eV");
            notes.add("*D*_{300 K} = " + Numbers.scientific(f.d300Cm2PerS()) + " cm^{2}/s"
                    + (f.extrapolated() ? " (extrapolated)" : ""));
        });
        series.add(points(points));
        return new Figure(
                new Figure.Axis(
                        "1000/*T* (K^{−1})", "1000/T [1/K]", Figure.Scale.LINEAR, inverseTemperatures(points, fit)),
                Figure.Axis.log("*D* (cm^{2}/s)", "D [cm2/s]"),
                series,
                notes,
                "No run of this compound has a temperature and a resolved D yet");
    }

    /** From the hottest point to the coldest, or to 300 K where the line goes on; not from 0. */
    private static Optional<Figure.Range> inverseTemperatures(List<ArrheniusPoint> points, Optional<ArrheniusFit> fit) {
        double low =
                points.stream().mapToDouble(p -> 1000 / p.temperatureK()).min().orElse(Double.NaN);
        double high =
                points.stream().mapToDouble(p -> 1000 / p.temperatureK()).max().orElse(Double.NaN);
        if (fit.isPresent()) {
            high = Math.max(high, 1000 / ROOM_K);
        }
        double margin = Math.max(0.05 * (high - low), 0.05);
        return Double.isNaN(low) ? Optional.empty() : Optional.of(new Figure.Range(low - margin, high + margin));
    }

    private static void addLine(List<Figure.Series> series, ArrheniusFit fit) {
        double hot = fit.points().getLast().temperatureK();
        double cold = fit.points().getFirst().temperatureK();
        double coldest = Math.min(cold, ROOM_K);
        double[] x = new double[STEPS + 1];
        double[] low = new double[STEPS + 1];
        double[] high = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            x[i] = 1000 / hot + (1000 / coldest - 1000 / hot) * i / STEPS;
            double[] interval = fit.ci95Cm2PerS(1000 / x[i]);
            low[i] = interval[0];
            high[i] = interval[1];
        }
        if (Arrays.stream(high).allMatch(Double::isFinite)) {
            series.add(new Figure.Band("95 %", Figure.Ink.MUTED, x, low, high));
        }
        series.add(line(fit, hot, cold, Figure.Stroke.NORMAL));
        if (coldest < cold) {
            series.add(line(fit, cold, coldest, Figure.Stroke.DASHED));
            double[] at = {1000 / ROOM_K};
            double[] d = {fit.d300Cm2PerS()};
            series.add(new Figure.Points(
                    "",
                    Figure.Ink.TEXT,
                    at,
                    d,
                    new double[] {Double.NaN},
                    new double[] {Double.NaN},
                    Figure.Mark.OPEN));
        }
    }

    private static Figure.Line line(ArrheniusFit fit, double fromK, double toK, Figure.Stroke stroke) {
        return new Figure.Line(
                "",
                Figure.Ink.TEXT,
                new double[] {1000 / fromK, 1000 / toK},
                new double[] {fit.atCm2PerS(fromK), fit.atCm2PerS(toK)},
                stroke);
    }

    private static Figure.Points points(List<ArrheniusPoint> points) {
        int n = points.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            ArrheniusPoint p = points.get(i);
            x[i] = 1000 / p.temperatureK();
            y[i] = p.dCm2PerS();
            low[i] = p.dCm2PerS() - p.stderrCm2PerS();
            high[i] = p.dCm2PerS() + p.stderrCm2PerS();
        }
        return new Figure.Points("", Figure.Ink.MOBILE, x, y, low, high, Figure.Mark.FILLED);
    }
}
