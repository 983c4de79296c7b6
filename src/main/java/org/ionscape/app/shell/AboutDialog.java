package org.ionscape.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.Overlay;
import org.ionscape.compute.Version;

/** Version, licence, how to cite, and what it is built with. */
final class AboutDialog extends Overlay {
    private final Button close = new Button("Close");

    AboutDialog() {
        super("About Ionscape", new Label("version " + Version.CURRENT), 720, 640);
        setId("about");
        Label says = new Label("A workbench for molecular dynamics of solid electrolytes.\nFree software under the GNU"
                + " General Public License, version 3 or later; it comes without any warranty.\n" + runsOn());
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        TextArea cite = new TextArea(HelpPage.text("cite.md"));
        cite.setId("cite");
        cite.setEditable(false);
        cite.setWrapText(true);
        cite.setPrefRowCount(9);
        cite.setMinHeight(USE_PREF_SIZE);
        VBox body = new VBox(says, head("How to cite"), cite, head("Built with"), libraries());
        body.getStyleClass().add("overlay-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("overlay-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button copy = new Button("Copy citation");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(cite.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        close.setOnAction(e -> close());
        close.getStyleClass().add("accent");
        getChildren().addAll(scroll, foot(Controls.spring(), copy, close));
    }

    Button first() {
        return close;
    }

    private static String runsOn() {
        return "Java " + System.getProperty("java.version") + " · JavaFX "
                + System.getProperty("javafx.version", "unknown") + " · " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    private static GridPane libraries() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("about-grid");
        int row = 0;
        for (Libraries.Library library : Libraries.all()) {
            Label version = new Label(library.version());
            version.getStyleClass().add("muted");
            Label licence = new Label(library.licence());
            licence.getStyleClass().add("muted");
            grid.addRow(row++, new Label(library.name()), version, licence);
        }
        return grid;
    }
}
