package org.ionscape.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * Principal components of a correlation matrix, as C. López et al. (doi:10.1039/D2MH01516A) take them: eigenvectors of
 * the Spearman or Pearson matrix, each of unit length with its largest component positive; scores are z-scores of the
 * data (population standard deviation) times the eigenvectors, also for the Spearman matrix, where the variance of a score
 * is therefore near its eigenvalue but not equal to it. Held against NumPy on two tables: eigenvalues to 1e-9, scores to
 * 1e-6. Cost O(columns³ + rows · columns²).
 *
 * @param matrix what was decomposed
 * @param data the columns used
 * @param eigenvalues descending; their sum is the number of columns
 * @param vectors a row for each component, in the order of the columns used
 * @param scores by row and component
 */
public record Pca(
        CorrelationMethod matrix, CompleteColumns data, double[] eigenvalues, double[][] vectors, double[][] scores) {

    /**
     * The components.
     *
     * @throws IllegalArgumentException when fewer than 2 columns vary or fewer than 3 rows are left
     */
    public static Pca of(CompleteColumns data, CorrelationMethod matrix, ComputeService service, Progress progress) {
        if (data.columns().length < 2 || data.rows().length < 3) {
            throw new IllegalArgumentException("components need at least 2 columns that vary and 3 rows; there are "
                    + data.columns().length + " and " + data.rows().length);
        }
        double[][] r = CorrelationMatrix.of(data.values(), matrix, PValue.T, 0, service, progress.part(0, 0.4))
                .r();
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(r, false));
        progress.check();
        double[] found = eigen.getRealEigenvalues();
        int[] order = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -found[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = Arrays.stream(order).mapToDouble(k -> found[k]).toArray();
        double[][] vectors = Arrays.stream(order)
                .mapToObj(k -> signed(eigen.getEigenvector(k).toArray()))
                .toArray(double[][]::new);
        double[][] scores = times(data.standardisedRows(), vectors, progress.part(0.6, 1));
        return new Pca(matrix, data, values, vectors, scores);
    }

    private static double[] signed(double[] vector) {
        double length = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            if (Math.abs(vector[i]) > Math.abs(vector[largest])) {
                largest = i;
            }
        }
        double scale = Math.copySign(1 / length, vector[largest]);
        return Arrays.stream(vector).map(v -> v * scale).toArray();
    }

    private static double[][] times(double[][] rows, double[][] vectors, Progress progress) {
        double[][] scores = new double[rows.length][vectors.length];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < vectors.length; k++) {
                double sum = 0;
                for (int c = 0; c < vectors.length; c++) {
                    sum += rows[row][c] * vectors[k][c];
                }
                scores[row][k] = sum;
            }
            if ((row & 63) == 0) {
                progress.report(row, rows.length, "rows");
                progress.check();
            }
        }
        return scores;
    }

    /** The share of the whole variance that each component carries. */
    public double[] explained() {
        double all = Arrays.stream(eigenvalues).sum();
        return Arrays.stream(eigenvalues).map(v -> v / all).toArray();
    }

    /** The share that the components up to each carry together. */
    public double[] cumulative() {
        double[] sums = explained();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    /** The contribution of each column to each component, its squared share of the vector; a row sums to 1. */
    public double[][] contributions() {
        return Arrays.stream(vectors)
                .map(v -> Arrays.stream(v).map(x -> x * x).toArray())
                .toArray(double[][]::new);
    }

    /** The first scores of every row. */
    public double[][] firstScores(int components) {
        return Arrays.stream(scores)
                .map(s -> Arrays.copyOf(s, Math.min(components, s.length)))
                .toArray(double[][]::new);
    }
}
