package org.ionscape.figure;

import java.awt.geom.Rectangle2D;

/**
 * Where the data of a drawn figure lie: the map between data and pixels, for overlays.
 *
 * @param pixels the rectangle inside the axes
 * @param x shown horizontally
 * @param y shown vertically
 */
public record PlotArea(Rectangle2D pixels, Figure.Scale xScale, Figure.Scale yScale, Figure.Range x, Figure.Range y) {

    public double toX(double value) {
        return pixels.getX() + pixels.getWidth() * share(value, x, xScale);
    }

    public double toY(double value) {
        return pixels.getMaxY() - pixels.getHeight() * share(value, y, yScale);
    }

    public double fromX(double pixel) {
        return value((pixel - pixels.getX()) / pixels.getWidth(), x, xScale);
    }

    public double fromY(double pixel) {
        return value((pixels.getMaxY() - pixel) / pixels.getHeight(), y, yScale);
    }

    private static double share(double value, Figure.Range range, Figure.Scale scale) {
        return scale == Figure.Scale.LINEAR
                ? (value - range.low()) / (range.high() - range.low())
                : Math.log(value / range.low()) / Math.log(range.high() / range.low());
    }

    private static double value(double share, Figure.Range range, Figure.Scale scale) {
        return scale == Figure.Scale.LINEAR
                ? range.low() + share * (range.high() - range.low())
                : range.low() * Math.pow(range.high() / range.low(), share);
    }
}
