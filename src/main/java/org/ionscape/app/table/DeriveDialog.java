package org.ionscape.app.table;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Expression;

/** Asks for a column computed from others and says at once what is wrong with the expression. */
final class DeriveDialog {
    private final Sheets sheets;

    DeriveDialog(Sheets sheets) {
        this.sheets = sheets;
    }

    void open(Node from) {
        TextField name = new TextField();
        TextField unit = new TextField();
        TextField expression = new TextField();
        name.setPromptText("log10_D");
        unit.setPromptText("cm2/s, or nothing");
        expression.setPromptText("log10(D)");
        expression.setPrefWidth(360);
        Label says = new Label("Columns by symbol or key, + − * / ^, ln log10 exp sqrt abs.");
        says.setWrapText(true);
        says.setMaxWidth(420);
        says.setMinHeight(40);
        GridPane form = new GridPane(8, 8);
        form.addRow(0, new Label("Name"), name);
        form.addRow(1, new Label("Unit"), unit);
        form.addRow(2, new Label("Expression"), expression);
        form.add(says, 0, 3, 2, 1);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("Derive a column");
        dialog.initOwner(from.getScene().getWindow());
        dialog.getDialogPane().setContent(form);
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        Button ok = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        ok.addEventFilter(javafx.event.ActionEvent.ACTION, e -> {
            try {
                if (name.getText().isBlank()) {
                    throw new IllegalArgumentException("the column needs a name");
                }
                sheets.edits()
                        .derive(
                                name.getText().strip(),
                                unit.getText().strip(),
                                expression.getText().strip());
            } catch (Expression.BadExpression | Catalogue.AmbiguousName | IllegalArgumentException bad) {
                says.setText(bad.getMessage());
                says.getStyleClass().setAll("label", "wrong");
                e.consume();
            }
        });
        dialog.show();
        name.requestFocus();
    }
}
