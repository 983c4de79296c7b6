package org.ionscape.app.table;

import java.util.Map;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The field that opens over the cell with the cursor while something is typed into it. */
final class GridTyping {
    private final GridView view;
    private final TextField field = new TextField();
    private String rowKey = "";
    private String columnKey = "";
    private String before = "";

    GridTyping(GridView view) {
        this.view = view;
        field.setVisible(false);
        field.setManaged(false);
        field.getStyleClass().add("grid-field");
        field.setOnAction(e -> {
            end();
            view.moveTo(view.line() + 1, view.column(), false);
        });
        field.focusedProperty().addListener((o, a, now) -> {
            if (!now && field.isVisible()) {
                end();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                field.setVisible(false);
                view.requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.TAB) {
                end();
                view.moveTo(view.line(), view.column() + (e.isShiftDown() ? -1 : 1), false);
                e.consume();
            }
        });
    }

    TextField field() {
        return field;
    }

    /** Opens the field; {@code begin} replaces what the cell holds, unless it is empty. */
    void begin(String begin) {
        OptionalInt row = view.model().row(view.line());
        if (row.isEmpty() || view.column() >= view.model().all().size()) {
            return;
        }
        GridColumn column = view.model().all().get(view.column());
        rowKey = view.model().key(row.getAsInt());
        columnKey = column.key();
        before = column.column().text(row.getAsInt());
        Bounds b = view.boundsOf(view.line(), view.column());
        field.resizeRelocate(b.getMinX(), b.getMinY(), Math.max(96, b.getWidth()), b.getHeight());
        field.setText(begin.isEmpty() ? before : begin);
        field.setVisible(true);
        field.requestFocus();
        field.positionCaret(field.getText().length());
        if (begin.isEmpty()) {
            field.selectAll();
        }
    }

    /** Hands the text over for the cell it was begun in, wherever a result that came meanwhile has sorted its row. */
    private void end() {
        field.setVisible(false);
        String typed = field.getText().strip();
        if (!typed.equals(before)) {
            view.type(Map.of(rowKey, Map.of(columnKey, typed)));
        }
        view.requestFocus();
    }
}
