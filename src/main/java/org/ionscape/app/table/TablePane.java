package org.ionscape.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FilterBar;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.table.Column;
import org.ionscape.table.Column.TextColumn;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The descriptor table: what is looked at and how above, the grid, what is selected below. */
public final class TablePane extends BorderPane {
    private static final String LOOK = "table.look";
    private static final String NO_GROUP = "none";
    private static final Duration HOVER = Duration.millis(550);

    private final Workbench workbench;
    private final Sheets sheets;
    private final GridView grid;
    private final Popup card = new Popup();
    private final PauseTransition hover = new PauseTransition(HOVER);
    private final TextField find = new TextField();
    private final ChoiceBox<String> groupBy = new ChoiceBox<>();
    private final ChoiceBox<String> sheetChoice = new ChoiceBox<>();
    private final Button columns = new Button("Columns");
    private final TextField window = new TextField();
    private final StackPane middle = new StackPane();
    private final TableFiles files;
    private GridModel model;
    private TableLook look;
    private boolean filling;

    /** The table of a workbench's sheets. */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    public TablePane(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        files = new TableFiles(workbench, sheets, this);
        look = remembered();
        model = new GridModel(sheets.shown(), look);
        grid = new GridView(sheets.selection(), model, look);
        getStyleClass().add("table-pane");
        setTop(tools());
        setCenter(middle);
        setBottom(new SelectionStrip(workbench, sheets, this::copyRows));
        grid.onHead(c -> look(look.sortedBy(c.key())), this::headMenu);
        grid.onOpen(this::open);
        grid.onType(this::type);
        grid.onHover(this::hovered);
        card.setAutoHide(true);
        grid.addEventFilter(InputEvent.ANY, e -> {
            if (e instanceof KeyEvent || e.getEventType() == MouseEvent.MOUSE_PRESSED) {
                hover.stop();
                card.hide();
            }
        });
        sheets.shownProperty().addListener((o, a, now) -> refill());
        workbench.themeProperty().subscribe(grid::colours);
        workbench.projectProperty().addListener((o, a, b) -> {
            look = remembered();
            refill();
        });
        refill();
    }

    private TableLook remembered() {
        return workbench.setting(LOOK).flatMap(TableLook::ofJson).orElse(TableLook.FIRST);
    }

    private HBox tools() {
        find.setPromptText("Find in table");
        find.setId("find-in-table");
        find.setPrefWidth(180);
        find.textProperty().addListener((o, a, b) -> refill());
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
                look(look.groupedBy(now.equals(NO_GROUP) ? "" : now));
            }
        });
        ToggleButton heat = Controls.chip(Feather.BAR_CHART, "Heat colours");
        heat.setSelected(look.heat() == TableLook.Heat.ON);
        heat.setOnAction(e -> look(look.heated(heat.isSelected() ? TableLook.Heat.ON : TableLook.Heat.OFF)));
        columns.setGraphic(new FontIcon(Feather.COLUMNS));
        columns.setId("columns");
        columns.setOnAction(e -> chooseColumns());
        Button derive = button("Derive…", Feather.PLUS_SQUARE, this::derive);
        derive.setId("derive");
        Button load = button("Import…", Feather.DOWNLOAD, files::importFile);
        Button save = button("Export CSV…", Feather.UPLOAD, files::exportFile);
        HBox bar = new HBox(
                8,
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
                columns,
                derive,
                Controls.rule(),
                load,
                save);
        bar.getStyleClass().add("table-tools");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().forEach(n -> {
            if (n instanceof Region r && !(n instanceof TextField)) {
                r.setMinWidth(USE_PREF_SIZE);
            }
        });
        columns.getStyleClass().add("small-button");
        return bar;
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
        files.tell("“" + window.getText() + "” is no window of temperature; write it as 400–600.");
        refill();
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setOnAction(e -> action.run());
        return button;
    }

    private void look(TableLook now) {
        look = now;
        workbench.putSetting(LOOK, now.json());
        refill();
    }

    /** Makes the grid show what is looked at now. */
    private void refill() {
        filling = true;
        Shown shown = found(sheets.shown());
        model = new GridModel(shown, look);
        grid.show(model, look);
        sheetChoice.setValue(shown.sheet().name());
        List<String> groups = new ArrayList<>(List.of(NO_GROUP));
        shown.sheet().table().columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(Column::key)
                .forEach(groups::add);
        if (!groupBy.getItems().equals(groups)) {
            groupBy.getItems().setAll(groups);
        }
        groupBy.setValue(groups.contains(look.groupBy()) ? look.groupBy() : NO_GROUP);
        boolean materials = shown.sheet().kind() == Sheet.Kind.MATERIALS;
        window.setVisible(materials);
        window.setManaged(materials);
        window.setText(
                String.format(Locale.ROOT, "%.0f–%.0f K", sheets.materialWindowK()[0], sheets.materialWindowK()[1]));
        columns.setText("Columns  " + model.descriptorsShown() + " of " + model.descriptorsAll());
        filling = false;
        middle.getChildren().setAll(shown.rows().length == 0 ? empty(shown) : grid);
    }

    /** The rows that hold the text looked for, in their name or a category. */
    private Shown found(Shown shown) {
        String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return shown;
        }
        List<TextColumn> texts = shown.sheet().table().columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(TextColumn.class::cast)
                .toList();
        List<String> names = shown.sheet().table().rowNames();
        int[] rows = IntStream.of(shown.rows())
                .filter(r -> names.get(r).toLowerCase(Locale.ROOT).contains(wanted)
                        || texts.stream()
                                .anyMatch(
                                        t -> t.text(r).toLowerCase(Locale.ROOT).contains(wanted)))
                .toArray();
        return new Shown(shown.sheet(), rows, shown.conditions());
    }

    private Node empty(Shown shown) {
        boolean filtered = shown.sheet().table().rowCount() > 0;
        boolean materials = shown.sheet().kind() == Sheet.Kind.MATERIALS;
        Label sentence = new Label(
                filtered
                        ? "No row fulfils what is asked for."
                        : materials
                                ? String.format(
                                        Locale.ROOT,
                                        "No analysed run lies between %.0f and %.0f K.",
                                        sheets.materialWindowK()[0],
                                        sheets.materialWindowK()[1])
                                : "There are no runs yet.");
        Button way = filtered
                ? button("Show all rows", Feather.X, () -> {
                    find.clear();
                    sheets.setConditions(List.of());
                })
                : materials
                        ? button("All temperatures", Feather.X, () -> sheets.setMaterialWindowK(0, 1e5))
                        : button("Import…", Feather.DOWNLOAD, files::importFile);
        javafx.scene.layout.VBox box = new javafx.scene.layout.VBox(12, sentence, way);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private void open(int row) {
        List<RunItem> runs = model.sheet().rows().get(row).runs();
        if (!runs.isEmpty()) {
            workbench.select(runs);
            workbench.placeProperty().set(Workbench.TRAJECTORY);
        }
    }

    private void type(Map<String, Map<String, String>> texts) {
        try {
            sheets.type(texts);
        } catch (IllegalArgumentException e) {
            files.tell(e.getMessage());
        }
    }

    private void copyRows() {
        GridKeys.put(GridBlock.rows(model, sheets.selection().keys()));
    }

    // --- what pops up

    private void hovered(int line, GridColumn column) {
        hover.stop();
        if (line < 0 || column == null) {
            return;
        }
        hover.setOnFinished(e -> model.row(line).ifPresent(row -> showCard(line, row, column)));
        hover.playFromStart();
    }

    private void showCard(int line, int row, GridColumn column) {
        int number = model.all().indexOf(column);
        if (number < 0 || getScene() == null || !getScene().getWindow().isFocused()) {
            return;
        }
        Sheet sheet = model.sheet();
        String key = model.key(row);
        Optional<Runnable> open = sheet.rows().get(row).runs().isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    card.hide();
                    open(row);
                });
        Optional<Runnable> restore = sheet.typed(row, column.key())
                ? Optional.of(() -> {
                    card.hide();
                    sheets.restore(key, column.key());
                })
                : Optional.empty();
        CellCard content = new CellCard(model, row, column, open, restore);
        content.getStylesheets().setAll(getScene().getStylesheets());
        content.getStyleClass().add("root");
        card.getContent().setAll(content);
        Bounds cell = grid.localToScreen(grid.boundsOf(line, number));
        Bounds window = localToScreen(getBoundsInLocal());
        boolean left = cell.getMaxX() + 420 > window.getMaxX();
        double y = Math.min(cell.getMinY() - 8, window.getMaxY() - 320);
        card.show(getScene().getWindow(), left ? cell.getMinX() - 412 : cell.getMaxX() + 6, y);
        card.getScene().getRoot().setStyle("-fx-background-color: transparent;");
        content.setOnMouseExited(e -> card.hide());
    }

    private void headMenu(GridColumn column, MouseEvent event) {
        ContextMenu menu = new ContextMenu();
        boolean pinned = look.pinned().contains(column.key());
        menu.getItems().add(item(pinned ? "Unpin" : "Pin at the left", () -> {
            List<String> keys = new ArrayList<>(look.pinned());
            if (!keys.remove(column.key())) {
                keys.add(column.key());
            }
            look(look.pinning(keys));
        }));
        menu.getItems().add(item("Hide", () -> {
            List<String> keys =
                    new ArrayList<>(model.all().stream().map(GridColumn::key).toList());
            keys.remove(column.key());
            look(look.choosing(keys));
        }));
        if (!column.isNumbers()) {
            menu.getItems().add(item("Group by", () -> look(look.groupedBy(column.key()))));
        }
        if (model.sheet().changes().derived().stream().anyMatch(d -> d.key().equals(column.key()))) {
            menu.getItems().add(item("Remove derived column", () -> sheets.removeDerived(column.key())));
        }
        menu.getItems()
                .add(item(
                        "Copy column",
                        () -> GridKeys.put(String.join(
                                "\n",
                                IntStream.of(model.shown().rows())
                                        .mapToObj(column.column()::text)
                                        .toList()))));
        menu.show(grid, event.getScreenX(), event.getScreenY());
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void chooseColumns() {
        PopOver pop = new PopOver(new ColumnsPopup(() -> model, () -> look, this::look));
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        pop.show(columns);
    }

    private void derive() {
        new DeriveDialog(sheets).open(this);
    }
}
