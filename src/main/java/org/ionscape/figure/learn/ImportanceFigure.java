package org.ionscape.figure.learn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/**
 * What features are worth as bars coloured by category: their importance, greatest first, in the manner of [K] fig. 7, or
 * their error alone, least first, in the manner of its fig. S2.
 *
 * @param bars in that order
 * @param title of the axis, as markup
 * @param reference a value they are seen beside; NaN: none
 */
public record ImportanceFigure(List<Bar> bars, String title, Order order, double reference) implements Drawing {
    /** Which bar stands on top. */
    public enum Order {
        GREATEST_FIRST,
        LEAST_FIRST
    }

    /** Importances. */
    public ImportanceFigure(List<Bar> bars, String title) {
        this(bars, title, Order.GREATEST_FIRST, Double.NaN);
    }

    private static final List<Figure.Ink> INKS = List.of(
            Figure.Ink.TWO, Figure.Ink.THREE, Figure.Ink.FIVE, Figure.Ink.FRAMEWORK, Figure.Ink.FOUR, Figure.Ink.ONE);

    private static final double LEAST_PITCH = 1.5;

    /**
     * One feature.
     *
     * @param name as markup
     * @param words what it is; stands below its bar where there is room
     * @param key as in files
     * @param stderr half the length of the error bar; NaN for none
     */
    public record Bar(String name, String words, String key, String category, double mean, double stderr) {
        /** Of a feature, named as the catalogues name it. */
        public static Bar of(String key, double mean, double stderr) {
            Descriptor d = Catalogue.all().of(key).orElse(Descriptor.unlisted(key, ""));
            return new Bar(d.symbol(), d.name().equals(d.key()) ? "" : d.name(), key, d.category(), mean, stderr);
        }
    }

    public ImportanceFigure {
        Comparator<Bar> rising = Comparator.comparingDouble(Bar::mean);
        bars = bars.stream()
                .sorted(order == Order.LEAST_FIRST ? rising : rising.reversed())
                .toList();
    }

    private List<String> categories() {
        return bars.stream().map(Bar::category).distinct().sorted().toList();
    }

    private Color colour(Brush brush, Bar bar) {
        return brush.ink(INKS.get(categories().indexOf(bar.category()) % INKS.size()));
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        double em = style.font();
        if (bars.isEmpty()) {
            brush.text(
                    "Importances stand here once a model is explained",
                    bounds.getCenterX(),
                    bounds.getCenterY(),
                    Brush.Align.CENTRE,
                    brush.ink(Figure.Ink.MUTED));
            return;
        }
        double names =
                bars.stream().mapToDouble(b -> brush.width(b.name())).max().orElse(0);
        double values = bars.stream()
                        .mapToDouble(b -> brush.width(Brush.number(b.mean())))
                        .max()
                        .orElse(0)
                + em;
        double room = bounds.getHeight() - (order == Order.LEAST_FIRST ? 7.2 : 3.8) * em;
        int shown = (int) Math.clamp(room / (LEAST_PITCH * em), 1, bars.size());
        double pitch = Math.clamp(room / shown, LEAST_PITCH * em, 3 * em);
        Rectangle2D box = new Rectangle2D.Double(
                bounds.getX() + names + 1.4 * em,
                bounds.getY() + 0.4 * em,
                Math.max(2 * em, bounds.getWidth() - names - 2.6 * em - values),
                pitch * shown);
        Figure.Range range = range();
        int left = bars.size() - shown;
        brush.axis(box, range, left == 0 ? title : title + " (" + left + " smaller ones not shown)");
        double zero = Brush.at(0, range, box.getX(), box.getMaxX());
        brush.rule(zero, box.getY(), zero, box.getMaxY(), brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
        if (Double.isFinite(reference)) {
            double x = Brush.at(reference, range, box.getX(), box.getMaxX());
            brush.dashed(x, box.getY(), x, box.getMaxY(), brush.ink(Figure.Ink.MUTED));
        }
        for (int i = 0; i < shown; i++) {
            draw(brush, bars.get(i), box, range, box.getY() + (i + 0.5) * pitch, pitch);
        }
        if (order == Order.LEAST_FIRST) {
            brush.keys(keys(brush), bounds.getCenterX(), box.getMaxY() + 4.3 * em, bounds.getWidth());
        } else {
            legend(brush, box);
        }
    }

    private Figure.Range range() {
        double low = 0;
        double high = 0;
        for (Bar bar : bars) {
            double error = Double.isFinite(bar.stderr()) ? bar.stderr() : 0;
            low = Math.min(low, bar.mean() - error);
            high = Math.max(high, bar.mean() + error);
        }
        high = Double.isFinite(reference) ? Math.max(high, reference) : high;
        double span = high > low ? high - low : 1;
        return new Figure.Range(low < 0 ? low - 0.03 * span : 0, high + 0.05 * span);
    }

    private void draw(Brush brush, Bar bar, Rectangle2D box, Figure.Range range, double y, double pitch) {
        double em = brush.em;
        double zero = Brush.at(0, range, box.getX(), box.getMaxX());
        double end = Brush.at(bar.mean(), range, box.getX(), box.getMaxX());
        boolean told = pitch > 2.2 * em && !bar.words().isEmpty();
        double middle = told ? y - 0.45 * em : y;
        double half = told ? 0.5 * pitch - 0.75 * em : 0.36 * pitch;
        brush.bar(Math.min(zero, end), middle - half, Math.abs(end - zero), 2 * half, colour(brush, bar));
        double right = Math.max(zero, end);
        if (Double.isFinite(bar.stderr()) && bar.stderr() > 0) {
            Color text = brush.ink(Figure.Ink.TEXT);
            double low = Brush.at(bar.mean() - bar.stderr(), range, box.getX(), box.getMaxX());
            double high = Brush.at(bar.mean() + bar.stderr(), range, box.getX(), box.getMaxX());
            brush.rule(low, middle, high, middle, text, brush.line * 0.8);
            brush.rule(low, middle - 0.2 * em, low, middle + 0.2 * em, text, brush.line * 0.8);
            brush.rule(high, middle - 0.2 * em, high, middle + 0.2 * em, text, brush.line * 0.8);
            right = Math.max(right, high);
        }
        brush.text(
                Brush.number(bar.mean()),
                right + 0.5 * em,
                middle + 0.33 * em,
                Brush.Align.LEFT,
                brush.ink(Figure.Ink.TEXT));
        brush.text(
                bar.name(), box.getX() - 0.6 * em, middle + 0.33 * em, Brush.Align.RIGHT, brush.ink(Figure.Ink.TEXT));
        if (told) {
            brush.text(
                    bar.words(),
                    zero + 0.2 * em,
                    middle + half + 0.95 * em,
                    Brush.Align.LEFT,
                    brush.ink(Figure.Ink.MUTED));
        }
    }

    private List<Brush.Key> keys(Brush brush) {
        List<String> categories = categories();
        return categories.size() < 2
                ? List.of()
                : IntStream.range(0, categories.size())
                        .mapToObj(i -> new Brush.Key(categories.get(i), brush.ink(INKS.get(i % INKS.size()))))
                        .toList();
    }

    /** In the lower right, which the short bars leave free. */
    private void legend(Brush brush, Rectangle2D box) {
        List<Brush.Key> keys = keys(brush);
        double em = brush.em;
        double width =
                keys.stream().mapToDouble(k -> brush.width(k.name())).max().orElse(0) + 1.4 * em;
        double x = box.getMaxX() - width + 2 * em;
        for (int i = 0; i < keys.size(); i++) {
            double y = box.getMaxY() - (keys.size() - i) * 1.35 * em;
            brush.bar(x, y, 0.8 * em, 0.8 * em, keys.get(i).colour());
            brush.text(keys.get(i).name(), x + 1.2 * em, y + 0.7 * em, Brush.Align.LEFT, brush.ink(Figure.Ink.MUTED));
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("feature,category,mean,stderr\n");
        for (Bar bar : bars) {
            text.append(bar.key())
                    .append(',')
                    .append(bar.category())
                    .append(',')
                    .append(bar.mean())
                    .append(',');
            text.append(Double.isFinite(bar.stderr()) ? bar.stderr() : "").append('\n');
        }
        return text.toString();
    }
}
