package org.ionscape.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.transport.distribution.VanHove;

/** Van Hove functions at chosen lags. */
public final class VanHoveFigure {
    private static final String DISTANCE = "Distance *r* (Å)";
    private static final String EMPTY = "Choose a lag time";
    private static final Figure.Ink[] INKS = {
        Figure.Ink.MUTED, Figure.Ink.ONE, Figure.Ink.FRAMEWORK, Figure.Ink.FIVE, Figure.Ink.TWO, Figure.Ink.MOBILE
    };
    private static final double SHARE_SHOWN = 0.998;

    private VanHoveFigure() {}

    /** How far ions have gone after each of all lags. */
    public static Figure self(VanHove vanHove) {
        return self(vanHove, all(vanHove));
    }

    /** How far ions have gone after some lags: the density of distances, normalised to one. */
    public static Figure self(VanHove vanHove, Set<Integer> lags) {
        double edge = lags.stream()
                .mapToDouble(l -> reach(vanHove.selfRA(), vanHove.selfPerA()[l]))
                .max()
                .orElse(1);
        return new Figure(
                Figure.Axis.linear(DISTANCE, "r [A]").withRange(new Figure.Range(0, edge)),
                Figure.Axis.linear("4π*r*^{2} *G*_{s}(*r*, *τ*) (Å^{−1})", "Gs [1/A]"),
                lines(vanHove, lags, vanHove.selfRA(), vanHove.selfPerA()),
                List.of(),
                EMPTY);
    }

    /** How dense others are where an ion was, after all lags. */
    public static Figure distinct(VanHove vanHove) {
        return distinct(vanHove, all(vanHove));
    }

    /** How dense others are where an ion was, after some lags, in units of the mean density. */
    public static Figure distinct(VanHove vanHove, Set<Integer> lags) {
        double[] r = vanHove.distinctRA();
        List<Figure.Series> series = new ArrayList<>(lines(vanHove, lags, r, vanHove.distinct()));
        double edge = r.length == 0 ? 1 : r[r.length - 1];
        if (!series.isEmpty()) {
            series.add(new Figure.Line(
                    "", Figure.Ink.MUTED, new double[] {0, edge}, new double[] {1, 1}, Figure.Stroke.DASHED));
        }
        return new Figure(
                Figure.Axis.linear(DISTANCE, "r [A]").withRange(new Figure.Range(0, edge)),
                Figure.Axis.linear("*G*_{d}(*r*, *τ*)/*ρ*", "Gd/rho"),
                series,
                List.of(),
                EMPTY);
    }

    private static Set<Integer> all(VanHove vanHove) {
        return IntStream.range(0, vanHove.lagPs().length).boxed().collect(Collectors.toSet());
    }

    private static List<Figure.Series> lines(VanHove vanHove, Set<Integer> lags, double[] r, double[][] values) {
        List<Figure.Series> series = new ArrayList<>();
        for (int l : new TreeSet<>(lags)) {
            series.add(new Figure.Line(name(vanHove.lagPs()[l]), ink(l), r, values[l], Figure.Stroke.NORMAL));
        }
        return series;
    }

    /** A lag as people write it. */
    public static String name(double lagPs) {
        return new BigDecimal(lagPs)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString() + " ps";
    }

    /** Colour of a lag by its place. */
    public static Figure.Ink ink(int lag) {
        return INKS[lag % INKS.length];
    }

    /** Where all but the farthest few are. */
    private static double reach(double[] r, double[] density) {
        double total = 0;
        for (double d : density) {
            total += d;
        }
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += density[i];
            if (sum >= SHARE_SHOWN * total) {
                return 1.05 * r[i];
            }
        }
        return r[r.length - 1];
    }
}
