package org.ionscape.compute;

import java.util.Locale;
import java.util.Optional;

/** The two ways every number can be computed. Each result is stamped with its own. */
public enum Preset {
    /** The equations of the published studies, to the letter. */
    PAPER,
    /** What a careful practitioner would publish; the default. */
    RECOMMENDED;

    /** As it is written in JSON, tables and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Preset> ofLabel(String label) {
        for (Preset preset : values()) {
            if (preset.label().equals(label)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }
}
