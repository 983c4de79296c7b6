package org.ionscape.app.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that a place computes with the columns and the seed of a recipe; a click goes back to all columns. */
public final class ReplayedChip extends Button {
    public ReplayedChip(Chosen<Replayed> replayed) {
        super("", new FontIcon(Feather.X));
        setId("replayed");
        setContentDisplay(ContentDisplay.RIGHT);
        getStyleClass().add("filter-button");
        Tooltip tooltip = new Tooltip();
        setTooltip(tooltip);
        setOnAction(e -> replayed.choose(Replayed.NOTHING));
        replayed.property().subscribe(now -> {
            boolean any = !now.equals(Replayed.NOTHING);
            setText(now.words());
            tooltip.setText("As the recipe “" + now.title() + "” says; click for all columns and seed 0");
            setVisible(any);
            setManaged(any);
        });
    }
}
