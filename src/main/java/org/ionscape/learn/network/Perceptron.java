package org.ionscape.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.Losses;
import org.ionscape.learn.ModelClass;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.math.Shuffle;

/**
 * The multi-layer perceptron with scikit-learn's MLPRegressor's names, defaults and rules of stopping; solver {@code adam}
 * or {@code sgd}, to which alone the choices of {@code learning_rate} apply, as there.
 */
public final class Perceptron {
    private static final int LARGEST_AUTOMATIC_BATCH = 200;
    private static final double SMALLEST_RATE = 1e-6;
    private static final double SLOWER = 5;

    public static final ModelType TYPE = new ModelType(
            "mlp",
            "Multi-layer perceptron",
            ModelClass.NEURAL_NETWORK,
            List.of(
                    Parameter.of(
                            "hidden_layer_sizes", List.of(100), "units of each hidden layer", new Parameter.Wholes()),
                    Parameter.word("activation", "of hidden units", Activation.WORDS.toArray(String[]::new)),
                    Parameter.word("solver", "how weights are moved", "adam", "sgd"),
                    Parameter.notNegative("alpha", 1e-4, "strength of the squared penalty"),
                    Parameter.of(
                            "batch_size",
                            "auto",
                            "rows of one step; auto is all, at most 200",
                            new Parameter.Whole(1),
                            new Parameter.Word(List.of("auto"))),
                    Parameter.word("learning_rate", "how sgd's rate changes", "constant", "invscaling", "adaptive"),
                    Parameter.positive("learning_rate_init", 1e-3, "the rate at the start"),
                    Parameter.notNegative("power_t", 0.5, "exponent of invscaling"),
                    Parameter.whole("max_iter", 200, 1, "passes over the rows at most"),
                    Parameter.flag("shuffle", true, "shuffle the rows before each pass"),
                    Parameter.notNegative("tol", 1e-4, "gain below which a pass counts as none"),
                    Parameter.whole("n_iter_no_change", 10, 1, "passes without gain before stopping"),
                    Parameter.share("momentum", 0.9, "of sgd"),
                    Parameter.flag("nesterovs_momentum", true, "sgd looks ahead"),
                    Parameter.flag("early_stopping", false, "stop by the R² of rows held out of the training rows"),
                    Parameter.share("validation_fraction", 0.1, "share of rows that early stopping holds out"),
                    Parameter.share("beta_1", 0.9, "decay of Adam's first moment"),
                    Parameter.share("beta_2", 0.999, "decay of Adam's second moment"),
                    Parameter.positive("epsilon", 1e-8, "of Adam's denominator"),
                    Parameter.word("precision", "of the arithmetic while learning", "double", "single")),
            settings -> (x, y, seed, progress) -> new Perceptron(settings).fit(x, y, seed, progress),
            Layers::restore);

    private final Settings settings;
    private final double tol;
    private double rate;
    private long steps;
    private long seen;

    private Perceptron(Settings settings) {
        this.settings = settings;
        this.tol = settings.real("tol");
        this.rate = settings.real("learning_rate_init");
    }

    private FittedRegressor fit(double[][] x, double[] y, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] sizes = IntStream.concat(
                        IntStream.of(x[0].length),
                        IntStream.concat(IntStream.of(settings.wholes("hidden_layer_sizes")), IntStream.of(1)))
                .toArray();
        Layers start = Layers.random(Activation.of(settings.word("activation")), sizes, random);
        NetworkTrainer<?> trainer = settings.word("precision").equals("single")
                ? new NetworkTrainer<>(new FloatRows(), start, settings.real("alpha"), x, y)
                : new NetworkTrainer<>(new DoubleRows(), start, settings.real("alpha"), x, y);
        int[] order = IntStream.range(0, x.length).toArray();
        if (!settings.flag("early_stopping")) {
            return untilLossRests(trainer, order, random, progress);
        }
        int held = (int) Math.ceil(settings.real("validation_fraction") * x.length);
        if (held < 1 || held >= x.length) {
            throw new InputException(Problem.of("mlp cannot hold out " + held + " of " + x.length
                    + " rows for early_stopping; change validation_fraction or turn it off"));
        }
        Shuffle.inPlace(order, random);
        Held rows = Held.of(x, y, Arrays.copyOf(order, held));
        return untilScoreRests(trainer, Arrays.copyOfRange(order, held, order.length), rows, random, progress);
    }

    private FittedRegressor untilLossRests(
            NetworkTrainer<?> trainer, int[] order, SplittableRandom random, Progress progress) {
        double best = Double.POSITIVE_INFINITY;
        int withoutGain = 0;
        for (int epoch = 1; epoch <= settings.whole("max_iter"); epoch++) {
            double loss = pass(trainer, order, epoch, random, progress);
            withoutGain = loss > best - tol ? withoutGain + 1 : 0;
            best = Math.min(best, loss);
            if (withoutGain > settings.whole("n_iter_no_change")) {
                if (!slower()) {
                    return trainer.layers();
                }
                withoutGain = 0;
            }
        }
        return trainer.layers().noted(List.of(notConverged()));
    }

    private FittedRegressor untilScoreRests(
            NetworkTrainer<?> trainer, int[] order, Held held, SplittableRandom random, Progress progress) {
        double best = Double.NEGATIVE_INFINITY;
        Layers kept = trainer.layers();
        int withoutGain = 0;
        List<String> notes = new ArrayList<>();
        for (int epoch = 1; ; epoch++) {
            pass(trainer, order, epoch, random, progress);
            Layers now = trainer.layers();
            double score = held.score(now);
            withoutGain = score < best + tol ? withoutGain + 1 : 0;
            if (score > best) {
                best = score;
                kept = now;
            }
            if (withoutGain > settings.whole("n_iter_no_change")) {
                if (!slower()) {
                    return kept;
                }
                withoutGain = 0;
            }
            if (epoch == settings.whole("max_iter")) {
                notes.add(notConverged());
                return kept.noted(notes);
            }
        }
    }

    private String notConverged() {
        return "mlp was still improving after " + settings.whole("max_iter")
                + " passes; raise max_iter if its error matters";
    }

    /** Whether a stalled fit goes on, with a smaller rate. */
    private boolean slower() {
        boolean goOn = settings.word("solver").equals("sgd")
                && settings.word("learning_rate").equals("adaptive")
                && rate > SMALLEST_RATE;
        rate = goOn ? rate / SLOWER : rate;
        return goOn;
    }

    /** One pass over the rows; its mean loss. */
    private double pass(NetworkTrainer<?> trainer, int[] order, int epoch, SplittableRandom random, Progress progress) {
        if (settings.flag("shuffle")) {
            Shuffle.inPlace(order, random);
        }
        int n = order.length;
        int batch = settings.value("batch_size") instanceof Integer rows
                ? Math.min(rows, n)
                : Math.min(LARGEST_AUTOMATIC_BATCH, n);
        double loss = 0;
        for (int from = 0; from < n; from += batch) {
            progress.check();
            int to = Math.min(from + batch, n);
            loss += trainer.learn(order, from, to, rule()) * (to - from);
            steps++;
            seen += to - from;
        }
        loss /= n;
        if (!Double.isFinite(loss)) {
            throw new InputException(Problem.of("mlp diverged: lower learning_rate_init, or standardise the target"));
        }
        if (settings.word("solver").equals("sgd")
                && settings.word("learning_rate").equals("invscaling")) {
            rate = settings.real("learning_rate_init") / Math.pow(seen + 1.0, settings.real("power_t"));
        }
        progress.report(epoch, settings.whole("max_iter"), "epochs");
        Losses.tell(progress, epoch, loss, rows -> trainer.layers().predict(rows));
        return loss;
    }

    private Rule rule() {
        if (settings.word("solver").equals("sgd")) {
            return new Rule.Momentum(
                    rate,
                    settings.real("momentum"),
                    settings.flag("nesterovs_momentum") ? Rule.LookAhead.NESTEROV : Rule.LookAhead.NONE);
        }
        double beta1 = settings.real("beta_1");
        double beta2 = settings.real("beta_2");
        double t = steps + 1.0;
        return new Rule.Adam(
                rate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t)),
                beta1,
                beta2,
                settings.real("epsilon"));
    }

    /** Rows that only judge. */
    private record Held(double[][] x, double[] y, double squares) {
        static Held of(double[][] x, double[] y, int[] rows) {
            double[] target = Arrays.stream(rows).mapToDouble(i -> y[i]).toArray();
            double mean = Arrays.stream(target).average().orElseThrow();
            double squares =
                    Arrays.stream(target).map(v -> (v - mean) * (v - mean)).sum();
            return new Held(Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new), target, squares);
        }

        /** R², or minus the squared error where the held target does not vary. */
        double score(Layers layers) {
            double[] predicted = layers.predict(x);
            double error = 0;
            for (int i = 0; i < y.length; i++) {
                error += (y[i] - predicted[i]) * (y[i] - predicted[i]);
            }
            return squares > 0 ? 1 - error / squares : -error;
        }
    }
}
