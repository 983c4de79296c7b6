package org.ionscape.stats;

import java.util.Arrays;

/** How many components are worth keeping, by rules that need not agree; each is at least 1. */
public enum ComponentCount {
    /** Eigenvalues above 1 (H. F. Kaiser, Educ. Psychol. Meas. 20, 141, 1960): more than one column's own variance. */
    KAISER("eigenvalue above 1"),
    /** The elbow: the last component before the point farthest below the line from the first eigenvalue to the last. */
    SCREE("elbow of the scree plot"),
    /** As many as carry 80 % of the variance together. */
    CUMULATIVE("80 % of the variance"),
    /** Those before the first that adds less than 5 % of the variance. */
    MARGINAL("the next adds less than 5 %"),
    /** Shares above those of a stick broken at random (D. A. Jackson, Ecology 74, 2204, 1993). */
    BROKEN_STICK("above a broken stick");

    private static final double ENOUGH = 0.8;
    private static final double LITTLE = 0.05;

    private final String words;

    ComponentCount(String words) {
        this.words = words;
    }

    /** The rule in a few words. */
    public String words() {
        return words;
    }

    /** The number by this rule, of eigenvalues in descending order. */
    public int of(double[] eigenvalues) {
        double all = Arrays.stream(eigenvalues).sum();
        return Math.max(
                1,
                switch (this) {
                    case KAISER -> first(eigenvalues.length, k -> eigenvalues[k] <= 1);
                    case SCREE -> elbow(eigenvalues);
                    case CUMULATIVE -> {
                        double[] sum = {0};
                        yield 1
                                + first(
                                        eigenvalues.length - 1,
                                        k -> (sum[0] += eigenvalues[k]) >= ENOUGH * all * (1 - 1e-12));
                    }
                    case MARGINAL -> first(eigenvalues.length, k -> eigenvalues[k] < LITTLE * all);
                    case BROKEN_STICK -> {
                        double[] stick = brokenStick(eigenvalues.length);
                        yield first(eigenvalues.length, k -> eigenvalues[k] / all <= stick[k]);
                    }
                });
    }

    /** Expected shares of the pieces of a stick broken at random, longest first: b_k = (1/p) Σ_{i=k…p} 1/i. */
    public static double[] brokenStick(int pieces) {
        double[] share = new double[pieces];
        double sum = 0;
        for (int k = pieces; k >= 1; k--) {
            sum += 1.0 / k;
            share[k - 1] = sum / pieces;
        }
        return share;
    }

    private interface Rule {
        boolean ends(int k);
    }

    private static int first(int length, Rule rule) {
        int k = 0;
        while (k < length && !rule.ends(k)) {
            k++;
        }
        return k;
    }

    private static int elbow(double[] values) {
        int last = values.length - 1;
        int best = 0;
        double deepest = 0;
        for (int k = 1; k < last; k++) {
            double chord = values[0] + (values[last] - values[0]) * k / last;
            if (chord - values[k] > deepest) {
                deepest = chord - values[k];
                best = k;
            }
        }
        return best;
    }
}
