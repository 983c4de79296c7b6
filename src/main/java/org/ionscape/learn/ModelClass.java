package org.ionscape.learn;

import java.util.Locale;

/** The classes in which models are grouped when they are compared. */
public enum ModelClass {
    LINEAR,
    SUPPORT_VECTOR,
    KERNEL,
    TREE,
    ENSEMBLE,
    NEURAL_NETWORK;

    /** As it is written in JSON and on figures, for example {@code support vector}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
