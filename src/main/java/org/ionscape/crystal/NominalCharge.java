package org.ionscape.crystal;

import java.util.Map;
import java.util.OptionalInt;

/** Formal charges of ions that move in solid electrolytes, in elementary charges. */
public final class NominalCharge {
    private static final Map<String, Integer> OF_ION = Map.ofEntries(
            Map.entry("H", 1),
            Map.entry("Li", 1),
            Map.entry("Na", 1),
            Map.entry("K", 1),
            Map.entry("Rb", 1),
            Map.entry("Cs", 1),
            Map.entry("Ag", 1),
            Map.entry("Cu", 1),
            Map.entry("Mg", 2),
            Map.entry("Ca", 2),
            Map.entry("Zn", 2),
            Map.entry("Al", 3),
            Map.entry("F", -1),
            Map.entry("Cl", -1),
            Map.entry("Br", -1),
            Map.entry("I", -1),
            Map.entry("O", -2),
            Map.entry("S", -2));

    private NominalCharge() {}

    /** The charge of an element as a mobile ion; empty for one that has no usual charge. */
    public static OptionalInt of(String element) {
        Integer charge = OF_ION.get(element);
        return charge == null ? OptionalInt.empty() : OptionalInt.of(charge);
    }
}
