package org.ionscape.learn.kernel;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.NonSymmetricMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/**
 * Ridge in the space of a kernel: weights (K + αI)⁻¹y, prediction Σ weight · k(row, seen row). There is no intercept, as
 * in scikit-learn: a target with an offset should be standardised. Cost n³/3.
 */
public final class KernelRidge {
    public static final ModelType TYPE = new ModelType(
            "kernel-ridge",
            "Kernel ridge",
            ModelClass.KERNEL,
            List.of(
                    Parameter.notNegative("alpha", 1, "strength of the squared penalty"),
                    Parameter.word("kernel", "how rows are compared", "linear", "rbf", "poly", "sigmoid", "laplacian"),
                    Parameter.of(
                            "gamma",
                            Parameter.NONE,
                            "width of the kernel; None is 1/features",
                            new Parameter.Real(0, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED),
                            new Parameter.None()),
                    Parameter.whole("degree", 3, 1, "degree of poly"),
                    Parameter.of(
                            "coef0",
                            1.0,
                            "constant of poly and sigmoid",
                            new Parameter.Real(
                                    Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Parameter.Bound.CLOSED))),
            settings -> (x, y, seed, progress) -> fit(settings, x, y, progress),
            Expansion::restore);

    private KernelRidge() {}

    private static Expansion fit(Settings settings, double[][] x, double[] y, Progress progress) {
        Kernel kernel = new Kernel(
                settings.word("kernel"),
                settings.isNone("gamma") ? 1.0 / x[0].length : settings.real("gamma"),
                settings.whole("degree"),
                settings.real("coef0"));
        int n = x.length;
        double[][] gram = new double[n][n];
        double[][] centres = new double[n][];
        for (int i = 0; i < n; i++) {
            progress.check();
            centres[i] = x[i].clone();
            for (int k = 0; k <= i; k++) {
                gram[i][k] = kernel.of(x[i], x[k]);
                gram[k][i] = gram[i][k];
            }
            gram[i][i] += settings.real("alpha");
        }
        double[] weights = solver(new Array2DRowRealMatrix(gram, false))
                .solve(new ArrayRealVector(y))
                .toArray();
        return new Expansion(kernel, centres, weights, 0, List.of());
    }

    /** Some kernels are not positive definite (sigmoid), some tables have repeated rows and α may be 0: least squares. */
    private static DecompositionSolver solver(RealMatrix gram) {
        try {
            return new CholeskyDecomposition(gram, 1e-8, 1e-12).getSolver();
        } catch (NonPositiveDefiniteMatrixException | NonSymmetricMatrixException e) {
            return new SingularValueDecomposition(gram).getSolver();
        }
    }
}
