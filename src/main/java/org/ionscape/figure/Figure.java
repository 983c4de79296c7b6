package org.ionscape.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * One panel of data with its axes; a value, free of size and theme. Texts are {@link Markup}.
 *
 * @param x horizontal axis
 * @param y vertical axis
 * @param series what is drawn, in order
 * @param notes lines of text inside the panel, lower left
 * @param empty what to say in place of the data when there is none
 * @param naming where the names of the series stand
 */
public record Figure(Axis x, Axis y, List<Series> series, List<String> notes, String empty, Naming naming)
        implements Drawing {
    public Figure {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    /** With the names at the ends of the lines. */
    public Figure(Axis x, Axis y, List<Series> series, List<String> notes, String empty) {
        this(x, y, series, notes, empty, Naming.AT_ENDS);
    }

    /** Where the names of the series stand; a legend is for lines whose ends lie together. */
    public enum Naming {
        AT_ENDS,
        LEGEND
    }

    /** How an axis runs. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /**
     * An axis.
     *
     * @param label with its unit, as markup
     * @param column name for the data file, with the unit in brackets
     * @param range shown; empty: that of the data
     */
    public record Axis(String label, String column, Scale scale, Optional<Range> range) {
        public static Axis linear(String label, String column) {
            return new Axis(label, column, Scale.LINEAR, Optional.empty());
        }

        public static Axis log(String label, String column) {
            return new Axis(label, column, Scale.LOG, Optional.empty());
        }

        public Axis withRange(Range shown) {
            return new Axis(label, column, scale, Optional.of(shown));
        }
    }

    /** From low to high, in data units. */
    public record Range(double low, double high) {}

    /** Where a colour comes from; the theme knows its value. */
    public enum Ink {
        TEXT,
        MUTED,
        ACCENT,
        MOBILE,
        FRAMEWORK,
        ONE,
        TWO,
        THREE,
        FOUR,
        FIVE
    }

    /** Something drawn; {@code name} labels it at its end and in the data file. */
    public sealed interface Series {
        String name();

        Ink ink();
    }

    /** A line; {@code dashed} ones are references or extrapolations. */
    public record Line(String name, Ink ink, double[] x, double[] y, Stroke stroke) implements Series {}

    /** How a line is drawn. */
    public enum Stroke {
        NORMAL,
        STRONG,
        DASHED,
        /** Thin and faint: one of many that are seen as a whole. */
        HAIR
    }

    /** An area between two curves, such as an interval; without a name it only shades what another series says. */
    public record Band(String name, Ink ink, double[] x, double[] low, double[] high) implements Series {}

    /** Points with error bars; an error that is not finite has no bar. */
    public record Points(String name, Ink ink, double[] x, double[] y, double[] low, double[] high, Mark mark)
            implements Series {}

    /** How a point is drawn. */
    public enum Mark {
        FILLED,
        OPEN
    }

    /** A span of the horizontal axis, such as a fit window. */
    public record Span(String name, Ink ink, double from, double to) implements Series {}

    /** A value on the horizontal axis: a line from bottom to top, its name above. */
    public record Marker(String name, Ink ink, double at, Stroke stroke) implements Series {}

    /** The same figure with other ranges shown. */
    public Figure withRanges(Range horizontal, Range vertical) {
        return new Figure(x.withRange(horizontal), y.withRange(vertical), series, notes, empty, naming);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        FigurePainter.paint(g, this, theme, style, bounds);
    }

    @Override
    public String csv() {
        return FigureCsv.of(this);
    }
}
