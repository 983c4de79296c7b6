package org.ionscape.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done about missing values where a method needs every one. */
public enum MissingPolicy {
    /** Rows that lack any value are left out. */
    DROP_ROWS,
    /** Columns that lack any value are left out. */
    DROP_COLUMNS,
    /** A missing value becomes the median of its column. */
    MEDIAN;

    /** As written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MissingPolicy> ofLabel(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }
}
