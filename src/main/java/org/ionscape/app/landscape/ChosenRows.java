package org.ionscape.app.landscape;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.ResultRows;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.MarkupText;
import org.ionscape.figure.Numbers;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected rows, and what can be done with them. */
final class ChosenRows extends Card {
    private static final double ROW = 26;
    private static final String DIFFUSION = "diffusion_coefficient";

    private final LandscapeModel model;
    private final TableView<Integer> list = new TableView<>();
    private final Button open = new Button("Open trajectory", new FontIcon(Feather.BOX));
    private final Button name = new Button("Name this set…");
    private final Button exclude = new Button("Exclude");

    ChosenRows(LandscapeModel model, Workbench workbench, Sheets sheets) {
        super("Selection", "none");
        this.model = model;
        getStyleClass().add("chosen-rows");
        list.setId("chosen-rows");
        list.setFixedCellSize(ROW);
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        list.setPlaceholder(new Label("Draw a lasso around points, or click one."));
        list.getColumns()
                .setAll(List.of(
                        column("Material", r -> of(rows -> rows.material(r))),
                        column("T (K)", r -> whole(number(r, "T"))),
                        column("D (cm²/s)", r -> Numbers.scientific(number(r, DIFFUSION))),
                        column("Class", model::classOf)));
        list.setRowFactory(t -> {
            javafx.scene.control.TableRow<Integer> row = new javafx.scene.control.TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open(row.getItem());
                }
            });
            return row;
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button table = new Button("Show in table", new FontIcon(Feather.GRID));
        table.setOnAction(e -> workbench.placeProperty().set("table"));
        tool(table);
        open.setOnAction(e -> Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .or(() -> list.getItems().stream().findFirst())
                .ifPresent(this::open));
        name.setOnAction(e -> name(sheets));
        exclude.setOnAction(e -> model.exclude());
        exclude.setId("exclude-rows");
        HBox foot = new HBox(8, open, name, org.ionscape.app.parts.Controls.spring(), exclude);
        foot.getStyleClass().add("card-foot");
        getChildren().addAll(list, foot);
        sheets.selection().keysProperty().addListener((o, old, now) -> fill());
        model.componentsProperty().addListener((o, old, now) -> fill());
        model.resultProperty().addListener((o, old, now) -> fill());
        fill();
    }

    private static TableColumn<Integer, String> column(String title, Function<Integer, String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
        column.setCellFactory(c -> new MarkupCell());
        column.setReorderable(false);
        return column;
    }

    /** A cell whose text is markup. */
    private static final class MarkupCell extends TableCell<Integer, String> {
        private final MarkupText text = new MarkupText("");

        MarkupCell() {
            text.setMinWidth(USE_PREF_SIZE); // on one line
        }

        @Override
        protected void updateItem(String markup, boolean empty) {
            super.updateItem(markup, empty);
            text.show(empty || markup == null ? "" : markup);
            setGraphic(empty ? null : text);
        }
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "–" : Long.toString(Math.round(value));
    }

    private String of(Function<ResultRows, String> text) {
        return model.rows().map(text).orElse("");
    }

    private double number(int row, String column) {
        return model.rows().map(rows -> rows.number(row, column)).orElse(Double.NaN);
    }

    private void open(int row) {
        model.rows().ifPresent(rows -> rows.open(row));
    }

    private void name(Sheets sheets) {
        TextInputDialog dialog = new TextInputDialog("Set " + list.getItems().size());
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle("Name this set");
        dialog.setHeaderText("Keep these " + list.getItems().size() + " rows under a name");
        dialog.showAndWait()
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .ifPresent(name ->
                        sheets.edits().nameSelection(name, sheets.selection().keys()));
    }

    private void fill() {
        BitSet rows = model.rows().map(ResultRows::selected).orElseGet(BitSet::new);
        list.getItems().setAll(rows.stream().boxed().toList());
        int count = rows.cardinality();
        about(count == 0 ? "none" : count == 1 ? "1 row" : count + " rows");
        open.setDisable(model.rows().filter(r -> r.anyRun(rows)).isEmpty());
        name.setDisable(count == 0);
        exclude.setDisable(count == 0);
    }
}
