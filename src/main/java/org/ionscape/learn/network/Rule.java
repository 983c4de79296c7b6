package org.ionscape.learn.network;

/** How far weights move along their gradient. */
sealed interface Rule {
    /**
     * Adam (Kingma and Ba, arXiv:1412.6980): m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − rate · m/(√v + ε).
     *
     * @param rate the learning rate times √(1−β₂ᵗ)/(1−β₁ᵗ)
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements Rule {}

    /** Gradient descent with momentum: v ← μv − rate · g, w ← w + v, or w + μv − rate · g where Nesterov looks ahead. */
    record Momentum(double rate, double momentum, LookAhead lookAhead) implements Rule {}

    /** Whether the gradient is applied once more after the momentum. */
    enum LookAhead {
        NONE,
        NESTEROV
    }
}
