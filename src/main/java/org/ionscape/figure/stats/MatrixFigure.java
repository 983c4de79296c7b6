package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;

/**
 * A square matrix of coloured cells with symbols along two sides, bands of categories and a colour scale.
 *
 * @param title of the colour scale, as markup
 * @param kind how values become colours
 * @param values by row and column; NaN is hatched
 * @param shown cells that are coloured; the others hold a dot
 * @param labels of rows and columns
 * @param view part that is shown
 */
public record MatrixFigure(String title, Kind kind, double[][] values, boolean[][] shown, List<Label> labels, View view)
        implements Drawing {
    private static final int MOST_SHAPES = 6000;
    private static final double HATCH = 0.35;

    /** How values become colours. */
    public enum Kind {
        CORRELATION,
        P_VALUE
    }

    /**
     * The part of a matrix that is shown, in cells.
     *
     * @param left first column, may be between cells
     * @param top first row
     * @param cells shown in each direction
     */
    public record View(double left, double top, double cells) {
        /** All of a matrix. */
        public static View all(int size) {
            return new View(0, 0, size);
        }

        /** Enlarged or reduced about a cell, within a matrix of a size. */
        public View zoomed(double factor, double column, double row, int size) {
            double now = Math.clamp(cells * factor, Math.min(4, size), size);
            double share = now / cells;
            return new View(column - (column - left) * share, row - (row - top) * share, now).within(size);
        }

        /** Moved by some cells, within a matrix of a size. */
        public View moved(double columns, double rows, int size) {
            return new View(left + columns, top + rows, cells).within(size);
        }

        private View within(int size) {
            return new View(Math.clamp(left, 0, size - cells), Math.clamp(top, 0, size - cells), cells);
        }
    }

    /**
     * Where the cells lie.
     *
     * @param pixels of the cells shown
     */
    public record Area(Rectangle2D pixels, View view, int size) {
        public double cell() {
            return pixels.getWidth() / view.cells();
        }

        /** Left edge of a column. */
        public double x(double column) {
            return pixels.getX() + (column - view.left()) * cell();
        }

        /** Upper edge of a row. */
        public double y(double row) {
            return pixels.getY() + (row - view.top()) * cell();
        }

        public double columnAt(double x) {
            return view.left() + (x - pixels.getX()) / cell();
        }

        public double rowAt(double y) {
            return view.top() + (y - pixels.getY()) / cell();
        }

        /** The column or row under a pixel; empty outside. */
        public OptionalInt index(double position) {
            return position >= 0 && position < size ? OptionalInt.of((int) position) : OptionalInt.empty();
        }
    }

    public MatrixFigure {
        labels = List.copyOf(labels);
        if (labels.size() != values.length || shown.length != values.length) {
            throw new IllegalArgumentException(values.length + " rows, " + labels.size() + " labels");
        }
    }

    /** The same with another part shown. */
    public MatrixFigure seen(View other) {
        return new MatrixFigure(title, kind, values, shown, labels, other);
    }

    /** Where the cells would lie in a rectangle. */
    public Area area(FigurePainter.Style style, Rectangle2D bounds) {
        double em = style.font();
        double bar = 4.4 * em;
        double room = Math.min(bounds.getWidth() - bar, bounds.getHeight() - 0.5 * em);
        double margin = Math.min(
                new MatrixLabels(labels).margin(em, room, view.cells()),
                0.25 * Math.min(bounds.getWidth(), bounds.getHeight()));
        double side = Math.max(10, Math.min(bounds.getWidth() - margin - bar, bounds.getHeight() - margin - 0.5 * em));
        return new Area(
                new Rectangle2D.Double(bounds.getX() + margin, bounds.getY() + 0.5 * em, side, side),
                view,
                values.length);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Pen pen = new Pen(g, theme, style);
        if (values.length == 0) {
            pen.sentence("No columns to compare", bounds);
            return;
        }
        Area area = area(style, bounds);
        if (DrawingView.OnScreen.is(g) && view.cells() * view.cells() > MOST_SHAPES) {
            drawRaster(pen, area);
        } else {
            pen.clipped(area.pixels(), () -> drawCells(pen, area));
        }
        MatrixLabels beside = new MatrixLabels(labels);
        beside.drawBands(pen, area);
        beside.draw(pen, area);
        drawScale(pen, area);
    }

    private int colour(int row, int column, Theme theme) {
        double value = values[row][column];
        return kind == Kind.CORRELATION ? Palette.ofCorrelation(value, theme) : Palette.ofP(value, theme);
    }

    private void drawCells(Pen pen, Area area) {
        double cell = area.cell();
        double gap = cell > 4 ? Math.min(0.09 * cell, 1) : 0;
        int lastRow = (int) Math.min(values.length - 1.0, Math.ceil(view.top() + view.cells()) - 1);
        int lastColumn = (int) Math.min(values.length - 1.0, Math.ceil(view.left() + view.cells()) - 1);
        Color muted = pen.ink(Figure.Ink.MUTED);
        for (int row = (int) view.top(); row <= lastRow; row++) {
            for (int column = (int) view.left(); column <= lastColumn; column++) {
                double x = area.x(column);
                double y = area.y(row);
                if (Double.isNaN(values[row][column])) {
                    hatch(pen, x, y, cell - gap);
                } else if (shown[row][column]) {
                    pen.fill(x, y, cell - gap, cell - gap, new Color(colour(row, column, pen.theme)));
                } else if (cell > 5) {
                    double r = Math.max(0.35, 0.05 * cell);
                    pen.g.setColor(Pen.faint(muted, 0.4));
                    pen.g.fill(new Ellipse2D.Double(x + cell / 2 - r, y + cell / 2 - r, 2 * r, 2 * r));
                }
            }
        }
    }

    private static void hatch(Pen pen, double x, double y, double size) {
        pen.stroke(0.4 * pen.line);
        pen.g.setColor(Pen.faint(pen.ink(Figure.Ink.MUTED), HATCH));
        pen.rule(x, y + size, x + size, y);
    }

    /** Many small cells as one picture: what a person sees is the same, and panning stays smooth. */
    private void drawRaster(Pen pen, Area area) {
        int width = (int) Math.ceil(area.pixels().getWidth());
        int height = (int) Math.ceil(area.pixels().getHeight());
        int[] rgb = new int[width * height];
        int background = pen.theme.background().getRGB();
        int undefined = 0xff000000 | mixed(pen.theme.background(), pen.ink(Figure.Ink.MUTED), HATCH / 2);
        int[] columnOf = new int[width];
        for (int x = 0; x < width; x++) {
            columnOf[x] = (int) Math.min(values.length - 1.0, view.left() + x / area.cell());
        }
        for (int y = 0; y < height; y++) {
            int row = (int) Math.min(values.length - 1.0, view.top() + y / area.cell());
            for (int x = 0; x < width; x++) {
                int column = columnOf[x];
                rgb[y * width + x] = Double.isNaN(values[row][column])
                        ? undefined
                        : shown[row][column] ? 0xff000000 | colour(row, column, pen.theme) : background;
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        pen.g.drawImage(image, (int) area.pixels().getX(), (int) area.pixels().getY(), null);
    }

    private static int mixed(Color a, Color b, double share) {
        int r = (int) (a.getRed() + share * (b.getRed() - a.getRed()));
        int g = (int) (a.getGreen() + share * (b.getGreen() - a.getGreen()));
        int bl = (int) (a.getBlue() + share * (b.getBlue() - a.getBlue()));
        return r << 16 | g << 8 | bl;
    }

    private void drawScale(Pen pen, Area area) {
        Rectangle2D box = area.pixels();
        double x = box.getMaxX() + 0.8 * pen.em;
        double width = 0.8 * pen.em;
        double height = 0.38 * box.getHeight();
        int steps = kind == Kind.CORRELATION ? 60 : Palette.P_LEVELS.length + 1;
        double step = height / steps;
        for (int i = 0; i < steps; i++) {
            int colour = kind == Kind.CORRELATION
                    ? Palette.ofCorrelation(1 - 2.0 * i / (steps - 1), pen.theme)
                    : Palette.ofP(i == steps - 1 ? 1 : Palette.P_LEVELS[i] * 0.99, pen.theme);
            pen.fill(x, box.getY() + i * step, width, step + (i == steps - 1 ? 0 : 0.3), new Color(colour));
        }
        pen.stroke(0.4 * pen.line);
        pen.g.setColor(pen.ink(Figure.Ink.MUTED));
        pen.g.draw(new Rectangle2D.Double(x, box.getY(), width, height));
        Color muted = pen.ink(Figure.Ink.MUTED);
        double size = 0.75 * pen.em;
        double tx = x + width + 0.3 * pen.em;
        if (kind == Kind.CORRELATION) {
            String[] ticks = {"1", "0.5", "0", "−0.5", "−1"};
            for (int i = 0; i < ticks.length; i++) {
                pen.text(ticks[i], tx, box.getY() + i * height / 4 + 0.33 * size, size, Pen.Align.LEFT, muted);
            }
        } else {
            for (int i = 0; i < Palette.P_LEVELS.length; i++) {
                String level =
                        String.format(Locale.ROOT, Palette.P_LEVELS[i] < 0.01 ? "%.3f" : "%.2f", Palette.P_LEVELS[i]);
                pen.text(level, tx, box.getY() + (i + 1) * step + 0.33 * size, size, Pen.Align.LEFT, muted);
            }
        }
        pen.text(title, x, box.getY() + height + 1.5 * pen.em, pen.small, Pen.Align.LEFT, pen.ink(Figure.Ink.TEXT));
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder(kind == Kind.CORRELATION ? "r" : "p");
        labels.forEach(l -> text.append(',').append(l.plain()));
        for (int row = 0; row < values.length; row++) {
            text.append('\n').append(labels.get(row).plain());
            for (double value : values[row]) {
                text.append(',').append(Double.isNaN(value) ? "" : value);
            }
        }
        return text.append('\n').toString();
    }
}
