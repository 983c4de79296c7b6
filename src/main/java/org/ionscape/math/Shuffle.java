package org.ionscape.math;

import java.util.random.RandomGenerator;

/** Random orders. */
public final class Shuffle {
    private Shuffle() {}

    /** Puts the values in a random order, each as likely as any other (Fisher–Yates). */
    public static void inPlace(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    /** The numbers 0 to {@code n} − 1 in a random order. */
    public static int[] order(int n, RandomGenerator random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        inPlace(order, random);
        return order;
    }
}
