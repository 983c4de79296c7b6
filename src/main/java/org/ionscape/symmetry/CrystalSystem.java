package org.ionscape.symmetry;

import java.util.Locale;

/** The seven crystal systems. */
public enum CrystalSystem {
    TRICLINIC,
    MONOCLINIC,
    ORTHORHOMBIC,
    TETRAGONAL,
    TRIGONAL,
    HEXAGONAL,
    CUBIC;

    /** Our encoding for statistics: 1 triclinic … 7 cubic. */
    public int code() {
        return ordinal() + 1;
    }

    /** As it is written in tables and JSON: {@code "cubic"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
