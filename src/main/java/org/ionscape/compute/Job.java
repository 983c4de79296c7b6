package org.ionscape.compute;

import java.util.Objects;
import java.util.Optional;

/**
 * Work that may take longer than 50 ms, as a value: what it is called, which newest-wins group it belongs to and the
 * function that does it. Give it to {@link ComputeService#submit}.
 *
 * @param title what the person reads while it runs
 * @param latestWins a key shared by jobs of which only the newest matters (dragging a fit window): submitting one
 *     cancels its predecessors with the same key
 * @param work the function; it reports to and polls the {@link Progress} it is given
 */
public record Job<T>(String title, Optional<Object> latestWins, Work<T> work) {
    /** The function of a job. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    public Job {
        Objects.requireNonNull(title);
        Objects.requireNonNull(work);
    }

    public static <T> Job<T> of(String title, Work<T> work) {
        return new Job<>(title, Optional.empty(), work);
    }

    /** A job of which only the newest with the same key is wanted. */
    public static <T> Job<T> latest(Object key, String title, Work<T> work) {
        return new Job<>(title, Optional.of(key), work);
    }

    /** Where a job stands. The last three are final. */
    public enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return compareTo(SUCCEEDED) >= 0;
        }
    }
}
