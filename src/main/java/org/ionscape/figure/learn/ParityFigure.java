package org.ionscape.figure.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.figure.Figure;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.Metrics;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Descriptor;

/** What was predicted against what is true, training and held-out rows, and the same as errors. */
public final class ParityFigure {
    private static final int WORST = 5;
    private static final double DECADES = 2;

    private ParityFigure() {}

    /** What the axes are called: the target's symbol and unit, as markup. */
    public record Target(String symbol, String unit) {
        /** Of a column: its catalogue symbol, its own unit or else the catalogue's. */
        public static Target of(Column column) {
            Descriptor descriptor = Catalogue.all().describe(column);
            String own = column.asNumbers().map(Column.NumberColumn::unit).orElse("");
            String unit = own.isEmpty() ? descriptor.unit() : own;
            return new Target(descriptor.symbol(), markup(unit));
        }

        /** A unit as in files, {@code cm2/s} or {@code A3}, as it is printed. */
        public static String markup(String unit) {
            return unit.replaceAll("\\bA(?=\\d|\\b)", "Å").replaceAll("(?<=[A-Za-zÅ])(-?\\d+)", "^{$1}");
        }

        String axis(String what) {
            return symbol + (symbol.endsWith(".") ? "" : ", ") + what + (unit.isEmpty() ? "" : " (" + unit + ")");
        }

        String column(String what) {
            return what + (unit.isEmpty() ? "" : " [" + unit + "]");
        }

        String value(double v) {
            return Brush.number(v) + (unit.isEmpty() ? "" : " " + unit);
        }
    }

    /** What is written into a figure. */
    public enum Told {
        /** RMSE, R² and MAPE of both sets, and the share of the worst rows. */
        ALL,
        /** The MAPE of both sets, as in [L] fig. 3. */
        MAPE
    }

    /** Predicted against true; training rows by the mean of the fits that learned from them. */
    public static Figure of(Evaluation evaluation, Target target) {
        return of(evaluation, target, Told.ALL, "");
    }

    /**
     * Predicted against true, on axes of decades where the values span some and all predictions are positive.
     *
     * @param head a line above what is written in; may be empty
     */
    public static Figure of(Evaluation evaluation, Target target, Told told, String head) {
        if (evaluation.folds().isEmpty()) {
            return empty(target);
        }
        Sets sets = Sets.of(evaluation);
        Figure.Scale scale = sets.spansDecades() ? Figure.Scale.LOG : Figure.Scale.LINEAR;
        Figure.Range range = range(sets, scale);
        double[] ends = {range.low(), range.high()};
        double rmse = evaluation.test().rmse();
        List<Figure.Series> series = new ArrayList<>();
        if (scale == Figure.Scale.LINEAR) {
            series.add(new Figure.Band("", Figure.Ink.MUTED, ends, shifted(ends, -2 * rmse), shifted(ends, 2 * rmse)));
        }
        series.add(new Figure.Line("", Figure.Ink.MUTED, ends, ends, Figure.Stroke.DASHED));
        series.add(points("train", Figure.Ink.ACCENT, sets.trainActual(), sets.trainPredicted()));
        series.add(points("test", Figure.Ink.FIVE, sets.testActual(), sets.testPredicted()));
        List<String> notes = new ArrayList<>(head.isEmpty() ? List.of() : List.of(head));
        notes.addAll(
                switch (told) {
                    case ALL -> notes(evaluation, sets, target);
                    case MAPE -> List.of(mape("train", evaluation.train()), mape("test", evaluation.test()));
                });
        return new Figure(
                new Figure.Axis(target.axis("reference"), target.column("actual"), scale, Optional.of(range)),
                new Figure.Axis(target.axis("predicted"), target.column("predicted"), scale, Optional.of(range)),
                series,
                notes,
                "");
    }

    /** Errors against the true value. */
    public static Figure residuals(Evaluation evaluation, Target target) {
        if (evaluation.folds().isEmpty()) {
            return empty(target);
        }
        Sets sets = Sets.of(evaluation);
        Figure.Range range = range(sets, Figure.Scale.LINEAR);
        List<Figure.Series> series = new ArrayList<>();
        series.add(new Figure.Line(
                "",
                Figure.Ink.MUTED,
                new double[] {range.low(), range.high()},
                new double[] {0, 0},
                Figure.Stroke.DASHED));
        series.add(points(
                "train", Figure.Ink.ACCENT, sets.trainActual(), sets.error(sets.trainActual(), sets.trainPredicted())));
        double[] errors = sets.error(sets.testActual(), sets.testPredicted());
        series.add(points("test", Figure.Ink.FIVE, sets.testActual(), errors));
        double mean = Arrays.stream(errors).average().orElse(Double.NaN);
        return new Figure(
                new Figure.Axis(
                        target.axis("reference"), target.column("actual"), Figure.Scale.LINEAR, Optional.of(range)),
                Figure.Axis.linear(target.axis("predicted − reference"), target.column("error")),
                series,
                List.of("mean error of held-out rows " + target.value(mean)),
                "");
    }

    /** Said while nothing is trained. */
    public static Figure empty(Target target) {
        return new Figure(
                Figure.Axis.linear(target.axis("reference"), target.column("actual")),
                Figure.Axis.linear(target.axis("predicted"), target.column("predicted")),
                List.of(),
                List.of(),
                "Train a model to see what it predicts");
    }

    /** The share of the squared error that so many rows with the largest errors make. */
    public static double shareOfWorst(double[] errors, int worst) {
        double[] squares = Arrays.stream(errors).map(e -> e * e).sorted().toArray();
        double all = Arrays.stream(squares).sum();
        return all > 0
                ? Arrays.stream(squares, Math.max(0, squares.length - worst), squares.length)
                                .sum()
                        / all
                : 0;
    }

    private static List<String> notes(Evaluation evaluation, Sets sets, Target target) {
        double share = shareOfWorst(sets.error(sets.testActual(), sets.testPredicted()), WORST);
        List<String> notes = new ArrayList<>();
        notes.add(note("train", evaluation.train(), target));
        notes.add(note("test", evaluation.test(), target));
        if (sets.testActual().length > 2 * WORST) {
            notes.add(
                    String.format(Locale.ROOT, "%d worst rows: %.0f %% of the squared test error", WORST, 100 * share));
        }
        return notes;
    }

    private static String mape(String set, Metrics metrics) {
        return String.format(Locale.ROOT, "%s  MAPE %.1f %%", set, 100 * metrics.mape());
    }

    private static String note(String set, Metrics metrics, Target target) {
        return set + "  RMSE " + target.value(metrics.rmse())
                + String.format(Locale.ROOT, ", *R*^{2} %.2f, MAPE %.1f %%", metrics.r2(), 100 * metrics.mape())
                        .replace('-', '−');
    }

    private static Figure.Points points(String name, Figure.Ink ink, double[] x, double[] y) {
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        return new Figure.Points(name, ink, x, y, none, none, Figure.Mark.FILLED);
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(v -> v + by).toArray();
    }

    private static Figure.Range range(Sets sets, Figure.Scale scale) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : sets.all()) {
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (scale == Figure.Scale.LOG) {
            double factor = Math.pow(high / low, 0.06);
            return new Figure.Range(low / factor, high * factor);
        }
        double margin = high > low ? 0.06 * (high - low) : 1;
        return new Figure.Range(low - margin, high + margin);
    }

    /** The points of both sets. */
    private record Sets(double[] trainActual, double[] trainPredicted, double[] testActual, double[] testPredicted) {
        static Sets of(Evaluation evaluation) {
            double[] y = evaluation.data().y();
            double[] sum = new double[y.length];
            int[] count = new int[y.length];
            for (FoldResult fold : evaluation.folds()) {
                int[] rows = fold.fold().trainRows();
                for (int i = 0; i < rows.length; i++) {
                    sum[rows[i]] += fold.trainPredicted()[i];
                    count[rows[i]]++;
                }
            }
            int[] learned =
                    IntStream.range(0, y.length).filter(i -> count[i] > 0).toArray();
            return new Sets(
                    IntStream.of(learned).mapToDouble(i -> y[i]).toArray(),
                    IntStream.of(learned).mapToDouble(i -> sum[i] / count[i]).toArray(),
                    evaluation.folds().stream()
                            .flatMapToDouble(f ->
                                    Arrays.stream(evaluation.data().y(f.fold().testRows())))
                            .toArray(),
                    evaluation.folds().stream()
                            .flatMapToDouble(f -> Arrays.stream(f.testPredicted()))
                            .toArray());
        }

        List<double[]> all() {
            return List.of(testActual, testPredicted, trainActual, trainPredicted);
        }

        boolean spansDecades() {
            double least = all().stream().flatMapToDouble(Arrays::stream).min().orElse(0);
            double low = Arrays.stream(testActual).min().orElse(0);
            double high = Arrays.stream(testActual).max().orElse(0);
            return least > 0 && Math.log10(high / low) > DECADES;
        }

        double[] error(double[] actual, double[] predicted) {
            return IntStream.range(0, actual.length)
                    .mapToDouble(i -> predicted[i] - actual[i])
                    .toArray();
        }
    }
}
