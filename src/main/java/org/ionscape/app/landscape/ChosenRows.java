package org.ionscape.app.landscape;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.Markup;
import org.ionscape.figure.Numbers;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected rows, and what can be done with them. */
final class ChosenRows extends Card {
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
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        list.setPlaceholder(new Label("Draw a lasso around points, or click one."));
        list.getColumns()
                .setAll(List.of(
                        column("Material", this::material),
                        column("T (K)", r -> whole(model.number(r, "T"))),
                        column("D (cm²/s)", r -> plain(model.number(r, DIFFUSION))),
                        column("class", model::classOf)));
        list.setRowFactory(t -> {
            javafx.scene.control.TableRow<Integer> row = new javafx.scene.control.TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
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
                .ifPresent(model::open));
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
        column.setReorderable(false);
        return column;
    }

    private String material(int row) {
        String formula = model.text(row, "formula");
        return formula.isEmpty() ? model.rowName(row) : formula;
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "–" : Long.toString(Math.round(value));
    }

    private static String plain(double value) {
        return Markup.parse(Numbers.scientific(value)).pieces().stream()
                .map(p -> p.level() == Markup.Level.SUPER ? raised(p.text()) : p.text())
                .collect(Collectors.joining());
    }

    private static String raised(String digits) {
        String from = "0123456789−";
        String to = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
        return digits.chars()
                .mapToObj(c -> from.indexOf(c) < 0 ? (char) c : to.charAt(from.indexOf(c)))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private void name(Sheets sheets) {
        TextInputDialog dialog = new TextInputDialog("Set " + list.getItems().size());
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle("Name this set");
        dialog.setHeaderText("Keep these " + list.getItems().size() + " rows under a name");
        dialog.showAndWait().map(String::strip).filter(t -> !t.isEmpty()).ifPresent(sheets::nameSelection);
    }

    private void fill() {
        boolean any = model.componentsProperty().get().isPresent();
        BitSet rows = any ? model.selected() : new BitSet();
        list.getItems().setAll(rows.stream().boxed().toList());
        int count = rows.cardinality();
        about(count == 0 ? "none" : count == 1 ? "1 row" : count + " rows");
        open.setDisable(rows.stream().noneMatch(model::hasRun));
        name.setDisable(count == 0);
        exclude.setDisable(count == 0);
    }
}
