package org.ionscape.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.Overlay;

/** One sentence that a person should read before going on. */
final class Notice extends Overlay {
    private final Button close = new Button("Close");

    Notice(String sentence) {
        super("Ionscape", new Label(), 520, 220);
        setId("notice");
        Label says = new Label(sentence);
        says.setId("notice-text");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        VBox body = new VBox(says);
        body.getStyleClass().add("overlay-body");
        close.getStyleClass().add("accent");
        close.setDefaultButton(true);
        close.setOnAction(e -> close());
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(body, foot(Controls.spring(), close));
    }

    /** What has the keyboard when it opens. */
    Button first() {
        return close;
    }
}
