package org.ionscape.learn.subset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * Forward selection: from no feature on, the one that lowers the error most is added. p + (p − 1) + … fits, and no promise
 * that a pair which is only good together is found.
 */
record GreedySearch(int features, int largest, int kept) implements SubsetSearch {
    @Override
    public Found run(SubsetScores scores, ComputeService service, Progress progress, Consumer<List<Candidate>> best) {
        long begun = System.nanoTime();
        int sizes = Math.min(features, largest);
        long total =
                IntStream.range(0, sizes).map(k -> features - k).asLongStream().sum();
        Counter counter = new Counter(0, total);
        Leaders leaders = new Leaders(features, kept);
        int[] chosen = {};
        for (int k = 0; k < sizes; k++) {
            List<int[]> longer = new ArrayList<>();
            for (int f = 0; f < features; f++) {
                int feature = f;
                if (IntStream.of(chosen).noneMatch(c -> c == feature)) {
                    longer.add(IntStream.concat(IntStream.of(chosen), IntStream.of(f))
                            .sorted()
                            .toArray());
                }
            }
            List<Candidate> scored = SubsetSearch.score(longer, scores, service, progress, counter);
            scored.forEach(c -> leaders.offer(c.numbers(), c.rmse()));
            chosen = scored.stream().min(Candidate.ORDER).orElseThrow().numbers();
            counter.best(leaders.first());
            best.accept(leaders.best());
        }
        return new Found(total, leaders, (System.nanoTime() - begun) / 1e9);
    }
}
