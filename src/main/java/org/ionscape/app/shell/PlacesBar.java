package org.ionscape.app.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ionscape.app.Focus;
import org.ionscape.app.Workbench;
import org.ionscape.app.explorer.FormulaText;
import org.ionscape.app.parts.Place;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.compute.Preset;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar of places, with what is selected and the preset at its right end. */
final class PlacesBar extends HBox {
    private final ToggleButton side = new ToggleButton("", FontIcon.of(Feather.SIDEBAR));

    PlacesBar(Workbench workbench, List<Place> places, Runnable toggleExplorer) {
        getStyleClass().add("places-bar");
        side.getStyleClass().addAll("icon-button", "side-toggle");
        side.setTooltip(new Tooltip("Show or hide the explorer"));
        side.setAccessibleText("Show or hide the explorer");
        side.setOnAction(e -> toggleExplorer.run());
        HBox chip = new HBox();
        chip.setId("selection-chip");
        chip.getStyleClass().add("focus-chip");
        workbench.focusProperty().subscribe(focus -> fill(chip, workbench, focus));
        Label word = new Label("Preset");
        word.getStyleClass().add("muted");
        ChoiceBox<Preset> preset = new ChoiceBox<>();
        preset.setId("preset");
        preset.getStyleClass().add("preset");
        preset.getItems().addAll(Preset.RECOMMENDED, Preset.PAPER);
        preset.setConverter(ShownAs.of(Preset::label));
        workbench.presetProperty().subscribe(preset::setValue);
        preset.valueProperty().addListener((o, old, now) -> workbench.edits().setPreset(now));
        word.setLabelFor(preset);
        HBox tabs = new HBox();
        tabs.getStyleClass().add("place-tabs");
        places.forEach(place -> tabs.getChildren().add(tab(workbench, place, places.getFirst())));
        getChildren().addAll(side, tabs, TopBar.gap(), chip, word, preset);
    }

    private static ToggleButton tab(Workbench workbench, Place place, Place first) {
        ToggleButton tab = new ToggleButton(place.title(), FontIcon.of(place.icon()));
        tab.setId("place-" + place.id());
        tab.getStyleClass().add("place");
        workbench
                .placeProperty()
                .subscribe(now -> tab.setSelected(place.id().equals(now) || place.equals(first) && now.isEmpty()));
        tab.setOnAction(e -> {
            workbench.placeProperty().set(place.id());
            tab.setSelected(true); // also where it was shown already
        });
        return tab;
    }

    /** Whether the explorer is shown. */
    void explorerShown(boolean shown) {
        side.setSelected(shown);
    }

    private static void fill(HBox chip, Workbench workbench, Focus focus) {
        chip.getChildren().clear();
        chip.setVisible(!(focus instanceof Focus.Nothing));
        switch (focus) {
            case Focus.Nothing nothing -> chip.setManaged(false);
            case Focus.Compound compound ->
                chip.getChildren().addAll(FormulaText.of(compound.name()), new Label("· all temperatures"));
            case Focus.Run run -> {
                int more = workbench.selection().size() - 1;
                chip.getChildren()
                        .addAll(
                                FormulaText.of(run.item().info().compound()),
                                new Label(
                                        "· " + run.item().info().stoichiometry().label() + " · "
                                                + run.item().shortName() + (more > 0 ? " and " + more + " more" : "")));
            }
        }
        chip.setManaged(chip.isVisible());
        Button clear = TopBar.button("clear-selection", Feather.X, "Clear selection");
        clear.setOnAction(e -> workbench.select(List.of()));
        chip.getChildren().add(clear);
    }
}
