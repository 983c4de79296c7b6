package org.ionscape.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a first start shows: the sample project, a folder of one's own, or a project opened before. */
final class Welcome extends VBox {
    Welcome(Runnable samples, Runnable folder, List<Path> recent, Consumer<Path> open) {
        setId("welcome");
        getStyleClass().add("welcome");
        Label title = new Label("Ionscape");
        title.getStyleClass().add("welcome-title");
        Label text = new Label("Point it at a folder of molecular-dynamics runs and see what diffuses.");
        text.getStyleClass().add("muted");
        Button sample = new Button("Open sample project");
        sample.setId("open-samples");
        sample.getStyleClass().add("accent");
        sample.setDefaultButton(true);
        sample.setOnAction(e -> samples.run());
        Button own = new Button("Open folder…");
        own.setId("open-folder");
        own.setOnAction(e -> folder.run());
        HBox buttons = new HBox(sample, own);
        buttons.getStyleClass().add("welcome-buttons");
        getChildren().addAll(title, text, buttons);
        if (!recent.isEmpty()) {
            Label head = new Label("Recent projects");
            head.getStyleClass().add("panel-title");
            getChildren().add(head);
            recent.forEach(path -> {
                Hyperlink link = new Hyperlink(Openings.nameOf(path));
                link.setOnAction(e -> open.accept(path));
                Label where = new Label(String.valueOf(path.getParent()));
                where.getStyleClass().add("count");
                HBox row = new HBox(link, where);
                row.getStyleClass().add("recent-row");
                getChildren().add(row);
            });
        }
        setAlignment(Pos.CENTER_LEFT);
    }
}
