package org.ionscape.learn.subset;

import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;

/**
 * All subsets of up to {@code largest} of {@code features} features, numbered. The numbers jump between the sizes, so that
 * any stretch of them is like the whole: what is best so far means something, and the time left can be told.
 */
final class SubsetSpace {
    private static final long MOST = 1L << 31;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final int features;
    private final int largest;
    private final long[][] choose;
    private final long size;
    private final long stride;

    SubsetSpace(int features, int largest) {
        this.features = features;
        this.largest = Math.min(features, largest);
        choose = new long[features + 1][this.largest + 1];
        for (int n = 0; n <= features; n++) {
            choose[n][0] = 1;
            for (int k = 1; k <= Math.min(n, this.largest); k++) {
                choose[n][k] = Math.min(MOST + 1, choose[n - 1][k - 1] + (k < n ? choose[n - 1][k] : 0));
            }
        }
        long sum = 0;
        for (int k = 1; k <= this.largest; k++) {
            sum = Math.min(MOST + 1, sum + choose[features][k]);
        }
        size = sum;
        if (size > MOST) {
            throw new InputException(Problem.of("there are more than two thousand million subsets of up to "
                    + this.largest + " of " + features
                    + " features; ask for smaller ones (--max-size) or search greedily or genetically (--search)"));
        }
        stride = coprime(Math.max(1, Math.round(GOLDEN * size)), size);
    }

    private static long coprime(long near, long size) {
        long stride = near;
        while (gcd(stride, size) != 1) {
            stride++;
        }
        return stride;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    long size() {
        return size;
    }

    int features() {
        return features;
    }

    int largest() {
        return largest;
    }

    /** The subset of a number from 0 to size − 1, ascending. */
    int[] subset(long number) {
        long rank = number * stride % size; // both below 2³¹
        int k = 1;
        while (rank >= choose[features][k]) {
            rank -= choose[features][k++];
        }
        int[] subset = new int[k];
        int feature = 0;
        for (int at = 0; at < k; at++) {
            // subsets that have this feature next come before those that do not
            long with = choose[features - feature - 1][k - at - 1];
            while (rank >= with) {
                rank -= with;
                feature++;
                with = choose[features - feature - 1][k - at - 1];
            }
            subset[at] = feature++;
        }
        return subset;
    }
}
