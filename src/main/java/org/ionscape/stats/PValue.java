package org.ionscape.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a p-value comes from; all are two-sided. */
public enum PValue {
    /**
     * From t = r √((n−2)/(1−r²)) with n−2 degrees of freedom; for Kendall, whose τ has no such law, from the normal law
     * of the score with its variance corrected for ties.
     */
    T,
    /** Over all n! orders, for pairs of up to {@link NullDistribution#MOST_EXACT} rows; permutation above. */
    EXACT,
    /** Over {@link NullDistribution#PERMUTATIONS} seeded random orders. */
    PERMUTATION;

    /** As written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PValue> ofLabel(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }
}
