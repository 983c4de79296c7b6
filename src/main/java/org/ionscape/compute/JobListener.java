package org.ionscape.compute;

/**
 * Watches jobs from outside. Called on the thread where the change happens; a window hands the call on to its own
 * thread. Every method has a default that does nothing.
 */
public interface JobListener {
    /** The state changed; a final state is told exactly once. */
    default void stateChanged(JobHandle<?> job, Job.State state) {}

    /** The work reported progress. May come from a worker thread many times a second. */
    default void progressed(JobHandle<?> job, double done, double total, String unit) {}
}
