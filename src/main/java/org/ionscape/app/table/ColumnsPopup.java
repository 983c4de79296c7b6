package org.ionscape.app.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Descriptor;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses which columns are shown and which stay at the left. */
final class ColumnsPopup extends VBox {
    private final Supplier<GridModel> model;
    private final Supplier<TableLook> look;
    private final Consumer<TableLook> changed;
    private final VBox list = new VBox(2);
    private final TextField search = Controls.search("Find a column");

    ColumnsPopup(Supplier<GridModel> model, Supplier<TableLook> look, Consumer<TableLook> changed) {
        this.model = model;
        this.look = look;
        this.changed = changed;
        getStyleClass().addAll("pop-body", "columns-popup");
        setSpacing(8);
        search.textProperty().addListener((o, a, b) -> fill());
        Button all = new Button("All");
        all.setOnAction(e -> choose(GridModel.offered(model.get().shown())));
        Button filled = new Button("Those with values");
        filled.setOnAction(e -> choose(List.of()));
        all.getStyleClass().add("small-button");
        filled.getStyleClass().add("small-button");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(340, 420);
        getChildren().addAll(search, new HBox(8, all, filled), scroll);
        fill();
    }

    private void choose(List<String> keys) {
        changed.accept(look.get().choosing(keys));
        fill();
    }

    private void fill() {
        list.getChildren().clear();
        GridModel now = model.get();
        Set<String> visible = new LinkedHashSet<>();
        now.all().forEach(c -> visible.add(c.key()));
        Map<String, List<Column>> byCategory = new LinkedHashMap<>();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        Set<String> offered = new LinkedHashSet<>(GridModel.offered(now.shown()));
        for (Column column : now.sheet().table().columns()) {
            if (offered.contains(column.key()) && matches(column, wanted)) {
                byCategory
                        .computeIfAbsent(GridModel.category(column), c -> new ArrayList<>())
                        .add(column);
            }
        }
        byCategory.forEach((category, columns) -> {
            Label head = new Label(category);
            head.getStyleClass().add("panel-title");
            list.getChildren().add(head);
            columns.forEach(c -> list.getChildren().add(row(c, visible)));
        });
        if (byCategory.isEmpty()) {
            Label none = new Label("No column is called so.");
            none.getStyleClass().add("muted");
            list.getChildren().add(none);
        }
    }

    private static boolean matches(Column column, String wanted) {
        Descriptor d = Catalogue.all().describe(column);
        return (d.plainSymbol() + " " + d.alias() + " " + d.name() + " " + d.key())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private HBox row(Column column, Set<String> visible) {
        Descriptor d = Catalogue.all().describe(column);
        String name = d.name().equals(d.plainSymbol()) ? d.name() : d.plainSymbol() + "  " + d.name();
        CheckBox box = new CheckBox(name);
        box.setSelected(visible.contains(column.key()));
        box.setTooltip(new Tooltip(column.present() + " of " + column.size() + " rows have a value"
                + (d.source().isEmpty() ? "" : "; from " + d.source())));
        box.setOnAction(e -> {
            List<String> keys = new ArrayList<>(visible);
            if (box.isSelected()) {
                keys.add(column.key());
            } else {
                keys.remove(column.key());
                changed.accept(look.get()
                        .pinning(look.get().pinned().stream()
                                .filter(k -> !k.equals(column.key()))
                                .toList()));
            }
            choose(keys);
        });
        ToggleButton pin = new ToggleButton("", new FontIcon(Feather.MAP_PIN));
        pin.getStyleClass().add("tool-icon");
        pin.setSelected(look.get().pinned().contains(column.key()));
        pin.setTooltip(new Tooltip("Keep at the left"));
        pin.setAccessibleText("Keep " + d.name() + " at the left");
        pin.setOnAction(e -> {
            List<String> pinned = new ArrayList<>(look.get().pinned());
            if (pin.isSelected()) {
                pinned.add(column.key());
            } else {
                pinned.remove(column.key());
            }
            changed.accept(look.get().pinning(pinned));
            fill();
        });
        return new HBox(4, box, Controls.spring(), pin);
    }
}
