package org.ionscape.figure;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** {@link Markup} as a node of the window: wraps, and takes its colours and size from the style sheet. */
public final class MarkupText extends TextFlow {
    public MarkupText(String markup) {
        getStyleClass().add("markup");
        show(markup);
    }

    /** Shows another text. */
    public void show(String markup) {
        getChildren().clear();
        for (Markup.Piece piece : Markup.parse(markup).pieces()) {
            Text text = new Text(piece.text());
            text.getStyleClass().add("markup-text");
            if (piece.slant() == Markup.Slant.ITALIC) {
                text.getStyleClass().add("markup-italic");
            }
            switch (piece.level()) {
                case BASE -> {}
                case SUB -> {
                    text.getStyleClass().add("markup-small");
                    text.setTranslateY(3);
                }
                case SUPER -> {
                    text.getStyleClass().add("markup-small");
                    text.setTranslateY(-4);
                }
            }
            getChildren().add(text);
        }
    }
}
