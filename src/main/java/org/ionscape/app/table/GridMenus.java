package org.ionscape.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;

/** What can be done with a column, from its head, and with the rows and cell under the pointer. */
final class GridMenus {
    private final GridView grid;
    private final Sheets sheets;
    private final Supplier<TableLook> look;
    private final Consumer<TableLook> changed;
    private final ContextMenu menu = new ContextMenu();

    GridMenus(GridView grid, Sheets sheets, Supplier<TableLook> look, Consumer<TableLook> changed) {
        this.grid = grid;
        this.sheets = sheets;
        this.look = look;
        this.changed = changed;
    }

    private void show(List<MenuItem> items, double screenX, double screenY) {
        menu.hide();
        menu.getItems().setAll(items);
        menu.show(grid, screenX, screenY);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    void ofHead(GridColumn column, double screenX, double screenY) {
        TableLook now = look.get();
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Sort falling", () -> changed.accept(now.sortedBy(column.key(), TableLook.Order.FALLING))));
        items.add(item("Sort rising", () -> changed.accept(now.sortedBy(column.key(), TableLook.Order.RISING))));
        if (!column.isNumbers()) {
            items.add(item("Group by", () -> changed.accept(now.groupedBy(column.key()))));
        }
        items.add(new SeparatorMenuItem());
        boolean pinned = now.pinned().contains(column.key());
        items.add(item(pinned ? "Unpin" : "Pin at the left", () -> {
            List<String> keys = new ArrayList<>(now.pinned());
            if (!keys.remove(column.key())) {
                keys.add(column.key());
            }
            changed.accept(now.pinning(keys));
        }));
        items.add(item("Hide", () -> {
            List<String> keys = new ArrayList<>(
                    grid.model().all().stream().map(GridColumn::key).toList());
            keys.remove(column.key());
            List<String> pins = new ArrayList<>(now.pinned());
            pins.remove(column.key());
            changed.accept(now.choosing(keys).pinning(pins));
        }));
        if (grid.model().sheet().changes().derived().stream()
                .anyMatch(d -> d.key().equals(column.key()))) {
            items.add(item("Remove derived column", () -> sheets.edits().removeDerived(column.key())));
        }
        items.add(item("Copy column", () -> GridKeys.put(copied(column))));
        show(items, screenX, screenY);
    }

    private String copied(GridColumn column) {
        return String.join(
                "\n",
                IntStream.of(grid.model().shown().rows())
                        .mapToObj(column.column()::text)
                        .toList());
    }

    /**
     * The menu of a line whose row is selected.
     *
     * @param open shows the runs of a row
     * @param card shows where the number of a cell came from
     */
    void ofLine(
            int line,
            Optional<GridColumn> column,
            Consumer<Integer> open,
            Consumer<GridColumn> card,
            double screenX,
            double screenY) {
        GridModel model = grid.model();
        OptionalInt found = model.row(line);
        if (found.isEmpty()) {
            return;
        }
        int row = found.getAsInt();
        Sheet.Row of = model.sheet().rows().get(row);
        List<MenuItem> items = new ArrayList<>();
        MenuItem run = item("Open run", () -> open.accept(row));
        run.setDisable(of.runs().isEmpty());
        items.add(run);
        column.ifPresent(c -> {
            items.add(item("Where it came from", () -> card.accept(c)));
            items.add(new SeparatorMenuItem());
            items.add(item("Edit", () -> grid.beginTyping("")));
            items.add(item("Clear", () -> grid.type(grid.block().cleared(model))));
            if (model.sheet().typed(row, c.key())) {
                Sheet.Past first = model.sheet().past(row, c.key()).getFirst();
                items.add(item(
                        "Revert to " + CellCard.shown(first),
                        () -> sheets.edits().revert(of.key(), c.key(), first)));
            }
        });
        items.add(new SeparatorMenuItem());
        items.add(item("Copy", () -> new GridKeys(grid).copy()));
        items.add(item("Paste", () -> new GridKeys(grid).paste()));
        items.add(item(
                of.counts() ? "Exclude from statistics" : "Include in statistics",
                () -> sheets.edits()
                        .include(
                                sheets.selection().keys(),
                                of.counts() ? Sheet.Inclusion.EXCLUDED : Sheet.Inclusion.COUNTS)));
        show(items, screenX, screenY);
    }
}
