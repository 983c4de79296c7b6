package org.ionscape.figure.stats;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.ionscape.figure.PlotArea;

/** Many points as one picture of the screen, discs with soft edges, so that 100 000 of them stay interactive. */
final class PointRaster {
    /** Above this points on the screen are a picture. */
    static final int MOST_SHAPES = 2000;

    private static final int STEPS = 8;
    private static final int SIZES = 400;

    private final Rectangle2D box;
    private final int width;
    private final int height;
    private final int[] argb;
    private final Stamp[] stamps = new Stamp[SIZES];

    /** A picture of a part of the screen with nothing in it yet. */
    PointRaster(Rectangle2D box) {
        this.box = box;
        width = (int) Math.ceil(box.getWidth());
        height = (int) Math.ceil(box.getHeight());
        argb = new int[width * height];
    }

    static void draw(ScatterFigure figure, Pen pen, PlotArea area, double radius) {
        PointRaster raster = new PointRaster(area.pixels());
        int[] colours = new int[figure.grouping().names().size() + 1];
        for (int group = -1; group < colours.length - 1; group++) {
            colours[group + 1] = figure.grouping().colour(group, pen.theme).getRGB();
        }
        int ring = Marks.ring(pen).getRGB();
        double sx = area.pixels().getWidth() / (area.x().high() - area.x().low());
        double sy = area.pixels().getHeight() / (area.y().high() - area.y().low());
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < figure.x().length; i++) {
                boolean selected = figure.selected().get(i);
                if (selected != (pass == 1)) {
                    continue;
                }
                double x = area.pixels().getX() + (figure.x()[i] - area.x().low()) * sx;
                double y = area.pixels().getY() + (area.y().high() - figure.y()[i]) * sy;
                if (selected) {
                    raster.disc(x, y, radius + pen.line, ring);
                }
                raster.disc(x, y, radius, colours[figure.grouping().of()[i] + 1]);
            }
        }
        raster.drawOn(pen);
    }

    /** A disc at whole pixels, its radius to an eighth of one; nothing where it is not a number or outside. */
    void disc(double x, double y, double radius, int colour) {
        double px = x - box.getX();
        double py = y - box.getY();
        if (!(px > -radius && py > -radius && px < width + radius && py < height + radius)) {
            return;
        }
        int size = Math.clamp(Math.round(radius * STEPS), 1, SIZES - 1);
        if (stamps[size] == null) {
            stamps[size] = new Stamp((double) size / STEPS);
        }
        stamps[size].press(argb, width, height, px, py, colour);
    }

    void drawOn(Pen pen) {
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
