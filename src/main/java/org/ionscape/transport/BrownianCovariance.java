package org.ionscape.transport;

/**
 * The covariance of time-averaged mean-squared displacements of a random walk seen with noise: exact for independent
 * Gaussian steps of variance σ² and an independent Gaussian ε² in every position (rattling about the site).
 *
 * <p>Two displacements over windows of n and m steps that share s steps have covariance c = σ² s + ε² e, where e counts
 * the ends they share: +1 for two beginnings or two ends, −1 for the end of one that is the beginning of the other. The
 * covariance of their squares is 2 c², plus κ s where steps have a fourth cumulant κ: rare long jumps scatter more than
 * many small steps. The average over all windows of a walk of T steps gives
 * {@code cov(n, m) = Σ (2 c² + κ s) / (K_n K_m)} with K_n = T − n + 1 windows (H. Qian, M. P. Sheetz and E. L. Elson, Biophys. J.
 * 60, 910 (1991); X. Michalet, Phys. Rev. E 82, 041914 (2010), doi:10.1103/PhysRevE.82.041914). It is what
 * {@code a τ²/n} approximates, with overlaps and rattling counted instead of estimated.
 *
 * @param stepVariance σ², per dimension and step
 * @param noiseVariance ε², per dimension
 * @param fourthCumulant κ, per dimension and step
 */
record BrownianCovariance(double stepVariance, double noiseVariance, double fourthCumulant) {
    /**
     * Covariance for one dimension; cost O(n + m).
     *
     * @param n shorter lag in steps, at least 1
     * @param m longer lag in steps
     * @param steps T, at least m
     */
    double of(int n, int m, int steps) {
        long windowsN = steps - n + 1L;
        long windowsM = steps - m + 1L;
        double sum = 0;
        // d is where the short window begins, seen from the beginning of the long one
        for (int d = -n; d <= m; d++) {
            int shared = Math.max(0, Math.min(Math.min(n, n + d), Math.min(n, m - d)));
            int ends = (d == 0 ? 1 : 0) + (d == m - n ? 1 : 0) - (d == m ? 1 : 0) - (d == -n ? 1 : 0);
            long lowest = Math.max(0, -d);
            long highest = Math.min(windowsM - 1, windowsN - 1 - d);
            if (highest >= lowest) {
                double c = stepVariance * shared + noiseVariance * ends;
                sum += (highest - lowest + 1.0) * (2 * c * c + fourthCumulant * shared);
            }
        }
        return sum / ((double) windowsN * windowsM);
    }
}
