package org.ionscape.figure.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionscape.figure.Figure;
import org.ionscape.learn.validate.LearningCurve;

/** How a fit goes on: loss against passes, error against the number of rows learned from. */
public final class CurveFigures {
    private CurveFigures() {}

    /**
     * The losses of one fold, by pass.
     *
     * @param training of the rows learned from
     * @param heldOut of the fold's held-out rows
     */
    public record Losses(double[] training, double[] heldOut) {}

    /** Losses of all folds, the last one strong. */
    public static Figure losses(List<Losses> folds) {
        List<Figure.Series> series = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            boolean last = f == folds.size() - 1;
            Losses losses = folds.get(f);
            series.add(
                    line(last ? "training" : "", last ? Figure.Ink.TEXT : Figure.Ink.MUTED, losses.training(), last));
            series.add(line(last ? "validation" : "", Figure.Ink.ACCENT, losses.heldOut(), last));
        }
        return new Figure(
                Figure.Axis.linear("Epoch", "epoch"),
                Figure.Axis.log("Loss", "loss"),
                series,
                List.of(),
                "Iterative models show their loss here while they learn");
    }

    private static Figure.Line line(String name, Figure.Ink ink, double[] losses, boolean strong) {
        double[] epochs = new double[losses.length];
        Arrays.setAll(epochs, i -> i + 1.0);
        return new Figure.Line(name, ink, epochs, losses, strong ? Figure.Stroke.STRONG : Figure.Stroke.NORMAL);
    }

    /** RMSE of training and held-out rows against the number of rows learned from. */
    public static Figure learning(LearningCurve curve, String unit) {
        double[] rows =
                curve.points().stream().mapToDouble(LearningCurve.Point::rows).toArray();
        double[] test =
                curve.points().stream().mapToDouble(p -> p.test().rmse()).toArray();
        double[] sd = curve.points().stream()
                .mapToDouble(
                        p -> Double.isFinite(p.testSd().rmse()) ? p.testSd().rmse() : 0)
                .toArray();
        double[] low = new double[test.length];
        double[] high = new double[test.length];
        Arrays.setAll(low, i -> Math.max(0, test[i] - sd[i]));
        Arrays.setAll(high, i -> test[i] + sd[i]);
        String suffix = unit.isEmpty() ? "" : " (" + unit + ")";
        return new Figure(
                Figure.Axis.linear("Training rows", "rows"),
                Figure.Axis.linear("RMSE" + suffix, "rmse" + (unit.isEmpty() ? "" : " [" + unit + "]")),
                List.of(
                        new Figure.Band("", Figure.Ink.FIVE, rows, low, high),
                        new Figure.Line("test", Figure.Ink.FIVE, rows, test, Figure.Stroke.STRONG),
                        new Figure.Line(
                                "train",
                                Figure.Ink.ACCENT,
                                rows,
                                curve.points().stream()
                                        .mapToDouble(p -> p.train().rmse())
                                        .toArray(),
                                Figure.Stroke.STRONG)),
                List.of(),
                "No learning curve yet");
    }
}
