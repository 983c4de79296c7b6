package org.ionscape.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every {@link Job} of the program. It owns two pools: one thread per core for jobs, and one per core for the
 * parts a job may split itself into ({@link #parallel}), so that a job waiting for its parts never starves them; and one
 * thread for short tasks that must keep their order ({@link #inOrder}).
 * It knows nothing of the window; listeners bring that.
 */
public final class ComputeService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeService.class);
    private static final long LAST_WRITES_S = 20;

    private final int threads;
    private final ExecutorService jobs;
    private final ExecutorService quick;
    private final ExecutorService parts;
    private final ExecutorService order;
    private final AtomicLong ids = new AtomicLong();
    private final Set<JobHandle<?>> open = ConcurrentHashMap.newKeySet();
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    /** A service that works on the given number of threads, at least one. */
    public ComputeService(int threads) {
        this.threads = Math.max(1, threads);
        this.jobs = Executors.newFixedThreadPool(this.threads, named("ionscape-job-"));
        // what answers a person's hand does not wait behind hours of work
        this.quick = Executors.newFixedThreadPool(this.threads, named("ionscape-quick-"));
        this.parts = Executors.newFixedThreadPool(this.threads, named("ionscape-part-"));
        this.order = Executors.newSingleThreadExecutor(named("ionscape-order-"));
    }

    /** A service as wide as the machine. */
    public static ComputeService ofMachine() {
        return new ComputeService(Runtime.getRuntime().availableProcessors());
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }

    public int threads() {
        return threads;
    }

    public void addListener(JobListener listener) {
        listeners.add(listener);
    }

    public void removeListener(JobListener listener) {
        listeners.remove(listener);
    }

    /** Jobs that have not ended, oldest first. */
    public List<JobHandle<?>> openJobs() {
        return open.stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .<JobHandle<?>>map(h -> h)
                .toList();
    }

    /**
     * Queues a job; one with a newest-wins key cancels those before it with the same key. Once the service is closed a
     * job is cancelled instead: who still asks for it while the window goes away has no use for an error.
     */
    public <T> JobHandle<T> submit(Job<T> job) {
        JobHandle<T> handle = new JobHandle<>(ids.incrementAndGet(), job, this);
        job.latestWins()
                .ifPresent(key -> open.stream()
                        .filter(h -> h.latestWins().filter(key::equals).isPresent())
                        .forEach(JobHandle::cancel));
        open.add(handle);
        told(l -> l.stateChanged(handle, Job.State.QUEUED));
        try {
            (handle.isFleeting() ? quick : jobs).execute(handle::run);
        } catch (RejectedExecutionException e) {
            handle.cancel();
        }
        return handle;
    }

    /**
     * Runs independent parts of a job on all threads and returns their results in the order given, whatever order they
     * finished in. Call it from inside a job; a failure of any part is thrown after the others were told to stop.
     */
    public <T> List<T> parallel(List<? extends Callable<T>> tasks) {
        List<Future<T>> futures = new ArrayList<>();
        List<T> results = new ArrayList<>();
        try {
            for (Callable<T> task : tasks) {
                futures.add(parts.submit(task));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (RejectedExecutionException e) {
            throw new CancellationException("the service is closed");
        } finally {
            futures.forEach(f -> f.cancel(true));
        }
    }

    /**
     * Does short tasks one after the other in the order given, however many jobs are at work: what a person changed is
     * written by it. A task that fails is logged; it should tell of its failure itself.
     */
    public Executor inOrder() {
        return task -> {
            try {
                order.execute(() -> tried(task));
            } catch (RejectedExecutionException e) {
                LOG.debug("nothing is written once all is closed");
            }
        };
    }

    private static void tried(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("a task failed", e);
        }
    }

    /** Cancels what is open, ends the tasks in order and lets the threads go. */
    @Override
    public void close() {
        open.forEach(JobHandle::cancel);
        jobs.shutdown();
        quick.shutdown();
        parts.shutdown();
        order.shutdown();
        try {
            if (!order.awaitTermination(LAST_WRITES_S, TimeUnit.SECONDS)) {
                LOG.warn("the last changes were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void forget(JobHandle<?> handle) {
        open.remove(handle);
    }

    void told(Consumer<JobListener> call) {
        for (JobListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("a job listener failed", e);
            }
        }
    }
}
