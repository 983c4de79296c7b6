package org.ionscape.app.viewer;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.ionscape.app.Workbench;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.compute.Job;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigureExport;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.Theme;
import org.kordamp.ikonli.feather.Feather;

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

    /** The colours a figure takes beside a picture. */
    static Theme figureTheme(Palette palette) {
        return palette.equals(Palette.DARK) ? Theme.DARK : Theme.LIGHT;
    }

    /** Adds the button that writes the figure, or the numbers behind it, to a file. */
    final void exportable(FigureView plot, Workbench workbench, String name) {
        Button button = Controls.icon(
                Feather.UPLOAD,
                "Export the figure (PNG, SVG, PDF) or its data (CSV)",
                () -> plot.shown().ifPresent(f -> export(f, workbench, name)));
        button.setId("export-" + name);
        tool(button);
    }

    private void export(Figure figure, Workbench workbench, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name + ".pdf");
        for (String ending : List.of("pdf", "svg", "png", "csv")) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        }
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> workbench.compute().submit(Job.of("Exporting " + file.getFileName(), progress -> {
                    FigureExport.write(figure, file, FigureExport.Options.ONE_COLUMN);
                    return file;
                })));
    }

    final void tool(Node node) {
        tools.getChildren().add(node);
    }
}
