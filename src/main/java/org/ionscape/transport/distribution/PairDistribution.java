package org.ionscape.transport.distribution;

/**
 * Radial distribution of one species about another.
 *
 * @param first species in the middle
 * @param second species about it
 * @param g density of the second at each distance of the first, in units of its mean density
 * @param stderr standard error of {@code g}, from the scatter between parts of the run, at least that of the number of
 *     pairs counted
 * @param coordination mean number of atoms of the second within each distance of one of the first
 * @param smoothingA standard deviation of the Gaussian that pairs were counted with, Å
 */
public record PairDistribution(
        String first, String second, double[] g, double[] stderr, double[] coordination, double smoothingA) {
    public String name() {
        return first + "–" + second;
    }

    /** Where {@code g} is largest, Å; NaN where there are no pairs. */
    public double peakA(double[] rA) {
        int highest = 0;
        for (int i = 1; i < g.length; i++) {
            highest = g[i] > g[highest] ? i : highest;
        }
        return g.length == 0 || g[highest] == 0 ? Double.NaN : rA[highest];
    }
}
