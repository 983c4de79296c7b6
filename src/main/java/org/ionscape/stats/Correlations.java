package org.ionscape.stats;

/**
 * Correlations of all pairs of columns. Every matrix is symmetric, in the order of the columns given; NaN is undefined:
 * a column that is constant on the rows of the pair, or too few rows (r needs 2, p needs 3).
 *
 * @param r coefficients; 1 on the diagonal
 * @param p two-sided p-values; 0 on the diagonal
 * @param q Benjamini–Hochberg q-values over the defined p of the upper triangle; 0 on the diagonal
 * @param n rows that both columns of a pair have
 */
public record Correlations(
        CorrelationMethod method, PValue pValue, double[][] r, double[][] p, double[][] q, int[][] n) {

    /** Below this the t-approximation of p is doubtful and an exact p is worth asking for. */
    public static final int FEW_ROWS = 10;

    /** Pairs with a defined p made of fewer than {@link #FEW_ROWS} rows. */
    public long pairsOfFewRows() {
        return count((i, j) -> n[i][j] < FEW_ROWS);
    }

    /** Pairs with a defined p below a level. */
    public long pairsBelow(double level) {
        return count((i, j) -> p[i][j] < level);
    }

    /** Pairs with a q below a level. */
    public long pairsDiscovered(double level) {
        return count((i, j) -> q[i][j] < level);
    }

    /** Pairs with a defined p. */
    public long pairs() {
        return count((i, j) -> true);
    }

    private interface PairTest {
        boolean holds(int i, int j);
    }

    private long count(PairTest test) {
        long count = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = i + 1; j < r.length; j++) {
                if (!Double.isNaN(p[i][j]) && test.holds(i, j)) {
                    count++;
                }
            }
        }
        return count;
    }
}
