package org.ionscape.app.correlogram;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ionscape.app.parts.Chosen;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.recipe.CorrelateFigures.Mask;

/** Whether cells are left blank, from which level on, and whether p or its false-discovery q is compared with it. */
final class MaskTool extends HBox {
    /** “0.2 P”, or “off”. */
    static final Chosen.Form<Mask> FORM =
            new Chosen.Form<>(mask -> mask.equals(Mask.NONE) ? "off" : mask.level() + " " + mask.by(), MaskTool::read);

    private static final List<Double> LEVELS = List.of(0.2, 0.05, 0.01, 0.001);

    private final CheckBox masked = new CheckBox("Mask");
    private final ChoiceBox<Double> level = new ChoiceBox<>();
    private final CheckBox discovery = new CheckBox("False-discovery q");
    private final Chosen<Mask> mask;
    private boolean filling;

    MaskTool(Chosen<Mask> mask) {
        this.mask = mask;
        getStyleClass().add("rows-bar");
        level.getItems().setAll(LEVELS);
        level.setValue(LEVELS.getFirst());
        level.setConverter(ShownAs.of(p -> "p ≥ " + p + (p == 0.2 ? " (López)" : "")));
        level.setTooltip(new Tooltip("López et al. call p < 0.20 significant; of 100 pairs without any"
                + " correlation 20 pass it, at 0.05 five"));
        level.setPrefWidth(120);
        masked.setTooltip(new Tooltip("Leave cells blank that do not reach the level"));
        discovery.setTooltip(new Tooltip("Compare Benjamini–Hochberg q with the level in place of p"));
        level.setId("level");
        discovery.setId("discovery");
        masked.setId("mask");
        getChildren().addAll(masked, level, discovery);
        level.valueProperty().addListener((o, old, now) -> choose());
        masked.selectedProperty().addListener((o, old, now) -> choose());
        discovery.selectedProperty().addListener((o, old, now) -> choose());
        mask.property().subscribe(this::show);
    }

    private static Optional<Mask> read(String text) {
        if (text.equals("off")) {
            return Optional.of(Mask.NONE);
        }
        return LEVELS.stream()
                .flatMap(l -> List.of(new Mask(l, Mask.By.P), new Mask(l, Mask.By.Q)).stream())
                .filter(m -> text.equals(m.level() + " " + m.by()))
                .findFirst();
    }

    private void show(Mask now) {
        filling = true;
        boolean any = !now.equals(Mask.NONE);
        masked.setSelected(any);
        if (any) {
            level.setValue(now.level());
            discovery.setSelected(now.by() == Mask.By.Q);
        }
        level.setDisable(!any);
        discovery.setDisable(!any);
        filling = false;
    }

    private void choose() {
        if (!filling) {
            mask.choose(
                    masked.isSelected()
                            ? new Mask(level.getValue(), discovery.isSelected() ? Mask.By.Q : Mask.By.P)
                            : Mask.NONE);
        }
    }
}
