package org.ionscape.app;

import java.util.Locale;

/** The window's colours. */
public enum Theme {
    LIGHT,
    DARK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public static Theme ofLabel(String label) {
        return DARK.label().equals(label) ? DARK : LIGHT;
    }
}
