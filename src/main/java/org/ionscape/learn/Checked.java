package org.ionscape.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;

/** A fitted model that refuses what it was not made for, so that no model needs to check for itself. */
record Checked(FittedRegressor model, int columns) implements FittedRegressor {
    private static final String COLUMNS = "features";

    static void training(String name, double[][] x, double[] y) {
        if (x.length == 0 || x[0].length == 0) {
            throw refused(name + " needs at least one row and one feature to learn from");
        }
        if (y.length != x.length) {
            throw refused(
                    String.format(Locale.ROOT, "%s was given %d rows but %d target values", name, x.length, y.length));
        }
        rows(x, x[0].length);
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw refused("the target of row " + (i + 1) + " is missing or not finite; leave that row out");
            }
        }
    }

    static FittedRegressor restored(Function<State, FittedRegressor> restorer, State state) {
        return new Checked(restorer.apply(state), state.whole(COLUMNS));
    }

    private static void rows(double[][] x, int columns) {
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != columns) {
                throw refused(
                        String.format(Locale.ROOT, "row %d has %d features; expected %d", i + 1, x[i].length, columns));
            }
            for (int j = 0; j < columns; j++) {
                if (!Double.isFinite(x[i][j])) {
                    throw refused(String.format(
                            Locale.ROOT, "feature %d of row %d is missing or not finite; fill it first", j + 1, i + 1));
                }
            }
        }
    }

    private static InputException refused(String message) {
        return new InputException(Problem.of(message));
    }

    @Override
    public double[] predict(double[][] x) {
        rows(x, columns);
        return model.predict(x);
    }

    @Override
    public Optional<double[]> predictStd(double[][] x) {
        rows(x, columns);
        return model.predictStd(x);
    }

    @Override
    public Optional<double[]> impurityImportance() {
        return model.impurityImportance();
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>(model.state());
        state.put(COLUMNS, columns);
        return state;
    }

    @Override
    public List<String> notes() {
        return model.notes();
    }
}
