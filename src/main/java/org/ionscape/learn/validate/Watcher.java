package org.ionscape.learn.validate;

/** Sees a validation as it goes. Called on worker threads, several at once. */
public interface Watcher {
    /** Nobody watches. */
    Watcher NONE = new Watcher() {};

    /**
     * One pass of an iterative fit is done.
     *
     * @param fold of which the fit is
     * @param epoch from 1
     * @param loss of the training rows, as the model defines it
     * @param heldOut half the mean squared error of the fold's held-out rows, in the scale the model learns in
     */
    default void epoch(Fold fold, int epoch, double loss, double heldOut) {}

    /** A fold is done. */
    default void fold(FoldResult result) {}

    /** Whether {@link #epoch} is wanted; it costs a prediction of the held-out rows each time. */
    default boolean wantsEpochs() {
        return false;
    }
}
