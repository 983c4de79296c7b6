package org.ionscape.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FilterBar;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.app.table.TableLook.Heat;
import org.ionscape.table.Column;
import org.ionscape.table.Column.TextColumn;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar above the grid: which rows and columns, in which order and colours, from and to which files. */
final class TableTools extends HBox {
    private static final String NO_GROUP = "none";
    private static final double NARROW = 80;

    private final Sheets sheets;
    private final Supplier<TableLook> look;
    private final Consumer<TableLook> changed;
    private final Consumer<String> tell;
    private final TextField find = Controls.search("Find in table");
    private final ChoiceBox<String> groupBy = new ChoiceBox<>();
    private final ChoiceBox<String> sheetChoice = new ChoiceBox<>();
    private final ToggleButton heat = Controls.chip(Feather.BAR_CHART, "Heat colours");
    private final ChoiceBox<Heat> scale = new ChoiceBox<>();
    private final Button columns = button("Columns", Feather.COLUMNS, this::chooseColumns);
    private final TextField window = new TextField();
    private final Supplier<GridModel> model;
    private boolean filling;

    TableTools(
            Sheets sheets,
            Supplier<GridModel> model,
            Supplier<TableLook> look,
            Consumer<TableLook> changed,
            TableFiles files) {
        this.sheets = sheets;
        this.model = model;
        this.look = look;
        this.changed = changed;
        tell = files::tell;
        getStyleClass().add("table-tools");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        find.setId("find-in-table");
        find.setPrefWidth(180);
        chooseRows();
        chooseColours();
        columns.setId("columns");
        Button derive = button("Derive…", Feather.PLUS_SQUARE, () -> new DeriveDialog(sheets).open(this));
        derive.setId("derive");
        getChildren()
                .addAll(
                        find,
                        Controls.rule(),
                        new FilterBar(sheets),
                        Controls.rule(),
                        muted("Table"),
                        sheetChoice,
                        window,
                        muted("Group by"),
                        groupBy,
                        Controls.spring(),
                        heat,
                        scale,
                        columns,
                        derive,
                        Controls.rule(),
                        button("Import…", Feather.DOWNLOAD, files::importFile),
                        button("Export CSV…", Feather.UPLOAD, files::exportFile));
        getChildren().forEach(n -> {
            if (n instanceof Region r) { // in a narrow window what can be read shortened gives way
                r.setMinWidth(n instanceof TextField || n instanceof ChoiceBox ? NARROW : USE_PREF_SIZE);
            }
        });
    }

    private void chooseRows() {
        sheetChoice.setItems(sheets.names());
        sheetChoice.setId("sheet");
        sheetChoice.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                sheets.show(now);
            }
        });
        window.setId("material-window");
        window.setPrefWidth(96);
        window.setTooltip(
                new Tooltip("Temperatures in K of the runs that a material is averaged over, such as 400–600"));
        window.setAccessibleText("Temperatures of the runs of a material, in K");
        window.setOnAction(e -> average());
        groupBy.setId("group-by");
        groupBy.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                changed.accept(look.get().groupedBy(now.equals(NO_GROUP) ? "" : now));
            }
        });
    }

    private void chooseColours() {
        scale.getItems().setAll(Heat.LINEAR, Heat.LOG, Heat.RANK);
        scale.setValue(look.get().heat() == Heat.OFF ? Heat.LINEAR : look.get().heat());
        scale.setId("heat-scale");
        scale.setPrefWidth(112);
        scale.setAccessibleText("Scale of the heat colours");
        scale.setTooltip(new Tooltip(
                "Colours follow the value, its logarithm (in columns of positive values) or its rank in the column"));
        scale.disableProperty().bind(heat.selectedProperty().not());
        scale.valueProperty().addListener((o, old, now) -> heated());
        heat.setId("heat");
        heat.setOnAction(e -> heated());
    }

    private void heated() {
        Heat now = heat.isSelected() ? scale.getValue() : Heat.OFF;
        if (!filling && now != look.get().heat()) {
            changed.accept(look.get().heated(now));
        }
    }

    /** The text that is looked for. */
    StringProperty findProperty() {
        return find.textProperty();
    }

    /** Says what is shown now. */
    void follow(Shown shown, TableLook now) {
        filling = true;
        sheetChoice.setValue(shown.sheet().name());
        List<String> groups = new ArrayList<>(List.of(NO_GROUP));
        shown.sheet().table().columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(Column::key)
                .forEach(groups::add);
        if (!groupBy.getItems().equals(groups)) {
            groupBy.getItems().setAll(groups);
        }
        groupBy.setValue(groups.contains(now.groupBy()) ? now.groupBy() : NO_GROUP);
        heat.setSelected(now.heat() != Heat.OFF);
        if (now.heat() != Heat.OFF) {
            scale.setValue(now.heat());
        }
        boolean materials = shown.sheet().kind() == Sheet.Kind.MATERIALS;
        window.setVisible(materials);
        window.setManaged(materials);
        window.setText(
                String.format(Locale.ROOT, "%.0f–%.0f K", sheets.materialWindowK()[0], sheets.materialWindowK()[1]));
        columns.setText("Columns  " + model.get().descriptorsShown() + " of "
                + model.get().descriptorsAll());
        filling = false;
    }

    /** Averages materials over the temperatures written in the field. */
    private void average() {
        String[] ends = window.getText().replace("K", "").strip().split("\\s*[–:-]\\s*", -1);
        try {
            double from = Double.parseDouble(ends[0]);
            double to = Double.parseDouble(ends.length == 2 ? ends[1] : "");
            if (from >= 0 && to >= from) {
                sheets.setMaterialWindowK(from, to);
                return;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        tell.accept("“" + window.getText() + "” is no window of temperature; write it as 400–600.");
        follow(sheets.shown(), look.get());
    }

    private void chooseColumns() {
        PopOver pop = new PopOver(new ColumnsPopup(model, look, changed));
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.show(columns);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    /** A small button with its icon. */
    static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setOnAction(e -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
