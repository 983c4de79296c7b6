package org.ionscape.transport.hops;

import java.util.Arrays;

/**
 * The places about which an ion vibrates, by k-means of its positions for k = 1, 2, …, the best k being that of the
 * largest mean silhouette (P. J. Rousseeuw, J. Comput. Appl. Math. 20, 53 (1987)).
 *
 * <p>Each k starts from the centres of k − 1 and the position that would lower the sum of squares most (fast global
 * k-means: A. Likas, N. Vlassis, J. J. Verbeek, Pattern Recognit. 36, 451 (2003)), so that nothing is random. Up to
 * {@value #SAMPLE} positions, evenly spaced in time, are clustered; the centres found are then refined with all frames.
 */
final class Clustering {
    /** Below this mean silhouette there is one centre. */
    static final double LEAST_SILHOUETTE = 0.7;

    private static final int SAMPLE = 600;
    private static final int MOST_CENTRES = 40;
    private static final int PATIENCE = 8;
    private static final int MOST_ROUNDS = 50;

    private final int count;
    private final double[] points;
    private final double[] distance;

    private Clustering(double[] points) {
        this.points = points;
        this.count = points.length / 3;
        this.distance = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                distance[i * count + j] = Math.sqrt(squared(points, 3 * i, points, 3 * j));
                distance[j * count + i] = distance[i * count + j];
            }
        }
    }

    /**
     * Centres of a path.
     *
     * @param path x, y, z against frame, Å
     * @param leastApartA paths that stay within this of their mean have one centre
     * @return three numbers a centre, in the order in which the path first comes to them
     */
    static double[] centres(double[][] path, double leastApartA) {
        double[] all = points(path, path[0].length);
        double[] one = means(all, new int[all.length / 3], 1, new double[3]);
        if (reach(all, one) < leastApartA) {
            return one;
        }
        double[] found = new Clustering(points(path, SAMPLE)).best(one);
        return found.length == 3 ? one : ordered(refine(all, found), all);
    }

    private static double[] points(double[][] path, int most) {
        int frames = path[0].length;
        int n = Math.min(frames, most);
        double[] points = new double[3 * n];
        for (int i = 0; i < n; i++) {
            int frame = (int) ((long) i * frames / n);
            for (int k = 0; k < 3; k++) {
                points[3 * i + k] = path[k][frame];
            }
        }
        return points;
    }

    private static double reach(double[] points, double[] centre) {
        double most = 0;
        for (int i = 0; i < points.length; i += 3) {
            most = Math.max(most, squared(points, i, centre, 0));
        }
        return Math.sqrt(most);
    }

    private double[] best(double[] one) {
        double[] centres = one;
        double[] best = one;
        double highest = LEAST_SILHOUETTE;
        int bestK = 1;
        int[] labels = new int[count];
        for (int k = 2; k <= Math.min(MOST_CENTRES, count - 1); k++) {
            if (bestK > 1 && k - bestK > PATIENCE) {
                break;
            }
            centres = withOneMore(centres, labels);
            centres = settle(points, centres, labels);
            double silhouette = silhouette(labels, k);
            if (silhouette >= highest) {
                highest = silhouette;
                best = centres.clone();
                bestK = k;
            }
        }
        return best;
    }

    /** Adds the point whose becoming a centre would lower the sum of squares most. */
    private double[] withOneMore(double[] centres, int[] labels) {
        double[] own = new double[count];
        for (int j = 0; j < count; j++) {
            own[j] = squared(points, 3 * j, centres, 3 * labels[j]);
        }
        double most = -1;
        int chosen = 0;
        for (int i = 0; i < count; i++) {
            double gain = 0;
            for (int j = 0; j < count; j++) {
                double d = distance[i * count + j];
                gain += Math.max(0, own[j] - d * d);
            }
            if (gain > most) {
                most = gain;
                chosen = i;
            }
        }
        double[] more = Arrays.copyOf(centres, centres.length + 3);
        System.arraycopy(points, 3 * chosen, more, centres.length, 3);
        return more;
    }

    /** Lloyd's rounds until no point changes its centre. */
    private static double[] settle(double[] points, double[] start, int[] labels) {
        double[] centres = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = false;
            for (int i = 0; i < labels.length; i++) {
                int nearest = nearest(points, 3 * i, centres);
                changed |= nearest != labels[i];
                labels[i] = nearest;
            }
            if (!changed) {
                break;
            }
            centres = means(points, labels, centres.length / 3, centres);
        }
        return centres;
    }

    private static double[] refine(double[] all, double[] centres) {
        return settle(all, centres, new int[all.length / 3]);
    }

    private static double[] ordered(double[] centres, double[] all) {
        double[] sorted = new double[centres.length];
        boolean[] seen = new boolean[centres.length / 3];
        int n = 0;
        for (int i = 0; i < all.length && n < seen.length; i += 3) {
            int c = nearest(all, i, centres);
            if (!seen[c]) {
                seen[c] = true;
                System.arraycopy(centres, 3 * c, sorted, 3 * n++, 3);
            }
        }
        return Arrays.copyOf(sorted, 3 * n); // a centre that lost all its points is none
    }

    /** Means of the points of each label; a label without points stays where it was. */
    private static double[] means(double[] points, int[] labels, int k, double[] before) {
        double[] sums = new double[3 * k];
        int[] counts = new int[k];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int x = 0; x < 3; x++) {
                sums[3 * labels[i] + x] += points[3 * i + x];
            }
        }
        for (int c = 0; c < 3 * k; c++) {
            sums[c] = counts[c / 3] == 0 ? before[c] : sums[c] / counts[c / 3];
        }
        return sums;
    }

    /** Mean over points of (b − a) / max(a, b); a point alone in its cluster counts 0. */
    private double silhouette(int[] labels, int k) {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        double[] to = new double[k];
        for (int i = 0; i < count; i++) {
            Arrays.fill(to, 0);
            for (int j = 0; j < count; j++) {
                to[labels[j]] += distance[i * count + j];
            }
            int own = labels[i];
            if (sizes[own] > 1) {
                double a = to[own] / (sizes[own] - 1);
                double b = Double.MAX_VALUE;
                for (int c = 0; c < k; c++) {
                    if (c != own && sizes[c] > 0) {
                        b = Math.min(b, to[c] / sizes[c]);
                    }
                }
                sum += (b - a) / Math.max(Math.max(a, b), Double.MIN_NORMAL);
            }
        }
        return sum / count;
    }

    /** The centre nearest to a point. */
    static int nearest(double[] points, int at, double[] centres) {
        double least = Double.MAX_VALUE;
        int nearest = 0;
        for (int c = 0; c < centres.length; c += 3) {
            double d = squared(points, at, centres, c);
            if (d < least) {
                least = d;
                nearest = c / 3;
            }
        }
        return nearest;
    }

    /** Squared distance of two points. */
    static double squared(double[] a, int i, double[] b, int j) {
        double x = a[i] - b[j];
        double y = a[i + 1] - b[j + 1];
        double z = a[i + 2] - b[j + 2];
        return x * x + y * y + z * z;
    }
}
