package org.ionscape.app.parts;

/**
 * How people see colours; for looking at a figure as they would. The matrices act on linear RGB and are those of
 * G. M. Machado et al., IEEE Trans. Vis. Comput. Graph. 15, 1291 (2009), for severity 1.
 */
enum ColourVision {
    NORMAL("Normal"),
    DEUTERANOPIA(
            "Deuteranopia", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    PROTANOPIA(
            "Protanopia", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    GREYSCALE("Greyscale", 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final double[] matrix;

    ColourVision(String label, double... matrix) {
        this.label = label;
        this.matrix = matrix;
    }

    String label() {
        return label;
    }

    /** A colour, 0xAARRGGBB, as it is seen. */
    int seen(int argb) {
        if (matrix.length == 0) {
            return argb;
        }
        double[] rgb = {linear(argb >> 16 & 0xff), linear(argb >> 8 & 0xff), linear(argb & 0xff)};
        int out = argb & 0xff000000;
        for (int i = 0; i < 3; i++) {
            double value = matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2];
            out |= stored(value) << (16 - 8 * i);
        }
        return out;
    }

    private static double linear(int stored) {
        double c = stored / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int stored(double linear) {
        double c = Math.clamp(linear, 0, 1);
        double s = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * s);
    }
}
