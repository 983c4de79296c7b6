package org.ionscape.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Several drawings as panels of one figure, lettered (a), (b) …
 *
 * @param panels in reading order
 * @param arrangement of the panels
 * @param gap between them, in the unit of the surface
 * @param letters whether panels are lettered
 */
public record FigureSheet(List<Drawing> panels, Arrangement arrangement, double gap, Letters letters)
        implements Drawing {
    private static final double LETTER = 1.12;

    /** How panels lie. */
    public enum Arrangement {
        BESIDE,
        BELOW
    }

    /** Whether panels are lettered. */
    public enum Letters {
        SHOWN,
        HIDDEN
    }

    public FigureSheet {
        panels = List.copyOf(panels);
    }

    @Override
    public void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds) {
        int n = panels.size();
        boolean beside = arrangement == Arrangement.BESIDE;
        double width = beside ? (bounds.getWidth() - (n - 1) * gap) / n : bounds.getWidth();
        double height = beside ? bounds.getHeight() : (bounds.getHeight() - (n - 1) * gap) / n;
        double size = LETTER * style.font();
        double head = letters == Letters.SHOWN ? 1.1 * size : 0;
        for (int i = 0; i < n; i++) {
            double x = bounds.getX() + (beside ? i * (width + gap) : 0);
            double y = bounds.getY() + (beside ? 0 : i * (height + gap));
            panels.get(i).drawOn(g, theme, style, new Rectangle2D.Double(x, y + head, width, height - head));
            if (letters == Letters.SHOWN) {
                g.setColor(theme.of(Figure.Ink.TEXT));
                Font font = Fonts.SEMI_BOLD.deriveFont((float) size);
                g.setFont(font);
                g.drawString("(" + (char) ('a' + i) + ")", (float) (x + 0.2 * size), (float) (y + 1.1 * size));
            }
        }
    }

    @Override
    public String csv() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < panels.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(panels.get(i).csv());
        }
        return text.toString();
    }
}
