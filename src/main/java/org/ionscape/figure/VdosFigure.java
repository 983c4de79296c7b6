package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ionscape.format.curve.Overlay;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.ModeAverages;
import org.ionscape.vibration.Vdos;
import org.ionscape.vibration.Vibrations;

/** Densities of vibrational states with their means and the cut-off of soft modes. */
public final class VdosFigure {
    private static final String EMPTY = "Too few frames for a density of states";
    /** The finest spacing that is drawn, meV. */
    private static final double DRAWN_MEV = 0.25;
    /** How much of each density the axis shows. */
    private static final double SHOWN = 0.99;

    /** Room for the legend above the highest density. */
    private static final double HEADROOM = 1.22;

    private static final double LEAST_SHOWN_MEV = 36;

    private VdosFigure() {}

    /**
     * A figure of a run.
     *
     * @param lines the densities shown
     * @param chosen the group whose mean is written out
     * @param overlays densities from elsewhere, scaled to the area of the first line
     */
    public static Figure of(
            Vibrations vibrations, GroupLines lines, String chosen, EnergyUnit unit, List<Overlay> overlays) {
        List<GroupLines.Entry> entries = lines.entries(vibrations.vdos().keySet());
        if (entries.isEmpty()) {
            return new Figure(Figure.Axis.linear("", ""), Figure.Axis.linear("", ""), List.of(), List.of(), EMPTY);
        }
        double end = endMeV(vibrations.vdos(), entries);
        List<Curve> curves = new ArrayList<>();
        entries.forEach(e -> curves.add(Curve.of(e, vibrations.vdos().get(e.group()), end)));
        overlays.forEach(o -> curves.add(Curve.of(o, curves.getFirst(), end)));
        boolean normed = Math.abs(curves.getFirst().area() - 1) < 0.05;
        int exponent = normed ? exponent(curves, unit) : 0;
        List<Figure.Series> series = new ArrayList<>();
        double cutOff = ModeAverages.CUT_OFF_MEV * unit.perMeV();
        series.add(new Figure.Span("", Figure.Ink.MUTED, 0, cutOff));
        series.add(new Figure.Marker("30 meV cut-off", Figure.Ink.MUTED, cutOff, Figure.Stroke.DASHED));
        double factor = Math.pow(10, -exponent) / (normed ? unit.perMeV() : 1);
        curves.forEach(c -> series.addAll(c.series(unit.perMeV(), factor, chosen)));
        entries.forEach(e -> series.add(mean(e, vibrations.vdos().get(e.group()), unit, chosen)));
        String perUnit = normed ? power(exponent) + inverse(unit) : "arb. units";
        return new Figure(
                Figure.Axis.linear(unit.quantity() + " (" + unit.label() + ")", unit.column())
                        .withRange(new Figure.Range(0, end * unit.perMeV())),
                Figure.Axis.linear(
                                "*g* (" + perUnit + ")",
                                "density of states [" + Markup.parse(perUnit).plain() + "]")
                        .withRange(new Figure.Range(0, HEADROOM * factor * highest(curves))),
                series,
                List.of(),
                EMPTY,
                Figure.Naming.LEGEND);
    }

    private static Figure.Series mean(GroupLines.Entry entry, Vdos vdos, EnergyUnit unit, String chosen) {
        double at = vdos.averages().omegaMeanMeV() * unit.perMeV();
        boolean told = entry.group().equals(chosen);
        String name = told ? "⟨*ω*⟩ = " + Numbers.fixed(at, unit.decimals()) + " " + unit.label() : "";
        return new Figure.Marker(name, entry.ink(), at, told ? Figure.Stroke.STRONG : Figure.Stroke.DASHED);
    }

    /** Where nearly all of every density lies below. */
    private static double endMeV(Map<String, Vdos> densities, List<GroupLines.Entry> entries) {
        double end = LEAST_SHOWN_MEV;
        double top = 0;
        for (GroupLines.Entry entry : entries) {
            Vdos vdos = densities.get(entry.group());
            double whole = Arrays.stream(vdos.g()).sum();
            double sum = 0;
            int k = 0;
            while (k < vdos.g().length - 1 && sum < SHOWN * whole) {
                sum += vdos.g()[k++];
            }
            end = Math.max(end, 1.12 * k * vdos.stepMeV());
            top = Math.max(top, (vdos.g().length - 1) * vdos.stepMeV());
        }
        return Math.min(end, Math.max(top, LEAST_SHOWN_MEV));
    }

    private static double highest(List<Curve> curves) {
        double most =
                curves.stream().flatMapToDouble(c -> Arrays.stream(c.g())).max().orElse(0);
        return most > 0 ? most : 1;
    }

    private static int exponent(List<Curve> curves, EnergyUnit unit) {
        double most = highest(curves) / unit.perMeV();
        return most < 0.5 ? 3 * (int) Math.floor(Math.log10(most) / 3) : 0;
    }

    private static String power(int exponent) {
        return exponent == 0 ? "" : "10^{" + Ticks.minus(Integer.toString(exponent)) + "} ";
    }

    private static String inverse(EnergyUnit unit) {
        return switch (unit) {
            case MEV -> "meV^{−1}";
            case THZ -> "THz^{−1}";
            case PER_CM -> "cm";
        };
    }

    /** A density as it is drawn. */
    private record Curve(String group, String name, Figure.Ink ink, Figure.Stroke stroke, double[] e, double[] g) {
        static Curve of(GroupLines.Entry entry, Vdos vdos, double end) {
            int each = (int) Math.max(1, Math.round(DRAWN_MEV / vdos.stepMeV()));
            double[] e = vdos.energyMeV();
            return thinned(entry, e, vdos.g(), each, end);
        }

        /** Means of so many bins each: a raw periodogram has more of them than a screen has dots. */
        private static Curve thinned(GroupLines.Entry entry, double[] e, double[] g, int each, double end) {
            int bins = 0;
            while (bins < g.length / each && e[bins * each] <= end) {
                bins++;
            }
            double[] x = new double[bins];
            double[] y = new double[bins];
            for (int k = 0; k < bins; k++) {
                for (int i = k * each; i < (k + 1) * each; i++) {
                    x[k] += e[i] / each;
                    y[k] += g[i] / each;
                }
            }
            return new Curve(entry.group(), entry.name(), entry.ink(), entry.stroke(), x, y);
        }

        static Curve of(Overlay overlay, Curve like, double end) {
            double spacing = (overlay.x()[overlay.x().length - 1] - overlay.x()[0]) / (overlay.x().length - 1);
            int each = Math.clamp(Math.round(DRAWN_MEV / spacing), 1, overlay.x().length);
            Curve drawn = thinned(
                    new GroupLines.Entry("", overlay.name(), Figure.Ink.FIVE, Figure.Stroke.DASHED),
                    overlay.x(),
                    overlay.y(),
                    each,
                    end);
            double scale = drawn.area() > 0 ? like.area() / drawn.area() : 1;
            return new Curve(
                    "",
                    drawn.name(),
                    drawn.ink(),
                    drawn.stroke(),
                    drawn.e(),
                    Arrays.stream(drawn.g()).map(v -> v * scale).toArray());
        }

        double area() {
            double sum = 0;
            for (int k = 1; k < e.length; k++) {
                sum += (g[k] + g[k - 1]) / 2 * (e[k] - e[k - 1]);
            }
            return sum;
        }

        List<Figure.Series> series(double perMeV, double factor, String chosen) {
            double[] x = Arrays.stream(e).map(v -> v * perMeV).toArray();
            double[] y = Arrays.stream(g).map(v -> v * factor).toArray();
            Figure.Line line = new Figure.Line(name, ink, x, y, group.equals(chosen) ? Figure.Stroke.STRONG : stroke);
            return group.equals(Vibrations.MOBILE)
                    ? List.of(new Figure.Band("", ink, x, new double[x.length], y), line)
                    : List.of(line);
        }
    }
}
