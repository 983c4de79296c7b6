package org.ionscape.app.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.RowFilter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which rows are looked at, as chips: one for each condition, with what adds another. The same in every place. */
public final class FilterBar extends HBox {
    private static final Pattern WINDOW = Pattern.compile("T>=([\\d.]+) and T<=([\\d.]+)");
    private static final Pattern EQUAL = Pattern.compile("(\\w+)=\"?([^\"=<>]+)\"?");
    private static final int FEW = 12;

    private final Sheets sheets;

    /** The conditions of the sheet that is looked at. */
    public FilterBar(Sheets sheets) {
        this.sheets = sheets;
        getStyleClass().add("filter-bar");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        sheets.shownProperty().subscribe(this::fill);
    }

    private void fill(Shown shown) {
        List<Node> nodes = new ArrayList<>();
        shown.conditions().forEach(c -> nodes.add(chip(c)));
        nodes.add(more(shown));
        getChildren().setAll(nodes);
    }

    private HBox chip(String condition) {
        Button gone = Controls.icon(Feather.X, "Remove this condition", () -> {
            List<String> rest = new ArrayList<>(sheets.shown().conditions());
            rest.remove(condition);
            sheets.setConditions(rest);
            getChildren().getLast().requestFocus(); // else the keyboard would go to the first button of the window
        });
        Label text = new Label(worded(condition));
        text.setTooltip(new Tooltip(condition));
        HBox chip = new HBox(text, gone);
        chip.getStyleClass().add("focus-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    /** A condition as it is read on a chip. */
    static String worded(String condition) {
        Matcher window = WINDOW.matcher(condition);
        if (window.matches()) {
            return "T " + window.group(1) + "–" + window.group(2) + " K";
        }
        Matcher equal = EQUAL.matcher(condition);
        return equal.matches() ? equal.group(1) + " " + equal.group(2) : condition;
    }

    private MenuButton more(Shown shown) {
        MenuButton more = new MenuButton("Filter", new FontIcon(Feather.PLUS));
        more.setId("add-filter");
        more.getStyleClass().add("filter-button");
        if (shown.sheet().table().column("T").isPresent()) {
            more.getItems().add(item("400–600 K", "T>=400 and T<=600"));
        }
        for (Column column : shown.sheet().table().columns()) {
            if (column instanceof TextColumn text
                    && text.levels().size() > 1
                    && text.levels().size() <= FEW) {
                Menu levels = new Menu(text.key());
                text.levels().forEach(l -> levels.getItems().add(item(l, quoted(text.key()) + "=" + quoted(l))));
                more.getItems().add(levels);
            }
        }
        if (!sheets.selection().keys().isEmpty()) {
            more.getItems().add(new SeparatorMenuItem());
        }
        MenuItem write = new MenuItem("Write a condition…");
        write.setOnAction(e -> ask(more));
        more.getItems().add(write);
        return more;
    }

    private MenuItem item(String label, String condition) {
        MenuItem item = new MenuItem(label);
        item.setOnAction(e -> sheets.addCondition(condition));
        return item;
    }

    /** A name or text as a condition takes it. */
    static String quoted(String text) {
        return text.matches("[\\w.+-]+") ? text : "\"" + text + "\"";
    }

    private void ask(Node at) {
        TextField field = new TextField();
        field.setPromptText("D>1e-6 and family=Li");
        field.setPrefWidth(320);
        field.setId("condition");
        Label says = new Label("Comparisons joined by and, or, not; names are symbols or keys of columns.");
        says.getStyleClass().add("muted");
        says.setWrapText(true);
        says.setMaxWidth(320);
        Button add = new Button("Filter");
        add.setDefaultButton(true);
        VBox box = new VBox(8, field, says, add);
        box.getStyleClass().add("pop-body");
        PopOver pop = new PopOver(box);
        pop.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        add.setOnAction(e -> {
            try {
                sheets.addCondition(field.getText().strip());
                pop.hide();
            } catch (RowFilter.BadFilter | Catalogue.AmbiguousName bad) {
                says.setText(bad.getMessage());
                says.getStyleClass().setAll("label", "wrong");
            }
        });
        field.setOnAction(add.getOnAction());
        pop.show(at);
        field.requestFocus();
    }
}
