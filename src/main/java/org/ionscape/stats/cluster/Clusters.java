package org.ionscape.stats.cluster;

/**
 * Rows put into classes, numbered from 0 by first appearance in the order of the rows.
 *
 * @param labels class of each row; {@link #NOISE} belongs to none
 * @param centroids mean of each class
 * @param inertia sum of squared distances of the rows to the centroids of their classes
 */
public record Clusters(int[] labels, double[][] centroids, double inertia) {
    /** The label of a row that belongs to no class. */
    public static final int NOISE = -1;

    /** Number of classes. */
    public int k() {
        return centroids.length;
    }

    /** Rows in each class. */
    public int[] sizes() {
        int[] sizes = new int[k()];
        for (int label : labels) {
            if (label != NOISE) {
                sizes[label]++;
            }
        }
        return sizes;
    }

    /** From labels of any numbering, negative ones meaning none. */
    static Clusters of(double[][] points, int[] given) {
        int[] labels = new int[given.length];
        java.util.Map<Integer, Integer> number = new java.util.HashMap<>();
        for (int row = 0; row < given.length; row++) {
            labels[row] = given[row] < 0 ? NOISE : number.computeIfAbsent(given[row], g -> number.size());
        }
        int dimensions = points.length == 0 ? 0 : points[0].length;
        double[][] centroids = new double[number.size()][dimensions];
        int[] sizes = new int[number.size()];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != NOISE) {
                sizes[labels[row]]++;
                for (int d = 0; d < dimensions; d++) {
                    centroids[labels[row]][d] += points[row][d];
                }
            }
        }
        for (int c = 0; c < sizes.length; c++) {
            for (int d = 0; d < dimensions; d++) {
                centroids[c][d] /= sizes[c];
            }
        }
        double inertia = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != NOISE) {
                inertia += Distance.squared(points[row], centroids[labels[row]]);
            }
        }
        return new Clusters(labels, centroids, inertia);
    }
}
