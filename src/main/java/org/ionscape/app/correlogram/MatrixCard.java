package org.ionscape.app.correlogram;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.figure.Drawing;
import org.kordamp.ikonli.feather.Feather;

/** A card with a matrix. */
final class MatrixCard extends Card {
    private final MatrixView view;
    private final String title;
    private String caption = "";

    MatrixCard(String title, String name, MatrixView view, Workbench workbench, Runnable showAll) {
        super(title, "");
        this.title = title;
        this.view = view;
        dress(view.themeProperty(), workbench);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().add(view);
        tool(Controls.icon(Feather.MAXIMIZE, "Show all (double click)", showAll));
        exportable(workbench, name);
    }

    /** Adds a control to its head. */
    void add(Node control) {
        tool(control);
    }

    void words(String subject, String sentence) {
        about(subject);
        caption = sentence;
    }

    @Override
    protected String exportTitle() {
        return title;
    }

    @Override
    protected String caption() {
        return caption;
    }

    @Override
    protected Optional<Drawing> drawing() {
        return view.shown().map(f -> f);
    }
}
