package org.ionscape.learn.linear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/** A weighted sum of the features plus an intercept. */
record LinearFit(double[] coef, double intercept, List<String> notes) implements FittedRegressor {
    LinearFit(double[] coef, double intercept) {
        this(coef, intercept, List.of());
    }

    static LinearFit restore(State state) {
        return new LinearFit(state.reals("coef"), state.real("intercept"));
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
