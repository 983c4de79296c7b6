package org.ionscape.learn.subset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.math.Seeds;

/**
 * Which features are enough: subsets are screened, the best of each size judged again, and the winner of each size told
 * with its error on rows that took no part in choosing it.
 *
 * @param scheme how rows are split: a single split sets its test rows aside; folds leave none
 * @param screen what subsets are screened by
 * @param largest number of features
 * @param keeper where an exhaustive search is kept, to go on later
 */
public record SubsetStudy(
        Dataset data,
        Pipeline pipeline,
        Scheme scheme,
        Screen screen,
        Way way,
        int largest,
        long seed,
        Optional<SearchKeeper> keeper) {
    private static final int JUDGED_OF_EACH_SIZE = 50;
    private static final double INNER_SHARE = 0.2;
    private static final Scheme TEN_FOLDS = new Scheme.Stratified(10);

    public SubsetStudy {
        largest = Math.min(largest, data.features().size());
    }

    /** Which way through the subsets. */
    public enum Way {
        /** Every subset, or every one up to a size. */
        ALL,
        /** The best feature, then the one that goes best with it, and so on. */
        GREEDY,
        /** Subsets bred from the better ones of a population. */
        GENETIC;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Way> ofLabel(String label) {
            return Stream.of(values()).filter(w -> w.label().equals(label)).findFirst();
        }
    }

    /** What subsets are screened by. */
    public enum Screen {
        /** The error on a part of the training rows held out for it; the best are then cross-validated. */
        INNER,
        /** The error on the test rows themselves, as K. Kim and D. J. Siegel did: optimistic. */
        TEST,
        /** Cross-validation of every subset. */
        CV;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Screen> ofLabel(String label) {
            return Stream.of(values()).filter(s -> s.label().equals(label)).findFirst();
        }
    }

    /**
     * The winner of one size.
     *
     * @param screenRmse by which it was screened
     * @param cvRmse cross-validated on the training rows, by which it won; empty when the test rows chose it
     * @param testRmse on the test rows; empty when there are none
     */
    public record Winner(List<String> features, double screenRmse, OptionalDouble cvRmse, OptionalDouble testRmse) {
        public int size() {
            return features.size();
        }

        /** The error to tell: on the test rows where there are some, else cross-validated. */
        public double rmse() {
            return testRmse.orElseGet(() -> cvRmse.orElse(screenRmse));
        }
    }

    /**
     * What a study found.
     *
     * @param evaluated subsets screened
     * @param best the winner of each size
     * @param chosen place in {@code best} of the one with the least error of those that chose
     * @param single every feature on its own, best first
     * @param seconds of the whole, earlier sessions included
     */
    public record Result(long evaluated, List<Winner> best, int chosen, List<Winner> single, double seconds) {
        public Result {
            best = List.copyOf(best);
            single = List.copyOf(single);
        }
    }

    /** The rows set aside, if any, and those that are left. */
    private record Parts(int[] train, Optional<Fold> test, List<Fold> folds) {}

    private Parts parts() {
        List<Fold> outer = scheme.folds(data, seed);
        if (outer.size() > 1) {
            return new Parts(data.all(), Optional.empty(), outer);
        }
        Fold only = outer.getFirst();
        int[] train = only.trainRows();
        return new Parts(train, Optional.of(only), TEN_FOLDS.folds(data, train, Seeds.part(seed, 1)));
    }

    /** A name for the screening: that of two studies is the same where one can go on with the checkpoint of the other. */
    public String name() {
        return Question.of(this, screening(parts()));
    }

    /** How many subsets an exhaustive search tries. */
    public long subsets() {
        return new SubsetSpace(data.features().size(), largest).size();
    }

    /** What a person should know of this choice before it is run. */
    public List<Problem> advice() {
        return screen == Screen.TEST
                ? List.of(Problem.of("subsets are chosen by their error on the test rows, as published: that error is"
                        + " optimistic for rows not seen; use --screen inner for one that is not"))
                : List.of();
    }

    /**
     * Runs it. Call it from inside a job.
     *
     * @param best told of the best of each size so far as the search goes
     * @throws InputException when the test rows should choose and there are none
     */
    public Result run(ComputeService service, Progress progress, Consumer<List<Winner>> best) {
        long begun = System.nanoTime();
        Parts parts = parts();
        List<Fold> screening = screening(parts);
        SubsetSearch search = search(screening);
        SubsetScores screened = new SubsetScores(data, pipeline, screening, seed);
        SubsetSearch.Found found = search.run(
                screened,
                service,
                progress,
                now -> best.accept(now.stream()
                        .map(c -> winner(c, OptionalDouble.empty(), OptionalDouble.empty()))
                        .toList()));
        if (found.leaders().first().isEmpty()) {
            throw new InputException(Problem.of(pipeline.type().name() + " could not be fitted to any subset"));
        }
        double searchedS = found.seconds();
        long judgedFrom = System.nanoTime();
        List<Winner> all = judged(found.leaders(), parts, service, progress);
        List<Winner> winners = new ArrayList<>();
        for (int k = 1; k <= largest; k++) {
            int size = k;
            all.stream()
                    .filter(w -> w.size() == size)
                    .min(Comparator.comparingDouble(SubsetStudy::chooser))
                    .ifPresent(winners::add);
        }
        List<Winner> tested = tested(winners, parts, service, progress);
        int chosen = IntStream.range(0, tested.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> chooser(tested.get(i))))
                .orElseThrow();
        List<Winner> single =
                tested(all.stream().filter(w -> w.size() == 1).toList(), parts, service, progress).stream()
                        .sorted(Comparator.comparingDouble(Winner::rmse))
                        .toList();
        double seconds = searchedS + (System.nanoTime() - judgedFrom) / 1e9;
        return new Result(
                found.evaluated(), tested, chosen, single, Math.max(seconds, (System.nanoTime() - begun) / 1e9));
    }

    /** The error by which a winner won. */
    private static double chooser(Winner winner) {
        return winner.cvRmse().orElse(winner.screenRmse());
    }

    private List<Fold> screening(Parts parts) {
        return switch (screen) {
            case INNER -> new Scheme.HoldOut(INNER_SHARE).folds(data, parts.train(), Seeds.part(seed, 2));
            case TEST ->
                List.of(parts.test()
                        .orElseThrow(() -> new InputException(Problem.of("there are no test rows to screen by with "
                                + scheme.label() + "; use holdout or split, or screen by inner or cv"))));
            case CV -> parts.folds();
        };
    }

    private SubsetSearch search(List<Fold> screening) {
        int features = data.features().size();
        return switch (way) {
            case ALL ->
                new ExhaustiveSearch(
                        new SubsetSpace(features, largest), JUDGED_OF_EACH_SIZE, keeper, Question.of(this, screening));
            case GREEDY -> new GreedySearch(features, largest, JUDGED_OF_EACH_SIZE);
            case GENETIC -> new GeneticSearch(features, largest, JUDGED_OF_EACH_SIZE, Seeds.part(seed, 3));
        };
    }

    /** The leaders, cross-validated where the screening was something else than that. */
    private List<Winner> judged(Leaders leaders, Parts parts, ComputeService service, Progress progress) {
        List<Candidate> candidates = leaders.all();
        return switch (screen) {
            case TEST ->
                candidates.stream()
                        .map(c -> winner(c, OptionalDouble.empty(), OptionalDouble.of(c.rmse())))
                        .toList();
            case CV ->
                candidates.stream()
                        .map(c -> winner(c, OptionalDouble.of(c.rmse()), OptionalDouble.empty()))
                        .toList();
            case INNER -> {
                List<Candidate> again = SubsetSearch.score(
                        candidates.stream().map(Candidate::numbers).toList(),
                        new SubsetScores(data, pipeline, parts.folds(), Seeds.part(seed, 4)),
                        service,
                        progress,
                        new Counter(0, candidates.size()));
                yield IntStream.range(0, again.size())
                        .mapToObj(i -> winner(
                                candidates.get(i),
                                OptionalDouble.of(again.get(i).rmse()),
                                OptionalDouble.empty()))
                        .toList();
            }
        };
    }

    /** With the error on the test rows, where there are some that have not been asked yet. */
    private List<Winner> tested(List<Winner> winners, Parts parts, ComputeService service, Progress progress) {
        if (screen == Screen.TEST || parts.test().isEmpty()) {
            return winners;
        }
        List<String> keys = data.featureKeys();
        List<Candidate> scored = SubsetSearch.score(
                winners.stream()
                        .map(w -> w.features().stream().mapToInt(keys::indexOf).toArray())
                        .toList(),
                new SubsetScores(data, pipeline, List.of(parts.test().get()), Seeds.part(seed, 5)),
                service,
                progress,
                new Counter(0, winners.size()));
        return IntStream.range(0, winners.size())
                .mapToObj(i -> new Winner(
                        winners.get(i).features(),
                        winners.get(i).screenRmse(),
                        winners.get(i).cvRmse(),
                        OptionalDouble.of(scored.get(i).rmse())))
                .toList();
    }

    private Winner winner(Candidate candidate, OptionalDouble cv, OptionalDouble test) {
        return new Winner(candidate.names(data.featureKeys()), candidate.rmse(), cv, test);
    }
}
