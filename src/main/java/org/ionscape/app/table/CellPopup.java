package org.ionscape.app.table;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;

/** Shows the card of the cell that the pointer rests on, or of one that is asked for. */
final class CellPopup {
    private static final Duration REST = Duration.millis(550);
    private static final double ROOM_ACROSS = 420;
    private static final double ROOM_DOWN = 320;

    private final GridView grid;
    private final Sheets sheets;
    private final IntConsumer open;
    private final Popup popup = new Popup();
    private final PauseTransition rest = new PauseTransition(REST);

    /**
     * The cards of a grid.
     *
     * @param open shows the runs of a row
     */
    CellPopup(GridView grid, Sheets sheets, IntConsumer open) {
        this.grid = grid;
        this.sheets = sheets;
        this.open = open;
        popup.setAutoHide(true);
        grid.addEventFilter(InputEvent.ANY, e -> {
            if (e instanceof KeyEvent || e.getEventType() == MouseEvent.MOUSE_PRESSED) {
                hide();
            }
        });
    }

    /** The pointer came to a cell, or left all cells. */
    void hover(OptionalInt line, Optional<GridColumn> column) {
        rest.stop();
        if (line.isPresent() && column.isPresent()) {
            rest.setOnFinished(e -> {
                if (grid.getScene() != null && grid.getScene().getWindow().isFocused()) {
                    show(line.getAsInt(), column.get());
                }
            });
            rest.playFromStart();
        }
    }

    private void hide() {
        rest.stop();
        popup.hide();
    }

    /** Shows the card of a cell beside it. */
    void show(int line, GridColumn column) {
        GridModel model = grid.model();
        int number = model.all().indexOf(column);
        OptionalInt row = model.row(line);
        if (number < 0 || row.isEmpty() || grid.getScene() == null) {
            return;
        }
        CellCard card = card(model, row.getAsInt(), column);
        card.getStylesheets().setAll(grid.getScene().getStylesheets());
        card.getStyleClass().add("root");
        popup.getContent().setAll(card);
        Bounds cell = grid.localToScreen(grid.boundsOf(line, number));
        Bounds window = grid.localToScreen(grid.getBoundsInLocal());
        boolean left = cell.getMaxX() + ROOM_ACROSS > window.getMaxX();
        double y = Math.min(cell.getMinY() - 8, window.getMaxY() - ROOM_DOWN);
        popup.show(grid.getScene().getWindow(), left ? cell.getMinX() - ROOM_ACROSS + 8 : cell.getMaxX() + 6, y);
        popup.getScene().getRoot().setStyle("-fx-background-color: transparent;");
        card.setOnMouseExited(e -> popup.hide());
    }

    private CellCard card(GridModel model, int row, GridColumn column) {
        Sheet sheet = model.sheet();
        Optional<Runnable> opening = sheet.rows().get(row).runs().isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    popup.hide();
                    open.accept(row);
                });
        return new CellCard(model, row, column, opening, past -> {
            popup.hide();
            sheets.edits().revert(model.key(row), column.key(), past);
        });
    }
}
