package org.ionscape.stats.cluster;

/** Euclidean distances. */
final class Distance {
    private Distance() {}

    static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = a[d] - b[d];
            sum += difference * difference;
        }
        return sum;
    }

    static double of(double[] a, double[] b) {
        return Math.sqrt(squared(a, b));
    }
}
