package org.ionscape.learn.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/** A weighted sum of the features plus an intercept. */
public record LinearFit(double[] coef, double intercept, List<String> notes) implements FittedRegressor {
    public LinearFit(double[] coef, double intercept) {
        this(coef, intercept, List.of());
    }

    public static LinearFit restore(State state) {
        return new LinearFit(state.reals("coef"), state.real("intercept"));
    }

    /** This model with something said about its fit. */
    public LinearFit noted(String note) {
        return new LinearFit(coef, intercept, List.of(note));
    }

    @Override
    public double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            predicted[i] = intercept + Vectors.dot(coef, x[i]);
        }
        return predicted;
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("coef", coef);
        state.put("intercept", intercept);
        return state;
    }
}
