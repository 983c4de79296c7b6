package org.ionscape.learn.linear;

import java.util.List;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;

/** Ordinary least squares; of all exact solutions (collinear or too many features) the one of least norm. */
public final class Ols {
    public static final ModelType TYPE = new ModelType(
            "ols",
            "Ordinary least squares",
            ModelClass.LINEAR,
            List.of(Parameter.flag("fit_intercept", true, "fit an intercept")),
            settings -> (x, y, seed, progress) -> fit(settings, x, y),
            LinearFit::restore);

    private Ols() {}

    private static LinearFit fit(Settings settings, double[][] x, double[] y) {
        Centred data = Centred.of(x, y, settings.flag("fit_intercept"));
        return data.fit(new SingularValueDecomposition(data.x())
                .getSolver()
                .solve(data.y())
                .toArray());
    }
}
