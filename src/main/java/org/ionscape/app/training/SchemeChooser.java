package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Column;

/** How rows are split. */
final class SchemeChooser extends VBox {
    private static final List<String> MATERIALS = List.of("compound", "material", "group", "formula", "family");

    private final Setup setup;
    private final ToggleGroup kinds = new ToggleGroup();
    private final TextField folds = new TextField("10");
    private final TextField share = new TextField("20");
    private final ChoiceBox<String> column = new ChoiceBox<>();

    private boolean following;

    SchemeChooser(Setup setup) {
        this.setup = setup;
        getStyleClass().add("section-body");
        folds.setId("scheme-folds");
        folds.setPrefColumnCount(3);
        share.setId("scheme-share");
        share.setPrefColumnCount(3);
        column.setId("scheme-column");
        column.setOnShowing(e -> fillColumns());
        fillColumns();
        HBox first = new HBox(kind("kfold", "k-fold"), kind("stratified", "stratified"), Controls.spring(), folds);
        HBox second = new HBox(kind("logo", "leave one out of"), column);
        javafx.scene.control.Label percent = new javafx.scene.control.Label("% drawn till alike");
        percent.getStyleClass().add("muted");
        HBox third = new HBox(kind("holdout", "hold out"), share, percent);
        for (HBox line : List.of(first, second, third)) {
            line.getStyleClass().add("section-line");
            getChildren().add(line);
        }
        setup.features().addListener((InvalidationListener) o -> {
            following = true;
            fillColumns();
            following = false;
        });
        follow();
        setup.scheme.addListener((o, old, now) -> follow());
        kinds.selectedToggleProperty().addListener((o, a, b) -> apply());
        folds.textProperty().addListener((o, a, b) -> apply());
        share.textProperty().addListener((o, a, b) -> apply());
        column.valueProperty().addListener((o, a, b) -> apply());
    }

    /** Shows a scheme that was chosen elsewhere: by a recipe, or in an earlier session. */
    private void follow() {
        String now = setup.scheme.get();
        String value = now.substring(now.indexOf(':') + 1);
        following = true;
        kinds.getToggles().stream()
                .filter(t -> now.startsWith((String) t.getUserData()))
                .findFirst()
                .ifPresent(kinds::selectToggle);
        switch (Scheme.parse(now)) {
            case Scheme.KFold k -> folds.setText(value);
            case Scheme.Stratified k -> folds.setText(value);
            case Scheme.HoldOut hold -> share.setText(Long.toString(Math.round(100 * hold.share())));
            case Scheme.LeaveOneGroupOut logo -> column.setValue(value);
            case Scheme.Split split -> kinds.selectToggle(null);
        }
        following = false;
    }

    private RadioButton kind(String kind, String words) {
        RadioButton button = new RadioButton(words);
        button.setId("scheme-" + kind);
        button.setUserData(kind);
        button.setToggleGroup(kinds);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Columns by which materials can be told apart, the likeliest first. */
    private List<String> groupColumns() {
        List<String> keys = new ArrayList<>();
        for (Column column : setup.table().columns()) {
            if (column instanceof Column.TextColumn texts && texts.levels().size() > 1) {
                keys.add(column.key());
            }
        }
        keys.sort(Comparator.comparingInt(k -> {
            int at = MATERIALS.indexOf(k);
            return at < 0 ? 9 : at;
        }));
        return keys;
    }

    private void fillColumns() {
        List<String> keys = groupColumns();
        if (!keys.equals(column.getItems())) {
            String before = column.getValue();
            column.setItems(FXCollections.observableArrayList(keys));
            column.setValue(keys.contains(before) ? before : keys.isEmpty() ? null : keys.getFirst());
        }
    }

    private void apply() {
        if (following || kinds.getSelectedToggle() == null) {
            return;
        }
        String kind = (String) kinds.getSelectedToggle().getUserData();
        switch (kind) {
            case "logo" -> {
                fillColumns();
                if (column.getValue() != null) {
                    setup.scheme.set("logo:" + column.getValue());
                }
            }
            case "holdout" -> {
                if (share.getText().matches("[1-9]\\d?")) {
                    setup.scheme.set("holdout:" + Integer.parseInt(share.getText()) / 100.0);
                }
            }
            default -> {
                if (folds.getText().matches("[2-9]|[1-9]\\d{1,2}")) {
                    setup.scheme.set(kind + ":" + folds.getText());
                }
            }
        }
    }
}
