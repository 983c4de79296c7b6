package org.ionscape.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes the names of a figure's series, its markers and its notes. */
final class FigureLabels {
    private static final double SMALL = 0.92;
    private static final double VEIL = 0.8;

    private final Graphics2D g;
    private final Figure figure;
    private final Theme theme;
    private final FigurePainter.Style style;
    private final PlotArea area;
    private final double size;

    FigureLabels(Graphics2D g, Figure figure, Theme theme, FigurePainter.Style style, PlotArea area) {
        this.g = g;
        this.figure = figure;
        this.theme = theme;
        this.style = style;
        this.area = area;
        this.size = SMALL * style.font();
    }

    /** Room wanted right of the axes, in a drawing so wide. */
    static double right(Figure figure, double em, double width) {
        double labels = figure.naming() == Figure.Naming.LEGEND
                ? 0
                : named(figure).stream()
                        .mapToDouble(s -> Markup.parse(s.name()).width(SMALL * em))
                        .max()
                        .orElse(0);
        return Math.min(labels, width / 4) + 1.1 * em;
    }

    /** Room wanted above the axes. */
    static double top(Figure figure, double em) {
        return figure.series().stream().anyMatch(FigureLabels::isNamedMarker) ? 1.7 * em : 0.8 * em;
    }

    void draw() {
        drawMarkers();
        if (figure.naming() == Figure.Naming.LEGEND) {
            drawLegend();
        } else {
            drawEndLabels();
        }
        drawNotes();
    }

    /** The series that a name explains; areas lie behind what they belong to. */
    private static List<Figure.Series> named(Figure figure) {
        return figure.series().stream()
                .filter(s -> (s instanceof Figure.Line || s instanceof Figure.Points)
                        && !s.name().isEmpty())
                .toList();
    }

    private static boolean isNamedMarker(Figure.Series series) {
        return series instanceof Figure.Marker && !series.name().isEmpty();
    }

    /** Names above their markers, moved apart where they would overlap. */
    private void drawMarkers() {
        Rectangle2D box = area.pixels();
        List<Figure.Marker> markers = figure.series().stream()
                .filter(FigureLabels::isNamedMarker)
                .map(Figure.Marker.class::cast)
                .filter(m -> area.toX(m.at()) >= box.getX() && area.toX(m.at()) <= box.getMaxX())
                .sorted(Comparator.comparingDouble(Figure.Marker::at))
                .toList();
        double[] width = markers.stream()
                .mapToDouble(m -> Markup.parse(m.name()).width(size) + size)
                .toArray();
        double[] wanted = new double[width.length];
        Arrays.setAll(wanted, i -> area.toX(markers.get(i).at()));
        double[] at = apart(wanted, width, box.getX(), box.getMaxX());
        for (int i = 0; i < at.length; i++) {
            g.setColor(theme.of(markers.get(i).ink()));
            Markup.parse(markers.get(i).name())
                    .draw(g, at[i] - width[i] / 2 + size / 2, box.getY() - 0.45 * size, size);
        }
    }

    /**
     * Centres as near as can be to those wanted (ascending), with so much room each, within limits: neighbours that
     * would overlap are moved apart by equal amounts.
     */
    static double[] apart(double[] wanted, double[] room, double low, double high) {
        int n = wanted.length;
        List<int[]> groups = new ArrayList<>(); // first and last of those that touch
        for (int i = 0; i < n; i++) {
            groups.add(new int[] {i, i});
            while (groups.size() > 1) {
                int[] last = groups.getLast();
                int[] before = groups.get(groups.size() - 2);
                if (start(last, wanted, room, low, high) >= end(before, wanted, room, low, high)) {
                    break;
                }
                groups.removeLast();
                before[1] = last[1];
            }
        }
        double[] at = new double[n];
        for (int[] group : groups) {
            double edge = start(group, wanted, room, low, high);
            for (int i = group[0]; i <= group[1]; i++) {
                at[i] = edge + room[i] / 2;
                edge += room[i];
            }
        }
        return at;
    }

    /** Where a group of touching labels begins: their mean displacement is nought, within the limits. */
    private static double start(int[] group, double[] wanted, double[] room, double low, double high) {
        double length = 0;
        double sum = 0;
        for (int i = group[0]; i <= group[1]; i++) {
            sum += wanted[i] - (length + room[i] / 2);
            length += room[i];
        }
        double start = sum / (group[1] - group[0] + 1);
        return Math.max(low, Math.min(start, high - length));
    }

    private static double end(int[] group, double[] wanted, double[] room, double low, double high) {
        double length = 0;
        for (int i = group[0]; i <= group[1]; i++) {
            length += room[i];
        }
        return start(group, wanted, room, low, high) + length;
    }

    /**
     * Names beside a piece of their line, upper right, on a veil that keeps them legible over the data: side by side
     * where they fit into a drawing that is not high, else below one another.
     */
    private void drawLegend() {
        List<Figure.Series> named = named(figure);
        double swatch = 2 * size;
        double gap = 1.2 * size;
        double[] width = named.stream()
                .mapToDouble(s -> swatch + Markup.parse(s.name()).width(size))
                .toArray();
        double beside = Arrays.stream(width).sum() + gap * Math.max(0, width.length - 1);
        Rectangle2D box = area.pixels();
        boolean row = beside < 0.92 * box.getWidth() && box.getHeight() < 18 * size;
        double across = row ? beside : Arrays.stream(width).max().orElse(0);
        double step = 1.4 * size;
        double x = box.getMaxX() - across;
        double y = box.getY() + 0.9 * size;
        veil(new Rectangle2D.Double(x - 0.5 * size, box.getY(), across + 0.5 * size, (row ? 1 : named.size()) * step));
        for (int i = 0; i < width.length; i++) {
            Figure.Series series = named.get(i);
            g.setColor(theme.of(series.ink()));
            g.setStroke(FigurePainter.stroke(
                    series instanceof Figure.Line line ? line.stroke() : Figure.Stroke.NORMAL, style));
            g.draw(new Line2D.Double(x, y - 0.33 * size, x + 0.8 * swatch, y - 0.33 * size));
            Markup.parse(series.name()).draw(g, x + swatch, y, size);
            x += row ? width[i] + gap : 0;
            y += row ? 0 : step;
        }
    }

    /** Names at the ends of their lines, moved apart where they would overlap. */
    private void drawEndLabels() {
        Rectangle2D box = area.pixels();
        List<Figure.Line> lines = named(figure).stream()
                .filter(s -> s instanceof Figure.Line line && Double.isFinite(endY(line)))
                .map(Figure.Line.class::cast)
                .sorted(Comparator.comparingDouble(this::endY))
                .toList();
        double step = 1.15 * size;
        double[] room = new double[lines.size()];
        Arrays.fill(room, step);
        double[] wanted = lines.stream()
                .mapToDouble(l -> Math.clamp(endY(l), box.getY(), box.getMaxY()))
                .toArray();
        double[] at = apart(wanted, room, box.getY() - step / 2, box.getMaxY() + step / 2);
        for (int i = 0; i < at.length; i++) {
            g.setColor(theme.of(lines.get(i).ink()));
            Markup.parse(lines.get(i).name()).draw(g, box.getMaxX() + 0.5 * style.font(), at[i] + 0.33 * size, size);
        }
    }

    private double endY(Figure.Line line) {
        return line.y().length == 0 ? Double.NaN : area.toY(line.y()[line.y().length - 1]);
    }

    /** At the left, below or above, whichever hides fewer points; on a veil over those that it hides. */
    private void drawNotes() {
        double room = area.pixels().getWidth() - 1.8 * size;
        List<String> notes =
                figure.notes().stream().flatMap(n -> broken(n, room).stream()).toList();
        double height = 1.4 * size * notes.size();
        double below = area.pixels().getMaxY() - height + 0.6 * size;
        double above = area.pixels().getY() + 1.4 * size;
        double width = notes.stream()
                .mapToDouble(n -> Markup.parse(n).width(size))
                .max()
                .orElse(0);
        double y = points(above, width, height) < points(below, width, height) ? above : below;
        double x = area.pixels().getX() + 0.9 * size;
        if (points(y, width, height) > 0) {
            veil(new Rectangle2D.Double(x - 0.4 * size, y - size, width + 0.8 * size, height));
        }
        for (String note : notes) {
            drawNote(note, x, y);
            y += 1.4 * size;
        }
    }

    /** A note that is longer than there is room goes on in the next line, after a comma. */
    private List<String> broken(String note, double room) {
        int comma = note.lastIndexOf(", ");
        while (comma > 0 && Markup.parse(note.substring(0, comma)).width(size) > room) {
            comma = note.lastIndexOf(", ", comma - 1);
        }
        if (comma <= 0 || Markup.parse(note).width(size) <= room) {
            return List.of(note);
        }
        List<String> lines = new ArrayList<>(List.of(note.substring(0, comma)));
        lines.addAll(broken(note.substring(comma + 2), room));
        return lines;
    }

    /** A note that begins with the name of a series begins in its colour. */
    private void drawNote(String note, double x, double y) {
        Markup.parse(note).draw(inked(Figure.Ink.TEXT), x, y, size);
        figure.series().stream()
                .filter(s -> !s.name().isEmpty() && note.startsWith(s.name() + " "))
                .findFirst()
                .ifPresent(s -> Markup.parse(s.name()).draw(inked(s.ink()), x, y, size));
    }

    private Graphics2D inked(Figure.Ink ink) {
        g.setColor(theme.of(ink));
        return g;
    }

    private void veil(Rectangle2D over) {
        Color back = theme.background();
        g.setColor(new Color(back.getRed(), back.getGreen(), back.getBlue(), (int) (255 * VEIL)));
        g.fill(over);
    }

    /** How many points lie where notes would stand. */
    private int points(double firstLine, double width, double height) {
        int count = 0;
        for (Figure.Series series : figure.series()) {
            if (series instanceof Figure.Points points) {
                for (int i = 0; i < points.x().length; i++) {
                    double x = area.toX(points.x()[i]) - area.pixels().getX();
                    double y = area.toY(points.y()[i]) - firstLine + size;
                    count += x >= 0 && x < width + size && y >= 0 && y < height ? 1 : 0;
                }
            }
        }
        return count;
    }
}
