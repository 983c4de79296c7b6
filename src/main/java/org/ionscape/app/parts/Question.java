package org.ionscape.app.parts;

import java.util.Optional;
import java.util.function.Consumer;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.Progress;

/**
 * What a place wants to know now: it is asked while the place is shown, once for the same parameters, and only the newest
 * is answered.
 *
 * @param <Q> parameters, equal when the answer is the same
 */
public final class Question<Q> {
    /** Finds an answer on a worker thread. */
    @FunctionalInterface
    public interface Work<R> {
        R run(Progress progress);
    }

    private final Workbench workbench;
    private Optional<Q> newest = Optional.empty();
    private boolean shown;

    public Question(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Says whether the place is shown. */
    public void setShown(boolean now) {
        shown = now;
    }

    /** Whether this is to be answered; it is the newest from now on. */
    public boolean isNew(Q asked) {
        if (!shown || newest.filter(asked::equals).isPresent()) {
            return false;
        }
        newest = Optional.of(asked);
        return true;
    }

    /** Whether nothing else was asked since. */
    public boolean isNewest(Q asked) {
        return newest.filter(asked::equals).isPresent();
    }

    /** Does something on the window's thread if nothing else was asked since. */
    public void ifNewest(Q asked, Runnable action) {
        workbench.window().execute(() -> {
            if (isNewest(asked)) {
                action.run();
            }
        });
    }

    /**
     * Answers in the background.
     *
     * @param found is given the answer, on the window's thread
     * @param failed is given a sentence why there is none
     */
    public <R> void answer(Q asked, String title, Work<R> work, Consumer<R> found, Consumer<String> failed) {
        workbench
                .compute()
                .submit(Job.latest(this, title, work::run))
                .whenDone()
                .whenComplete((answer, failure) -> ifNewest(asked, () -> {
                    if (failure == null) {
                        found.accept(answer);
                    } else {
                        failed.accept(sentence(title, failure));
                    }
                }));
    }

    private static String sentence(String title, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof InputException bad ? bad.getMessage() : title + " failed: " + cause;
    }
}
