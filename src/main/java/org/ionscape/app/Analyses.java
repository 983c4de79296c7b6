package org.ionscape.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.trajectory.Trajectory;
import org.ionscape.transport.Diffusion;

/** The computing of runs in the background: each run has at most one job, and its status follows that job. */
public final class Analyses {
    private static final String UNFINISHED = "analyses.unfinished";

    private final ComputeService compute;
    private final Engine engine;
    private final Executor window;
    private final Saving saving;
    private final Map<Long, JobHandle<?>> jobs = new LinkedHashMap<>();

    Analyses(ComputeService compute, Engine engine, Executor window, Saving saving) {
        this.compute = compute;
        this.engine = engine;
        this.window = window;
        this.saving = saving;
    }

    /** Computes the given runs, each in a job of its own. */
    public void start(Collection<RunItem> items) {
        items.forEach(this::start);
    }

    private void start(RunItem item) {
        drop(item);
        AnalysisSettings settings = item.settings();
        RunStatus before = item.status();
        String whyBefore = item.why.get();
        item.mark(RunStatus.QUEUED, "Waiting for other analyses to end.");
        JobHandle<RunResult> job = compute.submit(Job.of("Analysing " + item.longName(), progress -> {
            window.execute(() -> {
                if (item.status().isBusy()) {
                    item.mark(RunStatus.RUNNING, "Being analysed now.");
                }
            });
            return engine.analyse(item.info(), settings, progress);
        }));
        jobs.put(item.id(), job);
        job.whenDone()
                .whenComplete((result, failure) -> window.execute(() -> {
                    if (jobs.remove(item.id(), job)) {
                        ended(item, settings, Optional.ofNullable(result), Optional.ofNullable(failure));
                        if (failure instanceof CancellationException && !before.isBusy()) {
                            item.mark(before, whyBefore);
                        }
                    }
                }));
    }

    private void ended(
            RunItem item, AnalysisSettings settings, Optional<RunResult> result, Optional<Throwable> failure) {
        result.ifPresent(r -> {
            saving.write(store -> store.storeResult(item.id(), settings, r));
            item.result.set(result);
            if (settings.equals(item.settings())) {
                item.mark(RunStatus.DONE, warningsOf(r));
            } else {
                item.mark(RunStatus.STALE, "Its settings changed since. Analyse it again.");
            }
        });
        failure.ifPresent(f -> {
            if (f instanceof CancellationException) {
                item.mark(item.result().isPresent() ? RunStatus.STALE : RunStatus.NOT_ANALYSED, "Cancelled.");
                return;
            }
            String why = f instanceof InputException input
                    ? input.getMessage()
                    : "The analysis failed: " + f + ". See the log.";
            item.mark(RunStatus.PROBLEM, why);
            saving.write(store -> store.storeProblem(item.id(), settings, why));
        });
    }

    static String warningsOf(RunResult result) {
        return result.warnings().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    /** Cancels the analysis of a run if there is one. */
    public void cancel(RunItem item) {
        Optional.ofNullable(jobs.get(item.id())).ifPresent(JobHandle::cancel);
    }

    /** Cancels the analysis of a run whose status others set from now on. */
    void drop(RunItem item) {
        Optional.ofNullable(jobs.remove(item.id())).ifPresent(JobHandle::cancel);
    }

    /** The runs whose analysis waits or is at work, as {@link #goOn} reads them. */
    private String unfinished() {
        return jobs.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Takes up what closing the project interrupted. */
    void goOn(Collection<RunItem> withoutResult) {
        List<String> ids = List.of(saving.setting(UNFINISHED).orElse("").split(","));
        start(withoutResult.stream()
                .filter(i -> ids.contains(String.valueOf(i.id())))
                .toList());
    }

    /** Cancels all and forgets them, but for the next opening: the project is being closed. */
    void clear() {
        if (!jobs.isEmpty() || saving.setting(UNFINISHED).isPresent()) {
            saving.putSetting(UNFINISHED, unfinished());
        }
        List.copyOf(jobs.values()).forEach(JobHandle::cancel);
        jobs.clear();
    }

    /** D of a species from another fit window while it is dragged; only the newest request is answered. */
    public JobHandle<Diffusion> refit(RunResult result, String species, double fromPs, double toPs) {
        return compute.submit(
                Job.latest("refit", "Fitting " + species, progress -> engine.refit(result, species, fromPs, toPs)));
    }

    /** Hops or distributions of a run whose frames are open; they have to stay open until the job ends or is cancelled. */
    public JobHandle<Dynamics> dynamics(RunItem item, Trajectory trajectory, List<String> mobile, Dynamics.Part part) {
        RunInfo run = item.info();
        AnalysisSettings settings = item.settings();
        String title = switch (part) {
            case HOPS -> "Finding hops of ";
            case RDF -> "Radial distributions of ";
            case VAN_HOVE -> "Van Hove functions of ";
            case DENSITY -> "Density of mobile ions of ";
        };
        return compute.submit(Job.of(title + item.longName(), progress -> {
            try {
                return engine.dynamics(run, trajectory, settings, mobile, part, progress);
            } catch (IllegalStateException e) {
                progress.check(); // frames closed under a job that is no longer wanted are no failure
                throw e;
            }
        }));
    }
}
