package org.ionscape.figure.stats;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.ionscape.figure.Theme;

/** Colours with a meaning: categories of descriptors, families of materials, classes, correlations and p-values. */
public final class Palette {
    private static final int[] CLASSES = {0x88CCEE, 0xDDCC77, 0x44AA99, 0xDE8794, 0xB08CE8, 0xA9B665};
    private static final int[] CLASSES_ON_WHITE = {0x3FA3CF, 0xB8A13A, 0x2F8F80, 0xCF6475, 0x8F63D6, 0x869447};
    private static final int[] P_CLASSES = {0x3b1a63, 0x6a3d9a, 0x9b7cc0, 0xcdbde0, 0xf4f2f7};
    private static final int[] P_CLASSES_ON_DARK = {0xd9c8f2, 0xa785d6, 0x7350a8, 0x44306a, 0x1c2029};

    /** Upper ends of the classes of p but the last. */
    static final double[] P_LEVELS = {0.001, 0.01, 0.05, 0.20};

    private static final int[] CORRELATION = {0x0b3c7d, 0x2f74b8, 0x84b3da, 0xf4f5f6, 0xe8a08c, 0xc04a44, 0x7a0d24};
    private static final int DARK_CENTRE = 0x161b22;
    private static final int SHADES = 256;
    private static final int[][] SHADE = {shades(Theme.LIGHT), shades(Theme.DARK)};

    private static final List<String> FAMILIES = List.of("Li", "Na", "halide", "Ag/Cu", "O", "K");
    private static final int[] FAMILY = {0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0x8C959F};
    private static final int[] FAMILY_ON_DARK = {0x3C9BE0, 0xF0B232, 0x1FBF92, 0xF0793A, 0xDE93BC, 0x56B4E9, 0x8C959F};

    private static final List<String> CATEGORIES = List.of(
            "mechanical–elastic",
            "diffusive–vibrational",
            "structural–compositional",
            "geometric",
            "elemental",
            "lattice and dielectric",
            "bonding",
            "stability");
    private static final int[] CATEGORY = {
        0x004488, 0xBB5566, 0xC2902A, 0x1b7c83, 0x8250df, 0x004488, 0xBB5566, 0xC2902A, 0x57606a
    };
    private static final int[] CATEGORY_ON_DARK = {
        0x6CA0D8, 0xEE99AA, 0xEECC66, 0x35c29b, 0xB08CE8, 0x6CA0D8, 0xEE99AA, 0xEECC66, 0x8b949e
    };

    private Palette() {}

    /** A class, from 0; classes beyond the palette take its colours again, their numbers tell them apart. */
    static Color ofClass(int number, Theme theme) {
        if (number < 0) {
            return ofGroup("other", theme);
        }
        return new Color((theme == Theme.DARK ? CLASSES : CLASSES_ON_WHITE)[number % CLASSES.length]);
    }

    /** A category of descriptors. */
    static Color ofCategory(String category, Theme theme) {
        int i = CATEGORIES.indexOf(category);
        int[] colours = theme == Theme.DARK ? CATEGORY_ON_DARK : CATEGORY;
        return new Color(colours[i < 0 ? colours.length - 1 : i]);
    }

    /** A family of materials or a mobile ion; grey for any other. */
    static Color ofGroup(String group, Theme theme) {
        int i = FAMILIES.indexOf(familyOf(group));
        int[] colours = theme == Theme.DARK ? FAMILY_ON_DARK : FAMILY;
        return new Color(colours[i < 0 ? colours.length - 1 : i]);
    }

    /** A group by its place in a list where it is no family of its own; at most six colours. */
    static Color ofGroup(String group, List<String> all, Theme theme) {
        if (FAMILIES.contains(familyOf(group))) {
            Color own = ofGroup(group, theme);
            return group.equals("Cu") && all.contains("Ag") ? own.darker() : own; // one family, two ions
        }
        boolean families = all.stream().anyMatch(g -> FAMILIES.contains(familyOf(g)));
        return families ? ofGroup("other", theme) : ofGroup(FAMILIES.get(Math.floorMod(all.indexOf(group), 6)), theme);
    }

    private static String familyOf(String group) {
        return switch (group) {
            case "F", "Cl", "Br", "I", "Br;I", "Br, I", "Br+I", "Halide" -> "halide";
            case "Ag", "Cu" -> "Ag/Cu";
            default -> group;
        };
    }

    /** A coefficient from −1 to 1. */
    static int ofCorrelation(double r, Theme theme) {
        int at = (int) Math.round((Math.clamp(r, -1, 1) + 1) / 2 * (SHADES - 1));
        return SHADE[theme == Theme.DARK ? 1 : 0][at];
    }

    /** A p-value by its class. */
    static int ofP(double p, Theme theme) {
        int[] colours = theme == Theme.DARK ? P_CLASSES_ON_DARK : P_CLASSES;
        int k = 0;
        while (k < P_LEVELS.length && p >= P_LEVELS[k]) {
            k++;
        }
        return colours[k];
    }

    /** The name of a class of p, {@code "< 0.01"}. */
    static String pLabel(int k) {
        return k == P_LEVELS.length ? "≥ " + level(P_LEVELS[k - 1]) : "< " + level(P_LEVELS[k]);
    }

    private static String level(double p) {
        return p < 0.01 ? String.format(Locale.ROOT, "%.3f", p) : String.format(Locale.ROOT, "%.2f", p);
    }

    /** Interpolated in OKLab (B. Ottosson, 2020), so that equal steps look equal. */
    private static int[] shades(Theme theme) {
        int[] anchors = CORRELATION.clone();
        if (theme == Theme.DARK) {
            anchors[anchors.length / 2] = DARK_CENTRE;
        }
        int[] shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            double at = i / (SHADES - 1.0) * (anchors.length - 1);
            int k = Math.min((int) at, anchors.length - 2);
            double[] a = lab(anchors[k]);
            double[] b = lab(anchors[k + 1]);
            double t = at - k;
            shades[i] =
                    rgb(new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])});
        }
        return shades;
    }

    private static double[] lab(int colour) {
        double r = linear(colour >> 16 & 0xff);
        double g = linear(colour >> 8 & 0xff);
        double b = linear(colour & 0xff);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static int rgb(double[] lab) {
        double l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
        double m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
        double s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
        int r = coded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int g = coded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int b = coded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return r << 16 | g << 8 | b;
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static int coded(double value) {
        double v = Math.clamp(value, 0, 1);
        double c = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * c);
    }
}
