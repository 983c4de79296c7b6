package org.ionscape.learn.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/** A prediction Σ weight · kernel(row, centre) + intercept. */
record Expansion(Kernel kernel, double[][] centres, double[] weights, double intercept, List<String> notes)
        implements FittedRegressor {
    static Expansion restore(State state) {
        return new Expansion(
                Kernel.restore(state),
                state.table("centres"),
                state.reals("weights"),
                state.real("intercept"),
                List.of());
    }

    @Override
    public double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int s = 0; s < centres.length; s++) {
                sum += weights[s] * kernel.of(x[i], centres[s]);
            }
            predicted[i] = sum + intercept;
        }
        return predicted;
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>(kernel.state());
        state.put("centres", centres);
        state.put("weights", weights);
        state.put("intercept", intercept);
        return state;
    }
}
