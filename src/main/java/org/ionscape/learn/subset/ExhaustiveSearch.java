package org.ionscape.learn.subset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;

/**
 * Tries every subset. Work is handed out in short parts, so that other jobs get their turn, in rounds; after a round what
 * is best is known and, now and then, kept, and a later search goes on from there. Memory: the best of each size,
 * and those of the parts of one round.
 *
 * @param kept of each size
 * @param keeper where the search is kept; with {@code question}, see {@link Checkpoint}
 */
record ExhaustiveSearch(SubsetSpace space, int kept, Optional<SearchKeeper> keeper, String question)
        implements SubsetSearch {
    private static final double PART_S = 0.05;
    private static final int PARTS_OF_ROUND = 16;
    private static final double SAVE_EVERY_S = 2;

    @Override
    public Found run(SubsetScores scores, ComputeService service, Progress progress, Consumer<List<Candidate>> best) {
        return new Run(scores, service, progress, best).run();
    }

    /** One session of a search. */
    private final class Run {
        private final SubsetScores scores;
        private final ComputeService service;
        private final Progress progress;
        private final Consumer<List<Candidate>> best;
        private final Leaders leaders = new Leaders(space.features(), kept);
        private final long begun = System.nanoTime();
        private final double secondsBefore;
        private final Counter counter;
        private long done;
        private long savedAt = begun;

        Run(SubsetScores scores, ComputeService service, Progress progress, Consumer<List<Candidate>> best) {
            this.scores = scores;
            this.service = service;
            this.progress = progress;
            this.best = best;
            Optional<Checkpoint> before = keeper.flatMap(k -> Checkpoint.read(k, question, space.features()));
            done = before.map(Checkpoint::done).orElse(0L);
            secondsBefore = before.map(Checkpoint::seconds).orElse(0.0);
            before.stream().flatMap(b -> b.leaders().stream()).forEach(leaders::offer);
            counter = new Counter(done, space.size());
        }

        Found run() {
            counter.count(0, progress);
            try {
                long part = 1;
                while (done < space.size()) {
                    tell();
                    long roundBegun = System.nanoTime();
                    long first = done;
                    round(part);
                    double perSubsetS = (System.nanoTime() - roundBegun) / 1e9 * service.threads() / (done - first);
                    part = Math.clamp(Math.round(PART_S / perSubsetS), 1, 4 * part);
                    if (System.nanoTime() - savedAt > SAVE_EVERY_S * 1e9) {
                        save();
                    }
                }
            } catch (CancellationException e) {
                save();
                throw e;
            }
            save();
            tell();
            return new Found(done, leaders, seconds());
        }

        private double seconds() {
            return secondsBefore + (System.nanoTime() - begun) / 1e9;
        }

        private void tell() {
            counter.best(leaders.first());
            best.accept(leaders.best());
        }

        private void save() {
            savedAt = System.nanoTime();
            keeper.ifPresent(k -> new Checkpoint(question, done, seconds(), leaders.all()).write(k));
        }

        private void round(long part) {
            List<Callable<Leaders>> parts = new ArrayList<>();
            long end = done;
            while (parts.size() < PARTS_OF_ROUND * service.threads() && end < space.size()) {
                long from = end;
                long to = Math.min(space.size(), from + part);
                parts.add(() -> tried(from, to));
                end = to;
            }
            service.parallel(parts).forEach(leaders::offer);
            done = end;
        }

        private Leaders tried(long from, long to) {
            SubsetScores.Scorer scorer = scores.scorer();
            Leaders own = new Leaders(space.features(), kept);
            for (long number = from; number < to; number++) {
                int[] subset = space.subset(number);
                own.offer(subset, scorer.rmse(subset, progress));
            }
            counter.count(to - from, progress);
            return own;
        }
    }
}
