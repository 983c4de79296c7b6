package org.ionscape.app.viewer;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.JobHandle;
import org.ionscape.crystal.MobileIon;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.Dynamics;
import org.ionscape.extract.RunResult;

/**
 * Hops and distributions of the run that is shown, computed in the background when asked for. What was asked for once is
 * computed of every run shown thereafter, and what was computed lately is kept.
 */
final class DynamicsModel {
    private static final int KEPT = 24;

    /** How far a part is. */
    sealed interface State {
        /** Nobody asked for it, or the frames are not there yet. */
        record Idle() implements State {}

        /** It is being computed. */
        record Running() implements State {}

        /** It cannot be computed. */
        record Failed(String why) implements State {}

        /** It is there. */
        record Ready(Dynamics dynamics) implements State {}
    }

    private record Key(long run, AnalysisSettings settings, List<String> mobile, Dynamics.Part part) {}

    private final Workbench workbench;
    private final Map<Dynamics.Part, ReadOnlyObjectWrapper<State>> states = new EnumMap<>(Dynamics.Part.class);
    private final Map<Dynamics.Part, JobHandle<Dynamics>> jobs = new EnumMap<>(Dynamics.Part.class);
    private final Set<Dynamics.Part> wanted = EnumSet.noneOf(Dynamics.Part.class);
    private final Map<Key, Dynamics> known = new LinkedHashMap<>(16, 0.75f, true);
    private final ChangeListener<Object> changed = (o, old, now) -> refresh();
    private Optional<LoadedRun> run = Optional.empty();

    DynamicsModel(Workbench workbench) {
        this.workbench = workbench;
        for (Dynamics.Part part : Dynamics.Part.values()) {
            states.put(part, new ReadOnlyObjectWrapper<>(new State.Idle()));
        }
    }

    ReadOnlyObjectProperty<State> state(Dynamics.Part part) {
        return states.get(part).getReadOnlyProperty();
    }

    /** What is there of a part. */
    Optional<Dynamics> ready(Dynamics.Part part) {
        return states.get(part).get() instanceof State.Ready ready ? Optional.of(ready.dynamics()) : Optional.empty();
    }

    /** The run that is shown; its frames may be closed after another was told. */
    void follow(Optional<LoadedRun> next) {
        run.ifPresent(r -> {
            r.item().settingsProperty().removeListener(changed);
            r.item().resultProperty().removeListener(changed);
        });
        stop();
        run = next.filter(r -> r.extent() == LoadedRun.Extent.ALL);
        run.ifPresent(r -> {
            r.item().settingsProperty().addListener(changed);
            r.item().resultProperty().addListener(changed);
        });
        refresh();
    }

    /** Asks for a part, of this run and of those shown hereafter. */
    void request(Dynamics.Part part) {
        wanted.add(part);
        refresh(part);
    }

    /** Asks for a part no longer. */
    void dismiss(Dynamics.Part part) {
        wanted.remove(part);
        refresh(part);
    }

    private void stop() {
        jobs.values().forEach(JobHandle::cancel);
        jobs.clear();
    }

    private void refresh() {
        stop();
        for (Dynamics.Part part : Dynamics.Part.values()) {
            refresh(part);
        }
    }

    private void refresh(Dynamics.Part part) {
        ReadOnlyObjectWrapper<State> state = states.get(part);
        if (run.isEmpty() || !wanted.contains(part)) {
            Optional.ofNullable(jobs.remove(part)).ifPresent(JobHandle::cancel);
            state.set(new State.Idle());
            return;
        }
        Key key = key(run.get(), part);
        Optional<Dynamics> there = Optional.ofNullable(known.get(key));
        if (there.isPresent()) {
            state.set(new State.Ready(there.get()));
        } else if (!jobs.containsKey(part)) {
            state.set(new State.Running());
            compute(run.get(), key);
        }
    }

    private void compute(LoadedRun of, Key key) {
        JobHandle<Dynamics> job =
                workbench.analyses().dynamics(of.item(), of.stage().trajectory(), key.mobile(), key.part());
        jobs.put(key.part(), job);
        job.whenDone()
                .whenComplete((result, failure) -> workbench.window().execute(() -> {
                    if (result != null) {
                        keep(key, result);
                    }
                    if (jobs.remove(key.part(), job)) {
                        ended(key, Optional.ofNullable(result), Optional.ofNullable(failure));
                    }
                }));
    }

    private void ended(Key key, Optional<Dynamics> result, Optional<Throwable> failure) {
        ReadOnlyObjectWrapper<State> state = states.get(key.part());
        result.ifPresent(d -> state.set(new State.Ready(d)));
        failure.ifPresent(f -> {
            if (f instanceof CancellationException) {
                wanted.remove(key.part()); // cancelled by the person: not to begin again by itself
                state.set(new State.Idle());
            } else {
                state.set(new State.Failed(
                        f instanceof InputException ? f.getMessage() : "This failed: " + f + ". See the log."));
            }
        });
    }

    private void keep(Key key, Dynamics result) {
        known.put(key, result);
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private static Key key(LoadedRun run, Dynamics.Part part) {
        RunItem item = run.item();
        return new Key(item.id(), item.settings(), mobile(run), part);
    }

    /** As the analysis took them, else as recognised, else as the picture shows them. */
    private static List<String> mobile(LoadedRun run) {
        List<String> analysed = run.item()
                .result()
                .map(RunResult::run)
                .map(RunResult.Run::mobile)
                .orElse(List.of());
        if (!analysed.isEmpty() && run.item().settings().mobile().isEmpty()) {
            return analysed;
        }
        return run.item().mobile().isEmpty()
                ? MobileIon.of(run.stage().trajectory().atoms().species())
                : run.item().mobile();
    }
}
