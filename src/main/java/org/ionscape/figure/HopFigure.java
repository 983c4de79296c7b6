package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.ionscape.format.csv.ListedHops;
import org.ionscape.transport.hops.Hop;
import org.ionscape.transport.hops.Hops;

/** When ions hop, and how long they stay. */
public final class HopFigure {
    private static final String NO_HOPS = "No ion hops in this run";
    private static final double BIN_RATIO = Math.pow(10, 0.2);
    private static final double BAR_IONS = 1.6;
    private static final int CURVE_POINTS = 120;

    private HopFigure() {}

    /**
     * How often ions stay how long: whole stays in bins of equal width on a logarithmic axis, beside what the mean would
     * give if ions forgot how long they have stayed (dashed): e^{−t/τ} times the share 1 − t/T of the run in which so
     * long a stay may begin and still be whole.
     */
    public static Figure residence(Hops hops) {
        List<Figure.Series> series = new ArrayList<>();
        double[] stays = hops.residence().staysPs();
        if (stays.length > 0) {
            double[] edges = edges(stays[stays.length - 1], hops.frameStepPs());
            double[] counts = counts(stays, edges);
            addSteps(series, edges, counts);
            series.add(exponential(hops, edges, stays.length));
        }
        return new Figure(
                Figure.Axis.log("Residence time (ps)", "residence [ps]"),
                Figure.Axis.linear("Stays", "stays"),
                series,
                List.of(),
                hops.hops().isEmpty() ? NO_HOPS : "No ion hops twice, so no stay is whole");
    }

    /** In whole frames and a half, growing by a fifth of a decade; the first bin also takes stays of a single frame. */
    private static double[] edges(double longestPs, double stepPs) {
        List<Double> edges = new ArrayList<>();
        double frames = 0.5;
        edges.add(frames * stepPs);
        while (frames * stepPs <= longestPs) {
            frames = Math.max(frames + 1, Math.floor(frames * BIN_RATIO) + 0.5);
            edges.add(frames * stepPs);
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] counts(double[] stays, double[] edges) {
        double[] counts = new double[edges.length - 1];
        for (double stay : stays) {
            int at = Arrays.binarySearch(edges, stay);
            counts[Math.clamp(at < 0 ? -at - 2 : at, 0, counts.length - 1)]++;
        }
        return counts;
    }

    private static void addSteps(List<Figure.Series> series, double[] edges, double[] counts) {
        int n = counts.length;
        double[] x = new double[2 * n + 2];
        double[] y = new double[2 * n + 2];
        x[0] = edges[0];
        x[2 * n + 1] = edges[n];
        for (int i = 0; i < n; i++) {
            x[2 * i + 1] = edges[i];
            x[2 * i + 2] = edges[i + 1];
            y[2 * i + 1] = counts[i];
            y[2 * i + 2] = counts[i];
        }
        series.add(new Figure.Band("stays", Figure.Ink.MOBILE, x, new double[x.length], y));
        series.add(new Figure.Line("", Figure.Ink.MOBILE, x, y, Figure.Stroke.NORMAL));
    }

    /** What bins of this width would hold. */
    private static Figure.Line exponential(Hops hops, double[] edges, int stays) {
        double mean = hops.residence().meanPs();
        double totalPs = hops.frames() * hops.frameStepPs();
        double low = Math.log(edges[0]);
        double high = Math.log(edges[edges.length - 1]);
        double[] x = new double[CURVE_POINTS];
        double[] y = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            x[i] = Math.exp(low + (high - low) * i / (CURVE_POINTS - 1));
            double from = Math.min(totalPs, x[i] / Math.sqrt(BIN_RATIO));
            double to = Math.min(totalPs, x[i] * Math.sqrt(BIN_RATIO));
            y[i] = stays
                    * (shorter(to, mean, totalPs) - shorter(from, mean, totalPs))
                    / shorter(totalPs, mean, totalPs);
        }
        return new Figure.Line("", Figure.Ink.TEXT, x, y, Figure.Stroke.DASHED);
    }

    /** ∫₀ᵗ (1 − s/T) e^{−s/τ} ds. */
    private static double shorter(double t, double mean, double total) {
        double left = Math.exp(-t / mean);
        return mean * (1 - left) - mean / total * (mean - left * (t + mean));
    }

    /**
     * When which ion hops: filled where it goes on, open where its next hop leads back; hops that another program listed
     * as bars.
     */
    public static Figure events(Hops hops, Optional<ListedHops> listed) {
        List<Figure.Series> series = new ArrayList<>();
        double step = hops.frameStepPs();
        listed.map(l -> listed(l, step)).filter(p -> p.x().length > 0).ifPresent(series::add);
        add(series, hops, Hop::returned, Figure.Mark.OPEN);
        add(series, hops, h -> !h.returned(), Figure.Mark.FILLED);
        double totalPs = hops.frames() * step;
        int first = Arrays.stream(hops.ions()).min().orElse(0);
        int last = Arrays.stream(hops.ions()).max().orElse(1);
        double firstPs = hops.hops().stream()
                .mapToDouble(h -> h.startFrame() * step)
                .min()
                .orElse(0);
        return new Figure(
                Figure.Axis.linear("Time (ps)", "time [ps]").withRange(new Figure.Range(0, Math.max(totalPs, firstPs))),
                Figure.Axis.linear("Ion (open: returns" + (listed.isPresent() ? "; bars: listed)" : ")"), "ion index")
                        .withRange(new Figure.Range(first - 1.5, last + 1.5)),
                series,
                List.of(),
                NO_HOPS);
    }

    private static void add(List<Figure.Series> series, Hops hops, Predicate<Hop> which, Figure.Mark mark) {
        List<Hop> some = hops.hops().stream().filter(which).toList();
        if (!some.isEmpty()) {
            series.add(points(
                    Figure.Ink.MOBILE,
                    some.stream()
                            .mapToDouble(h -> (h.startFrame() + h.endFrame()) / 2.0 * hops.frameStepPs())
                            .toArray(),
                    some.stream().mapToDouble(Hop::ion).toArray(),
                    mark));
        }
    }

    private static Figure.Points listed(ListedHops listed, double stepPs) {
        double[] x = listed.hops().stream()
                .mapToDouble(h -> (h.startFrame() + h.endFrame().orElse(h.startFrame())) / 2.0 * stepPs)
                .toArray();
        double[] y = listed.hops().stream().mapToDouble(ListedHops.Hop::ion).toArray();
        double[] low = Arrays.stream(y).map(ion -> ion - BAR_IONS).toArray();
        double[] high = Arrays.stream(y).map(ion -> ion + BAR_IONS).toArray();
        return new Figure.Points("", Figure.Ink.ACCENT, x, y, low, high, Figure.Mark.FILLED);
    }

    private static Figure.Points points(Figure.Ink ink, double[] x, double[] y, Figure.Mark mark) {
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        return new Figure.Points("", ink, x, y, none, none, mark);
    }

    /** The caption's second half: numbers of a run's hops. */
    public static String words(Hops hops) {
        return hops.hops().isEmpty()
                ? "no hops"
                : String.format(
                        Locale.ROOT,
                        "%d hops, %.3g per ion, %.0f %% leading straight back",
                        hops.hops().size(),
                        hops.perIon(),
                        100.0 * hops.returned() / hops.hops().size());
    }
}
