package org.ionscape.app.landscape;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.Theme;

/** A card around a node that shows a drawing. */
final class DrawingCard extends Card {
    private final String title;
    private Optional<Drawing> drawing = Optional.empty();
    private String caption = "";

    DrawingCard(String title, String name, Workbench workbench) {
        super(title, "");
        this.title = title;
        exportable(workbench, name);
    }

    /** Fills the card with a node, whose theme follows the window. */
    DrawingCard with(Node content, ObjectProperty<Theme> theme, Workbench workbench) {
        dress(theme, workbench);
        return with(content);
    }

    DrawingCard with(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
        return this;
    }

    DrawingCard tooled(Node control) {
        tool(control);
        return this;
    }

    /** What is shown now, in a few words, for export and below it in print. */
    void words(String subject, Optional<? extends Drawing> shown, String sentence) {
        about(subject);
        drawing = shown.map(d -> d);
        caption = sentence;
    }

    @Override
    protected String exportTitle() {
        return title;
    }

    @Override
    protected Optional<Drawing> drawing() {
        return drawing;
    }

    @Override
    protected String caption() {
        return caption;
    }
}
