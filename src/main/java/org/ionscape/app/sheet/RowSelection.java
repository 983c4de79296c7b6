package org.ionscape.app.sheet;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The rows that are selected, by key: one selection for table, matrices, plots and, where rows belong to runs, explorer
 * and viewer. The set it holds never changes; a new selection is a new set.
 */
public final class RowSelection {
    private final ReadOnlyObjectWrapper<Set<String>> keys = new ReadOnlyObjectWrapper<>(Set.of());
    private final Consumer<Set<String>> chosen;

    /**
     * Nothing selected.
     *
     * @param chosen is told what a person selected among rows
     */
    RowSelection(Consumer<Set<String>> chosen) {
        this.chosen = chosen;
    }

    public ReadOnlyObjectProperty<Set<String>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public Set<String> keys() {
        return keys.get();
    }

    public boolean contains(String key) {
        return keys.get().contains(key);
    }

    /** Selects these rows and no others; the runs they belong to are selected with them. */
    public void select(Collection<String> rows) {
        Set<String> now = Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        if (!now.equals(keys.get())) {
            keys.set(now);
            chosen.accept(now);
        }
    }

    /** Adds a row to the selection, or takes it out. */
    public void toggle(String key) {
        Set<String> now = new LinkedHashSet<>(keys.get());
        if (!now.remove(key)) {
            now.add(key);
        }
        select(now);
    }

    public void clear() {
        select(List.of());
    }

    /** Follows a selection made elsewhere. */
    void follow(Collection<String> rows) {
        Set<String> now = Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        if (!now.equals(keys.get())) {
            keys.set(now);
        }
    }
}
