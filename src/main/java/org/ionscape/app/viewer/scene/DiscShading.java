package org.ionscape.app.viewer.scene;

/** Paints a ball as a shaded disc with its highlight at 36 % from the left and 32 % from the top. */
public final class DiscShading {
    private static final double HIGHLIGHT_X = 0.36;
    private static final double HIGHLIGHT_Y = 0.32;

    private DiscShading() {}

    /**
     * Pixels of a disc that fills a square, its rim smoothed.
     *
     * @param sizePx width and height of the square
     * @param radiusPx radius of the disc about the middle of the square
     * @param rgb colour of the ball
     * @return sizePx² colours as premultiplied 0xAARRGGBB, row by row
     */
    public static int[] paint(int sizePx, double radiusPx, int rgb) {
        int[] pixels = new int[sizePx * sizePx];
        double middle = sizePx / 2.0;
        double lightX = middle + (2 * HIGHLIGHT_X - 1) * radiusPx;
        double lightY = middle + (2 * HIGHLIGHT_Y - 1) * radiusPx;
        for (int y = 0; y < sizePx; y++) {
            for (int x = 0; x < sizePx; x++) {
                double fromMiddle = Math.hypot(x + 0.5 - middle, y + 0.5 - middle);
                double cover = Math.clamp(radiusPx + 0.5 - fromMiddle, 0, 1);
                if (cover > 0) {
                    double fromLight = Math.hypot(x + 0.5 - lightX, y + 0.5 - lightY) / (1.44 * radiusPx);
                    pixels[y * sizePx + x] = premultiplied(shade(rgb, fromLight), cover);
                }
            }
        }
        return pixels;
    }

    /**
     * Pixels of a soft spot that thins out to nothing at the edge of a square.
     *
     * @param opacity in the middle
     */
    public static int[] puff(int sizePx, int rgb, double opacity) {
        int[] pixels = new int[sizePx * sizePx];
        double middle = sizePx / 2.0;
        for (int y = 0; y < sizePx; y++) {
            for (int x = 0; x < sizePx; x++) {
                double out = Math.min(1, Math.hypot(x + 0.5 - middle, y + 0.5 - middle) / middle);
                pixels[y * sizePx + x] = premultiplied(rgb, opacity * Math.pow(1 - out * out, 2));
            }
        }
        return pixels;
    }

    /** From the highlight (0) over the ball's own colour (0.45) to its dark side (1). */
    static int shade(int rgb, double fromLight) {
        if (fromLight < 0.45) {
            double share = 1 - fromLight / 0.45;
            return Rgb.mix(rgb, 0xffffff, 0.62 * share * share);
        }
        double share = Math.min(1, (fromLight - 0.45) / 0.55);
        return Rgb.mix(rgb, 0x000000, 0.42 * share);
    }

    private static int premultiplied(int rgb, double alpha) {
        int a = (int) Math.round(255 * alpha);
        int r = (int) Math.round((rgb >> 16 & 0xff) * alpha);
        int g = (int) Math.round((rgb >> 8 & 0xff) * alpha);
        int b = (int) Math.round((rgb & 0xff) * alpha);
        return a << 24 | r << 16 | g << 8 | b;
    }
}
