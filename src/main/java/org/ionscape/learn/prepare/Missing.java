package org.ionscape.learn.prepare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done where a feature has no value. */
public enum Missing {
    /** Filled with the median, or the most frequent category, of the training rows. */
    MEDIAN,
    DROP_ROWS,
    DROP_COLUMNS;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Missing> ofLabel(String label) {
        return Stream.of(values()).filter(m -> m.label().equals(label)).findFirst();
    }
}
