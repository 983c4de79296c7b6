package org.ionscape.app.parts;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ionscape.figure.MarkupText;

/** A few lines beside the pointer that say what is under it. */
public final class HoverCard extends VBox {
    private static final double AWAY = 12;

    public HoverCard() {
        getStyleClass().add("hover-card");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
    }

    /**
     * Shows lines in markup beside a point, inside a region that this card is a child of.
     *
     * @param lines the first stands out; of none, nothing is shown
     */
    public void show(List<String> lines, double x, double y, Region within) {
        setVisible(!lines.isEmpty());
        getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            MarkupText line = new MarkupText(lines.get(i));
            line.getStyleClass().add(i == 0 ? "hover-title" : "hover-line");
            getChildren().add(line);
        }
        applyCss();
        double width = Math.ceil(prefWidth(-1)) + 1;
        double height = prefHeight(width);
        resizeRelocate(
                x + AWAY + width > within.getWidth() ? Math.max(0, x - AWAY - width) : x + AWAY,
                y + AWAY + height > within.getHeight() ? Math.max(0, y - AWAY - height) : y + AWAY,
                width,
                height);
    }

    public void hide() {
        setVisible(false);
    }
}
