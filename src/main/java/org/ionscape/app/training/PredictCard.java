package org.ionscape.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Card;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.MarkupText;

/** What the selected model predicts for the rows without a value, and whether they lie where it has learned. */
final class PredictCard extends Card {
    private final Insight insight;
    private final Sheets sheets;
    private final ObservableList<Insight.Guess> rows = FXCollections.observableArrayList();
    private final TableView<Insight.Guess> table = new TableView<>(rows);
    private final Label foot = new Label();
    private final Button write = new Button("Write to table");
    private final TableColumn<Insight.Guess, String> value;

    PredictCard(Insight insight, Sheets sheets) {
        super("Predict", "");
        this.insight = insight;
        this.sheets = sheets;
        setId("predict-card");
        write.setId("write-to-table");
        write.setOnAction(e -> write());
        tool(write);
        TableColumn<Insight.Guess, String> name = new TableColumn<>("Row");
        name.setCellValueFactory(
                c -> new ReadOnlyStringWrapper(c.getValue().prediction().row()));
        value = new TableColumn<>("Predicted");
        value.setCellValueFactory(c -> new ReadOnlyStringWrapper(value(c.getValue())));
        value.getStyleClass().add("numbers");
        TableColumn<Insight.Guess, String> range = new TableColumn<>("Training range");
        range.setCellValueFactory(c -> new ReadOnlyStringWrapper(range(c.getValue())));
        table.getColumns().setAll(List.of(name, value, range));
        name.setPrefWidth(110);
        value.setPrefWidth(100);
        range.setPrefWidth(180);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Rows that lack the target stand here once a model is trained."));
        table.setId("predictions");
        table.setMinHeight(80);
        table.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> {
            if (now != null) {
                sheets.selection().select(List.of(now.key()));
            }
        });
        foot.getStyleClass().add("muted");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, foot);
        insight.guessesProperty().addListener((o, old, now) -> fill());
        insight.fittedProperty().addListener((o, old, now) -> fill());
        fill();
    }

    private void fill() {
        List<Insight.Guess> now = insight.guessesProperty().get();
        rows.setAll(now);
        write.setDisable(now.isEmpty());
        about(insight.fittedProperty()
                .get()
                .map(f -> f.name()
                        + (now.isEmpty() ? ", every row has a value" : ", " + now.size() + " rows without a value"))
                .orElse(""));
        long outside = now.stream()
                .filter(g -> !g.prediction().outsideTrainingRange().isEmpty())
                .count();
        foot.setText(now.isEmpty() ? "" : outside + " of " + now.size() + " lie outside the training range");
        insight.fittedProperty().get().ifPresent(f -> {
            String unit = f.target().unit();
            value.setText(null);
            // a header asks how high a text is that wraps before it knows how wide; a group keeps it on its line
            value.setGraphic(
                    new Group(new MarkupText(f.target().symbol() + (unit.isEmpty() ? "" : " (" + unit + ")"))));
        });
    }

    private static String value(Insight.Guess guess) {
        return Words.number(
                guess.prediction().value(), guess.prediction().stderr().orElse(Double.NaN));
    }

    private static String range(Insight.Guess guess) {
        List<String> outside = guess.prediction().outsideTrainingRange();
        return outside.isEmpty() ? "inside" : "⚠ " + String.join(", ", outside);
    }

    /** Types the predictions into the table: they are marked there as such, and can be undone. */
    private void write() {
        insight.fittedProperty().get().ifPresent(f -> {
            Map<String, Map<String, String>> texts = new LinkedHashMap<>();
            rows.forEach(g -> texts.put(
                    g.key(),
                    Map.of(f.data().target(), Double.toString(g.prediction().value()))));
            sheets.edits().type(texts);
        });
    }
}
