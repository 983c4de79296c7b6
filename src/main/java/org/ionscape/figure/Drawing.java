package org.ionscape.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** What can be drawn, alike on the screen and in files, with the numbers behind it. */
public interface Drawing {
    /** Draws into a rectangle; sizes of type and lines are in the unit of the surface. */
    void drawOn(Graphics2D g, Theme theme, FigurePainter.Style style, Rectangle2D bounds);

    /** The numbers as a table in CSV, with units in the heads. */
    String csv();
}
