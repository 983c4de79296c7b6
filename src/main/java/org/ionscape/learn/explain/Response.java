package org.ionscape.learn.explain;

import java.util.Arrays;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;

/**
 * How the predictions for some rows change with one of their features, all others kept: individual conditional
 * expectation (Goldstein, Kapelner, Bleich and Pitkin 2015, doi:10.1080/10618600.2014.907095); their mean is the partial
 * dependence (Friedman 2001, doi:10.1214/aos/1013203451). It asks the model about rows that may not exist where features
 * go together.
 *
 * @param grid where the model was asked
 * @param curves by row, less their value at the first place of the grid
 * @param mean of the curves
 * @param sd between the curves (population)
 * @param uncentred mean of the curves as they are
 */
public record Response(Grid grid, double[][] curves, double[] mean, double[] sd, double[] uncentred) {
    /** Asks the model about some rows, as a rule those it was trained on. */
    public static Response of(
            FittedPipeline model, Dataset data, int[] rows, String feature, int points, Progress progress) {
        int number = number(data, feature);
        Grid grid = Grid.of(data.features().get(number), rows, points);
        double[][] x = model.preparation().x(data.features(), rows);
        double[][] curves = new double[rows.length][grid.size()];
        double[] uncentred = new double[grid.size()];
        for (int g = 0; g < grid.size(); g++) {
            progress.check();
            Columns.replace(model.preparation(), number, grid.values(), grid.everywhere(g, rows.length), x);
            double[] predicted = model.preparation().back(model.model().predict(x));
            for (int i = 0; i < rows.length; i++) {
                curves[i][g] = predicted[i];
                uncentred[g] += predicted[i] / rows.length;
            }
            progress.report(g + 1.0, grid.size(), "grid points");
        }
        for (double[] curve : curves) {
            double first = curve[0];
            Arrays.setAll(curve, g -> curve[g] - first);
        }
        double[] mean = new double[grid.size()];
        double[] sd = new double[grid.size()];
        for (int g = 0; g < grid.size(); g++) {
            int at = g;
            double m = Arrays.stream(curves).mapToDouble(c -> c[at]).average().orElseThrow();
            mean[g] = m;
            sd[g] = Math.sqrt(Arrays.stream(curves)
                    .mapToDouble(c -> (c[at] - m) * (c[at] - m))
                    .average()
                    .orElseThrow());
        }
        return new Response(grid, curves, mean, sd, uncentred);
    }

    /**
     * The mean prediction over two features at once.
     *
     * @param mean by place of the first grid, then of the second
     */
    public record Surface(Grid first, Grid second, double[][] mean) {}

    /** Asks the model about pairs of values of two features. */
    public static Surface surface(
            FittedPipeline model,
            Dataset data,
            int[] rows,
            String first,
            String second,
            int points,
            Progress progress) {
        int one = number(data, first);
        int other = number(data, second);
        if (one == other) {
            throw new InputException(Problem.of("two different features make a surface, not " + first + " twice"));
        }
        Grid a = Grid.of(data.features().get(one), rows, points);
        Grid b = Grid.of(data.features().get(other), rows, points);
        double[][] x = model.preparation().x(data.features(), rows);
        double[][] mean = new double[a.size()][b.size()];
        for (int i = 0; i < a.size(); i++) {
            Columns.replace(model.preparation(), one, a.values(), a.everywhere(i, rows.length), x);
            for (int j = 0; j < b.size(); j++) {
                progress.check();
                Columns.replace(model.preparation(), other, b.values(), b.everywhere(j, rows.length), x);
                mean[i][j] = Arrays.stream(
                                model.preparation().back(model.model().predict(x)))
                        .average()
                        .orElseThrow();
            }
            progress.report((double) (i + 1) * b.size(), (double) a.size() * b.size(), "grid points");
        }
        return new Surface(a, b, mean);
    }

    private static int number(Dataset data, String feature) {
        int number = data.featureKeys().indexOf(feature);
        if (number < 0) {
            throw new InputException(Problem.of(feature + " is not among the features of the model; there are "
                    + String.join(", ", data.featureKeys())));
        }
        return number;
    }
}
