package org.ionscape.figure.stats;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.ionscape.figure.Figure;

/** Points and numbers of classes. */
final class Marks {
    private Marks() {}

    /** A point with an outline that parts it from its neighbours; a selected one is ringed. */
    static void point(Pen pen, double x, double y, double radius, Color colour, boolean selected) {
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.g.setColor(colour);
        pen.g.fill(dot);
        pen.stroke(selected ? 1.2 * pen.line : 0.4 * pen.line);
        pen.g.setColor(selected ? ring(pen) : pen.theme.background());
        pen.g.draw(dot);
    }

    static Color ring(Pen pen) {
        return pen.theme == org.ionscape.figure.Theme.DARK ? Color.WHITE : pen.ink(Figure.Ink.ACCENT);
    }

    /** The number of a class, from 1, in a circle of its colour. */
    static void number(Pen pen, double x, double y, int number, Color colour) {
        double r = 0.82 * pen.em;
        Ellipse2D circle = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        pen.g.setColor(pen.theme.background());
        pen.g.fill(circle);
        pen.stroke(pen.line);
        pen.g.setColor(colour);
        pen.g.draw(circle);
        pen.text(
                Integer.toString(number + 1),
                x,
                y + 0.34 * pen.small,
                pen.small,
                Pen.Align.CENTRE,
                pen.ink(Figure.Ink.TEXT));
    }
}
