package org.ionscape.learn.subset;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ionscape.compute.Progress;

/** Counts subsets that are done on several threads, and says beside their number what is best so far. */
final class Counter {
    private final AtomicLong done;
    private final long total;
    private volatile String best = "";

    Counter(long done, long total) {
        this.done = new AtomicLong(done);
        this.total = total;
    }

    void count(long more, Progress progress) {
        progress.report((double) done.addAndGet(more), (double) total, "subsets" + best);
    }

    void best(Optional<Candidate> now) {
        best = now.map(c -> String.format(
                        Locale.ROOT,
                        ", best so far %.4g with %d feature%s",
                        c.rmse(),
                        c.size(),
                        c.size() == 1 ? "" : "s"))
                .orElse("");
    }
}
