package org.ionscape.app.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ionscape.app.table.GridGeometry.Hit;

/** What the mouse does in the grid; as in spreadsheets. */
final class GridPointer {
    private final GridView view;
    private final GridActions actions;
    private int rangeFrom = -1;

    GridPointer(GridView view, GridActions actions) {
        this.view = view;
        this.actions = actions;
    }

    void listen(Canvas canvas) {
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> actions.hover(OptionalInt.empty(), Optional.empty()));
    }

    private Hit under(MouseEvent event) {
        return view.geometry().at(event.getX(), event.getY());
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        boolean menu = event.getButton() == MouseButton.SECONDARY;
        switch (under(event)) {
            case Hit.CheckAll all -> view.toggleAll();
            case Hit.Check check ->
                view.model()
                        .row(check.line())
                        .ifPresent(r -> view.selection().toggle(view.model().key(r)));
            case Hit.Head head when menu -> actions.headMenu(head.column(), event.getScreenX(), event.getScreenY());
            case Hit.Head head -> actions.sort(head.column());
            case Hit.Name name when menu -> menu(name.line(), OptionalInt.empty(), event);
            case Hit.Name name -> {
                view.moveTo(name.line(), view.column(), event.isShiftDown());
                rows(name.line(), event);
            }
            case Hit.Cell cell when menu -> menu(cell.line(), OptionalInt.of(cell.column()), event);
            case Hit.Cell cell -> {
                view.moveTo(cell.line(), cell.column(), event.isShiftDown());
                rows(cell.line(), event);
            }
            case Hit.GroupHead head -> {
                // the rows below it, down to the next head
                int last = head.line();
                while (view.model().row(last + 1).isPresent()) {
                    last++;
                }
                view.selection().select(view.model().keysBetween(head.line(), last));
            }
            case Hit.Nothing nothing -> {}
        }
    }

    /** A menu for what is selected where the pointer is inside it, else for the line under the pointer. */
    private void menu(int line, OptionalInt column, MouseEvent event) {
        view.moveTo(line, column.orElse(view.column()), false);
        view.model().row(line).ifPresent(row -> {
            if (!view.selection().contains(view.model().key(row))) {
                view.selection().select(List.of(view.model().key(row)));
                rangeFrom = line;
            }
            Optional<GridColumn> under =
                    column.stream().mapToObj(view.model().all()::get).findFirst();
            actions.lineMenu(line, under, event.getScreenX(), event.getScreenY());
        });
    }

    private void rows(int at, MouseEvent event) {
        OptionalInt row = view.model().row(at);
        if (row.isEmpty()) {
            return;
        }
        String key = view.model().key(row.getAsInt());
        if (event.isShiftDown() && rangeFrom >= 0) {
            view.selection().select(view.model().keysBetween(rangeFrom, at));
        } else if (event.getClickCount() == 2) {
            actions.open(row.getAsInt());
        } else if (event.isShortcutDown()) {
            view.selection().toggle(key);
            rangeFrom = at;
        } else {
            view.selection().select(List.of(key));
            rangeFrom = at;
        }
    }

    private void dragged(MouseEvent event) {
        switch (under(event)) {
            case Hit.Cell cell -> {
                view.moveTo(cell.line(), cell.column(), true);
                if (rangeFrom >= 0) {
                    view.selection().select(view.model().keysBetween(rangeFrom, cell.line()));
                }
            }
            case Hit.Name name
            when rangeFrom >= 0 -> view.selection().select(view.model().keysBetween(rangeFrom, name.line()));
            default -> {}
        }
    }

    private void moved(MouseEvent event) {
        if (under(event) instanceof Hit.Cell cell) {
            actions.hover(
                    OptionalInt.of(cell.line()), Optional.of(view.model().all().get(cell.column())));
        } else {
            actions.hover(OptionalInt.empty(), Optional.empty());
        }
    }
}
