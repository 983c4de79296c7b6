package org.ionscape.app.explorer;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.format.scan.RunInfo;

/** Asks whether runs that follow one another are one simulation: a sentence and two buttons, one series at a time. */
final class SeriesOffer extends VBox {
    private final Workbench workbench;
    private final Label sentence = new Label();
    private final Button all = button("join-all", "Join all");

    SeriesOffer(Workbench workbench) {
        this.workbench = workbench;
        setId("series");
        getStyleClass().add("series-offer");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        Button join = button("join", "Join");
        join.setOnAction(e -> workbench.scans().join(series().getFirst()));
        all.setOnAction(e -> List.copyOf(series()).forEach(workbench.scans()::join));
        Button leave = button("leave-apart", "Leave apart");
        leave.setOnAction(e -> workbench.scans().settle(series().getFirst()));
        HBox buttons = new HBox(join, all, leave);
        buttons.getStyleClass().add("series-buttons");
        getChildren().addAll(sentence, buttons);
        managedProperty().bind(visibleProperty());
        series().addListener((ListChangeListener<List<RunItem>>) c -> show());
        show();
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small-button");
        return button;
    }

    private List<RunItem> first() {
        return series().getFirst();
    }

    private javafx.collections.ObservableList<List<RunItem>> series() {
        return workbench.scans().series();
    }

    private void show() {
        setVisible(!series().isEmpty());
        all.setVisible(series().size() > 1);
        all.setManaged(all.isVisible());
        if (!series().isEmpty()) {
            all.setText("Join all " + series().size());
            RunInfo from = first().getFirst().info();
            RunInfo to = first().getLast().info();
            sentence.setText(from.compound() + ", " + from.path().getParent().getFileName() + ": "
                    + from.path().getFileName() + " to " + to.path().getFileName()
                    + " follow one another. Are they one simulation?");
        }
    }
}
