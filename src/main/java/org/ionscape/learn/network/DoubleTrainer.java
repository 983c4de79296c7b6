package org.ionscape.learn.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Learning in double precision. One kernel does forward, gradient and backward products: it adds up rows of a matrix,
 * four at a time, and skips zero factors, of which a ReLU network has every second one. {@link FloatTrainer} is the same
 * in single precision; Java has no code for both.
 */
final class DoubleTrainer implements Trainer {
    private final Activation activation;
    private final double alpha;
    private final double[][] x;
    private final double[] y;
    private final List<double[][]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();
    private final List<double[][][]> moments = new ArrayList<>();
    private final int[] present;

    DoubleTrainer(Layers start, double alpha, double[][] x, double[] y) {
        this.activation = start.activation();
        this.alpha = alpha;
        this.x = x;
        this.y = y;
        int widest = x.length;
        for (int l = 0; l < start.weights().size(); l++) {
            double[][] w = copy(start.weights().get(l));
            double[] b = start.biases().get(l).clone();
            weights.add(w);
            biases.add(b);
            // first and second moment, a row for the biases below those of the weights
            moments.add(new double[][][] {new double[w.length + 1][b.length], new double[w.length + 1][b.length]});
            widest = Math.max(widest, Math.max(w.length, b.length));
        }
        present = new int[widest];
    }

    @Override
    public double learn(int[] order, int from, int to, Rule rule) {
        int n = to - from;
        List<double[][]> values = new ArrayList<>();
        double[][] input = new double[n][];
        for (int i = 0; i < n; i++) {
            input[i] = x[order[from + i]];
        }
        values.add(input);
        for (int l = 0; l < weights.size(); l++) {
            values.add(forward(values.getLast(), l));
        }
        double[][] delta = values.getLast();
        double loss = 0;
        for (int i = 0; i < n; i++) {
            delta[i][0] -= y[order[from + i]];
            loss += delta[i][0] * delta[i][0];
        }
        loss = (loss + alpha * squaredWeights()) / (2.0 * n);
        for (int l = weights.size() - 1; l >= 0; l--) {
            double[][] before = l > 0 ? backward(delta, l, values.get(l)) : delta;
            double[][] gradient = zeros(weights.get(l).length, biases.get(l).length);
            addProduct(transposed(values.get(l)), delta, gradient);
            move(l, gradient, sums(delta), n, rule);
            delta = before;
        }
        return loss;
    }

    private double[][] forward(double[][] input, int l) {
        double[][] output = new double[input.length][];
        for (int i = 0; i < output.length; i++) {
            output[i] = biases.get(l).clone();
        }
        addProduct(input, weights.get(l), output);
        if (l + 1 < weights.size()) {
            for (double[] row : output) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = activation.of(row[j]);
                }
            }
        }
        return output;
    }

    /** The gradient with respect to the sums of the layer before. */
    private double[][] backward(double[][] delta, int l, double[][] values) {
        double[][] before = zeros(delta.length, weights.get(l).length);
        addProduct(delta, transposed(weights.get(l)), before);
        for (int i = 0; i < before.length; i++) {
            double[] row = before[i];
            double[] value = values[i];
            for (int j = 0; j < row.length; j++) {
                row[j] *= activation.slope(value[j]);
            }
        }
        return before;
    }

    private void move(int l, double[][] gradient, double[] biasGradient, int n, Rule rule) {
        double[][] w = weights.get(l);
        double[][] first = moments.get(l)[0];
        double[][] second = moments.get(l)[1];
        for (int k = 0; k < w.length; k++) {
            double[] g = gradient[k];
            double[] row = w[k];
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

    private static void move(double[] w, double[] g, double[] first, double[] second, Rule rule) {
        switch (rule) {
            case Rule.Adam adam -> adam(w, g, first, second, adam);
            case Rule.Momentum momentum -> descend(w, g, first, momentum);
        }
    }

    private static void adam(double[] w, double[] g, double[] first, double[] second, Rule.Adam rule) {
        double rate = rule.rate();
        double beta1 = rule.beta1();
        double beta2 = rule.beta2();
        double epsilon = rule.epsilon();
        for (int j = 0; j < w.length; j++) {
            first[j] = beta1 * first[j] + (1 - beta1) * g[j];
            second[j] = beta2 * second[j] + (1 - beta2) * g[j] * g[j];
            w[j] -= rate * first[j] / (Math.sqrt(second[j]) + epsilon);
        }
    }

    private static void descend(double[] w, double[] g, double[] velocity, Rule.Momentum rule) {
        double rate = rule.rate();
        double momentum = rule.momentum();
        for (int j = 0; j < w.length; j++) {
            velocity[j] = momentum * velocity[j] - rate * g[j];
            w[j] += rule.lookAhead() == Rule.LookAhead.NESTEROV ? momentum * velocity[j] - rate * g[j] : velocity[j];
        }
    }

    /** Adds the product of two matrices to a third. */
    private void addProduct(double[][] factors, double[][] rows, double[][] sum) {
        for (int i = 0; i < factors.length; i++) {
            double[] f = factors[i];
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
            double[] sum, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * p[j] + b * q[j] + (c * r[j] + d * s[j]);
        }
    }

    private static void add(double[] sum, double a, double[] p) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * p[j];
        }
    }

    private double squaredWeights() {
        double sum = 0;
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                for (double w : row) {
                    sum += w * w;
                }
            }
        }
        return sum;
    }

    private static double[] sums(double[][] rows) {
        double[] sums = new double[rows[0].length];
        for (double[] row : rows) {
            add(sums, 1, row);
        }
        return sums;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = zeros(matrix[0].length, matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            for (int j = 0; j < row.length; j++) {
                turned[j][i] = row[j];
            }
        }
        return turned;
    }

    private static double[][] zeros(int rows, int columns) {
        return new double[rows][columns];
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    @Override
    public Layers layers() {
        return new Layers(
                activation,
                weights.stream().map(DoubleTrainer::copy).toList(),
                biases.stream().map(double[]::clone).toList(),
                List.of());
    }
}
