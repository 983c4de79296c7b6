package org.ionscape.app.explorer;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ionscape.crystal.Formula;

/** A chemical formula with its numbers as subscripts; a name that is no formula is left as it is. */
public final class FormulaText {
    private static final double SUB_DROP = 3;

    private FormulaText() {}

    public static Node of(String name) {
        TextFlow flow = new TextFlow();
        flow.setMouseTransparent(true);
        flow.getStyleClass().add("formula");
        if (Formula.elementsOf(name).isEmpty()) {
            flow.getChildren().add(text(name, "formula-text"));
        } else {
            for (String piece : Formula.pieces(name)) {
                boolean sub = Character.isDigit(piece.charAt(0));
                Text text = text(piece, sub ? "formula-sub" : "formula-text");
                text.setTranslateY(sub ? SUB_DROP : 0);
                flow.getChildren().add(text);
            }
        }
        flow.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return flow;
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add(style);
        return text;
    }
}
