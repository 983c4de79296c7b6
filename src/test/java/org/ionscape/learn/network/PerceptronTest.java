package org.ionscape.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ionscape.compute.Progress;
import org.ionscape.learn.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerceptronTest {
    private static final int ROWS = 12;
    private static final double ALPHA = 0.3;

    private final double[][] x = rows(3, new SplittableRandom(1));
    private final double[] y = IntStream.range(0, ROWS)
            .mapToDouble(i -> x[i][0] * x[i][1] - x[i][2])
            .toArray();
    private final int[] order = IntStream.range(0, ROWS).toArray();

    private static double[][] rows(int columns, SplittableRandom random) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> random.doubles(columns, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    private static Rule step(double rate) {
        return new Rule.Momentum(rate, 0, Rule.LookAhead.NONE);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void weightsMoveAgainstTheSlopeOfTheLoss(Activation activation) {
        Layers start = Layers.random(activation, new int[] {3, 5, 4, 1}, new SplittableRandom(2));
        NetworkTrainer<double[]> trainer = new NetworkTrainer<>(new DoubleRows(), start, ALPHA, x, y);
        trainer.learn(order, 0, ROWS, step(1));
        Layers moved = trainer.layers();
        double h = 1e-6;
        for (int l = 0; l < 3; l++) {
            double gradient = start.weights().get(l)[1][0] - moved.weights().get(l)[1][0];
            double slope = (loss(start, l, h) - loss(start, l, -h)) / (2 * h);
            assertThat(gradient).isCloseTo(slope, within(1e-7));
        }
    }

    private double loss(Layers start, int layer, double shift) {
        start.weights().get(layer)[1][0] += shift;
        double loss = new NetworkTrainer<>(new DoubleRows(), start, ALPHA, x, y).learn(order, 0, ROWS, step(0));
        start.weights().get(layer)[1][0] -= shift;
        return loss;
    }

    @Test
    void adamsFirstStepIsTheRateWhateverTheGradient() {
        Layers start = Layers.random(Activation.TANH, new int[] {3, 4, 1}, new SplittableRandom(3));
        NetworkTrainer<double[]> trainer = new NetworkTrainer<>(new DoubleRows(), start, 0, x, y);
        double correction = Math.sqrt(1 - 0.999) / (1 - 0.9);
        trainer.learn(order, 0, ROWS, new Rule.Adam(0.01 * correction, 0.9, 0.999, 0));
        for (int k = 0; k < 3; k++) {
            double moved = Math.abs(
                    trainer.layers().weights().get(0)[k][2] - start.weights().get(0)[k][2]);
            assertThat(moved).isCloseTo(0.01, within(1e-12));
        }
    }

    @Test
    void singlePrecisionLearnsTheSameToItsDigits() {
        double[] twice = predict("precision=double", "max_iter=50");
        double[] once = predict("precision=single", "max_iter=50");
        for (int i = 0; i < ROWS; i++) {
            assertThat(once[i]).isCloseTo(twice[i], within(1e-3)); // 50 steps of rounding at 6e-8, amplified
        }
    }

    private double[] predict(String... settings) {
        return Perceptron.TYPE
                .regressor(Perceptron.TYPE.defaults().with(List.of(settings)))
                .fit(x, y, 0, Progress.NONE)
                .predict(x);
    }

    @Test
    void aProductOfTwoFeaturesIsLearnt() {
        double[] predicted =
                predict("max_iter=3000", "learning_rate_init=0.01", "tol=0", "alpha=0", "n_iter_no_change=3000");
        for (int i = 0; i < ROWS; i++) {
            assertThat(predicted[i]).isCloseTo(y[i], within(0.02));
        }
    }

    @Test
    void earlyStoppingKeepsTheBestWeightsAndEndsSooner() {
        List<Double> losses = new ArrayList<>();
        var settings = Perceptron.TYPE
                .defaults()
                .with(List.of("early_stopping=true", "validation_fraction=0.3", "max_iter=5000", "tol=1e-3"));
        Perceptron.TYPE.regressor(settings).fit(x, y, 0, new Watched(losses));
        assertThat(losses).hasSizeLessThan(5000).hasSizeGreaterThan(10);
        assertThat(losses.getLast()).isLessThan(losses.getFirst());
    }

    private record Watched(List<Double> losses) implements Losses {
        @Override
        public void epoch(int epoch, double loss, Predictor now) {
            losses.add(loss);
        }

        @Override
        public void report(double done, double total, String unit) {
            // the losses say how far it is
        }

        @Override
        public void check() {
            // nobody cancels
        }
    }
}
