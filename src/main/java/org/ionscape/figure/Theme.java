package org.ionscape.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** The colours of a figure, from the program's palette. */
public enum Theme {
    LIGHT(0xffffff, 0x24292f, 0x57606a, 0x0969da, 0x8250df, 0x1b7c83, 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00),
    DARK(0x12171e, 0xe6edf3, 0x8b949e, 0x2f81f7, 0xa371f7, 0x39c5cf, 0x3C9BE0, 0xF0793A, 0x1FBF92, 0xDE93BC, 0xF0B232);

    private final Color background;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which gives an unmodifiable one
    private final List<Color> inks;

    Theme(int background, int... inks) {
        this.background = new Color(background);
        this.inks = Arrays.stream(inks).mapToObj(Color::new).toList();
    }

    public Color background() {
        return background;
    }

    public Color of(Figure.Ink ink) {
        return inks.get(
                switch (ink) {
                    case TEXT -> 0;
                    case MUTED -> 1;
                    case ACCENT -> 2;
                    case MOBILE -> 3;
                    case FRAMEWORK -> 4;
                    case ONE -> 5;
                    case TWO -> 6;
                    case THREE -> 7;
                    case FOUR -> 8;
                    case FIVE -> 9;
                });
    }

    Color of(Figure.Ink ink, double opacity) {
        Color c = of(ink);
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * opacity));
    }
}
