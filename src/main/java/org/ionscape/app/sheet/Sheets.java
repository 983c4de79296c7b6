package org.ionscape.app.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.ionscape.app.Focus;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore;
import org.ionscape.app.UndoStack;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.Problem;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;

/**
 * The tables of the open project and which rows of which of them are looked at. Two follow the runs, {@link #RUNS} and
 * {@link #MATERIALS}; others were imported. Everything a person changes is kept in the project and can be undone.
 */
public final class Sheets {
    /** The sheet with a row for each run. */
    public static final String RUNS = "Runs";
    /** The sheet with a row for each material. */
    public static final String MATERIALS = "Materials";

    private static final String SHOWN = "sheet.shown";
    private static final String CONDITIONS = "sheet.conditions";
    private static final String WINDOW = "sheet.window";

    private final Workbench workbench;
    private final SheetBuilder builder = new SheetBuilder();
    private final SheetKeeping kept;
    private final ObservableList<String> names = FXCollections.observableArrayList(RUNS, MATERIALS);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final RowSelection selection = new RowSelection(this::selected);
    private final SheetEdits edits;
    private String current = RUNS;
    private List<String> conditions = List.of();
    private double[] materialWindowK = {400, 600};
    private boolean outdated;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean opened;
    private boolean following;

    /** The sheets of a workbench's project, whichever is open. */
    public Sheets(Workbench workbench) {
        this.workbench = workbench;
        kept = new SheetKeeping(workbench.saving());
        edits = new SheetEdits(workbench, kept, () -> shown.get().sheet(), this::rebuild);
        rebuild();
        workbench.runs().addListener((ListChangeListener<RunItem>) c -> outdate());
        workbench.selection().addListener((ListChangeListener<RunItem>) c -> runsSelected());
        workbench.focusProperty().addListener((o, a, b) -> runsSelected());
        workbench.projectProperty().addListener((o, a, open) -> reopen(open));
        if (workbench.projectProperty().get().isPresent()) {
            reopen(workbench.projectProperty().get());
        }
    }

    // --- what is looked at

    /** Names of the sheets, those that follow the runs first. */
    public ObservableList<String> names() {
        return FXCollections.unmodifiableObservableList(names);
    }

    /** The rows looked at; never null. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Shown shown() {
        return shown.get();
    }

    /** The selected rows of the sheet looked at. */
    public RowSelection selection() {
        return selection;
    }

    /** Looks at another sheet; conditions that do not fit it are dropped. */
    public void show(String name) {
        current = names.contains(name) ? name : RUNS;
        workbench.putSetting(SHOWN, current);
        rebuild();
        follow();
    }

    /**
     * Looks only at rows that fulfil all of these conditions, see {@link RowFilter}.
     *
     * @throws RowFilter.BadFilter when one cannot be read or does not fit the table; nothing has changed then
     */
    public void setConditions(List<String> now) {
        Table table = shown.get().sheet().table();
        now.forEach(c -> RowFilter.parse(c).on(table));
        conditions = List.copyOf(now);
        workbench.putSetting(CONDITIONS, String.join("\n", conditions));
        rebuild();
    }

    /** Adds a condition to those set; the same one is not added twice. */
    public void addCondition(String condition) {
        List<String> all = new ArrayList<>(new LinkedHashSet<>(conditions));
        all.remove(condition);
        all.add(condition);
        setConditions(all);
    }

    /** The temperatures in K of the runs that a material is averaged over, ends included. */
    public double[] materialWindowK() {
        return materialWindowK.clone();
    }

    /** Averages materials over the runs in another window of temperature. */
    public void setMaterialWindowK(double fromK, double toK) {
        materialWindowK = new double[] {fromK, toK};
        workbench.putSetting(WINDOW, fromK + ":" + toK);
        rebuild();
    }

    // --- changes

    /** Reads a table into the project and looks at it. */
    public JobHandle<List<Problem>> importFile(Path file) {
        return read(file, Imported.nameOf(file), this::add);
    }

    private JobHandle<List<Problem>> read(Path file, String name, Consumer<Imported> whenRead) {
        return workbench.compute().submit(Job.of("Reading " + file.getFileName(), progress -> {
            Imported read = Imported.read(file).named(name);
            workbench.window().execute(() -> whenOpened(() -> whenRead.accept(read)));
            return read.problems();
        }));
    }

    /**
     * Reads tables that come with the project but are not in it yet, one after the other, and looks at the last; a file
     * that cannot be read is passed over. That is no change of the person's and cannot be undone.
     *
     * @param files by the name of their table
     */
    public void importMissing(SequencedMap<String, Path> files) {
        whenOpened(() -> {
            SequencedMap<String, Path> missing = new LinkedHashMap<>(files);
            missing.keySet().removeAll(names);
            Optional.ofNullable(missing.pollFirstEntry())
                    .ifPresent(next -> read(next.getValue(), next.getKey(), this::keep)
                            .whenDone()
                            .whenComplete(
                                    (problems, failure) -> workbench.window().execute(() -> importMissing(missing))));
        });
    }

    /** Does something once the tables that the project keeps are there. */
    private void whenOpened(Runnable action) {
        if (opened) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    private void add(Imported read) {
        String name = read.name();
        for (int i = 2; names.contains(name); i++) {
            name = read.name() + " " + i;
        }
        Imported named = read.named(name);
        perform("Import " + name, () -> put(named), () -> take(named.name()));
        show(named.name());
    }

    private void keep(Imported read) {
        if (!names.contains(read.name())) {
            put(read);
            show(read.name());
        }
    }

    private void put(Imported sheet) {
        kept.put(sheet);
        names.add(sheet.name());
        rebuild();
    }

    private void take(String name) {
        kept.take(name);
        names.remove(name);
        if (current.equals(name)) {
            show(RUNS);
        }
    }

    /** Takes an imported sheet out of the project. */
    public void remove(String name) {
        kept.imported(name).ifPresent(sheet -> perform("Remove table " + name, () -> take(name), () -> put(sheet)));
    }

    /** What a person changes of the sheet looked at. */
    public SheetEdits edits() {
        return edits;
    }

    private void perform(String label, Runnable apply, Runnable revert) {
        workbench.undo().perform(new UndoStack.Change(label, apply, revert));
    }

    // --- following project and runs

    private void reopen(Optional<RunStore> open) {
        kept.clear();
        names.setAll(RUNS, MATERIALS);
        conditions = List.of();
        current = RUNS;
        selection.follow(List.of());
        opened = false;
        waiting.clear();
        rebuild();
        open.ifPresent(store -> workbench.compute().submit(Job.of("Reading tables", progress -> {
            SheetKeeping.Kept read = SheetKeeping.read(store);
            workbench.window().execute(() -> {
                if (workbench.projectProperty().get().filter(store::equals).isPresent()) {
                    reopened(read);
                }
            });
            return read.sheets().size();
        })));
    }

    private void reopened(SheetKeeping.Kept read) {
        kept.hold(read);
        read.sheets().forEach(s -> names.add(s.name()));
        materialWindowK = workbench.setting(WINDOW).flatMap(Sheets::window).orElse(new double[] {400, 600});
        current = workbench.setting(SHOWN).filter(names::contains).orElse(RUNS);
        conditions = workbench
                .setting(CONDITIONS)
                .filter(t -> !t.isEmpty())
                .map(t -> List.of(t.split("\n", -1)))
                .orElse(List.of());
        rebuild();
        follow();
        opened = true;
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private static Optional<double[]> window(String text) {
        String[] ends = text.split(":", -1);
        try {
            return Optional.of(new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])});
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // written by something else
        }
    }

    /** Makes the sheet again once the window has done what it is about, however many runs changed. */
    private void outdate() {
        if (!outdated) {
            outdated = true;
            workbench.window().execute(() -> {
                if (outdated) {
                    rebuild();
                    follow();
                }
            });
        }
    }

    private void rebuild() {
        outdated = false;
        shown.set(Shown.of(build(), conditions));
    }

    private Sheet build() {
        return switch (current) {
            case RUNS -> builder.ofRuns(RUNS, List.copyOf(workbench.runs()), kept.changesOf(RUNS));
            case MATERIALS ->
                builder.ofMaterials(
                        MATERIALS,
                        List.copyOf(workbench.runs()),
                        materialWindowK[0],
                        materialWindowK[1],
                        kept.changesOf(MATERIALS));
            default ->
                builder.ofImported(
                        kept.imported(current).orElseThrow(), List.copyOf(workbench.runs()), kept.changesOf(current));
        };
    }

    /** Rows were selected: so are their runs. */
    private void selected(Set<String> keys) {
        List<RunItem> runs = shown.get().sheet().rows().stream()
                .filter(r -> keys.contains(r.key()))
                .flatMap(r -> r.runs().stream())
                .distinct()
                .toList();
        following = true;
        workbench.select(runs);
        following = false;
    }

    /** Runs were selected elsewhere, or none: so are their rows. */
    private void runsSelected() {
        if (!following) {
            selection.follow(shown.get().sheet().keysOf(selectedRuns()));
        }
    }

    /** Finds the rows of the selected runs in another sheet; rows without runs stay selected. */
    private void follow() {
        Set<RunItem> runs = selectedRuns();
        if (!runs.isEmpty()) {
            selection.follow(shown.get().sheet().keysOf(runs));
        }
    }

    private Set<RunItem> selectedRuns() {
        return new LinkedHashSet<>(
                workbench.focusProperty().get() instanceof Focus.Compound compound
                        ? compound.runs()
                        : workbench.selection());
    }
}
