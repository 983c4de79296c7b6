package org.ionscape.symmetry;

import java.util.Locale;

/** The seven crystal systems. */
public enum CrystalSystem {
    TRICLINIC(1),
    MONOCLINIC(2),
    ORTHORHOMBIC(3),
    TETRAGONAL(4),
    TRIGONAL(5),
    HEXAGONAL(6),
    CUBIC(7);

    private final int code;

    CrystalSystem(int code) {
        this.code = code;
    }

    /** Our encoding for statistics: 1 triclinic … 7 cubic. */
    public int code() {
        return code;
    }

    /** As it is written in tables and JSON: {@code "cubic"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
