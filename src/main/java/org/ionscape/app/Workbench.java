package org.ionscape.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;
import org.ionscape.compute.Preset;

/**
 * The window's shared model: the open project, its runs, what is selected, preset and theme; {@link Edits} changes runs,
 * {@link Scans} finds them, {@link Analyses} computes them, {@link Saving} writes. Views bind to it and call it; it holds no control and needs no
 * toolkit. Its state is touched on the window's thread only: call it there, and what jobs find is brought there by the
 * executor given.
 */
public final class Workbench implements AutoCloseable {
    /** The place where a run is looked at, by its id. */
    public static final String TRAJECTORY = "trajectory";

    /** The setting that says in what unit energies of vibrations are shown. */
    public static final String ENERGY_UNIT = "unit.energy";

    private static final String PRESET = "preset";
    private static final String PLACE = "place";

    private final ComputeService compute;
    private final Engine engine;
    private final Executor window;
    private final UndoStack undo = new UndoStack();
    private final ObservableList<RunItem> runs = FXCollections.observableArrayList(
            i -> new javafx.beans.Observable[] {i.status, i.excluded, i.settings, i.result, i.infoProperty()});
    private final ObservableList<RunItem> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>(Preset.RECOMMENDED);
    private Function<String, Optional<String>> preferences = key -> Optional.empty();
    private final StringProperty place = new SimpleStringProperty(TRAJECTORY);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final RunSelection selection = new RunSelection(this);
    private final Saving saving;
    private final Analyses analyses;
    private final Edits edits = new Edits(this);
    private final Scans scans = new Scans(this);

    /**
     * A workbench with nothing open.
     *
     * @param window brings work to the window's thread
     */
    public Workbench(ComputeService compute, Engine engine, Executor window) {
        this.compute = compute;
        this.engine = engine;
        this.window = window;
        saving = new Saving(compute.inOrder(), window);
        analyses = new Analyses(compute, engine, window, saving);
        place.addListener((o, old, now) -> putSetting(PLACE, now));
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

    public Saving saving() {
        return saving;
    }

    public Analyses analyses() {
        return analyses;
    }

    public Edits edits() {
        return edits;
    }

    /** The runs of the open project; the list also tells when a run's status, result or settings change. */
    public ObservableList<RunItem> runs() {
        return runsView;
    }

    /** The selected runs, shared by all places. */
    public ObservableList<RunItem> selection() {
        return selection.runs();
    }

    /** What viewers show: the first selected run, or a compound. */
    public ReadOnlyObjectProperty<Focus> focusProperty() {
        return selection.focusProperty();
    }

    /** Finding runs on the disk, and what came of it. */
    public Scans scans() {
        return scans;
    }

    /** The equations that new runs are analysed with; {@link Edits#setPreset} changes it. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    void presetIs(Preset now) {
        preset.set(now);
        putSetting(PRESET, now.label());
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The id of the place shown; setting it goes there. Remembered in the project. */
    public StringProperty placeProperty() {
        return place;
    }

    public ReadOnlyObjectProperty<Optional<RunStore>> projectProperty() {
        return saving.projectProperty();
    }

    /**
     * Opens a project in place of the one open before. Its runs are listed at once; stored results show as they are read,
     * beginning with the window's next turn so that the list itself comes first. Only what closing interrupted is computed.
     *
     * @return what tells that all results are read, and how many runs there are
     */
    public CompletionStage<Integer> open(RunStore store) {
        closeProject();
        saving.open(store);
        preset.set(setting(PRESET).flatMap(Preset::ofLabel).orElse(Preset.RECOMMENDED));
        setting(PLACE).ifPresent(place::set);
        List<RunStore.Stored> stored = store.runs();
        show(stored);
        scans.recall();
        selection.restore();
        return CompletableFuture.supplyAsync(() -> readResults(store, selection.selectedFirst(stored)), window)
                .thenCompose(JobHandle::whenDone);
    }

    private JobHandle<Integer> readResults(RunStore store, List<RunStore.Stored> order) {
        return compute.submit(Job.of("Reading stored results", progress -> {
            for (int i = 0; i < order.size(); i++) {
                progress.report(i, order.size(), "runs");
                RunStore.Stored run = order.get(i);
                RunStore.Standing standing = store.standing(run);
                window.execute(() -> ifOpen(store, () -> find(run.id()).ifPresent(item -> show(item, standing))));
            }
            window.execute(() -> ifOpen(store, () -> analyses.goOn(withoutResult())));
            return order.size();
        }));
    }

    /** Does something if a project is still the open one. */
    void ifOpen(RunStore store, Runnable action) {
        if (projectProperty().get().filter(store::equals).isPresent()) {
            action.run();
        }
    }

    /** Closes the project; what it holds was saved as it was made. */
    public void closeProject() {
        analyses.clear();
        selection.clear();
        runs.clear();
        scans.clear();
        undo.clear();
        saving.close();
    }

    /** Computes the given runs in the background, each a job of its own. */
    public void analyse(Collection<RunItem> items) {
        analyses.start(items);
    }

    /** Runs that were never analysed or whose result is stale. */
    public List<RunItem> withoutResult() {
        return runs.stream()
                .filter(i -> i.status() == RunStatus.NOT_ANALYSED || i.status() == RunStatus.STALE)
                .toList();
    }

    /** Selects runs; the first of them is what viewers show. */
    public void select(List<RunItem> items) {
        selection.select(items);
    }

    /** Selects a compound: viewers show how its runs depend on temperature. */
    public void selectCompound(String compound) {
        selection.selectCompound(compound);
    }

    /** Selects again what was selected when the project was last open; false when nothing of it is left. */
    public boolean restoreSelection() {
        return selection.restore();
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

    /**
     * A remembered word about the open project, for places to find their state again; where the project has none, what
     * the person set for all projects.
     */
    public Optional<String> setting(String key) {
        return saving.setting(key).or(() -> preferences.apply(key));
    }

    /** Says what the person set for all projects, by the same keys. */
    public void setPreferences(Function<String, Optional<String>> forAllProjects) {
        preferences = forAllProjects;
    }

    public void putSetting(String key, String value) {
        saving.putSetting(key, value);
    }

    /** Lists runs that are not listed yet; returns those. */
    List<RunItem> show(List<RunStore.Stored> stored) {
        List<RunItem> items = new ArrayList<>();
        for (RunStore.Stored run : stored) {
            if (find(run.id()).isEmpty()) {
                RunItem item = RunItem.of(run);
                if (!run.own().problems().isEmpty()) {
                    item.why.set(run.own().problems().getFirst().message());
                }
                items.add(item);
            }
        }
        runs.addAll(items);
        return items;
    }

    private static void show(RunItem item, RunStore.Standing standing) {
        if (!item.status().isBusy() && item.result().isEmpty()) {
            item.result.set(standing.result());
            String why = standing.why().isEmpty()
                    ? standing.result().map(Analyses::warningsOf).orElse(item.why.get())
                    : standing.why();
            item.mark(standing.status(), why);
        }
    }

    void list(List<RunItem> items) {
        runs.addAll(items);
    }

    void forget(List<RunItem> items) {
        selection.forget(items);
        runs.removeAll(items);
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
