package org.ionscape.figure.learn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/**
 * The least RMSE of each number of features as bars, the minimum marked and its features listed; in the manner of [K]
 * fig. 5.
 *
 * @param bars by number of features
 * @param unit of the target
 */
public record SubsetsFigure(List<Bar> bars, String unit) implements Drawing {
    /**
     * The best subset of one size.
     *
     * @param rmse by which it won
     * @param aside on rows that took no part in choosing it, where there are some
     * @param features as markup
     */
    public record Bar(int size, double rmse, OptionalDouble aside, List<String> features) {}

    /** The error by which a subset won: cross-validated, or that of the rows that chose it. */
    public static double error(SubsetStudy.Winner winner) {
        return winner.cvRmse().orElse(winner.screenRmse());
    }

    /** Of the winners of a search, by the errors by which they won. */
    public static SubsetsFigure of(List<SubsetStudy.Winner> winners, String unit) {
        return new SubsetsFigure(
                winners.stream()
                        .map(w -> new Bar(
                                w.size(),
                                error(w),
                                w.testRmse(),
                                w.features().stream()
                                        .map(k -> Catalogue.all()
                                                .of(k)
                                                .map(Descriptor::symbol)
                                                .orElse(k))
                                        .toList()))
                        .toList(),
                unit);
    }

    public SubsetsFigure {
        bars = bars.stream().sorted(Comparator.comparingInt(Bar::size)).toList();
    }

    /** Its features, as many as there is room for, and its error on rows set aside. */
    private String listed(Brush brush, Bar bar, double room) {
        String aside = bar.aside().isPresent()
                ? "; " + Brush.number(bar.aside().getAsDouble()) + (unit.isEmpty() ? "" : " " + unit)
                        + " on rows set aside"
                : "";
        String text = String.join(", ", bar.features()) + aside;
        for (int shown = bar.features().size() - 1; shown > 0 && brush.width(text) > room; shown--) {
            text = String.join(", ", bar.features().subList(0, shown)) + " …" + aside;
        }
        return text;
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        double em = style.font();
        if (bars.isEmpty()) {
            brush.text(
                    "No subset has been tried yet",
                    bounds.getCenterX(),
                    bounds.getCenterY(),
                    Brush.Align.CENTRE,
                    brush.ink(Figure.Ink.MUTED));
            return;
        }
        double most = bars.stream().mapToDouble(Bar::rmse).max().orElse(1);
        Figure.Range range = new Figure.Range(0, most > 0 ? 1.25 * most : 1);
        Rectangle2D box = new Rectangle2D.Double(
                bounds.getX() + 4.6 * em,
                bounds.getY() + 1.8 * em,
                Math.max(1, bounds.getWidth() - 5.2 * em),
                Math.max(1, bounds.getHeight() - 5 * em));
        Color muted = brush.ink(Figure.Ink.MUTED);
        brush.rule(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY(), muted, brush.line / 1.5);
        brush.verticalAxis(box, range, "RMSE" + (unit.isEmpty() ? "" : " (" + unit + ")"));
        int last = bars.getLast().size();
        double step = box.getWidth() / last;
        Optional<Bar> best = bars.stream().min(Comparator.comparingDouble(Bar::rmse));
        for (Bar bar : bars) {
            boolean marked = best.filter(bar::equals).isPresent();
            Color colour = brush.ink(marked ? Figure.Ink.TWO : Figure.Ink.ACCENT);
            double y = Brush.at(bar.rmse(), range, box.getMaxY(), box.getY());
            double x = box.getX() + (bar.size() - 1) * step;
            brush.bar(x + 0.14 * step, y, 0.72 * step, box.getMaxY() - y, colour);
            if (marked || room(brush, step)) {
                brush.text(
                        Brush.number(bar.rmse()),
                        x + 0.5 * step,
                        y - 0.35 * em,
                        Brush.Align.CENTRE,
                        marked ? colour : brush.ink(Figure.Ink.MUTED));
            }
        }
        best.ifPresent(b -> brush.text(
                listed(brush, b, box.getWidth()),
                box.getMaxX(),
                box.getY() - 0.6 * em,
                Brush.Align.RIGHT,
                brush.ink(Figure.Ink.TWO)));
        int every = (int) Math.max(1, Math.ceil(1.8 * em / step));
        for (int size = 1; size <= last; size += every) {
            brush.text(
                    Integer.toString(size),
                    box.getX() + (size - 0.5) * step,
                    box.getMaxY() + 1.2 * em,
                    Brush.Align.CENTRE,
                    brush.ink(Figure.Ink.MUTED));
        }
        brush.text(
                "Number of features",
                box.getCenterX(),
                box.getMaxY() + 2.7 * em,
                Brush.Align.CENTRE,
                brush.ink(Figure.Ink.TEXT));
    }

    /** Whether every bar can carry its number. */
    private boolean room(Brush brush, double step) {
        return bars.stream().allMatch(b -> brush.width(Brush.number(b.rmse())) < 0.95 * step);
    }

    @Override
    public String csv() {
        StringBuilder text =
                new StringBuilder("features,rmse" + (unit.isEmpty() ? "" : " [" + unit + "]") + ",aside,names\n");
        for (Bar bar : bars) {
            text.append(bar.size()).append(',').append(bar.rmse()).append(',');
            text.append(bar.aside().isPresent() ? bar.aside().getAsDouble() : "")
                    .append(',');
            text.append(String.join(" ", bar.features())).append('\n');
        }
        return text.toString();
    }
}
