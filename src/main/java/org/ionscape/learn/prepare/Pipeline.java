package org.ionscape.learn.prepare;

import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;

/** A model with its settings and the preparation of what it sees: what is fitted as one, inside every fold. */
public record Pipeline(ModelType type, Settings settings, PrepareOptions prepare) {
    /** Fits preparation and model to some rows. */
    public FittedPipeline fit(Dataset data, int[] rows, long seed, Progress progress) {
        Preparation preparation = Preparation.fit(data, rows, prepare);
        return new FittedPipeline(
                preparation,
                type.regressor(settings)
                        .fit(preparation.x(data.features(), rows), learned(preparation, data, rows), seed, progress));
    }

    /**
     * What the model is to learn of some rows.
     *
     * @throws InputException when a target cannot be transformed
     */
    public double[] learned(Preparation preparation, Dataset data, int[] rows) {
        double[] y = preparation.y(data.y(rows));
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new InputException(Problem.of("the target of " + data.name(rows[i]) + " is " + data.y()[rows[i]]
                        + " and " + "has no logarithm; learn it as it is, or leave out that row"));
            }
        }
        return y;
    }

    public Pipeline with(Settings other) {
        return new Pipeline(type, other, prepare);
    }
}
