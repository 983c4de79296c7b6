package org.ionscape.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;

/**
 * Progress on standard error, only where that is a terminal; and Ctrl-C, which cancels what runs, so that nothing
 * half-written stays.
 */
final class Terminal implements AutoCloseable, JobListener {
    private static final long EVERY_NS = 100_000_000;

    private final ComputeService service;
    private final boolean visible =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private long last;
    private boolean shown;

    private Terminal(ComputeService service) {
        this.service = service;
        service.addListener(this);
    }

    static Terminal watch(ComputeService service) {
        return new Terminal(service);
    }

    @Override
    public void progressed(JobHandle<?> job, double done, double total, String unit) {
        long now = System.nanoTime();
        if (!visible || now - last < EVERY_NS) {
            return;
        }
        last = now;
        shown = true;
        String left = job.timeLeft().map(t -> ", " + t.toSeconds() + " s left").orElse("");
        System.err.printf(
                Locale.ROOT,
                "\r\u001b[K%s: %.0f%s %s%s",
                job.title(),
                done,
                total > 0 ? String.format(Locale.ROOT, " of %.0f", total) : "",
                unit,
                left);
        System.err.flush();
    }

    void clear() {
        if (shown) {
            System.err.print("\r\u001b[K");
            System.err.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
        service.removeListener(this);
    }
}
