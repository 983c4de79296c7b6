package org.ionscape.learn.subset;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/** A way through the subsets of the features. */
sealed interface SubsetSearch permits ExhaustiveSearch, GreedySearch, GeneticSearch {
    /**
     * What a search has found.
     *
     * @param evaluated subsets tried
     * @param seconds worked, in earlier sessions too
     */
    record Found(long evaluated, Leaders leaders, double seconds) {}

    /**
     * Searches, and tells the best of each size so far as it goes. The result does not depend on the number of threads.
     */
    Found run(SubsetScores scores, ComputeService service, Progress progress, Consumer<List<Candidate>> best);

    /** Scores subsets on all threads, in the order given. */
    static List<Candidate> score(
            List<int[]> subsets, SubsetScores scores, ComputeService service, Progress progress, Counter counter) {
        return service.parallel(subsets.stream()
                .map(subset -> (Callable<Candidate>) () -> {
                    Candidate scored = Candidate.of(subset, scores.scorer().rmse(subset, progress));
                    counter.count(1, progress);
                    return scored;
                })
                .toList());
    }
}
