package org.ionscape.app;

/** Where a run stands, as its badge says it. */
public enum RunStatus {
    NOT_ANALYSED("not analysed"),
    QUEUED("waiting"),
    RUNNING("being analysed"),
    DONE("done"),
    STALE("stale"),
    PROBLEM("problem");

    private final String label;

    RunStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a job of this run is waiting or at work. */
    public boolean isBusy() {
        return this == QUEUED || this == RUNNING;
    }
}
