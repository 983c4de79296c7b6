package org.ionscape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ionscape.transport.distribution.PairDistribution;
import org.ionscape.transport.distribution.RadialDistribution;

/** Radial distributions of chosen pairs of species, or how many atoms lie within each distance. */
public final class RdfFigure {
    /** As many lines as can be told apart. */
    public static final int MOST_PAIRS = 6;

    private static final double NEAREST_A = 0.5;
    private static final Figure.Ink[] INKS = {
        Figure.Ink.MOBILE, Figure.Ink.FRAMEWORK, Figure.Ink.TWO, Figure.Ink.FIVE, Figure.Ink.ONE, Figure.Ink.FOUR
    };

    private RdfFigure() {}

    /** What is shown against distance. */
    public enum Kind {
        DISTRIBUTION("*g*(*r*)", "g"),
        COORDINATION("Atoms within *r*", "coordination");

        private final String axis;
        private final String column;

        Kind(String axis, String column) {
            this.axis = axis;
            this.column = column;
        }
    }

    /** The pairs a person most likely wants: those with a mobile species, by the nearness of their first maximum. */
    public static Set<Integer> usual(RadialDistribution rdf, List<String> mobile) {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < rdf.pairs().size(); i++) {
            PairDistribution pair = rdf.pairs().get(i);
            if (Double.isFinite(pair.peakA(rdf.rA()))) {
                pairs.add(i);
            }
        }
        pairs.sort(Comparator.comparingInt((Integer i) -> rest(rdf.pairs().get(i), mobile) ? 1 : 0)
                .thenComparingDouble(i -> rdf.pairs().get(i).peakA(rdf.rA())));
        Set<Integer> chosen = new TreeSet<>();
        for (int i : pairs) {
            if (chosen.size() < MOST_PAIRS
                    && (chosen.isEmpty() || !rest(rdf.pairs().get(i), mobile))) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private static boolean rest(PairDistribution pair, List<String> mobile) {
        return !mobile.contains(pair.first()) && !mobile.contains(pair.second());
    }

    /** Colour of the pair that is the n-th of those chosen. */
    public static Figure.Ink ink(int nth) {
        return INKS[nth % INKS.length];
    }

    /**
     * The figure.
     *
     * @param chosen which pairs of the distribution are shown
     */
    public static Figure of(RadialDistribution rdf, Set<Integer> chosen, Kind kind) {
        List<Figure.Series> series = new ArrayList<>();
        double[] r = rdf.rA();
        int n = 0;
        for (int i : new TreeSet<>(chosen)) {
            PairDistribution pair = rdf.pairs().get(i);
            Figure.Ink ink = ink(n++);
            if (kind == Kind.DISTRIBUTION) {
                double[] error = new double[r.length];
                double[] low = new double[r.length];
                double[] high = new double[r.length];
                // nothing lies nearest to r = 0, and an error says nothing there
                Arrays.setAll(error, k -> r[k] > NEAREST_A ? 1.96 * pair.stderr()[k] : Double.NaN);
                Arrays.setAll(low, k -> Math.max(0, pair.g()[k] - error[k]));
                Arrays.setAll(high, k -> pair.g()[k] + error[k]);
                series.add(new Figure.Band(pair.name() + " 95 %", ink, r, low, high));
            }
            series.add(new Figure.Line(
                    pair.name(),
                    ink,
                    r,
                    kind == Kind.DISTRIBUTION ? pair.g() : pair.coordination(),
                    Figure.Stroke.NORMAL));
        }
        if (kind == Kind.DISTRIBUTION && !chosen.isEmpty()) {
            double[] ends = {0, r[r.length - 1]};
            series.add(new Figure.Line("", Figure.Ink.MUTED, ends, new double[] {1, 1}, Figure.Stroke.DASHED));
        }
        Figure.Axis x = Figure.Axis.linear("Distance *r* (Å)", "r [A]").withRange(new Figure.Range(0, edge(r)));
        return new Figure(x, Figure.Axis.linear(kind.axis, kind.column), series, List.of(), "Choose a pair of species");
    }

    private static double edge(double[] r) {
        return r.length == 0 ? 1 : r[r.length - 1];
    }
}
