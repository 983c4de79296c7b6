package org.ionscape.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.ionscape.app.RunStore;
import org.ionscape.app.Theme;
import org.ionscape.app.Workbench;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: name, menus, search, project and save state, undo and redo, light and dark. */
final class TopBar extends HBox {
    TopBar(Workbench workbench, List<Command> commands, Runnable palette, Runnable preferences) {
        getStyleClass().add("top-bar");
        Label brand = new Label("Ionscape", logo());
        brand.getStyleClass().add("brand");
        Label project = new Label();
        project.getStyleClass().add("project-name");
        Label saved = new Label();
        saved.getStyleClass().add("count");
        saved.setId("saved");
        workbench
                .projectProperty()
                .subscribe(open -> project.setText(
                        open.map(RunStore::file).map(Openings::nameOf).orElse("")));
        workbench.saving().wordProperty().subscribe(word -> {
            saved.setText(word);
            saved.setTooltip(word.isEmpty() ? null : new Tooltip(word));
            saved.getStyleClass().removeAll("count", "unsaved");
            saved.getStyleClass().add(word.startsWith("Sav") ? "count" : "unsaved");
        });
        Button undo = undoButton(
                "undo", Feather.CORNER_UP_LEFT, "Undo", workbench.undo().undoLabelProperty());
        undo.setOnAction(e -> workbench.undo().undo());
        Button redo = undoButton(
                "redo", Feather.CORNER_UP_RIGHT, "Redo", workbench.undo().redoLabelProperty());
        redo.setOnAction(e -> workbench.undo().redo());
        redo.sceneProperty()
                .addListener((o, old, scene) -> Optional.ofNullable(scene)
                        .ifPresent(s -> s.getAccelerators().put(KeyCombination.valueOf("Shortcut+Y"), redo::fire)));
        Button theme = button("theme", Feather.SUN, "Light or dark");
        theme.setOnAction(e ->
                workbench.themeProperty().set(workbench.themeProperty().get().other()));
        workbench
                .themeProperty()
                .subscribe(now -> theme.setGraphic(FontIcon.of(now == Theme.DARK ? Feather.MOON : Feather.SUN)));
        Button settings = button("preferences-button", Feather.SETTINGS, "Preferences");
        settings.setOnAction(e -> preferences.run());
        getChildren()
                .addAll(
                        brand,
                        menus(commands),
                        gap(),
                        search(palette),
                        gap(),
                        project,
                        saved,
                        line(),
                        undo,
                        redo,
                        line(),
                        theme,
                        settings);
    }

    private static StackPane logo() {
        SVGPath line = new SVGPath();
        line.setContent("M3 12 C6 12 5 4 8 4 C11 4 9 10 13 9");
        line.getStyleClass().add("logo-line");
        StackPane logo = new StackPane(line);
        logo.getStyleClass().add("logo");
        return logo;
    }

    private static MenuBar menus(List<Command> commands) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (String name : List.of("File", "Edit", "View", "Analyse", "Figure", "Help")) {
            menus.put(name, new Menu(name));
        }
        commands.forEach(command -> {
            MenuItem item = new MenuItem(command.name());
            command.keys().ifPresent(item::setAccelerator);
            item.setOnAction(e -> command.action().run());
            menus.computeIfAbsent(command.menu(), name -> new Menu(name))
                    .getItems()
                    .add(item);
        });
        MenuBar bar = new MenuBar();
        bar.getMenus().addAll(menus.values());
        bar.setMinWidth(USE_PREF_SIZE);
        return bar;
    }

    private static Button search(Runnable palette) {
        Label hint = new Label("Ctrl K");
        hint.getStyleClass().add("key-hint");
        Label text = new Label("Search commands and runs", FontIcon.of(Feather.SEARCH));
        text.getStyleClass().add("muted");
        HBox inside = new HBox(text, gap(), hint);
        inside.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        inside.setPrefWidth(464);
        Button search = new Button("", inside);
        search.setId("search");
        search.setAccessibleText("Search commands and runs");
        search.getStyleClass().add("search-button");
        search.setOnAction(e -> palette.run());
        return search;
    }

    private static Button undoButton(String id, Feather icon, String word, ObservableValue<String> label) {
        Button button = button(id, icon, word);
        button.disableProperty().bind(label.map(String::isEmpty));
        button.getTooltip().textProperty().bind(label.map(l -> l.isEmpty() ? word : word + ": " + l));
        return button;
    }

    static Button button(String id, Feather icon, String tooltip) {
        Button button = new Button("", FontIcon.of(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        return button;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Separator line() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.setMaxHeight(16);
        return line;
    }
}
