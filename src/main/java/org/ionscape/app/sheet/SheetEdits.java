package org.ionscape.app.sheet;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore;
import org.ionscape.app.UndoStack;
import org.ionscape.app.Workbench;
import org.ionscape.table.Expression;
import org.ionscape.table.Table;

/** What a person changes of the sheet looked at. Every change is one step that can be undone, and is kept as it is made. */
public final class SheetEdits {
    private final Workbench workbench;
    private final SheetKeeping kept;
    private final Supplier<Sheet> sheet;
    private final Runnable changed;

    /**
     * The changes of sheets.
     *
     * @param sheet that is looked at
     * @param changed makes it anew
     */
    SheetEdits(Workbench workbench, SheetKeeping kept, Supplier<Sheet> sheet, Runnable changed) {
        this.workbench = workbench;
        this.kept = kept;
        this.sheet = sheet;
        this.changed = changed;
    }

    /**
     * Types texts into cells of the sheet looked at.
     *
     * @param texts by row key, then column; an empty text clears a cell
     * @throws IllegalArgumentException with a sentence, when a column of numbers is given something else
     */
    public void type(Map<String, Map<String, String>> texts) {
        Table table = sheet.get().table();
        texts.values()
                .forEach(columns -> columns.forEach((key, text) -> table.column(key)
                        .filter(c -> c.asNumbers().isPresent() && !CellText.isNumber(text))
                        .ifPresent(c -> {
                            throw new IllegalArgumentException("“" + text + "” is no number; column " + key
                                    + " takes a number such as 1.5e-6, or nothing");
                        })));
        int cells = texts.values().stream().mapToInt(Map::size).sum();
        change(cells == 1 ? "Edit cell" : "Edit " + cells + " cells", c -> c.typing(texts, Instant.now()));
    }

    /** Gives a cell back what it held before: a text typed once, or what was computed or read. */
    public void revert(String row, String column, Sheet.Past to) {
        if (to.made() == Sheet.Made.TYPED) {
            type(Map.of(row, Map.of(column, to.text())));
        } else {
            change("Restore cell", c -> c.restoring(row, column, Instant.now()));
        }
    }

    /**
     * Adds a column computed from others.
     *
     * @throws Expression.BadExpression when the expression cannot be read
     * @throws IllegalArgumentException when the column exists already and is no derived one
     */
    public void derive(String key, String unit, String expression) {
        Sheet at = sheet.get();
        boolean known = at.changes().derived().stream().anyMatch(d -> d.key().equals(key));
        if (!known && at.table().column(key).isPresent()) {
            throw new IllegalArgumentException("there is a column called " + key + " already; choose another name");
        }
        Expression.column(key, unit, expression, at.table());
        change("Column " + key, c -> c.deriving(new SheetChanges.Derived(key, unit, expression)));
    }

    /** Takes a derived column away. */
    public void removeDerived(String key) {
        change("Remove column " + key, c -> c.withoutDerived(key));
    }

    /** Keeps rows under a name. */
    public void nameSelection(String name, Collection<String> keys) {
        change("Keep selection " + name, c -> c.naming(name, keys));
    }

    /** Forgets a named selection. */
    public void forgetSelection(String name) {
        change("Forget selection " + name, c -> c.naming(name, List.of()));
    }

    /** Takes rows of the sheet looked at out of statistics, or back in; runs among them with the rows. */
    public void include(Collection<String> keys, Sheet.Inclusion inclusion) {
        Sheet at = sheet.get();
        Set<String> asked = new LinkedHashSet<>(keys);
        boolean out = inclusion == Sheet.Inclusion.EXCLUDED;
        if (at.kind() == Sheet.Kind.RUNS) {
            List<RunItem> runs = at.rows().stream()
                    .filter(r -> asked.contains(r.key()))
                    .flatMap(r -> r.runs().stream())
                    .toList();
            workbench.edits().exclude(runs, out ? RunStore.Inclusion.EXCLUDED : RunStore.Inclusion.INCLUDED);
            return;
        }
        Set<String> now = new LinkedHashSet<>(at.changes().excluded());
        if (out) {
            now.addAll(asked);
        } else {
            now.removeAll(asked);
        }
        change(out ? "Exclude from statistics" : "Include in statistics", c -> c.excluding(now));
    }

    private void change(String label, UnaryOperator<SheetChanges> how) {
        String name = sheet.get().name();
        SheetChanges before = kept.changesOf(name);
        SheetChanges after = how.apply(before);
        if (!after.equals(before)) {
            workbench.undo().perform(new UndoStack.Change(label, () -> set(name, after), () -> set(name, before)));
        }
    }

    private void set(String name, SheetChanges now) {
        kept.change(name, now);
        changed.run();
    }
}
