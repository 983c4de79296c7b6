package org.ionscape.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Problem;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunResult;
import org.ionscape.transport.Diffusion;

/**
 * The window's shared model: the open project, its runs and their statuses, what is selected, preset and theme. Views
 * bind to it and call it; it holds no control and needs no toolkit. Its state is touched on the window's thread only:
 * call it there, and what jobs find is brought there by the executor given.
 */
public final class Workbench implements AutoCloseable {
    private final ComputeService compute;
    private final Engine engine;
    private final Executor window;
    private final UndoStack undo = new UndoStack();
    private final ObservableList<RunItem> runs = FXCollections.observableArrayList(
            i -> new javafx.beans.Observable[] {i.status, i.excluded, i.settings, i.result});
    private final ObservableList<RunItem> selection = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<RunItem> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<RunItem> selectionView = FXCollections.unmodifiableObservableList(selection);
    private final ObservableList<Problem> problemsView = FXCollections.unmodifiableObservableList(problems);
    private final ReadOnlyObjectWrapper<Focus> focus = new ReadOnlyObjectWrapper<>(new Focus.Nothing());
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.RECOMMENDED);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<RunStore>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Long, JobHandle<?>> analyses = new LinkedHashMap<>();

    /**
     * A workbench with nothing open.
     *
     * @param window brings work to the window's thread
     */
    public Workbench(ComputeService compute, Engine engine, Executor window) {
        this.compute = compute;
        this.engine = engine;
        this.window = window;
        selection.addListener((ListChangeListener<RunItem>) change -> {
            if (!selection.isEmpty()) {
                focus.set(new Focus.Run(selection.getFirst()));
            } else if (focus.get() instanceof Focus.Run) {
                focus.set(new Focus.Nothing());
            }
        });
        preset.addListener((o, old, now) -> presetChanged(now));
    }

    public ComputeService compute() {
        return compute;
    }

    public Engine engine() {
        return engine;
    }

    /** Brings work to the window's thread. */
    public Executor window() {
        return window;
    }

    public UndoStack undo() {
        return undo;
    }

    /** The runs of the open project; the list also tells when a run's status, result or settings change. */
    public ObservableList<RunItem> runs() {
        return runsView;
    }

    /** The selected runs, shared by all places. */
    public ObservableList<RunItem> selection() {
        return selectionView;
    }

    /** What viewers show: the first selected run, or a compound. */
    public ReadOnlyObjectProperty<Focus> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** What went wrong in scans, newest last. */
    public ObservableList<Problem> problems() {
        return problemsView;
    }

    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<Optional<RunStore>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** Opens a project in place of the one open before; stored results show at once, nothing is recomputed. */
    public JobHandle<Integer> open(RunStore store) {
        closeProject();
        project.set(Optional.of(store));
        store.setting("preset").flatMap(Preset::ofLabel).ifPresent(preset::set);
        show(store.runs());
        return compute.submit(Job.of("Reading stored results", progress -> {
            List<RunStore.Stored> stored = store.runs();
            for (int i = 0; i < stored.size(); i++) {
                progress.report(i, stored.size(), "runs");
                RunStore.Stored run = stored.get(i);
                RunStore.Standing standing = store.standing(run);
                window.execute(() -> find(run.id()).ifPresent(item -> show(item, standing)));
            }
            return stored.size();
        }));
    }

    /** Closes the project; what it holds was saved as it was made. */
    public void closeProject() {
        List.copyOf(analyses.values()).forEach(JobHandle::cancel);
        analyses.clear();
        selection.clear();
        focus.set(new Focus.Nothing());
        runs.clear();
        problems.clear();
        undo.clear();
        project.get().ifPresent(RunStore::close);
        project.set(Optional.empty());
    }

    /** Looks for runs in folders or files; they appear as they are found, what is wrong is listed. */
    public JobHandle<List<RunItem>> addFolder(List<Path> roots) {
        RunStore store = project.get().orElseThrow(() -> new IllegalStateException("no project is open"));
        String title = "Looking for runs in "
                + roots.stream().map(p -> String.valueOf(p.getFileName())).collect(Collectors.joining(", "));
        return compute.submit(Job.of(title, progress -> {
            List<RunItem> added = new ArrayList<>();
            List<Problem> wrong = engine.scan(
                    roots,
                    found -> {
                        List<RunStore.Stored> stored = store.add(List.of(found));
                        window.execute(() -> added.addAll(show(stored)));
                    },
                    progress);
            window.execute(() -> {
                problems.addAll(wrong);
                remember("Add " + added.size() + (added.size() == 1 ? " run" : " runs"), added);
            });
            return added;
        }));
    }

    private void remember(String label, List<RunItem> added) {
        List<RunItem> items = List.copyOf(added);
        if (!items.isEmpty()) {
            undo.perform(new UndoStack.Change(label, () -> bringBack(items), () -> takeOut(items)));
        }
    }

    /** Computes the given runs in the background, each a job of its own. */
    public void analyse(Collection<RunItem> items) {
        items.forEach(this::analyse);
    }

    private void analyse(RunItem item) {
        Optional<RunStore> open = project.get();
        if (open.isEmpty()) {
            return;
        }
        Optional.ofNullable(analyses.remove(item.id())).ifPresent(JobHandle::cancel);
        AnalysisSettings settings = item.settings();
        RunStatus before = item.status();
        String whyBefore = item.why.get();
        mark(item, RunStatus.QUEUED, "Waiting for other analyses to end.");
        JobHandle<RunResult> job = compute.submit(Job.of("Analysing " + item.longName(), progress -> {
            window.execute(() -> {
                if (item.status().isBusy()) {
                    mark(item, RunStatus.RUNNING, "Being analysed now.");
                }
            });
            RunResult result = engine.analyse(item.info(), settings, progress);
            progress.check();
            open.get().storeResult(item.id(), settings, result);
            return result;
        }));
        analyses.put(item.id(), job);
        job.whenDone()
                .whenComplete((result, failure) -> window.execute(() -> {
                    if (analyses.remove(item.id(), job)) {
                        ended(item, settings, Optional.ofNullable(result), Optional.ofNullable(failure));
                        if (failure instanceof CancellationException && !before.isBusy()) {
                            mark(item, before, whyBefore);
                        }
                    }
                }));
    }

    private void ended(
            RunItem item, AnalysisSettings settings, Optional<RunResult> result, Optional<Throwable> failure) {
        result.ifPresent(r -> {
            item.result.set(result);
            boolean current = settings.equals(item.settings());
            mark(
                    item,
                    current ? RunStatus.DONE : RunStatus.STALE,
                    current ? warningsOf(r) : "Its settings changed since. Analyse it again.");
        });
        failure.ifPresent(f -> {
            if (f instanceof CancellationException) {
                mark(item, item.result().isPresent() ? RunStatus.STALE : RunStatus.NOT_ANALYSED, "Cancelled.");
                return;
            }
            String why = f instanceof InputException input
                    ? input.getMessage()
                    : "The analysis failed: " + f + ". See the log.";
            mark(item, RunStatus.PROBLEM, why);
            project.get().ifPresent(store -> store.storeProblem(item.id(), settings, why));
        });
    }

    private static String warningsOf(RunResult result) {
        return result.warnings().stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    /** Runs that were never analysed or whose result is stale. */
    public List<RunItem> withoutResult() {
        return runs.stream()
                .filter(i -> i.status() == RunStatus.NOT_ANALYSED || i.status() == RunStatus.STALE)
                .toList();
    }

    /** Cancels the analysis of a run if there is one. */
    public void cancel(RunItem item) {
        Optional.ofNullable(analyses.get(item.id())).ifPresent(JobHandle::cancel);
    }

    /** Selects runs; the first of them is what viewers show. */
    public void select(List<RunItem> items) {
        if (!selection.equals(items)) {
            selection.setAll(items);
        }
        if (!items.isEmpty()) {
            focus.set(new Focus.Run(items.getFirst()));
        }
        putSetting("selection", items.stream().map(i -> String.valueOf(i.id())).collect(Collectors.joining(",")));
    }

    /** Selects a compound: viewers show how its runs depend on temperature. */
    public void selectCompound(String compound) {
        selection.clear();
        focus.set(new Focus.Compound(compound, runsOfCompound(compound)));
        putSetting("selection", compound);
    }

    /** The runs of a compound by rising temperature. */
    public List<RunItem> runsOfCompound(String compound) {
        return runs.stream()
                .filter(i -> i.info().compound().equals(compound))
                .sorted((a, b) -> Double.compare(
                        a.temperatureK().orElse(Double.MAX_VALUE),
                        b.temperatureK().orElse(Double.MAX_VALUE)))
                .toList();
    }

    /** Sets the mobile species of runs; an empty list goes back to recognition. */
    public void setMobile(List<RunItem> items, List<String> mobile) {
        correct("Set mobile ion", items, s -> Correction.mobile(s, mobile));
    }

    /** Corrects settings of runs in one undoable step; their results become stale and are computed again. */
    public void correct(String label, List<RunItem> items, UnaryOperator<AnalysisSettings> change) {
        Map<RunItem, AnalysisSettings> before = new LinkedHashMap<>();
        Map<RunItem, AnalysisSettings> after = new LinkedHashMap<>();
        items.forEach(i -> {
            before.put(i, i.settings());
            after.put(i, change.apply(i.settings()));
        });
        if (!before.equals(after)) {
            undo.perform(new UndoStack.Change(label, () -> apply(after), () -> apply(before)));
        }
    }

    private void apply(Map<RunItem, AnalysisSettings> settings) {
        settings.forEach((item, value) -> {
            boolean known = item.status() == RunStatus.DONE
                    || item.status() == RunStatus.STALE
                    || item.status() == RunStatus.PROBLEM
                    || item.status().isBusy();
            item.settings.set(value);
            project.get().ifPresent(store -> store.correct(item.id(), value));
            if (known) {
                mark(item, RunStatus.STALE, "Its settings changed. Analyse it again.");
                analyse(item);
            }
        });
    }

    /** Moves the fit window of one run: its D follows within milliseconds, its curves stay. */
    public void setFitWindow(RunItem item, double fromPs, double toPs) {
        correctFit("Move fit window", item, OptionalDouble.of(fromPs), OptionalDouble.of(toPs));
    }

    /** Gives the fit window back to the preset. */
    public void clearFitWindow(RunItem item) {
        correctFit("Automatic fit window", item, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private void correctFit(String label, RunItem item, OptionalDouble from, OptionalDouble to) {
        correct(label, List.of(item), s -> Correction.fitPs(s, from, to));
    }

    /** D of a species from another fit window while it is dragged; only the newest request is answered. */
    public JobHandle<Diffusion> refit(RunResult result, String species, double fromPs, double toPs) {
        return compute.submit(
                Job.latest("refit", "Fitting " + species, progress -> engine.refit(result, species, fromPs, toPs)));
    }

    /** Takes runs out of statistics or back in. */
    public void exclude(List<RunItem> items, RunStore.Inclusion inclusion) {
        boolean out = inclusion == RunStore.Inclusion.EXCLUDED;
        List<RunItem> changed = items.stream().filter(i -> i.excluded() != out).toList();
        RunStore.Inclusion back = out ? RunStore.Inclusion.INCLUDED : RunStore.Inclusion.EXCLUDED;
        if (!changed.isEmpty()) {
            undo.perform(new UndoStack.Change(
                    out ? "Exclude from statistics" : "Include in statistics",
                    () -> include(changed, inclusion),
                    () -> include(changed, back)));
        }
    }

    private void include(List<RunItem> items, RunStore.Inclusion inclusion) {
        items.forEach(item -> {
            item.excluded.set(inclusion == RunStore.Inclusion.EXCLUDED);
            project.get().ifPresent(store -> store.exclude(item.id(), inclusion));
        });
    }

    /** Removes runs from the project; their files stay as they are. */
    public void remove(List<RunItem> items) {
        List<RunItem> gone = List.copyOf(items);
        if (!gone.isEmpty()) {
            undo.perform(new UndoStack.Change(
                    "Remove " + gone.size() + (gone.size() == 1 ? " run" : " runs"),
                    () -> takeOut(gone),
                    () -> bringBack(gone)));
        }
    }

    private void takeOut(List<RunItem> items) {
        items.forEach(this::cancel);
        selection.removeAll(items);
        runs.removeAll(items);
        project.get()
                .ifPresent(store -> store.remove(items.stream().map(RunItem::id).toList()));
    }

    private void bringBack(List<RunItem> items) {
        List<RunItem> missing = items.stream().filter(i -> !runs.contains(i)).toList();
        if (!missing.isEmpty()) {
            project.get()
                    .ifPresent(s -> s.restore(missing.stream().map(RunItem::id).toList()));
            runs.addAll(missing);
        }
    }

    /** A remembered word about the open project, for places to find their state again. */
    public Optional<String> setting(String key) {
        return project.get().flatMap(store -> store.setting(key));
    }

    public void putSetting(String key, String value) {
        project.get().ifPresent(store -> store.putSetting(key, value));
    }

    /** Selects again what was selected when the project was last open; false when nothing of it is left. */
    public boolean restoreSelection() {
        String remembered = setting("selection").orElse("");
        List<RunItem> items = runs.stream()
                .filter(i -> List.of(remembered.split(",")).contains(String.valueOf(i.id())))
                .toList();
        if (!items.isEmpty()) {
            select(items);
        } else if (!runsOfCompound(remembered).isEmpty()) {
            selectCompound(remembered);
        }
        return !(focus.get() instanceof Focus.Nothing);
    }

    private void presetChanged(Preset now) {
        putSetting("preset", now.label());
        Map<RunItem, AnalysisSettings> changed = new LinkedHashMap<>();
        runs.forEach(item -> {
            AnalysisSettings s = item.settings();
            if (s.preset() != now) {
                changed.put(item, Correction.preset(s, now));
            }
        });
        apply(changed);
    }

    private List<RunItem> show(List<RunStore.Stored> stored) {
        List<RunItem> items = new ArrayList<>();
        for (RunStore.Stored run : stored) {
            if (find(run.id()).isEmpty()) {
                RunItem item = new RunItem(run.id(), run.info(), Correction.preset(run.settings(), preset.get()));
                item.excluded.set(run.excluded());
                if (!run.info().problems().isEmpty()) {
                    item.why.set(run.info().problems().getFirst().message());
                }
                items.add(item);
            }
        }
        runs.addAll(items);
        return items;
    }

    private void show(RunItem item, RunStore.Standing standing) {
        if (!item.status().isBusy() && item.result().isEmpty()) {
            item.result.set(standing.result());
            String why = standing.why().isEmpty()
                    ? standing.result().map(Workbench::warningsOf).orElse(item.why.get())
                    : standing.why();
            mark(item, standing.status(), why);
        }
    }

    private void mark(RunItem item, RunStatus status, String why) {
        item.why.set(why);
        item.status.set(status);
    }

    /** The run of an id. */
    public Optional<RunItem> find(long id) {
        return runs.stream().filter(i -> i.id() == id).findFirst();
    }

    /** Watches jobs; calls come on worker threads. */
    public void watchJobs(JobListener listener) {
        compute.addListener(listener);
    }

    @Override
    public void close() {
        closeProject();
        compute.close();
    }
}
