package org.ionscape.crystal;

import java.util.Collection;
import java.util.List;

/** Which species of a compound moves, guessed from its elements alone. */
public final class MobileIon {
    private static final List<String> BY_RANK = List.of("Li", "Na", "Ag", "Cu", "K", "Cl", "Br", "I", "F", "O");

    private MobileIon() {}

    /**
     * The first present of Li, Na, Ag, Cu, K, then the halogens Cl, Br, I, F, then O; iodine with bromine gives both.
     * Empty when none of them is present: then only the motion itself can tell.
     */
    public static List<String> of(Collection<String> elements) {
        for (String candidate : BY_RANK) {
            if (elements.contains(candidate)) {
                return candidate.equals("Br") && elements.contains("I") ? List.of("Br", "I") : List.of(candidate);
            }
        }
        return List.of();
    }
}
