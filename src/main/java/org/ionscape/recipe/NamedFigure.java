package org.ionscape.recipe;

import org.ionscape.figure.Drawing;

/**
 * A figure of a result.
 *
 * @param name as {@code --figure-kind} writes it
 * @param title in a few words
 * @param drawing as on screen and in files
 * @param heightOfWidth good proportion
 * @param columns journal columns it is made for, 1 or 2
 * @param caption drafted from what was done, as markup
 */
public record NamedFigure(
        String name, String title, Drawing drawing, double heightOfWidth, int columns, String caption) {}
