package org.ionscape.learn.linear;

import java.util.List;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/** Least squares with a squared penalty: min |y − Xw − b|² + α|w|²; the intercept is not penalised. */
public final class Ridge {
    public static final ModelType TYPE = new ModelType(
            "ridge",
            "Ridge",
            ModelClass.LINEAR,
            List.of(
                    Parameter.notNegative("alpha", 1, "strength of the squared penalty"),
                    Parameter.flag("fit_intercept", true, "fit an intercept")),
            settings -> (x, y, seed, progress) -> fit(settings, x, y),
            LinearFit::restore);

    private Ridge() {}

    private static LinearFit fit(Settings settings, double[][] x, double[] y) {
        Centred data = Centred.of(x, y, settings.flag("fit_intercept"));
        RealMatrix gram = data.x().transpose().multiply(data.x());
        for (int j = 0; j < gram.getRowDimension(); j++) {
            gram.addToEntry(j, j, settings.real("alpha"));
        }
        return data.fit(solver(gram).solve(data.x().preMultiply(data.y())).toArray());
    }

    /** Solves with a positive definite matrix, or in the least-norm sense where it is singular. */
    private static DecompositionSolver solver(RealMatrix symmetric) {
        try {
            return Symmetric.cholesky(symmetric).getSolver();
        } catch (NonPositiveDefiniteMatrixException e) {
            return new SingularValueDecomposition(symmetric).getSolver();
        }
    }
}
