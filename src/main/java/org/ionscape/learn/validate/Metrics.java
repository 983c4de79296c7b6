package org.ionscape.learn.validate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far predictions are from what is true.
 *
 * @param rmse root of the mean squared error, in the unit of the target
 * @param mae mean absolute error, in the unit of the target
 * @param r2 1 − Σ(error²)/Σ(deviation²); NaN where the true values do not vary
 * @param mape mean |error| / |mean of the true values|, as [L] eq. 8 is meant; a share, not per cent
 */
public record Metrics(double rmse, double mae, double r2, double mape) {
    public static Metrics of(double[] actual, double[] predicted) {
        int n = actual.length;
        double mean = mean(actual);
        double squares = 0;
        double absolute = 0;
        double deviations = 0;
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - actual[i];
            squares += error * error;
            absolute += Math.abs(error);
            deviations += (actual[i] - mean) * (actual[i] - mean);
        }
        return new Metrics(
                Math.sqrt(squares / n),
                absolute / n,
                deviations > 0 ? 1 - squares / deviations : Double.NaN,
                absolute / n / Math.abs(mean));
    }

    /** The mean of each over several. */
    public static Metrics mean(List<Metrics> several) {
        return each(several, Metrics::mean);
    }

    /** The sample deviation of each over several; NaN for fewer than two. */
    public static Metrics deviation(List<Metrics> several) {
        return each(several, v -> v.length < 2 ? Double.NaN : populationSd(v) * Math.sqrt(v.length / (v.length - 1.0)));
    }

    private static Metrics each(List<Metrics> several, ToDoubleFunction<double[]> summary) {
        return new Metrics(
                summary.applyAsDouble(values(several, Metrics::rmse)),
                summary.applyAsDouble(values(several, Metrics::mae)),
                summary.applyAsDouble(values(several, Metrics::r2)),
                summary.applyAsDouble(values(several, Metrics::mape)));
    }

    private static double[] values(List<Metrics> several, ToDoubleFunction<Metrics> measure) {
        return several.stream().mapToDouble(measure).filter(Double::isFinite).toArray();
    }

    /** Arithmetic mean. */
    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation about the mean, divided by the number of values. */
    public static double populationSd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
    }
}
