package org.ionscape.format.scan;

/** Whether a run is of the perfect crystal or one with vacancies. */
public enum Stoichiometry {
    STOICHIOMETRIC("stoichiometric"),
    NON_STOICHIOMETRIC("non-stoichiometric"),
    UNKNOWN("unspecified");

    private final String label;

    Stoichiometry(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
