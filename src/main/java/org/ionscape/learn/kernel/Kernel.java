package org.ionscape.learn.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ionscape.learn.State;

/**
 * How alike two rows are, by scikit-learn's names and formulas.
 *
 * @param name {@code linear} x·z, {@code poly} (γ x·z + c₀)^degree, {@code rbf} exp(−γ|x − z|²), {@code sigmoid} tanh(γ
 *     x·z + c₀), {@code laplacian} exp(−γ|x − z|₁)
 */
record Kernel(String name, double gamma, int degree, double coef0) {
    double of(double[] a, double[] b) {
        return switch (name) {
            case "linear" -> dot(a, b);
            case "poly" -> Math.pow(gamma * dot(a, b) + coef0, degree);
            case "sigmoid" -> Math.tanh(gamma * dot(a, b) + coef0);
            case "laplacian" -> Math.exp(-gamma * distance1(a, b));
            default -> Math.exp(-gamma * distance2(a, b));
        };
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The squared distance. */
    static double distance2(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    private static double distance1(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += Math.abs(a[j] - b[j]);
        }
        return sum;
    }

    Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("kernel", name);
        state.put("gamma", gamma);
        state.put("degree", degree);
        state.put("coef0", coef0);
        return state;
    }

    static Kernel restore(State state) {
        return new Kernel(state.word("kernel"), state.real("gamma"), state.whole("degree"), state.real("coef0"));
    }
}
