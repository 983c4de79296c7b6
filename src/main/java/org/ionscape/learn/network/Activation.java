package org.ionscape.learn.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a hidden unit makes of its sum. */
enum Activation {
    RELU,
    TANH,
    LOGISTIC,
    IDENTITY;

    /** As scikit-learn spells them, the default first. */
    static final List<String> WORDS = Stream.of(values()).map(Activation::word).toList();

    static Activation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    double of(double z) {
        return switch (this) {
            case RELU -> Math.max(0, z);
            case TANH -> Math.tanh(z);
            case LOGISTIC -> 1 / (1 + Math.exp(-z));
            case IDENTITY -> z;
        };
    }

    /** The derivative, from the value it gave. */
    double slope(double value) {
        return switch (this) {
            case RELU -> value > 0 ? 1 : 0;
            case TANH -> 1 - value * value;
            case LOGISTIC -> value * (1 - value);
            case IDENTITY -> 1;
        };
    }

    /** Variance of the initial weights times the number of ends, by Glorot and Bengio (AISTATS 2010). */
    double spread() {
        return this == LOGISTIC ? 2 : 6;
    }
}
