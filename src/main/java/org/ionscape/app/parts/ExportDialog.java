package org.ionscape.app.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
public final class ExportDialog extends VBox {
    private static final double WIDTH = 1264;
    private static final double HEIGHT = 816;
    private static final double EDGE = 24;

    private final Workbench workbench;
    private final ExportModel model;
    private final ExportSettings settings;
    private final StackPane veil;
    private final MarkupText caption = new MarkupText("");
    private final Label summary = new Label();
    private final Button export = new Button("Export");

    private ExportDialog(ExportRequest request, Workbench workbench, StackPane veil) {
        this.workbench = workbench;
        this.veil = veil;
        model = new ExportModel(request, workbench);
        setId("export-dialog");
        getStyleClass().add("export-dialog");
        settings = new ExportSettings(model, request);
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("export-scroll");
        HBox body = new HBox(left(), scroll);
        HBox.setHgrow(body.getChildren().getFirst(), Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(request.title()), body, foot());
        for (javafx.beans.Observable look : model.looks()) {
            look.addListener(o -> refresh());
        }
        model.formats.values().forEach(f -> f.addListener(o -> refresh()));
        model.name.addListener(o -> refresh());
        model.folder.addListener(o -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        refresh();
    }

    /** Opens the dialog over the window that a node stands in. */
    public static void open(Node from, ExportRequest request, Workbench workbench) {
        StackPane root = rootOf(from.getScene());
        StackPane veil = new StackPane();
        veil.getStyleClass().add("export-veil");
        ExportDialog dialog = new ExportDialog(request, workbench, veil);
        dialog.maxWidthProperty()
                .bind(root.widthProperty().subtract(2 * EDGE).map(w -> Math.min(WIDTH, w.doubleValue())));
        dialog.maxHeightProperty()
                .bind(root.heightProperty().subtract(2 * EDGE).map(h -> Math.min(HEIGHT, h.doubleValue())));
        veil.getChildren().add(dialog);
        root.getChildren().add(veil);
        dialog.export.requestFocus();
    }

    private static StackPane rootOf(Scene scene) {
        Parent root = scene.getRoot();
        if (root instanceof StackPane stack) {
            return stack;
        }
        StackPane stack = new StackPane();
        scene.setRoot(stack);
        stack.getChildren().add(root);
        return stack;
    }

    private void close() {
        ((StackPane) veil.getParent()).getChildren().remove(veil);
    }

    private HBox head(String title) {
        Label name = new Label("Export figure");
        name.getStyleClass().add("export-title");
        name.setMinWidth(USE_PREF_SIZE);
        MarkupText about = new MarkupText(title);
        about.getStyleClass().add("muted");
        about.setMaxHeight(USE_PREF_SIZE);
        Button close = Controls.icon(Feather.X, "Close", this::close);
        HBox head = new HBox(name, about, Controls.spring(), close);
        head.getStyleClass().add("export-head");
        return head;
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
        for (Button button : new Button[] {copy, cancel, export}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        settings.validProperty().addListener(o -> refresh());
        HBox foot = new HBox(summary, Controls.spring(), copy, cancel, export);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("export-foot");
        return foot;
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
