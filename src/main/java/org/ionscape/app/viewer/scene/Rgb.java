package org.ionscape.app.viewer.scene;

/** Arithmetic of opaque colours written as 0xRRGGBB. */
public final class Rgb {
    private Rgb() {}

    /** From {@code a} (share 0) to {@code b} (share 1). */
    public static int mix(int a, int b, double share) {
        int red = channel(a, b, share, 16);
        int green = channel(a, b, share, 8);
        int blue = channel(a, b, share, 0);
        return red << 16 | green << 8 | blue;
    }

    private static int channel(int a, int b, double share, int shift) {
        int from = a >> shift & 0xff;
        int to = b >> shift & 0xff;
        return Math.clamp(Math.round(from + share * (to - from)), 0, 255);
    }
}
