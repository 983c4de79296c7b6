package org.ionscape.format.scan;

import java.util.Optional;

/**
 * What a person calls a run where recognition is wrong or silent.
 *
 * @param compound name of the compound; empty: as recognised
 * @param stoichiometry perfect or with vacancies; empty: as recognised
 */
public record Naming(Optional<String> compound, Optional<Stoichiometry> stoichiometry) {
    /** All as recognised. */
    public static final Naming NONE = new Naming(Optional.empty(), Optional.empty());

    public Naming withCompound(Optional<String> other) {
        return new Naming(other, stoichiometry);
    }

    public Naming withStoichiometry(Optional<Stoichiometry> other) {
        return new Naming(compound, other);
    }
}
