package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ionscape.format.curve.Overlay;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;

/** Mean-squared displacement against lag time, with its interval and the fitted line. */
public final class MsdFigure {
    private static final String LAG = "Lag time *τ* (ps)";
    private static final String MSD = "MSD (Å^{2})";
    private static final String COLLECTIVE = "collective";
    private static final Set<String> NOT_SPECIES = Set.of("all", COLLECTIVE);
    private static final String EMPTY = "Too few frames for a mean-squared displacement";

    private MsdFigure() {}

    /** What of the curves is shown. */
    public enum Kind {
        LINEAR("MSD"),
        LOG_LOG("log–log"),
        PER_AXIS("per axis"),
        COLLECTIVE("collective");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A figure of a run.
     *
     * @param curves by species; {@code all} is left out, and the collective one is drawn only when asked for
     * @param mobile species drawn strongly, with bands
     * @param fit of the first mobile species; its window is shown as a span
     * @param overlays curves from elsewhere; not shown per axis
     */
    public static Figure of(
            Map<String, MsdCurve> curves,
            List<String> mobile,
            Optional<Diffusion> fit,
            Kind kind,
            List<Overlay> overlays) {
        List<Figure.Series> series = new ArrayList<>();
        fit.ifPresent(d -> series.add(new Figure.Span("fit", Figure.Ink.ACCENT, d.fitFromPs(), d.fitToPs())));
        if (kind == Kind.PER_AXIS) {
            mobile.stream().map(curves::get).filter(c -> c != null).findFirst().ifPresent(c -> addAxes(series, c));
        } else if (kind == Kind.COLLECTIVE) {
            addCollective(series, curves, mobile);
        } else {
            addSpecies(series, curves, mobile);
            fit.ifPresent(d -> series.add(fitted(d)));
            addOverlays(series, overlays, kind);
        }
        Figure.Axis x = kind == Kind.LOG_LOG ? Figure.Axis.log(LAG, "lag [ps]") : Figure.Axis.linear(LAG, "lag [ps]");
        Figure.Axis y = kind == Kind.LOG_LOG ? Figure.Axis.log(MSD, "msd [A2]") : Figure.Axis.linear(MSD, "msd [A2]");
        return new Figure(x, y, series, List.of(), EMPTY);
    }

    private static void addSpecies(List<Figure.Series> series, Map<String, MsdCurve> curves, List<String> mobile) {
        Figure.Ink[] others = {Figure.Ink.FRAMEWORK, Figure.Ink.FIVE, Figure.Ink.TWO, Figure.Ink.ONE};
        int next = 0;
        for (Map.Entry<String, MsdCurve> entry : curves.entrySet()) {
            MsdCurve curve = entry.getValue();
            if (NOT_SPECIES.contains(entry.getKey()) || curve.maxLag() < 1) {
                continue;
            }
            boolean moves = mobile.contains(entry.getKey());
            Figure.Ink ink = moves ? Figure.Ink.MOBILE : others[next++ % others.length];
            double[] x = skipZero(curve.lagPs());
            double[] y = skipZero(curve.msdA2());
            if (moves) {
                series.add(band(entry.getKey(), ink, curve));
            }
            series.add(new Figure.Line(entry.getKey(), ink, x, y, moves ? Figure.Stroke.STRONG : Figure.Stroke.NORMAL));
        }
    }

    private static void addOverlays(List<Figure.Series> series, List<Overlay> overlays, Kind kind) {
        for (Overlay overlay : overlays) {
            int from = kind == Kind.LOG_LOG && overlay.x()[0] <= 0 ? 1 : 0;
            series.add(new Figure.Line(
                    overlay.name(),
                    Figure.Ink.MUTED,
                    Arrays.copyOfRange(overlay.x(), from, overlay.x().length),
                    Arrays.copyOfRange(overlay.y(), from, overlay.y().length),
                    Figure.Stroke.DASHED));
        }
    }

    private static Figure.Band band(String name, Figure.Ink ink, MsdCurve curve) {
        double[] y = skipZero(curve.msdA2());
        double[] error = skipZero(curve.stderrA2());
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        Arrays.setAll(low, i -> Math.max(0, y[i] - 1.96 * error[i]));
        Arrays.setAll(high, i -> y[i] + 1.96 * error[i]);
        return new Figure.Band(name + " 95 %", ink, skipZero(curve.lagPs()), low, high);
    }

    /**
     * The charge-weighted displacement of all mobile ions together, beside that of one of them. It is the path of a
     * single walker: its interval is wide, and its long lags tell nothing.
     */
    private static void addCollective(List<Figure.Series> series, Map<String, MsdCurve> curves, List<String> mobile) {
        Optional.ofNullable(curves.get(COLLECTIVE)).ifPresent(curve -> {
            series.add(band(COLLECTIVE, Figure.Ink.FOUR, curve));
            series.add(new Figure.Line(
                    COLLECTIVE,
                    Figure.Ink.FOUR,
                    skipZero(curve.lagPs()),
                    skipZero(curve.msdA2()),
                    Figure.Stroke.STRONG));
            for (String species : mobile) {
                Optional.ofNullable(curves.get(species))
                        .ifPresent(self -> series.add(new Figure.Line(
                                species,
                                Figure.Ink.MOBILE,
                                skipZero(self.lagPs()),
                                skipZero(self.msdA2()),
                                Figure.Stroke.NORMAL)));
            }
        });
    }

    private static void addAxes(List<Figure.Series> series, MsdCurve curve) {
        Figure.Ink[] inks = {Figure.Ink.ONE, Figure.Ink.TWO, Figure.Ink.THREE};
        String[] names = {"*x*", "*y*", "*z*"};
        for (int k = 0; k < 3; k++) {
            series.add(new Figure.Line(
                    names[k], inks[k], skipZero(curve.lagPs()), skipZero(curve.axisMsdA2()[k]), Figure.Stroke.NORMAL));
        }
    }

    private static Figure.Line fitted(Diffusion d) {
        double slope = 6 * d.dCm2PerS() * 1e4;
        double[] x = {d.fitFromPs(), d.fitToPs()};
        double[] y = {d.interceptA2() + slope * x[0], d.interceptA2() + slope * x[1]};
        return new Figure.Line("", Figure.Ink.TEXT, x, y, Figure.Stroke.NORMAL);
    }

    private static double[] skipZero(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }
}
