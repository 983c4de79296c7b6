package org.ionscape.app.parts;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The few controls that bars and cards are made of. */
public final class Controls {
    private Controls() {}

    public static Button icon(Feather glyph, String says, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(glyph));
        button.getStyleClass().addAll("tool-icon");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setOnAction(e -> action.run());
        return button;
    }

    public static ToggleButton chip(Feather glyph, String text) {
        ToggleButton button = new ToggleButton(text, new FontIcon(glyph));
        button.getStyleClass().add("toggle-chip");
        return button;
    }

    /** Buttons of which one is chosen, joined into one; pressing the chosen one again changes nothing. */
    public static HBox segments(ToggleGroup group, ToggleButton... buttons) {
        HBox box = new HBox(buttons);
        box.getStyleClass().add("segments");
        box.setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < buttons.length; i++) {
            buttons[i].setToggleGroup(group);
            buttons[i]
                    .getStyleClass()
                    .addAll("segment", i == 0 ? "first" : i == buttons.length - 1 ? "last" : "middle");
        }
        oneStays(group);
        return box;
    }

    /** Pressing the chosen button of a group again changes nothing. */
    static void oneStays(ToggleGroup group) {
        group.selectedToggleProperty().addListener((o, old, now) -> {
            if (now == null && old != null) {
                group.selectToggle(old);
            }
        });
    }

    /** Values of which one is chosen, the first to begin with. */
    public static <T> HBox choice(List<T> values, Function<T, String> label, Consumer<T> chosen) {
        return choice(values, label, values.getFirst(), chosen);
    }

    /** Values of which one is chosen, a certain one to begin with. */
    public static <T> HBox choice(List<T> values, Function<T, String> label, T first, Consumer<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (T value : values) {
            ToggleButton button = new ToggleButton(label.apply(value));
            button.setOnAction(e -> chosen.accept(value));
            buttons.add(button);
        }
        HBox box = segments(group, buttons.toArray(ToggleButton[]::new));
        group.selectToggle(buttons.get(values.indexOf(first)));
        return box;
    }

    /** Values of which one is chosen; the buttons and the property follow each other. */
    public static <T> HBox choice(List<T> values, Function<T, String> label, Property<T> chosen) {
        HBox box = choice(values, label, chosen.getValue(), chosen::setValue);
        chosen.addListener(
                (o, old, now) -> ((ToggleButton) box.getChildren().get(values.indexOf(now))).setSelected(true));
        return box;
    }

    /** A field that looks for something; its cross empties it. */
    public static TextField search(String prompt) {
        CustomTextField field = new CustomTextField();
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.setMouseTransparent(true);
        field.setLeft(glass);
        FontIcon cross = new FontIcon(Feather.X);
        cross.setCursor(Cursor.HAND);
        cross.setOnMouseClicked(e -> field.clear());
        field.rightProperty().bind(field.textProperty().isEmpty().map(empty -> empty ? null : cross));
        field.setPromptText(prompt);
        field.getStyleClass().add("search-field");
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                e.consume();
            }
        });
        return field;
    }

    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    public static Region rule() {
        Region region = new Region();
        region.getStyleClass().add("rule");
        return region;
    }
}
