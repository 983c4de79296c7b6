package org.ionscape.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How two columns are compared. */
public enum CorrelationMethod {
    /** Pearson's r of the average ranks, taken among the rows that both columns have. */
    SPEARMAN,
    /** Product-moment correlation. */
    PEARSON,
    /** Kendall's τ_b, which corrects for ties. */
    KENDALL;

    /** As written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CorrelationMethod> ofLabel(String label) {
        return Arrays.stream(values()).filter(m -> m.label().equals(label)).findFirst();
    }
}
