package org.ionscape.figure.learn;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;

/** The features that stay, with what they stand for, as a printed table; in the manner of [K] table 1. */
public record FeatureTable(List<Row> rows) implements Drawing {
    private static final double[] COLUMNS = {0, 0.08, 0.46, 0.54, 0.72};

    /**
     * One feature.
     *
     * @param symbol as markup
     * @param unit as markup
     * @param dropped symbols of the features it stands for, as markup
     */
    public record Row(String symbol, String name, String unit, String category, List<String> dropped) {}

    public FeatureTable {
        rows = List.copyOf(rows);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        double last = (1 - COLUMNS[COLUMNS.length - 1]) * bounds.getWidth() - style.font();
        List<List<String>> lists =
                rows.stream().map(r -> lines(brush, r.dropped(), last)).toList();
        int lines = lists.stream().mapToInt(List::size).sum();
        double pitch = Math.min(1.7 * style.font(), bounds.getHeight() / (lines + 2.0));
        double y = bounds.getY() + pitch;
        line(brush, bounds, y, List.of("Symbol", "Feature", "Unit", "Category", "Stands for"), Figure.Ink.MUTED);
        y += 0.4 * pitch;
        brush.rule(bounds.getX(), y, bounds.getMaxX(), y, brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int l = 0; l < lists.get(r).size(); l++) {
                y += pitch;
                String listed = lists.get(r).get(l);
                List<String> cells = l == 0
                        ? List.of(row.symbol(), row.name(), row.unit(), row.category(), listed)
                        : List.of("", "", "", "", listed);
                line(brush, bounds, y - 0.1 * pitch, cells, Figure.Ink.TEXT);
            }
        }
        y += 0.4 * pitch;
        brush.rule(bounds.getX(), y, bounds.getMaxX(), y, brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
    }

    /** As many lines as symbols with commas between need; one at least. */
    private static List<String> lines(Brush brush, List<String> symbols, double room) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String symbol : symbols) {
            String before = lines.getLast();
            String longer = before.isEmpty() ? symbol : before + ", " + symbol;
            if (!before.isEmpty() && brush.width(longer + ",") > room) {
                lines.set(lines.size() - 1, before + ",");
                lines.add(symbol);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    private static void line(Brush brush, Rectangle2D bounds, double y, List<String> cells, Figure.Ink ink) {
        for (int c = 0; c < cells.size(); c++) {
            double x = bounds.getX() + 0.5 * brush.em + COLUMNS[c] * bounds.getWidth();
            brush.text(cells.get(c), x, y, Brush.Align.LEFT, brush.ink(ink));
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder("symbol,feature,unit,category,stands for\n");
        for (Row row : rows) {
            text.append(String.join(
                            ",", row.symbol(), row.name(), row.unit(), row.category(), String.join(" ", row.dropped())))
                    .append('\n');
        }
        return text.toString();
    }
}
