package org.ionscape.learn.network;

/** In single precision, at twice the speed where vectors matter. */
final class FloatRows implements Rows<float[]> {
    @Override
    public float[] zeros(int length) {
        return new float[length];
    }

    @Override
    public float[][] several(int count) {
        return new float[count][];
    }

    @Override
    public float[] of(double[] values) {
        float[] copy = new float[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) values[i];
        }
        return copy;
    }

    @Override
    public double[] doubles(float[] row) {
        double[] copy = new double[row.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = row[i];
        }
        return copy;
    }

    @Override
    public float[] copy(float[] row) {
        return row.clone();
    }

    @Override
    public int length(float[] row) {
        return row.length;
    }

    @Override
    public void less(float[] row, double value) {
        row[0] -= (float) value;
    }

    @Override
    public int present(float[] row, int[] places) {
        int n = 0;
        for (int k = 0; k < row.length; k++) {
            places[n] = k;
            n += row[k] != 0 ? 1 : 0;
        }
        return n;
    }

    @Override
    public void add(float[] sum, float[] f, int a, float[] p) {
        float factor = f[a];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * p[j];
        }
    }

    @Override
    public void add(float[] sum, float[] f, int a, float[] p, int b, float[] q, int c, float[] r, int d, float[] s) {
        float one = f[a];
        float two = f[b];
        float three = f[c];
        float four = f[d];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += one * p[j] + two * q[j] + (three * r[j] + four * s[j]);
        }
    }

    @Override
    public void add(float[] sum, float[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }

    @Override
    public void turn(float[] row, int column, float[][] rows) {
        for (int j = 0; j < row.length; j++) {
            rows[j][column] = row[j];
        }
    }

    @Override
    public void activate(float[] row, Activation activation) {
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) activation.of(row[j]);
        }
    }

    @Override
    public void timesSlope(float[] row, float[] values, Activation activation) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= (float) activation.slope(values[j]);
        }
    }

    @Override
    public void penalise(float[] g, float[] w, double alpha, int n) {
        float a = (float) alpha;
        for (int j = 0; j < g.length; j++) {
            g[j] = (g[j] + a * w[j]) / n;
        }
    }

    @Override
    public void divide(float[] row, int n) {
        for (int j = 0; j < row.length; j++) {
            row[j] /= n;
        }
    }

    @Override
    public double squares(float[] row) {
        float sum = 0;
        for (float value : row) {
            sum += value * value;
        }
        return sum;
    }

    @Override
    public void move(float[] w, float[] g, float[] first, float[] second, Rule.Adam rule) {
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

    @Override
    public void move(float[] w, float[] g, float[] velocity, Rule.Momentum rule) {
        float rate = (float) rule.rate();
        float momentum = (float) rule.momentum();
        for (int j = 0; j < w.length; j++) {
            velocity[j] = momentum * velocity[j] - rate * g[j];
            w[j] += rule.lookAhead() == Rule.LookAhead.NESTEROV ? momentum * velocity[j] - rate * g[j] : velocity[j];
        }
    }
}
