package org.ionscape.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One field that finds every command and every run. */
final class CommandPalette extends StackPane {
    private static final int SHOWN = 12;

    /** A row: what it says and what it does. */
    record Entry(String text, String hint, Runnable action) {}

    private final Supplier<List<Entry>> entries;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private Optional<Node> before = Optional.empty();

    CommandPalette(Supplier<List<Entry>> entries) {
        this.entries = entries;
        setId("palette");
        getStyleClass().add("palette-veil");
        field.setId("palette-field");
        field.setPromptText("Search commands and runs");
        field.textProperty().addListener((o, a, text) -> offer(best(entries.get(), text)));
        list.setPlaceholder(new Label("No command or run is called so."));
        list.setFixedCellSize(28);
        list.setFocusTraversable(false);
        list.setCellFactory(l -> new ListCell<>() {
            @Override
            protected void updateItem(Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(empty ? "" : entry.text() + (entry.hint().isEmpty() ? "" : "    " + entry.hint()));
            }
        });
        list.setOnMouseClicked(e -> run());
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, 28 * SHOWN + 64);
        getChildren().add(box);
        StackPane.setAlignment(box, javafx.geometry.Pos.TOP_CENTER);
        setOnMousePressed(e -> {
            if (equals(e.getTarget())) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
    }

    /** The first is chosen once the list has taken them: while it takes them, its selection still counts the old ones. */
    private void offer(List<Entry> fitting) {
        list.getItems().setAll(fitting);
        if (!fitting.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    /** The entries that fit best, best first. */
    static List<Entry> best(List<Entry> entries, String typed) {
        return entries.stream()
                .filter(e -> FuzzyMatch.score(typed, e.text()) >= 0)
                .sorted(Comparator.comparingInt((Entry e) -> -FuzzyMatch.score(typed, e.text())))
                .limit(SHOWN)
                .toList();
    }

    void show() {
        field.clear();
        offer(best(new ArrayList<>(entries.get()), ""));
        before = Optional.ofNullable(getScene().getFocusOwner());
        setVisible(true);
        field.requestFocus();
    }

    private void hide() {
        setVisible(false);
        before.ifPresent(Node::requestFocus);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.ESCAPE -> hide();
            case KeyCode.ENTER -> run();
            case KeyCode.DOWN -> list.getSelectionModel().selectNext();
            case KeyCode.UP -> list.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        hide();
        if (entry != null) {
            entry.action().run();
        }
    }
}
