package org.ionscape.vibration;

import java.util.Arrays;
import java.util.Optional;

/** What people read a vibrational spectrum in. */
public enum EnergyUnit {
    MEV("Energy", "meV", "energy [meV]", 1, 1),
    THZ("Frequency", "THz", "frequency [THz]", 1 / 4.135667696, 2),
    PER_CM("Wavenumber", "cm^{−1}", "wavenumber [1/cm]", 8.065543937, 0);

    private final String quantity;
    private final String label;
    private final String column;
    private final double perMeV;
    private final int decimals;

    EnergyUnit(String quantity, String label, String column, double perMeV, int decimals) {
        this.quantity = quantity;
        this.label = label;
        this.column = column;
        this.perMeV = perMeV;
        this.decimals = decimals;
    }

    /** The unit of a name as {@link #name()} gives it. */
    public static Optional<EnergyUnit> ofName(String name) {
        return Arrays.stream(values()).filter(u -> u.name().equals(name)).findFirst();
    }

    /** What is measured in it: energy, frequency or wavenumber. */
    public String quantity() {
        return quantity;
    }

    /** As markup: a superscript is written {@code ^{…}}. */
    public String label() {
        return label;
    }

    /** As {@link #label()}, where nothing sets exponents. */
    public String plainLabel() {
        return this == PER_CM ? "cm⁻¹" : label;
    }

    /** Name of a column of such values. */
    public String column() {
        return column;
    }

    /** How many of this unit make one meV, by CODATA 2018. */
    public double perMeV() {
        return perMeV;
    }

    /** Decimals that a mean is worth writing with. */
    public int decimals() {
        return decimals;
    }
}
