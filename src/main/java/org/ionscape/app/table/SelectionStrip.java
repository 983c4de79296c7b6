package org.ionscape.app.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.table.Column;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the table: what is selected, what can be done with it, and what the marks in cells mean. */
final class SelectionStrip extends HBox {
    private static final String D = "diffusion_coefficient";
    private static final double ROOM_FOR_LEGENDS = 1320;

    private final Workbench workbench;
    private final Sheets sheets;
    private final Label count = new Label();
    private final Label mean = new Label();
    private final Button trajectories;
    private final Button exclude;
    private final Button copy;
    private final Label heatLegend = new Label();
    private final HBox heat = legend(new Rectangle(56, 10), "legend-heat", heatLegend);
    private final MenuButton named = new MenuButton("Selections", new FontIcon(Feather.BOOKMARK));

    SelectionStrip(Workbench workbench, Sheets sheets, Runnable copyRows) {
        this.workbench = workbench;
        this.sheets = sheets;
        getStyleClass().add("selection-strip");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        count.getStyleClass().add("panel-title");
        count.setId("rows-selected");
        mean.getStyleClass().add("muted");
        trajectories = button("Show trajectories", Feather.BOX, this::showTrajectories);
        exclude = button("Exclude", Feather.SLASH, this::exclude);
        copy = button("Copy", Feather.COPY, copyRows);
        named.getStyleClass().add("small-button");
        named.setOnShowing(e -> fillNamed());
        fillNamed();
        getChildren().addAll(count, mean, trajectories, copy, exclude, named, Controls.spring());
        HBox legends = new HBox(
                12,
                legend(new Rectangle(18, 10), "legend-missing", "missing"),
                legend(corner(), "legend-typed", "typed or imported"),
                word("< 0.02", "not resolved, upper bound"),
                heat);
        legends.setAlignment(Pos.CENTER_LEFT);
        legends.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_LEGENDS));
        legends.managedProperty().bind(legends.visibleProperty());
        getChildren().add(legends);
        sheets.selection().keysProperty().addListener((o, a, b) -> update());
        sheets.shownProperty().addListener((o, a, b) -> update());
        update();
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Node corner() {
        Rectangle cell = new Rectangle(18, 10);
        cell.getStyleClass().add("legend-cell");
        Polygon corner = new Polygon(12, 0, 18, 0, 18, 6);
        corner.getStyleClass().add("legend-corner");
        return new javafx.scene.Group(cell, corner);
    }

    private static HBox legend(Node mark, String style, String text) {
        return legend(mark, style, new Label(text));
    }

    private static HBox legend(Node mark, String style, Label label) {
        if (mark instanceof Rectangle r) {
            r.setFill(Color.TRANSPARENT);
        }
        mark.getStyleClass().add(style);
        label.getStyleClass().add("muted");
        HBox box = new HBox(6, mark, label);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox word(String mark, String text) {
        Label sign = new Label(mark);
        sign.getStyleClass().addAll("muted", "excluded");
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        HBox box = new HBox(6, sign, label);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Says how cells are coloured. */
    void heat(TableLook.Heat how) {
        heat.setVisible(how != TableLook.Heat.OFF);
        heatLegend.setText(
                how == TableLook.Heat.RANK || how == TableLook.Heat.LOG
                        ? "low to high in column, " + how
                        : "low to high in column");
    }

    private void update() {
        Set<String> keys = sheets.selection().keys();
        count.setText(
                keys.isEmpty() ? "No row selected" : keys.size() + (keys.size() == 1 ? " row" : " rows") + " selected");
        mean.setText(meanD(keys).orElse(""));
        boolean none = keys.isEmpty();
        trajectories.setDisable(workbench.selection().isEmpty());
        exclude.setDisable(none);
        copy.setDisable(none);
        exclude.setText(!none && rows(keys).noneMatch(Sheet.Row::counts) ? "Include" : "Exclude");
    }

    private java.util.stream.Stream<Sheet.Row> rows(Set<String> keys) {
        return sheets.shown().sheet().rows().stream().filter(r -> keys.contains(r.key()));
    }

    private Optional<String> meanD(Set<String> keys) {
        Sheet sheet = sheets.shown().sheet();
        Optional<Column> column = sheet.table().column(D);
        if (column.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        int present = 0;
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (keys.contains(sheet.rows().get(row).key()) && column.get().has(row)) {
                sum += column.get().number(row);
                present++;
            }
        }
        return present == 0
                ? Optional.empty()
                : Optional.of("mean D = " + NumberFormatOf.scientific(sum / present) + " cm²/s");
    }

    private void showTrajectories() {
        workbench.placeProperty().set(Workbench.TRAJECTORY);
    }

    private void exclude() {
        Set<String> keys = sheets.selection().keys();
        boolean back = rows(keys).noneMatch(Sheet.Row::counts);
        sheets.edits().include(keys, back ? Sheet.Inclusion.COUNTS : Sheet.Inclusion.EXCLUDED);
    }

    private void fillNamed() {
        MenuItem keep = new MenuItem("Keep this selection…");
        keep.setDisable(sheets.selection().keys().isEmpty());
        keep.setOnAction(e -> {
            TextInputDialog dialog = new TextInputDialog();
            dialog.setTitle("Keep selection");
            dialog.setHeaderText(null);
            dialog.setContentText("Name of the selection");
            dialog.initOwner(getScene().getWindow());
            dialog.showAndWait()
                    .filter(n -> !n.isBlank())
                    .ifPresent(n -> sheets.edits()
                            .nameSelection(n.strip(), sheets.selection().keys()));
        });
        named.getItems().setAll(keep, new SeparatorMenuItem());
        Menu forget = new Menu("Forget");
        sheets.shown().sheet().changes().selections().forEach((name, keys) -> {
            MenuItem one = new MenuItem(name + " (" + keys.size() + ")");
            one.setOnAction(e -> sheets.selection().select(List.copyOf(keys)));
            MenuItem gone = new MenuItem(name);
            gone.setOnAction(e -> sheets.edits().forgetSelection(name));
            forget.getItems().add(gone);
            named.getItems().add(one);
        });
        if (!forget.getItems().isEmpty()) {
            named.getItems().addAll(new SeparatorMenuItem(), forget);
        }
        if (sheets.shown().sheet().changes().selections().isEmpty()) {
            MenuItem none = new MenuItem("none kept yet");
            none.setDisable(true);
            named.getItems().add(none);
        }
    }
}
