package org.ionscape.crystal;

import java.util.List;

/** The families of solid electrolytes, by mobile ion. */
public enum Family {
    LI("Li"),
    NA("Na"),
    K("K"),
    AG_CU("Ag/Cu"),
    HALIDE("halide"),
    O("O"),
    OTHER("other");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** As it is written on screen, in tables and in JSON: {@code "Li"}, {@code "Ag/Cu"}, {@code "halide"} … */
    public String label() {
        return label;
    }

    /** The family of a label; {@link #OTHER} for one that is none. */
    public static Family ofLabel(String label) {
        for (Family family : values()) {
            if (family.label.equalsIgnoreCase(label)) {
                return family;
            }
        }
        return OTHER;
    }

    /** The family whose mobile ions are these elements. */
    public static Family ofMobile(List<String> mobile) {
        return mobile.isEmpty()
                ? OTHER
                : switch (mobile.getFirst()) {
                    case "Li" -> LI;
                    case "Na" -> NA;
                    case "K" -> K;
                    case "Ag", "Cu" -> AG_CU;
                    case "F", "Cl", "Br", "I" -> HALIDE;
                    case "O" -> O;
                    default -> OTHER;
                };
    }
}
