package org.ionscape.learn.network;

/** A network while it learns, in one precision. Not for several threads at once. */
interface Trainer {
    /**
     * Moves the weights down the gradient of (Σ(y−f)² + α Σw²)/2n over some rows; biases are not penalised.
     *
     * @param order row numbers; those from {@code from} to before {@code to} are learned from
     * @param rule how far to move
     * @return that loss before the move
     */
    double learn(int[] order, int from, int to, Rule rule);

    /** The weights as they are now, as a copy. */
    Layers layers();
}
