package org.ionscape.learn.network;

import java.util.ArrayList;
import java.util.List;

/** Learning in single precision: {@link DoubleTrainer}, at twice the speed where vectors matter. Sums of losses are float. */
final class FloatTrainer implements Trainer {
    private final Activation activation;
    private final float alpha;
    private final float[][] x;
    private final float[] y;
    private final List<float[][]> weights = new ArrayList<>();
    private final List<float[]> biases = new ArrayList<>();
    private final List<float[][][]> moments = new ArrayList<>();
    private final int[] present;

    FloatTrainer(Layers start, double alpha, double[][] x, double[] y) {
        this.activation = start.activation();
        this.alpha = (float) alpha;
        this.x = single(x);
        this.y = single(y);
        int widest = x.length;
        for (int l = 0; l < start.weights().size(); l++) {
            float[][] w = single(start.weights().get(l));
            float[] b = single(start.biases().get(l));
            weights.add(w);
            biases.add(b);
            // first and second moment, a row for the biases below those of the weights
            moments.add(new float[][][] {new float[w.length + 1][b.length], new float[w.length + 1][b.length]});
            widest = Math.max(widest, Math.max(w.length, b.length));
        }
        present = new int[widest];
    }

    @Override
    public double learn(int[] order, int from, int to, Rule rule) {
        int n = to - from;
        List<float[][]> values = new ArrayList<>();
        float[][] input = new float[n][];
        for (int i = 0; i < n; i++) {
            input[i] = x[order[from + i]];
        }
        values.add(input);
        for (int l = 0; l < weights.size(); l++) {
            values.add(forward(values.getLast(), l));
        }
        float[][] delta = values.getLast();
        double loss = 0;
        for (int i = 0; i < n; i++) {
            delta[i][0] -= y[order[from + i]];
            loss += (double) delta[i][0] * delta[i][0];
        }
        loss = (loss + alpha * squaredWeights()) / (2.0 * n);
        for (int l = weights.size() - 1; l >= 0; l--) {
            float[][] before = l > 0 ? backward(delta, l, values.get(l)) : delta;
            float[][] gradient = zeros(weights.get(l).length, biases.get(l).length);
            addProduct(transposed(values.get(l)), delta, gradient);
            move(l, gradient, sums(delta), n, rule);
            delta = before;
        }
        return loss;
    }

    private float[][] forward(float[][] input, int l) {
        float[][] output = new float[input.length][];
        for (int i = 0; i < output.length; i++) {
            output[i] = biases.get(l).clone();
        }
        addProduct(input, weights.get(l), output);
        if (l + 1 < weights.size()) {
            for (float[] row : output) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) activation.of(row[j]);
                }
            }
        }
        return output;
    }

    /** The gradient with respect to the sums of the layer before. */
    private float[][] backward(float[][] delta, int l, float[][] values) {
        float[][] before = zeros(delta.length, weights.get(l).length);
        addProduct(delta, transposed(weights.get(l)), before);
        for (int i = 0; i < before.length; i++) {
            float[] row = before[i];
            float[] value = values[i];
            for (int j = 0; j < row.length; j++) {
                row[j] *= (float) activation.slope(value[j]);
            }
        }
        return before;
    }

    private void move(int l, float[][] gradient, float[] biasGradient, int n, Rule rule) {
        float[][] w = weights.get(l);
        float[][] first = moments.get(l)[0];
        float[][] second = moments.get(l)[1];
        for (int k = 0; k < w.length; k++) {
            float[] g = gradient[k];
            float[] row = w[k];
            for (int j = 0; j < g.length; j++) {
                g[j] = (g[j] + alpha * row[j]) / n;
            }
            move(row, g, first[k], second[k], rule);
        }
        for (int j = 0; j < biasGradient.length; j++) {
            biasGradient[j] /= n;
        }
        move(biases.get(l), biasGradient, first[w.length], second[w.length], rule);
    }

    private static void move(float[] w, float[] g, float[] first, float[] second, Rule rule) {
        switch (rule) {
            case Rule.Adam adam -> adam(w, g, first, second, adam);
            case Rule.Momentum momentum -> descend(w, g, first, momentum);
        }
    }

    private static void adam(float[] w, float[] g, float[] first, float[] second, Rule.Adam rule) {
        float rate = (float) rule.rate();
        float beta1 = (float) rule.beta1();
        float beta2 = (float) rule.beta2();
        float epsilon = (float) rule.epsilon();
        for (int j = 0; j < w.length; j++) {
            first[j] = beta1 * first[j] + (1 - beta1) * g[j];
            second[j] = beta2 * second[j] + (1 - beta2) * g[j] * g[j];
            w[j] -= rate * first[j] / ((float) Math.sqrt(second[j]) + epsilon);
        }
    }

    private static void descend(float[] w, float[] g, float[] velocity, Rule.Momentum rule) {
        float rate = (float) rule.rate();
        float momentum = (float) rule.momentum();
        for (int j = 0; j < w.length; j++) {
            velocity[j] = momentum * velocity[j] - rate * g[j];
            w[j] += rule.lookAhead() == Rule.LookAhead.NESTEROV ? momentum * velocity[j] - rate * g[j] : velocity[j];
        }
    }

    /** Adds the product of two matrices to a third. */
    private void addProduct(float[][] factors, float[][] rows, float[][] sum) {
        for (int i = 0; i < factors.length; i++) {
            float[] f = factors[i];
            int n = 0;
            for (int k = 0; k < f.length; k++) {
                present[n] = k;
                n += f[k] != 0 ? 1 : 0;
            }
            int t = 0;
            for (; t + 3 < n; t += 4) {
                int a = present[t];
                int b = present[t + 1];
                int c = present[t + 2];
                int d = present[t + 3];
                add(sum[i], f[a], rows[a], f[b], rows[b], f[c], rows[c], f[d], rows[d]);
            }
            for (; t < n; t++) {
                add(sum[i], f[present[t]], rows[present[t]]);
            }
        }
    }

    private static void add(
            float[] sum, float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * p[j] + b * q[j] + (c * r[j] + d * s[j]);
        }
    }

    private static void add(float[] sum, float a, float[] p) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * p[j];
        }
    }

    private double squaredWeights() {
        double sum = 0;
        for (float[][] layer : weights) {
            for (float[] row : layer) {
                for (float w : row) {
                    sum += (double) w * w;
                }
            }
        }
        return sum;
    }

    private static float[] sums(float[][] rows) {
        float[] sums = new float[rows[0].length];
        for (float[] row : rows) {
            add(sums, 1, row);
        }
        return sums;
    }

    private static float[][] transposed(float[][] matrix) {
        float[][] turned = zeros(matrix[0].length, matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            float[] row = matrix[i];
            for (int j = 0; j < row.length; j++) {
                turned[j][i] = row[j];
            }
        }
        return turned;
    }

    private static float[][] zeros(int rows, int columns) {
        return new float[rows][columns];
    }

    private static float[][] single(double[][] matrix) {
        float[][] copy = new float[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = single(matrix[i]);
        }
        return copy;
    }

    private static float[] single(double[] values) {
        float[] copy = new float[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) values[i];
        }
        return copy;
    }

    private static double[][] twice(float[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = twice(matrix[i]);
        }
        return copy;
    }

    private static double[] twice(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    @Override
    public Layers layers() {
        return new Layers(
                activation,
                weights.stream().map(FloatTrainer::twice).toList(),
                biases.stream().map(FloatTrainer::twice).toList(),
                List.of());
    }
}
