package org.ionscape.figure.learn;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.Theme;

/** The features that stay, with what they stand for, as a printed table; in the manner of [K] table 1. */
public record FeatureTable(List<Row> rows) implements Drawing {
    private static final double[] COLUMNS = {0, 0.12, 0.5, 0.62, 0.8};

    /**
     * One feature.
     *
     * @param symbol as markup
     * @param dropped symbols of the features it stands for, as markup
     */
    public record Row(String symbol, String name, String unit, String category, List<String> dropped) {}

    public FeatureTable {
        rows = List.copyOf(rows);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        Brush brush = new Brush(g, theme, style);
        double pitch = Math.min(1.7 * style.font(), bounds.getHeight() / (rows.size() + 2.0));
        double y = bounds.getY() + pitch;
        line(brush, bounds, y, List.of("Symbol", "Feature", "Unit", "Category", "Stands for"), Figure.Ink.MUTED);
        y += 0.4 * pitch;
        brush.rule(bounds.getX(), y, bounds.getMaxX(), y, brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
        for (Row row : rows) {
            y += pitch;
            line(
                    brush,
                    bounds,
                    y - 0.1 * pitch,
                    List.of(row.symbol(), row.name(), row.unit(), row.category(), String.join(", ", row.dropped())),
                    Figure.Ink.TEXT);
        }
        y += 0.4 * pitch;
        brush.rule(bounds.getX(), y, bounds.getMaxX(), y, brush.ink(Figure.Ink.MUTED), style.line() / 1.5);
    }

    private static void line(Brush brush, Rectangle2D bounds, double y, List<String> cells, Figure.Ink ink) {
        for (int c = 0; c < cells.size(); c++) {
            double x = bounds.getX() + COLUMNS[c] * bounds.getWidth();
            double room = ((c + 1 < COLUMNS.length ? COLUMNS[c + 1] : 1) - COLUMNS[c]) * bounds.getWidth();
            String text = cells.get(c);
            while (text.length() > 4 && !text.contains("{") && brush.width(text) > room) {
                text = text.substring(0, text.length() - 2) + "…";
            }
            brush.text(text, x, y, Brush.Align.LEFT, brush.ink(ink));
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
