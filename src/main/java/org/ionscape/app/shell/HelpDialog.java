package org.ionscape.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Overlay;

/** A page of the help over the window. */
final class HelpDialog extends Overlay {
    private final ScrollPane scroll;

    private HelpDialog(String title, String about, Node page) {
        super(title, new Label(about), 820, 760);
        setId("help");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("overlay-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    static HelpDialog tutorial() {
        return new HelpDialog("Tutorial", "ten minutes with the sample project", HelpPage.of("tutorial.md"));
    }

    static HelpDialog science() {
        return new HelpDialog(
                "The science of every number", "what is computed, how, and from where", HelpPage.of("science.md"));
    }

    /** Every key that does something, from the commands themselves and from the places that listen. */
    static HelpDialog shortcuts(List<Command> commands) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        int row = 0;
        for (Command command : commands) {
            if (command.keys().isPresent()) {
                row = add(grid, row, command.keysText(), command.name());
            }
        }
        for (String[] other : OTHERS) {
            row = add(grid, row, other[0], other[1]);
        }
        return new HelpDialog("Shortcuts", "", grid);
    }

    private static final String[][] OTHERS = {
        {"Ctrl+Y", "Redo"},
        {"Space", "Viewer: play or pause"},
        {"← →", "Viewer: one step back or on; on a handle of the fit: move it (with Shift: farther)"},
        {"Home, End", "Viewer: first or last frame"},
        {"Drag, Shift + drag, wheel", "Viewer: turn, move, magnify"},
        {"Ctrl + wheel, drag, double click", "Plots beside it: magnify, move, show all"},
        {"Enter", "Explorer: analyse the selected runs"},
        {"Delete", "Explorer: remove the selected runs"},
        {"Escape", "Close what lies over the window"}
    };

    private static int add(GridPane grid, int row, String keys, String does) {
        Label key = new Label(keys);
        key.getStyleClass().add("key-hint");
        grid.addRow(row, key, new Label(does));
        return row + 1;
    }

    /** What has the keyboard when it opens. */
    Node first() {
        return scroll;
    }
}
