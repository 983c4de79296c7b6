package org.ionscape.learn.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.math.Shuffle;

/** A way to split rows into those learned from and those held out. */
public sealed interface Scheme {
    /**
     * The splits of some rows of a data set.
     *
     * @throws InputException when there are fewer rows or groups than the scheme needs
     */
    List<Fold> folds(Dataset data, int[] rows, long seed);

    /** As it is written on the command line. */
    String label();

    /** Columns that say how rows are split; they are no features. */
    default List<String> columns() {
        return List.of();
    }

    /** The splits of all rows. */
    default List<Fold> folds(Dataset data, long seed) {
        return folds(data, data.all(), seed);
    }

    /** Rows shuffled, then dealt into k folds of like size. */
    record KFold(int k) implements Scheme {
        @Override
        public List<Fold> folds(Dataset data, int[] rows, long seed) {
            Dealing.requireRows(rows.length, k, label());
            int[] order = rows.clone();
            Shuffle.inPlace(order, new SplittableRandom(seed));
            return Dealing.deal(order, k, i -> i % k);
        }

        @Override
        public String label() {
            return "kfold:" + k;
        }
    }

    /**
     * Rows sorted by target, stable, and dealt out 0 … k−1, k−1 … 0, 0 … k−1 and so on: folds of like size and like mean
     * target (K. Kim and D. J. Siegel, J. Mater. Chem. A 10, 2022).
     */
    record Stratified(int k) implements Scheme {
        @Override
        public List<Fold> folds(Dataset data, int[] rows, long seed) {
            Dealing.requireRows(rows.length, k, label());
            int[] order = IntStream.of(rows)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> data.y()[i]))
                    .mapToInt(i -> i)
                    .toArray();
            return Dealing.deal(order, k, i -> i / k % 2 == 0 ? i % k : k - 1 - i % k);
        }

        @Override
        public String label() {
            return "stratified:" + k;
        }
    }

    /** Each value of a column held out once: no row of a material teaches about its others. */
    record LeaveOneGroupOut(String column) implements Scheme {
        @Override
        public List<Fold> folds(Dataset data, int[] rows, long seed) {
            Map<String, List<Integer>> groups = Dealing.groups(data, rows, column);
            if (groups.size() < 2) {
                throw new InputException(
                        Problem.of(label() + " needs at least two groups; " + column + " has only one"));
            }
            List<Fold> folds = new ArrayList<>();
            groups.forEach((name, held) -> folds.add(new Fold(
                    folds.size(),
                    name,
                    IntStream.of(rows).filter(i -> !held.contains(i)).boxed().toList(),
                    held)));
            return folds;
        }

        @Override
        public String label() {
            return "logo:" + column;
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** One split, drawn again until both parts have like mean and deviation of the target. */
    record HoldOut(double share) implements Scheme {
        private static final int DRAWS = 1000;
        private static final double LIKE = 0.1;

        @Override
        public List<Fold> folds(Dataset data, int[] rows, long seed) {
            int held = (int) Math.round(share * rows.length);
            if (held < 1 || held > rows.length - 1) {
                throw new InputException(Problem.of(
                        label() + " would hold out " + held + " of " + rows.length + " rows; choose another share"));
            }
            SplittableRandom random = new SplittableRandom(seed);
            int[] best = rows.clone();
            double least = Double.POSITIVE_INFINITY;
            for (int draw = 0; draw < DRAWS && least > LIKE; draw++) {
                int[] order = rows.clone();
                Shuffle.inPlace(order, random);
                double unlike = unlikeness(
                        data.y(Arrays.copyOf(order, held)), data.y(Arrays.copyOfRange(order, held, order.length)));
                if (unlike < least) {
                    least = unlike;
                    best = order;
                }
            }
            return List.of(new Fold(
                    0,
                    "test",
                    Arrays.stream(best, held, best.length).sorted().boxed().toList(),
                    Arrays.stream(best, 0, held).sorted().boxed().toList()));
        }

        /** Difference of means and of deviations, in deviations of the training rows; one row alone has no deviation. */
        private static double unlikeness(double[] test, double[] train) {
            double sd = Metrics.populationSd(train);
            double means = Math.abs(Metrics.mean(test) - Metrics.mean(train));
            double deviations = test.length > 1 ? Math.abs(Metrics.populationSd(test) - sd) : 0;
            return sd > 0 ? Math.max(means, deviations) / sd : Double.MAX_VALUE;
        }

        @Override
        public String label() {
            return "holdout:" + share;
        }
    }

    /** One split, as a column of {@code train} and {@code test} says; rows that say neither take no part. */
    record Split(String column) implements Scheme {
        @Override
        public List<Fold> folds(Dataset data, int[] rows, long seed) {
            Map<String, List<Integer>> groups = Dealing.groups(data, rows, column);
            if (!groups.containsKey("train") || !groups.containsKey("test")) {
                throw new InputException(Problem.of("column " + column
                        + " should say train or test for each row; it says "
                        + String.join(", ", groups.keySet().stream().limit(5).toList())));
            }
            return List.of(new Fold(0, "test", groups.get("train"), groups.get("test")));
        }

        @Override
        public String label() {
            return "split:" + column;
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * The scheme of a text such as {@code kfold:5}.
     *
     * @throws InputException when it is none
     */
    static Scheme parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        try {
            switch (text.substring(0, Math.max(colon, 0))) {
                case "kfold" -> {
                    return new KFold(Dealing.atLeastTwo(value));
                }
                case "stratified" -> {
                    return new Stratified(Dealing.atLeastTwo(value));
                }
                case "holdout" -> {
                    double share = Double.parseDouble(value);
                    if (share > 0 && share < 1) {
                        return new HoldOut(share);
                    }
                }
                case "logo" -> {
                    return new LeaveOneGroupOut(value);
                }
                case "split" -> {
                    return new Split(value);
                }
                default -> {}
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new InputException(Problem.of("“" + text + "” is no validation; it is written logo:COLUMN, kfold:K,"
                + " stratified:K (K at least 2), holdout:0.2 or split:COLUMN"));
    }
}
