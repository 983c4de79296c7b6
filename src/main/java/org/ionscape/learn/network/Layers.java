package org.ionscape.learn.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.State;

/**
 * A network as it is kept and used: double precision whatever it was trained in.
 *
 * @param weights for each layer, one row per unit that feeds it, one column per unit of it
 * @param biases for each layer, one per unit
 * @param notes what to know of the fit
 */
record Layers(Activation activation, List<double[][]> weights, List<double[]> biases, List<String> notes)
        implements FittedRegressor {

    /** Uniform within ±√(spread/(units in + units out)), biases too. */
    static Layers random(Activation activation, int[] sizes, SplittableRandom random) {
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int l = 0; l + 1 < sizes.length; l++) {
            double bound = Math.sqrt(activation.spread() / (sizes[l] + sizes[l + 1]));
            double[][] layer = new double[sizes[l]][];
            for (int i = 0; i < layer.length; i++) {
                layer[i] = random.doubles(sizes[l + 1], -bound, bound).toArray();
            }
            weights.add(layer);
            biases.add(random.doubles(sizes[l + 1], -bound, bound).toArray());
        }
        return new Layers(activation, weights, biases, List.of());
    }

    static Layers restore(State state) {
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        int inputs = -1;
        for (State layer : state.parts("layers")) {
            double[][] w = layer.table("weights");
            double[] b = layer.reals("biases");
            for (double[] row : w) {
                if (row.length != b.length) {
                    throw new State.Damaged("a layer of the network has rows of unequal length");
                }
            }
            if (inputs >= 0 && w.length != inputs) {
                throw new State.Damaged("the layers of the network do not fit each other");
            }
            inputs = b.length;
            weights.add(w);
            biases.add(b);
        }
        if (inputs != 1 || !Activation.WORDS.contains(state.word("activation"))) {
            throw new State.Damaged("the network has no single output or an unknown activation");
        }
        return new Layers(Activation.of(state.word("activation")), weights, biases, List.of());
    }

    Layers noted(List<String> said) {
        return new Layers(activation, weights, biases, said);
    }

    @Override
    public double[] predict(double[][] x) {
        double[] predicted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            predicted[i] = predict(x[i]);
        }
        return predicted;
    }

    private double predict(double[] row) {
        double[] values = row;
        for (int l = 0; l < weights.size(); l++) {
            double[] sums = biases.get(l).clone();
            double[][] w = weights.get(l);
            for (int k = 0; k < values.length; k++) {
                double a = values[k];
                if (a != 0) {
                    double[] from = w[k];
                    for (int j = 0; j < sums.length; j++) {
                        sums[j] += a * from[j];
                    }
                }
            }
            if (l + 1 < weights.size()) {
                for (int j = 0; j < sums.length; j++) {
                    sums[j] = activation.of(sums[j]);
                }
            }
            values = sums;
        }
        return values[0];
    }

    @Override
    public Map<String, Object> state() {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("weights", weights.get(l));
            layer.put("biases", biases.get(l));
            layers.add(layer);
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("activation", activation.name().toLowerCase(java.util.Locale.ROOT));
        state.put("layers", layers);
        return state;
    }
}
