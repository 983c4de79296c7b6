package org.ionscape.app.viewer;

import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Marks on the time line how much of the beginning is left out as equilibration. */
final class SkipMark extends Pane {
    /** The time line's own ends lie this far inside, half its thumb. */
    private static final double INSET = 8;

    private final Region line = new Region();
    private final Label says = new Label();
    private double share;

    SkipMark() {
        setMouseTransparent(true);
        line.getStyleClass().add("skip-line");
        says.getStyleClass().add("skip-says");
        line.setManaged(false); // it lies over the time line, and must not ask for room
        says.setManaged(false);
        getChildren().addAll(line, says);
        setVisible(false);
    }

    /** Shows what is left out of a run, both in ps; nothing where either is unknown or zero. */
    void show(OptionalDouble skipPs, OptionalDouble totalPs) {
        double skip = skipPs.orElse(0);
        double total = totalPs.orElse(0);
        setVisible(skip > 0 && total > 0);
        share = total > 0 ? Math.min(1, skip / total) : 0;
        says.setText("skip " + Numbers.significant(skip, 2) + " ps");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = INSET + share * (getWidth() - 2 * INSET);
        line.resizeRelocate(x - 0.5, 0, 1.5, getHeight());
        says.autosize();
        double right = getWidth() - says.getWidth();
        says.relocate(Math.min(x + 4, right), getHeight() - says.getHeight() + 6);
    }
}
