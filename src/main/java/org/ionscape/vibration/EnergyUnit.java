package org.ionscape.vibration;

/** What people read a vibrational spectrum in. */
public enum EnergyUnit {
    MEV("Energy", "meV", "energy [meV]", 1),
    THZ("Frequency", "THz", "frequency [THz]", 1 / 4.135667696),
    PER_CM("Wavenumber", "cm^{−1}", "wavenumber [1/cm]", 8.065543937);

    private final String quantity;
    private final String label;
    private final String column;
    private final double perMeV;

    EnergyUnit(String quantity, String label, String column, double perMeV) {
        this.quantity = quantity;
        this.label = label;
        this.column = column;
        this.perMeV = perMeV;
    }

    /** What is measured in it: energy, frequency or wavenumber. */
    public String quantity() {
        return quantity;
    }

    /** As markup: a superscript is written {@code ^{…}}. */
    public String label() {
        return label;
    }

    /** Name of a column of such values. */
    public String column() {
        return column;
    }

    /** How many of this unit make one meV, by CODATA 2018. */
    public double perMeV() {
        return perMeV;
    }
}
