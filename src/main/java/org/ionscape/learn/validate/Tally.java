package org.ionscape.learn.validate;

import java.util.concurrent.atomic.AtomicInteger;
import org.ionscape.compute.Progress;

/** Counts parts that are done on several threads for one progress. */
final class Tally {
    private final Progress progress;
    private final int total;
    private final String unit;
    private final AtomicInteger done = new AtomicInteger();

    Tally(Progress progress, int total, String unit) {
        this.progress = progress;
        this.total = total;
        this.unit = unit;
    }

    /** Progress for a part: it can be cancelled, and its own steps are not counted. */
    Progress part() {
        return new Progress() {
            @Override
            public void report(double steps, double of, String what) {
                progress.check();
            }

            @Override
            public void check() {
                progress.check();
            }
        };
    }

    /** One more part is done. */
    void done() {
        progress.report(done.incrementAndGet(), total, unit);
    }
}
