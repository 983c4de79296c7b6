package org.ionscape.app.table;

import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/** What keys do in the grid; as in spreadsheets. */
final class GridKeys {
    private final GridView view;

    GridKeys(GridView view) {
        this.view = view;
    }

    void listen() {
        view.setOnKeyPressed(this::pressed);
        view.setOnKeyTyped(this::typed);
    }

    private void pressed(KeyEvent event) {
        boolean grow = event.isShiftDown();
        boolean far = event.isShortcutDown();
        int line = view.line();
        int column = view.column();
        int lastLine = view.model().lines().size() - 1;
        int lastColumn = view.model().all().size() - 1;
        switch (event.getCode()) {
            case UP -> view.moveTo(far ? 0 : line - 1, column, grow);
            case DOWN -> view.moveTo(far ? lastLine : line + 1, column, grow);
            case LEFT -> view.moveTo(line, far ? 0 : column - 1, grow);
            case RIGHT -> view.moveTo(line, far ? lastColumn : column + 1, grow);
            case PAGE_UP -> view.moveTo(line - view.linesSeen(), column, grow);
            case PAGE_DOWN -> view.moveTo(line + view.linesSeen(), column, grow);
            case HOME -> view.moveTo(far ? 0 : line, 0, grow);
            case END -> view.moveTo(far ? lastLine : line, lastColumn, grow);
            case ENTER, F2 -> view.beginTyping("");
            case SPACE ->
                view.model()
                        .row(line)
                        .ifPresent(r -> view.selection().toggle(view.model().key(r)));
            case DELETE, BACK_SPACE -> view.type(view.block().cleared(view.model()));
            case CONTEXT_MENU -> view.menu();
            case F10 -> {
                if (!grow) {
                    return;
                }
                view.menu();
            }
            case ESCAPE -> view.selection().clear();
            case A -> {
                if (!far) {
                    return;
                }
                view.selection().select(view.model().keysBetween(0, lastLine));
            }
            case C -> {
                if (!far) {
                    return;
                }
                copy();
            }
            case V -> {
                if (!far) {
                    return;
                }
                paste();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && !text.isEmpty() && !Character.isISOControl(text.charAt(0)) && !text.isBlank()) {
            view.beginTyping(text);
            event.consume();
        }
    }

    /** A block of several cells, else the selected rows, else the cell with the cursor. */
    void copy() {
        GridBlock block = view.block();
        boolean rows =
                view.line() < 0 || block.isOneCell() && view.selection().keys().size() > 1;
        put(rows ? GridBlock.rows(view.model(), view.selection().keys()) : block.text(view.model()));
    }

    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts what was copied into the cells from the cursor on. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isBlank() && view.line() >= 0) {
            view.type(view.block().pasted(view.model(), text));
            view.selection().select(List.copyOf(view.selection().keys()));
        }
    }
}
