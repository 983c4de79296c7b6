package org.ionscape.figure.stats;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.ionscape.figure.PlotArea;

/** Many points as one picture of the screen, discs with soft edges, so that 100 000 of them stay interactive. */
final class PointRaster {
    private PointRaster() {}

    static void draw(ScatterFigure figure, Pen pen, PlotArea area, double radius) {
        Rectangle2D box = area.pixels();
        int width = (int) Math.ceil(box.getWidth());
        int height = (int) Math.ceil(box.getHeight());
        int[] argb = new int[width * height];
        int[] colours = new int[figure.grouping().names().size() + 1];
        for (int group = -1; group < colours.length - 1; group++) {
            colours[group + 1] = figure.grouping().colour(group, pen.theme).getRGB();
        }
        Stamp stamp = new Stamp(radius);
        Stamp ring = new Stamp(radius + pen.line);
        int outline = Marks.ring(pen).getRGB();
        double sx = box.getWidth() / (area.x().high() - area.x().low());
        double sy = box.getHeight() / (area.y().high() - area.y().low());
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < figure.x().length; i++) {
                boolean selected = figure.selected().get(i);
                if (selected != (pass == 1)) {
                    continue;
                }
                double px = (figure.x()[i] - area.x().low()) * sx;
                double py = (area.y().high() - figure.y()[i]) * sy;
                if (!(px > -radius && py > -radius && px < width + radius && py < height + radius)) {
                    continue;
                }
                if (selected) {
                    ring.press(argb, width, height, px, py, outline);
                }
                stamp.press(
                        argb, width, height, px, py, colours[figure.grouping().of()[i] + 1]);
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        pen.g.drawImage(image, (int) box.getX(), (int) box.getY(), null);
    }

    /** A disc of a radius at whole pixels, its coverage from 0 to 255. */
    private static final class Stamp {
        private final int reach;
        private final int[] coverage;

        Stamp(double radius) {
            reach = (int) Math.ceil(radius + 0.5);
            int side = 2 * reach + 1;
            coverage = new int[side * side];
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    double inside = Math.clamp(radius + 0.5 - Math.hypot(dx, dy), 0, 1);
                    coverage[(dy + reach) * side + dx + reach] = (int) Math.round(255 * inside);
                }
            }
        }

        void press(int[] argb, int width, int height, double px, double py, int colour) {
            int cx = (int) px;
            int cy = (int) py;
            int side = 2 * reach + 1;
            for (int y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
                for (int x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
                    int a = coverage[(y - cy + reach) * side + x - cx + reach];
                    if (a > 0) {
                        int at = y * width + x;
                        argb[at] = a == 255 ? colour : over(argb[at], colour, a);
                    }
                }
            }
        }

        private static int over(int below, int colour, int a) {
            int ba = below >>> 24;
            int alpha = a + ba * (255 - a) / 255;
            return alpha << 24
                    | channel(below, colour, 16, a, ba, alpha)
                    | channel(below, colour, 8, a, ba, alpha)
                    | channel(below, colour, 0, a, ba, alpha);
        }

        private static int channel(int below, int colour, int shift, int a, int ba, int alpha) {
            int c = colour >> shift & 0xff;
            int b = below >> shift & 0xff;
            return (c * a + b * ba * (255 - a) / 255) / alpha << shift;
        }
    }
}
