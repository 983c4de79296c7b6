package org.ionscape.learn.subset;

/** The least value at which half of the weight is reached, for few values at a time. */
final class WeightedMedians {
    private final double[] value;
    private final double[] weight;

    WeightedMedians(int most) {
        value = new double[most];
        weight = new double[most];
    }

    double of(double[] values, double[] weights, int size) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            int at = k;
            while (at > 0 && value[at - 1] > values[k]) {
                value[at] = value[at - 1];
                weight[at] = weight[at - 1];
                at--;
            }
            value[at] = values[k];
            weight[at] = weights[k];
            sum += weights[k];
        }
        double reached = 0;
        for (int k = 0; k < size; k++) {
            reached += weight[k];
            if (reached >= sum / 2) {
                return value[k];
            }
        }
        return value[size - 1];
    }
}
