package org.ionscape.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.Overlay;

/** Shows a crash report: readable, to be copied or found on the disk; nothing is sent. */
final class CrashDialog extends Overlay {
    private final Button close = new Button("Close");

    CrashDialog(CrashReport report, Desktop desktop) {
        super("Something went wrong", new Label("it was not your doing, and your project is saved"), 760, 560);
        setId("crash");
        Label what = new Label("Ionscape goes on. If it behaves oddly, start it again. The report below stays on this"
                + " computer; whoever you send it to sees what is in it and nothing else.");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        TextArea text = new TextArea(report.text());
        text.setId("crash-text");
        text.setEditable(false);
        text.getStyleClass().add("report-text");
        VBox body = new VBox(what, text);
        body.getStyleClass().add("overlay-body");
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        Button copy = new Button("Copy report");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(report.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button show = new Button("Show file");
        show.setOnAction(e -> desktop.reveal(report.file().getParent().toFile()));
        close.setOnAction(e -> close());
        close.getStyleClass().add("accent");
        Label where = new Label(String.valueOf(report.file()));
        where.getStyleClass().add("muted");
        getChildren().addAll(body, foot(where, Controls.spring(), copy, show, close));
    }

    /** What has the keyboard when it opens. */
    Button first() {
        return close;
    }
}
