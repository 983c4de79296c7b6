package org.ionscape.learn.network;

/** In double precision. */
final class DoubleRows implements Rows<double[]> {
    @Override
    public double[] zeros(int length) {
        return new double[length];
    }

    @Override
    public double[][] several(int count) {
        return new double[count][];
    }

    @Override
    public double[] of(double[] values) {
        return values.clone();
    }

    @Override
    public double[] doubles(double[] row) {
        return row.clone();
    }

    @Override
    public double[] copy(double[] row) {
        return row.clone();
    }

    @Override
    public int length(double[] row) {
        return row.length;
    }

    @Override
    public void less(double[] row, double value) {
        row[0] -= value;
    }

    @Override
    public int present(double[] row, int[] places) {
        int n = 0;
        for (int k = 0; k < row.length; k++) {
            places[n] = k;
            n += row[k] != 0 ? 1 : 0;
        }
        return n;
    }

    @Override
    public void add(double[] sum, double[] f, int a, double[] p) {
        double factor = f[a];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * p[j];
        }
    }

    @Override
    public void add(
            double[] sum, double[] f, int a, double[] p, int b, double[] q, int c, double[] r, int d, double[] s) {
        double one = f[a];
        double two = f[b];
        double three = f[c];
        double four = f[d];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += one * p[j] + two * q[j] + (three * r[j] + four * s[j]);
        }
    }

    @Override
    public void add(double[] sum, double[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }

    @Override
    public void turn(double[] row, int column, double[][] rows) {
        for (int j = 0; j < row.length; j++) {
            rows[j][column] = row[j];
        }
    }

    @Override
    public void activate(double[] row, Activation activation) {
        for (int j = 0; j < row.length; j++) {
            row[j] = activation.of(row[j]);
        }
    }

    @Override
    public void timesSlope(double[] row, double[] values, Activation activation) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= activation.slope(values[j]);
        }
    }

    @Override
    public void penalise(double[] g, double[] w, double alpha, int n) {
        double a = alpha;
        for (int j = 0; j < g.length; j++) {
            g[j] = (g[j] + a * w[j]) / n;
        }
    }

    @Override
    public void divide(double[] row, int n) {
        for (int j = 0; j < row.length; j++) {
            row[j] /= n;
        }
    }

    @Override
    public double squares(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        return sum;
    }

    @Override
    public void move(double[] w, double[] g, double[] first, double[] second, Rule.Adam rule) {
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

    @Override
    public void move(double[] w, double[] g, double[] velocity, Rule.Momentum rule) {
        double rate = rule.rate();
        double momentum = rule.momentum();
        for (int j = 0; j < w.length; j++) {
            velocity[j] = momentum * velocity[j] - rate * g[j];
            w[j] += rule.lookAhead() == Rule.LookAhead.NESTEROV ? momentum * velocity[j] - rate * g[j] : velocity[j];
        }
    }
}
