package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionscape.format.curve.Overlay;
import org.ionscape.vibration.Vacf;
import org.ionscape.vibration.Vibrations;

/** Normalised velocity autocorrelations against lag time, as far as there is something to see. */
public final class VacfFigure {
    private static final String EMPTY = "Too few frames for velocities";
    /** Correlations below this are taken as decayed. */
    private static final double DECAYED = 0.06;

    private static final int FEWEST_LAGS = 30;

    private VacfFigure() {}

    /**
     * A figure of a run.
     *
     * @param overlays correlations from elsewhere, scaled to one at their first lag
     */
    public static Figure of(Vibrations vibrations, GroupLines lines, List<Overlay> overlays) {
        List<GroupLines.Entry> entries = lines.entries(vibrations.vacf().keySet());
        List<Figure.Series> series = new ArrayList<>();
        double end = 0;
        for (GroupLines.Entry entry : entries) {
            end = Math.max(end, endPs(vibrations.vacf().get(entry.group())));
        }
        for (GroupLines.Entry entry : entries) {
            Vacf vacf = vibrations.vacf().get(entry.group());
            series.add(line(entry.name(), entry.ink(), vacf.timePs(), vacf.c(), end));
        }
        for (Overlay overlay : overlays) {
            double first = overlay.y()[0];
            double[] scaled = Arrays.stream(overlay.y())
                    .map(v -> first == 0 ? v : v / first)
                    .toArray();
            series.add(line(overlay.name(), Figure.Ink.FIVE, overlay.x(), scaled, end));
        }
        double[] ends = {0, end};
        series.addFirst(new Figure.Line("", Figure.Ink.MUTED, ends, new double[2], Figure.Stroke.DASHED));
        return new Figure(
                Figure.Axis.linear("Lag time (ps)", "lag [ps]").withRange(new Figure.Range(0, end)),
                Figure.Axis.linear("VACF", "vacf"),
                entries.isEmpty() ? List.of() : series,
                List.of(),
                EMPTY,
                Figure.Naming.LEGEND);
    }

    private static double endPs(Vacf vacf) {
        int last = 0;
        for (int n = 0; n < vacf.c().length / 2; n++) { // far lags of few origins are noise
            last = Math.abs(vacf.c()[n]) > DECAYED ? n : last;
        }
        return Math.min(vacf.c().length - 1, Math.max(FEWEST_LAGS, 1.25 * last)) * vacf.stepPs();
    }

    private static Figure.Line line(String name, Figure.Ink ink, double[] x, double[] y, double end) {
        int n = 0;
        while (n < x.length && x[n] <= end * (1 + 1e-9)) {
            n++;
        }
        return new Figure.Line(
                name,
                ink,
                Arrays.copyOf(x, n),
                Arrays.copyOf(y, n),
                ink == Figure.Ink.FIVE ? Figure.Stroke.DASHED : Figure.Stroke.NORMAL);
    }
}
