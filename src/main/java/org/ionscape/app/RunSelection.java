package org.ionscape.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What is selected, shared by all places and remembered in the project: runs, or a compound. */
final class RunSelection {
    private static final String REMEMBERED = "selection";

    private final Workbench workbench;
    private final ObservableList<RunItem> runs = FXCollections.observableArrayList();
    private final ObservableList<RunItem> view = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Focus> focus = new ReadOnlyObjectWrapper<>(new Focus.Nothing());

    RunSelection(Workbench workbench) {
        this.workbench = workbench;
        runs.addListener((ListChangeListener<RunItem>) change -> {
            if (!runs.isEmpty()) {
                focus.set(new Focus.Run(runs.getFirst()));
            } else if (focus.get() instanceof Focus.Run) {
                focus.set(new Focus.Nothing());
            }
        });
    }

    ObservableList<RunItem> runs() {
        return view;
    }

    ReadOnlyObjectProperty<Focus> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    void select(List<RunItem> items) {
        if (!runs.equals(items)) {
            runs.setAll(items);
        }
        focus.set(items.isEmpty() ? new Focus.Nothing() : new Focus.Run(items.getFirst()));
        workbench.putSetting(
                REMEMBERED, items.stream().map(i -> String.valueOf(i.id())).collect(Collectors.joining(",")));
    }

    void selectCompound(String compound) {
        runs.clear();
        focus.set(new Focus.Compound(compound, workbench.runsOfCompound(compound)));
        workbench.putSetting(REMEMBERED, compound);
    }

    void forget(List<RunItem> gone) {
        runs.removeAll(gone);
        if (focus.get() instanceof Focus.Compound compound) {
            List<RunItem> left =
                    compound.runs().stream().filter(r -> !gone.contains(r)).toList();
            focus.set(left.isEmpty() ? new Focus.Nothing() : new Focus.Compound(compound.name(), left));
        }
    }

    void clear() {
        runs.clear();
        focus.set(new Focus.Nothing());
    }

    /** Runs in the order in which a person who opens the project again wants to see them. */
    List<RunStore.Stored> selectedFirst(List<RunStore.Stored> stored) {
        List<String> ids = List.of(workbench.setting(REMEMBERED).orElse("").split(","));
        return Stream.concat(
                        stored.stream().filter(r -> ids.contains(String.valueOf(r.id()))),
                        stored.stream().filter(r -> !ids.contains(String.valueOf(r.id()))))
                .toList();
    }

    /** Selects again what was selected when the project was last open; false when nothing of it is left. */
    boolean restore() {
        String remembered = workbench.setting(REMEMBERED).orElse("");
        List<String> ids = List.of(remembered.split(","));
        List<RunItem> items = workbench.runs().stream()
                .filter(i -> ids.contains(String.valueOf(i.id())))
                .toList();
        if (!items.isEmpty()) {
            select(items);
        } else if (!workbench.runsOfCompound(remembered).isEmpty()) {
            selectCompound(remembered);
        }
        return !(focus.get() instanceof Focus.Nothing);
    }
}
