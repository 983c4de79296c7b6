package org.ionscape.app.parts;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.figure.FigureExport;
import org.ionscape.figure.FigureExport.Background;
import org.kordamp.ikonli.feather.Feather;

/** The right half of the export dialog: size, panels, type and lines, files. */
final class ExportSettings extends VBox {
    private static final double LABEL_WIDTH = 92;

    private final ExportModel model;
    private final List<NumberField> numbers = new ArrayList<>();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

    ExportSettings(ExportModel model, ExportRequest request) {
        this.model = model;
        getStyleClass().add("export-settings");
        getChildren().add(part("Size", sizes(), row("Width × height", width(), times(), height())));
        if (request.panels().size() > 1) {
            getChildren().add(panels(request));
        }
        getChildren().addAll(type(), files(), place());
        numbers.forEach(n -> n.validProperty().addListener(o -> check()));
    }

    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    private void check() {
        valid.set(numbers.stream().allMatch(n -> n.validProperty().get()));
    }

    private NumberField number(String id, String name, String unit, double least, double most, DoubleProperty value) {
        NumberField field = new NumberField(id, name, unit, least, most).of(value);
        numbers.add(field);
        return field;
    }

    private NumberField width() {
        return number("export-width", "Width", "mm", 20, 1000, model.widthMm);
    }

    private NumberField height() {
        return number("export-height", "Height", "mm", 20, 1000, model.heightMm);
    }

    private static Label times() {
        Label times = new Label("×");
        times.getStyleClass().add("muted");
        return times;
    }

    /** The widths journals print, and any other. */
    private HBox sizes() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = preset("One column 85", FigureExport.Options.ONE_COLUMN);
        ToggleButton two = preset("Two columns 174", FigureExport.Options.TWO_COLUMNS);
        ToggleButton other = new ToggleButton("Other");
        HBox box = Controls.segments(group, one, two, other);
        for (ToggleButton button : List.of(one, two, other)) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        Runnable tell = () -> group.selectToggle(
                model.widthMm.get() == FigureExport.Options.ONE_COLUMN.widthMm()
                        ? one
                        : model.widthMm.get() == FigureExport.Options.TWO_COLUMNS.widthMm() ? two : other);
        model.widthMm.addListener(o -> tell.run());
        tell.run();
        return box;
    }

    private ToggleButton preset(String name, FigureExport.Options options) {
        ToggleButton button = new ToggleButton(name);
        button.setId("width-" + Math.round(options.widthMm()));
        button.setOnAction(e -> {
            model.widthMm.set(options.widthMm());
            model.heightMm.set(options.heightMm());
        });
        return button;
    }

    private Node panels(ExportRequest request) {
        ComboBox<ExportRequest.Panel> second = new ComboBox<>();
        second.setId("second-panel");
        second.getItems().addAll(request.panels().subList(1, request.panels().size()));
        second.setConverter(ShownAs.of(ExportRequest.Panel::title));
        second.valueProperty().bindBidirectional(model.second);
        CheckBox letters = new CheckBox("letters (a), (b)");
        letters.selectedProperty().bindBidirectional(model.letters);
        HBox with = row("Beside", second);
        HBox gap = row("Gap", number("export-gap", "Gap between panels", "mm", 0, 50, model.gapMm), letters);
        for (HBox only : List.of(with, gap)) {
            only.disableProperty().bind(model.arrangement.isEqualTo(ExportModel.Arrangement.ONE));
        }
        return part(
                "Panels",
                row(
                        "Arrangement",
                        Controls.choice(
                                List.of(ExportModel.Arrangement.values()),
                                ExportModel.Arrangement::label,
                                model.arrangement::set)),
                with,
                gap);
    }

    private Node type() {
        return part(
                "Type and lines",
                row("Font", number("export-font", "Size of the type", "pt", 4, 36, model.fontPt)),
                row("Lines", number("export-line", "Width of lines", "pt", 0.1, 5, model.linePt)),
                row(
                        "Background",
                        Controls.choice(
                                List.of(Background.values()),
                                b -> b.name().toLowerCase(Locale.ROOT),
                                model.background::set)));
    }

    private Node files() {
        VBox rows = new VBox();
        rows.getStyleClass().add("export-rows");
        for (ExportModel.Format format : ExportModel.Format.values()) {
            CheckBox box = new CheckBox(format == ExportModel.Format.CSV ? "Data CSV" : format.name());
            box.setId("format-" + format.ending());
            box.setMinWidth(LABEL_WIDTH);
            box.selectedProperty().bindBidirectional(model.formats.get(format));
            Label says = new Label(format.says());
            says.getStyleClass().add("muted");
            HBox row = new HBox(box, says);
            row.getStyleClass().add("export-row");
            if (format == ExportModel.Format.PNG) {
                NumberField dpi = number("export-dpi", "Resolution", "dpi", 30, 2400, model.dpi);
                says.textProperty()
                        .bind(Bindings.createStringBinding(this::pixels, model.widthMm, model.heightMm, model.dpi));
                row.getChildren().add(1, dpi);
            }
            rows.getChildren().add(row);
        }
        return part("Files", rows);
    }

    private String pixels() {
        long[] size = FigureExport.pixels(model.options(), model.dpi.get());
        return size[0] + " × " + size[1] + " px";
    }

    private Node place() {
        TextField name = new TextField();
        name.setId("export-name");
        name.textProperty().bindBidirectional(model.name);
        HBox.setHgrow(name, Priority.ALWAYS);
        TextField folder = new TextField(model.folder.get().toString());
        folder.setId("export-folder");
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.textProperty().addListener((o, old, now) -> takeFolder(now));
        return part(
                "Place",
                row("Name", name),
                row(
                        "Folder",
                        folder,
                        Controls.icon(
                                Feather.FOLDER,
                                "Choose a folder",
                                () -> ExportDialog.askFolder(this, model.folder.get())
                                        .ifPresent(chosen -> folder.setText(chosen.toString())))));
    }

    private void takeFolder(String text) {
        try {
            Path folder = Path.of(text.trim());
            if (!text.isBlank() && !Files.isRegularFile(folder)) {
                model.folder.set(folder);
            }
        } catch (InvalidPathException e) {
            // half typed; the folder stays as it was
        }
    }

    private static HBox row(String name, Node... content) {
        Label label = new Label(name);
        label.setMinWidth(LABEL_WIDTH);
        label.getStyleClass().add("muted");
        HBox row = new HBox(label);
        row.getChildren().addAll(content);
        row.getStyleClass().add("export-row");
        return row;
    }

    private static Node part(String title, Node... rows) {
        Label head = new Label(title);
        head.getStyleClass().add("panel-title");
        VBox part = new VBox(head);
        part.getChildren().addAll(rows);
        part.getStyleClass().add("export-part");
        return part;
    }
}
