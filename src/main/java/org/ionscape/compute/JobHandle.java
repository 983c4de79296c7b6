package org.ionscape.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A submitted job: its state, its progress, a way to cancel it, and its result when there is one. */
public final class JobHandle<T> {
    /** How far the work said it is. */
    public record Reported(double done, double total, String unit) {
        /** Share done in 0..1, empty when the total is unknown. */
        public OptionalDouble fraction() {
            return total > 0 ? OptionalDouble.of(Math.clamp(done / total, 0, 1)) : OptionalDouble.empty();
        }
    }

    private static final long AT_ONCE_MS = 50;

    private final long id;
    private final Job<T> job;
    private final ComputeService service;
    private final AtomicReference<Job.State> state = new AtomicReference<>(Job.State.QUEUED);
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean cancelRequested;
    private volatile Reported reported = new Reported(0, Double.NaN, "");
    private volatile Instant started = Instant.MAX;
    private volatile double resumedAt;

    JobHandle(long id, Job<T> job, ComputeService service) {
        this.id = id;
        this.job = job;
        this.service = service;
    }

    public long id() {
        return id;
    }

    public String title() {
        return job.title();
    }

    public Job.State state() {
        return state.get();
    }

    public Reported reported() {
        return reported;
    }

    /** Time left, guessed from the pace so far; empty until a tenth of a second and a hundredth of the work are done. */
    public Optional<Duration> timeLeft() {
        OptionalDouble fraction = reported.fraction();
        if (state() != Job.State.RUNNING || fraction.isEmpty() || fraction.getAsDouble() < 0.01) {
            return Optional.empty();
        }
        double spentMs = Duration.between(started, Instant.now()).toMillis();
        if (spentMs < 100) {
            return Optional.empty();
        }
        double share = fraction.getAsDouble() - resumedAt;
        return share <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(spentMs * (1 - fraction.getAsDouble()) / share)));
    }

    /** Asks the work to stop. A queued job ends at once, a running one at its next {@link Progress#check()}. */
    public void cancel() {
        cancelRequested = true;
        if (state.compareAndSet(Job.State.QUEUED, Job.State.CANCELLED)) {
            ended(Job.State.CANCELLED, () -> result.completeExceptionally(new CancellationException(title())));
        }
    }

    /** Completes with the result, or exceptionally with what the work threw or a {@link CancellationException}. */
    public CompletionStage<T> whenDone() {
        return result; // a copy would hand on its failures wrapped
    }

    /**
     * Waits for the result.
     *
     * @throws CancellationException when it was cancelled
     * @throws InputException when what a person gave cannot be used
     * @throws CompletionException around any other failure
     */
    public T join() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InputException input) {
                throw input;
            }
            throw e;
        }
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    Optional<Object> latestWins() {
        return job.latestWins();
    }

    /** Whether it only answers a person's hand, as while something is dragged: of no interest once it has ended. */
    public boolean isFleeting() {
        return job.latestWins().isPresent();
    }

    void run() {
        if (!state.compareAndSet(Job.State.QUEUED, Job.State.RUNNING)) {
            return;
        }
        started = Instant.now();
        service.told(l -> l.stateChanged(this, Job.State.RUNNING));
        try {
            T value = job.work().run(new Watched());
            if (cancelRequested && job.latestWins().isPresent()) {
                throw new CancellationException(title());
            }
            state.set(Job.State.SUCCEEDED);
            ended(Job.State.SUCCEEDED, () -> result.complete(value));
        } catch (CancellationException e) {
            state.set(Job.State.CANCELLED);
            ended(Job.State.CANCELLED, () -> result.completeExceptionally(e));
        } catch (Throwable e) { // an Error in a worker must end the job too, or the window would wait for ever
            state.set(Job.State.FAILED);
            ended(Job.State.FAILED, () -> result.completeExceptionally(e));
        }
    }

    /** The failure of a job that ended as {@link Job.State#FAILED}. */
    public Optional<Throwable> failure() {
        return result.isCompletedExceptionally() && state() == Job.State.FAILED
                ? Optional.of(result.exceptionNow())
                : Optional.empty();
    }

    /** Who waits for the result no longer finds the job among the open ones. */
    private void ended(Job.State end, Runnable complete) {
        service.forget(this);
        complete.run();
        service.told(l -> l.stateChanged(this, end));
    }

    private final class Watched implements Progress {
        @Override
        public void report(double done, double total, String unit) {
            Reported now = new Reported(done, total, unit);
            if (Duration.between(started, Instant.now()).toMillis() < AT_ONCE_MS) {
                resumedAt = now.fraction().orElse(0); // what was done before it began, by an earlier job
            }
            reported = now;
            service.told(l -> l.progressed(JobHandle.this, done, total, unit));
            check();
        }

        @Override
        public void check() {
            if (cancelRequested) {
                throw new CancellationException(title());
            }
        }
    }
}
