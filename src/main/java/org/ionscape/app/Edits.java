package org.ionscape.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.ionscape.app.UndoStack.Change;
import org.ionscape.compute.Preset;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.format.scan.Naming;

/** What a person changes about runs. Every change is one step that can be undone, and is written as it is made. */
public final class Edits {
    private final Workbench workbench;

    Edits(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Corrects settings of runs; their results become stale and are computed again. */
    public void correct(String label, List<RunItem> items, UnaryOperator<AnalysisSettings> change) {
        Map<RunItem, AnalysisSettings> before = new LinkedHashMap<>();
        Map<RunItem, AnalysisSettings> after = new LinkedHashMap<>();
        items.forEach(i -> {
            before.put(i, i.settings());
            after.put(i, change.apply(i.settings()));
        });
        if (!before.equals(after)) {
            perform(label, () -> apply(after), () -> apply(before));
        }
    }

    private void apply(Map<RunItem, AnalysisSettings> settings) {
        settings.forEach((item, value) -> {
            item.settings.set(value);
            workbench.saving().write(store -> store.correct(item.id(), value));
            outdated(item, "Its settings changed. Analyse it again.");
        });
    }

    /** Calls runs otherwise; where names are part of their results, these are computed again. */
    public void name(String label, List<RunItem> items, UnaryOperator<Naming> change) {
        Map<RunItem, Naming> before = new LinkedHashMap<>();
        Map<RunItem, Naming> after = new LinkedHashMap<>();
        items.forEach(i -> {
            before.put(i, i.naming());
            after.put(i, change.apply(i.naming()));
        });
        if (!before.equals(after)) {
            perform(label, () -> call(after), () -> call(before));
        }
    }

    private void call(Map<RunItem, Naming> names) {
        names.forEach((item, naming) -> {
            item.call(naming);
            workbench.saving().write(store -> store.name(item.id(), naming));
            outdated(item, "It is called otherwise now. Analyse it again.");
        });
    }

    private void outdated(RunItem item, String why) {
        if (item.status() != RunStatus.NOT_ANALYSED) {
            item.mark(RunStatus.STALE, why);
            workbench.analyses().start(List.of(item));
        }
    }

    /** Sets the mobile species of runs; an empty list goes back to recognition. */
    public void setMobile(List<RunItem> items, List<String> mobile) {
        correct("Set mobile ion", items, s -> Correction.mobile(s, mobile));
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

    /** Follows other equations from now on, for all runs of the project. */
    public void setPreset(Preset now) {
        Preset before = workbench.presetProperty().get();
        Map<RunItem, AnalysisSettings> old = new LinkedHashMap<>();
        Map<RunItem, AnalysisSettings> changed = new LinkedHashMap<>();
        workbench.runs().stream().filter(i -> i.settings().preset() != now).forEach(i -> {
            old.put(i, i.settings());
            changed.put(i, Correction.preset(i.settings(), now));
        });
        if (before != now || !changed.isEmpty()) {
            perform("Preset " + now.label(), () -> follow(now, changed), () -> follow(before, old));
        }
    }

    private void follow(Preset preset, Map<RunItem, AnalysisSettings> settings) {
        workbench.presetIs(preset);
        apply(settings);
    }

    /** Takes runs out of statistics or back in. */
    public void exclude(List<RunItem> items, RunStore.Inclusion inclusion) {
        boolean out = inclusion == RunStore.Inclusion.EXCLUDED;
        List<RunItem> changed = items.stream().filter(i -> i.excluded() != out).toList();
        RunStore.Inclusion back = out ? RunStore.Inclusion.INCLUDED : RunStore.Inclusion.EXCLUDED;
        if (!changed.isEmpty()) {
            perform(
                    out ? "Exclude from statistics" : "Include in statistics",
                    () -> include(changed, inclusion),
                    () -> include(changed, back));
        }
    }

    private void include(List<RunItem> items, RunStore.Inclusion inclusion) {
        items.forEach(item -> {
            item.excluded.set(inclusion == RunStore.Inclusion.EXCLUDED);
            workbench.saving().write(store -> store.exclude(item.id(), inclusion));
        });
    }

    /** Removes runs from the project; their files stay as they are. */
    public void remove(List<RunItem> items) {
        List<RunItem> gone = List.copyOf(items);
        if (!gone.isEmpty()) {
            perform("Remove " + counted(gone), () -> takeOut(gone), () -> bringBack(gone));
        }
    }

    /** Remembers that runs were added, so that this can be undone. */
    void added(List<RunItem> added) {
        List<RunItem> items = List.copyOf(added);
        if (!items.isEmpty()) {
            perform("Add " + counted(items), () -> bringBack(items), () -> takeOut(items));
        }
    }

    /** Makes runs one simulation in the order given, which is analysed as a whole from now on. */
    public void join(List<RunItem> items) {
        if (items.size() > 1 && Joins.whyNot(items).isEmpty()) {
            workbench.undo().perform(Joins.of(workbench, items));
        }
    }

    /** Makes the parts of a joined run runs of their own again. */
    public void separate(RunItem joined) {
        if (!joined.later().isEmpty()) {
            workbench.undo().perform(Joins.apart(workbench, joined));
        }
    }

    static String counted(Collection<RunItem> items) {
        return items.size() + (items.size() == 1 ? " run" : " runs");
    }

    private void takeOut(List<RunItem> items) {
        items.forEach(workbench.analyses()::cancel);
        workbench.forget(items);
        workbench.saving().write(store -> store.remove(ids(items)));
    }

    private void bringBack(List<RunItem> items) {
        List<RunItem> missing =
                items.stream().filter(i -> workbench.find(i.id()).isEmpty()).toList();
        if (!missing.isEmpty()) {
            workbench.saving().write(store -> store.restore(ids(missing)));
            workbench.list(missing);
        }
    }

    static List<Long> ids(List<RunItem> items) {
        return items.stream().map(RunItem::id).toList();
    }

    private void perform(String label, Runnable apply, Runnable revert) {
        workbench.undo().perform(new Change(label, apply, revert));
    }
}
