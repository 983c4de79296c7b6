package org.ionscape.app.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.Job;
import org.ionscape.table.Column.TextColumn;
import org.kordamp.ikonli.feather.Feather;

/** The descriptor table: what is looked at and how above, the grid, what is selected below. */
public final class TablePane extends BorderPane {
    private static final String LOOK = "table.look";

    private final Workbench workbench;
    private final Sheets sheets;
    private final TableFiles files;
    private final TableTools tools;
    private final GridView grid;
    private final GridMenus menus;
    private final CellPopup card;
    private final SelectionStrip strip;
    private final StackPane middle = new StackPane();
    private final Set<GridColumn> measuring = new HashSet<>();
    private GridModel model;
    private TableLook look;

    /** The table of a workbench's sheets. */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    public TablePane(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        files = new TableFiles(workbench, sheets, this);
        look = remembered();
        model = new GridModel(sheets.shown(), look);
        tools = new TableTools(sheets, () -> model, () -> look, this::look, files);
        grid = new GridView(sheets.selection(), model, look, new Actions(), this::measure);
        menus = new GridMenus(grid, sheets, () -> look, this::look);
        card = new CellPopup(grid, sheets, this::open);
        strip = new SelectionStrip(workbench, sheets, this::copyRows);
        getStyleClass().add("table-pane");
        setTop(tools);
        setCenter(middle);
        setBottom(strip);
        tools.findProperty().addListener((o, a, b) -> refill());
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

    private void look(TableLook now) {
        look = now;
        workbench.putSetting(LOOK, now.json());
        refill();
    }

    /** Makes the grid show what is looked at now. */
    private void refill() {
        Shown shown = found(sheets.shown());
        model = new GridModel(shown, look);
        measuring.clear();
        grid.show(model, look);
        tools.follow(shown, look);
        strip.heat(look.heat());
        Node content = shown.rows().length == 0 ? empty(shown) : grid;
        if (!middle.getChildren().equals(List.of(content))) {
            middle.getChildren().setAll(content); // the grid that stays keeps the keyboard
        }
    }

    /** The rows that hold the text looked for, in their name or a category. */
    private Shown found(Shown shown) {
        String wanted = tools.findProperty().get().strip().toLowerCase(Locale.ROOT);
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
        Label sentence = new Label();
        Button way;
        if (shown.sheet().table().rowCount() > 0) {
            sentence.setText("No row fulfils what is asked for.");
            way = TableTools.button("Show all rows", Feather.X, () -> {
                tools.findProperty().set("");
                sheets.setConditions(List.of());
            });
        } else if (shown.sheet().kind() == Sheet.Kind.MATERIALS) {
            double[] window = sheets.materialWindowK();
            sentence.setText(
                    String.format(Locale.ROOT, "No analysed run lies between %.0f and %.0f K.", window[0], window[1]));
            way = TableTools.button("All temperatures", Feather.X, () -> sheets.setMaterialWindowK(0, 1e5));
        } else {
            sentence.setText("There are no runs yet. Add a folder of runs in Trajectory, or bring in a table.");
            way = TableTools.button("Import…", Feather.DOWNLOAD, files::importFile);
        }
        VBox box = new VBox(12, sentence, way);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    /** Looks at all values of long columns away from the window; the grid draws them when they are known. */
    private void measure(List<GridColumn> seen) {
        List<GridColumn> columns = seen.stream().filter(measuring::add).toList();
        if (columns.isEmpty()) {
            return;
        }
        workbench
                .compute()
                .submit(Job.latest(columns, "Measuring columns", progress -> {
                    Map<GridColumn, GridColumn.Spread> found = new LinkedHashMap<>();
                    for (GridColumn column : columns) {
                        progress.check();
                        found.put(column, column.measure());
                    }
                    return found;
                }))
                .whenDone()
                .thenAccept(found -> workbench.window().execute(() -> {
                    found.forEach(GridColumn::measured);
                    grid.redraw();
                }));
    }

    private void open(int row) {
        List<RunItem> runs = model.sheet().rows().get(row).runs();
        if (!runs.isEmpty()) {
            workbench.select(runs);
            workbench.placeProperty().set(Workbench.TRAJECTORY);
        }
    }

    private void copyRows() {
        GridKeys.put(GridBlock.rows(model, sheets.selection().keys()));
    }

    private final class Actions implements GridActions {
        @Override
        public void sort(GridColumn column) {
            look(look.sortedBy(column.key()));
        }

        @Override
        public void headMenu(GridColumn column, double screenX, double screenY) {
            menus.ofHead(column, screenX, screenY);
        }

        @Override
        public void lineMenu(int line, Optional<GridColumn> column, double screenX, double screenY) {
            menus.ofLine(line, column, TablePane.this::open, c -> card.show(line, c), screenX, screenY);
        }

        @Override
        public void hover(OptionalInt line, Optional<GridColumn> column) {
            card.hover(line, column);
        }

        @Override
        public void open(int row) {
            TablePane.this.open(row);
        }

        @Override
        public void type(Map<String, Map<String, String>> texts) {
            try {
                sheets.edits().type(texts);
            } catch (IllegalArgumentException e) {
                files.tell(e.getMessage());
            }
        }
    }
}
