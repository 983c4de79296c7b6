package org.ionscape.transport;

import java.util.Locale;

/** What common motion is subtracted from the paths. */
public enum Drift {
    NONE,
    /** The mass-weighted motion of all atoms. */
    TOTAL,
    /** The mass-weighted motion of all atoms that are not mobile; of all atoms if every one is mobile. */
    FRAMEWORK;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
