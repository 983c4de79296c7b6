package org.ionscape.app.parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One sentence that a person should read before going on. */
public final class Notice extends Overlay {
    private static final double WIDTH = 520;

    private final Button close = new Button("Close");

    private Notice(String sentence) {
        super("Ionscape", new Label(), WIDTH, USE_PREF_SIZE);
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
        getChildren().addAll(body, foot(Controls.spring(), close));
    }

    /** Lays the sentence over the window that a node stands in. */
    public static void over(Node node, String sentence) {
        Notice notice = new Notice(sentence);
        notice.openOver(node, notice.close);
    }
}
