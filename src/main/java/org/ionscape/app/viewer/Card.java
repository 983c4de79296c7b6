package org.ionscape.app.viewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A framed part of the plots column: a title with what it shows, tools at the right, content below. */
class Card extends VBox {
    private final HBox tools = new HBox();

    Card(String title, String subject) {
        getStyleClass().add("card");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        Label about = new Label(subject);
        about.getStyleClass().add("muted");
        tools.getStyleClass().add("card-tools");
        HBox head = new HBox(name, about, Controls.spring(), tools);
        head.getStyleClass().add("card-head");
        getChildren().add(head);
    }

    final void tool(Node node) {
        tools.getChildren().add(node);
    }
}
