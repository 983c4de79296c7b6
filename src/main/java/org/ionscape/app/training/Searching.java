package org.ionscape.app.training;

/** How hyper-parameters are found. */
public enum Searching {
    /** As they are set. */
    FIXED("fixed"),
    /** The best of all combinations. */
    GRID("grid"),
    /** The best of some combinations drawn at random. */
    RANDOM("random");

    final String words;

    Searching(String words) {
        this.words = words;
    }
}
