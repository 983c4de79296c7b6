package org.ionscape.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Drawings in rows, lettered (a), (b) … across all of them.
 *
 * @param rows panels from left to right, rows from top to bottom
 * @param heights of the rows, relative to one another
 */
public record PanelGrid(List<Row> rows, double[] heights) implements Drawing {
    private static final double LETTER = 1.12;
    private static final double GAP = 1.4;

    /**
     * Panels side by side.
     *
     * @param widths of the panels, relative to one another
     */
    public record Row(List<Drawing> panels, double[] widths) {
        public Row {
            panels = List.copyOf(panels);
            if (panels.size() != widths.length) {
                throw new IllegalArgumentException(panels.size() + " panels, " + widths.length + " widths");
            }
        }

        /** Panels of equal width. */
        public static Row of(Drawing... panels) {
            double[] widths = new double[panels.length];
            java.util.Arrays.fill(widths, 1);
            return new Row(List.of(panels), widths);
        }
    }

    public PanelGrid {
        rows = List.copyOf(rows);
        if (rows.size() != heights.length) {
            throw new IllegalArgumentException(rows.size() + " rows, " + heights.length + " heights");
        }
    }

    /** Rows of equal height. */
    public static PanelGrid of(Row... rows) {
        double[] heights = new double[rows.length];
        java.util.Arrays.fill(heights, 1);
        return new PanelGrid(List.of(rows), heights);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        double size = LETTER * style.font();
        double gap = GAP * style.font();
        double height = bounds.getHeight() - gap * (rows.size() - 1);
        double y = bounds.getY();
        char letter = 'a';
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            double rowHeight = height * heights[r] / sum(heights);
            double width = bounds.getWidth() - gap * (row.panels().size() - 1);
            double x = bounds.getX();
            for (int p = 0; p < row.panels().size(); p++) {
                double panel = width * row.widths()[p] / sum(row.widths());
                Rectangle2D room = new Rectangle2D.Double(x, y + 1.2 * size, panel, rowHeight - 1.2 * size);
                row.panels().get(p).drawOn(g, theme, style, room);
                g.setColor(theme.of(Figure.Ink.TEXT));
                Font font = Fonts.SEMI_BOLD.deriveFont((float) size);
                g.setFont(font);
                g.drawString("(" + letter++ + ")", (float) (x + 0.2 * size), (float) (y + 0.95 * size));
                x += panel + gap;
            }
            y += rowHeight + gap;
        }
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder();
        char letter = 'a';
        for (Row row : rows) {
            for (Drawing panel : row.panels()) {
                text.append(letter == 'a' ? "" : "\n")
                        .append("panel (")
                        .append(letter++)
                        .append(")\n");
                text.append(panel.csv());
            }
        }
        return text.toString();
    }
}
