package org.ionscape.learn.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which rows a tree is grown on.
 *
 * @param weight of each row in means and impurities; rows of weight 0 are left out
 * @param samples how many samples each row counts for where a setting asks for a number of samples
 */
record Sample(double[] weight, int[] samples) {
    /** Every row once. */
    static Sample all(int rows) {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        return copies(once);
    }

    /** Rows drawn several times are several samples, as AdaBoost hands them to its trees. */
    static Sample copies(int[] drawn) {
        double[] weight = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            weight[i] = drawn[i];
        }
        return new Sample(weight, drawn);
    }

    /** Rows drawn several times are one sample of more weight, as forests and bagging have it. */
    static Sample weights(int[] drawn) {
        int[] once = new int[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            once[i] = Math.min(drawn[i], 1);
        }
        return new Sample(copies(drawn).weight(), once);
    }

    /** How often each of {@code rows} rows comes up in {@code draws} draws with replacement. */
    static int[] bootstrap(int rows, int draws, SplittableRandom random) {
        int[] drawn = new int[rows];
        for (int k = 0; k < draws; k++) {
            drawn[random.nextInt(rows)]++;
        }
        return drawn;
    }
}
