package org.ionscape.app.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.figure.Markup;
import org.ionscape.figure.MarkupText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The dialog that writes figures to files: the figure as it will be, its caption, and at the right how large, in what type
 * and as what. It lies over the window it was called from.
 */
public final class ExportDialog extends Overlay {
    private static final double WIDTH = 1264;
    private static final double HEIGHT = 816;

    private final Workbench workbench;
    private final ExportModel model;
    private final ExportSettings settings;
    private final MarkupText caption = new MarkupText("");
    private final Label summary = new Label();
    private final Button export = new Button("Export");

    private ExportDialog(ExportRequest request, Workbench workbench) {
        super("Export figure", new MarkupText(request.title()), WIDTH, HEIGHT);
        this.workbench = workbench;
        model = new ExportModel(request, workbench);
        setId("export-dialog");
        settings = new ExportSettings(model, request);
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("export-scroll");
        HBox body = new HBox(left(), scroll);
        HBox.setHgrow(body.getChildren().getFirst(), Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(body, foot());
        for (javafx.beans.Observable look : model.looks()) {
            look.addListener(o -> refresh());
        }
        model.formats.values().forEach(f -> f.addListener(o -> refresh()));
        model.name.addListener(o -> refresh());
        model.folder.addListener(o -> refresh());
        refresh();
    }

    /** Opens the dialog over the window that a node stands in. */
    public static void open(Node from, ExportRequest request, Workbench workbench) {
        ExportDialog dialog = new ExportDialog(request, workbench);
        dialog.openOver(from, dialog.export);
    }

    private VBox left() {
        ExportPreview preview = new ExportPreview(model, workbench);
        VBox.setVgrow(preview, Priority.ALWAYS);
        Label word = new Label("Preview");
        word.getStyleClass().add("muted");
        HBox bar = new HBox(
                word,
                Controls.choice(List.of(ColourVision.values()), ColourVision::label, preview::see),
                Controls.spring(),
                Controls.choice(List.of(ExportPreview.Zoom.values()), ExportPreview.Zoom::label, preview::zoom));
        bar.getStyleClass().add("export-bar");
        Label head = new Label("Caption");
        head.getStyleClass().add("panel-title");
        Label draft = new Label("draft from the recorded settings");
        draft.getStyleClass().add("muted");
        Button copy = new Button("Copy", FontIcon.of(Feather.COPY));
        copy.setId("copy-caption");
        copy.setOnAction(e -> copyCaption());
        HBox captionHead = new HBox(head, draft, Controls.spring(), copy);
        captionHead.getStyleClass().add("export-bar");
        caption.getStyleClass().add("export-caption");
        caption.setId("caption");
        VBox left = new VBox(bar, preview, captionHead, caption);
        left.getStyleClass().add("export-left");
        return left;
    }

    private void copyCaption() {
        ClipboardContent content = new ClipboardContent();
        content.putString(Markup.parse(model.caption()).plain());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private HBox foot() {
        summary.setId("export-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        Button copy = new Button("Copy image", FontIcon.of(Feather.COPY));
        copy.setOnAction(e -> copyPicture());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> close());
        export.setId("export");
        export.getStyleClass().add("accent");
        export.setDefaultButton(true);
        export.setOnAction(e -> write());
        copy.disableProperty().bind(settings.validProperty().not());
        settings.validProperty().addListener(o -> refresh());
        return foot(summary, Controls.spring(), copy, cancel, export);
    }

    private void copyPicture() {
        model.picture(model.dpi.get())
                .whenDone()
                .thenAccept(image -> workbench.window().execute(() -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(ExportPreview.toFx(image, ColourVision.NORMAL));
                    Clipboard.getSystemClipboard().setContent(content);
                }));
    }

    private void refresh() {
        caption.show(model.caption());
        Optional<String> obstacle =
                settings.validProperty().get() ? model.obstacle() : Optional.of("A number is outside its limits.");
        say(obstacle.orElseGet(model::summary), obstacle.isPresent() ? "wrong" : "muted");
        export.setDisable(obstacle.isPresent());
    }

    private void say(String sentence, String style) {
        summary.setText(sentence);
        summary.getStyleClass().removeAll("wrong", "muted");
        summary.getStyleClass().add(style);
    }

    private void write() {
        export.setDisable(true);
        model.export()
                .whenDone()
                .whenComplete((files, failure) -> workbench.window().execute(() -> {
                    if (failure == null) {
                        close();
                    } else {
                        refresh();
                        say(
                                Optional.ofNullable(failure.getMessage()).orElse(failure.toString())
                                        + " Nothing was written.",
                                "wrong");
                    }
                }));
    }

    /** Asks for a folder. */
    static Optional<Path> askFolder(Node from, Path now) {
        javafx.stage.DirectoryChooser chooser = new javafx.stage.DirectoryChooser();
        chooser.setTitle("Folder for figures");
        if (java.nio.file.Files.isDirectory(now)) {
            chooser.setInitialDirectory(now.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(from.getScene().getWindow()))
                .map(File::toPath);
    }
}
