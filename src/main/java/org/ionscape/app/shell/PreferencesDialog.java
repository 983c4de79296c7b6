package org.ionscape.app.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.NumberField;
import org.ionscape.app.parts.Overlay;
import org.ionscape.compute.InputException;
import org.ionscape.figure.FigureExport;
import org.ionscape.vibration.EnergyUnit;
import org.kordamp.ikonli.feather.Feather;

/** What a person sets once for all projects. Every change is kept as it is made; an emptied field takes it back. */
final class PreferencesDialog extends Overlay {
    private static final double LABEL_WIDTH = 168;

    private final ThemeChoice theme;
    private final Preferences preferences;
    private final Desktop desktop;
    private final VBox rows = new VBox();
    private final Label says = new Label();
    private final Button close = new Button("Close");

    PreferencesDialog(Workbench workbench, Preferences preferences, Desktop desktop) {
        super("Preferences", new Label("for all projects"), 640, 720);
        theme = new ThemeChoice(workbench, preferences);
        this.preferences = preferences;
        this.desktop = desktop;
        setId("preferences");
        rows.getStyleClass().add("overlay-body");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("overlay-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        says.getStyleClass().add("muted");
        says.setId("preferences-says");
        close.getStyleClass().add("accent");
        close.setOnAction(e -> close());
        getChildren()
                .addAll(
                        scroll,
                        foot(
                                says,
                                Controls.spring(),
                                button("reset-preferences", "Reset all", this::reset),
                                button("import-preferences", "Import…", this::importThem),
                                button("export-preferences", "Export…", this::exportThem),
                                close));
        fill();
    }

    Button first() {
        return close;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void fill() {
        int cores = Runtime.getRuntime().availableProcessors();
        rows.getChildren()
                .setAll(
                        head("Window"),
                        row(
                                "Theme",
                                Controls.choice(
                                        List.of(ThemeChoice.Choice.values()),
                                        ThemeChoice.Choice::label,
                                        theme.chosen(),
                                        theme::choose)),
                        row(
                                "Energies of vibrations in",
                                Controls.choice(
                                        List.of(EnergyUnit.values()),
                                        EnergyUnit::plainLabel,
                                        preferences
                                                .get(Workbench.ENERGY_UNIT)
                                                .flatMap(EnergyUnit::ofName)
                                                .orElse(EnergyUnit.MEV),
                                        unit -> preferences.put(Workbench.ENERGY_UNIT, unit.name())),
                                note("from the next start")),
                        head("Computing"),
                        row(
                                "Threads",
                                number(Preferences.THREADS, "Threads", "", 1, 1024, cores),
                                note("from the next start")),
                        row(
                                "Memory for one trajectory",
                                number(Preferences.MEMORY_MB, "Memory for one trajectory", "MB", 1, 1e6, 512),
                                note("beyond it, scratch files; from the next start")),
                        head("Folders"),
                        row(
                                "Projects",
                                folder(
                                        Preferences.PROJECTS,
                                        preferences.projects().toString())),
                        row("Figures", folder("export.folder", "beside the project")),
                        head("Figures begin with"),
                        row("Width", figure("export.width", "mm", 20, 1000, FigureExport.Options.ONE_COLUMN.widthMm())),
                        row(
                                "Height",
                                figure("export.height", "mm", 20, 1000, FigureExport.Options.ONE_COLUMN.heightMm())),
                        row("Type", figure("export.font", "pt", 4, 36, FigureExport.Options.ONE_COLUMN.fontPt())),
                        row("Lines", figure("export.line", "pt", 0.1, 5, FigureExport.Options.ONE_COLUMN.linePt())),
                        row(
                                "Resolution of PNG",
                                figure("export.dpi", "dpi", 30, 2400, FigureExport.Options.ONE_COLUMN.dpi())),
                        row(
                                "Files",
                                file("pdf", "true"),
                                file("svg", "false"),
                                file("png", "false"),
                                file("csv", "false")),
                        note("What was chosen in a project at its last export goes before these."));
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("panel-title", "preferences-head");
        return label;
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
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

    private NumberField figure(String key, String unit, double least, double most, double otherwise) {
        return number(key, key, unit, least, most, otherwise);
    }

    private NumberField number(String key, String name, String unit, double least, double most, double otherwise) {
        double now = preferences.number(key, Double.NaN);
        return new NumberField("preference-" + key.replace('.', '-'), name, unit, least, most)
                .settled(
                        Double.isNaN(now) ? OptionalDouble.empty() : OptionalDouble.of(now),
                        String.format(Locale.ROOT, "%.4g", otherwise).replaceFirst("\\.?0+$", ""),
                        value -> set(
                                key, value.isPresent() ? Optional.of(text(value.getAsDouble())) : Optional.empty()));
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }

    private void set(String key, Optional<String> value) {
        value.ifPresentOrElse(v -> preferences.put(key, v), () -> preferences.clear(key));
    }

    private Node folder(String key, String otherwise) {
        TextField field = new TextField(preferences.get(key).orElse(""));
        field.setId("preference-" + key.replace('.', '-'));
        field.setPromptText(otherwise);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty()
                .addListener((o, old, now) -> set(key, Optional.of(now.trim()).filter(t -> !t.isEmpty())));
        HBox both = new HBox(
                field,
                Controls.icon(
                        Feather.FOLDER,
                        "Choose a folder",
                        () -> desktop.askFolder().ifPresent(chosen -> field.setText(chosen.toString()))));
        both.getStyleClass().add("export-row");
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private CheckBox file(String ending, String otherwise) {
        CheckBox box = new CheckBox(ending.toUpperCase(Locale.ROOT));
        String key = "export." + ending;
        box.setSelected(Boolean.parseBoolean(preferences.get(key).orElse(otherwise)));
        box.selectedProperty().addListener((o, old, now) -> preferences.put(key, String.valueOf(now)));
        return box;
    }

    private void reset() {
        preferences.reset();
        theme.apply();
        fill();
        says.setText("All as the program begins.");
    }

    private void importThem() {
        desktop.askFile(Desktop.FileKind.PREFERENCES).ifPresent(file -> {
            try {
                preferences.importFrom(file);
                theme.apply();
                fill();
                says.setText("Taken over.");
            } catch (InputException e) {
                says.setText(e.getMessage());
            }
        });
    }

    private void exportThem() {
        desktop.askNewFile(Desktop.FileKind.PREFERENCES).ifPresent(file -> {
            try {
                preferences.exportTo(file);
                says.setText("Written to " + file.getFileName() + ".");
            } catch (IOException e) {
                says.setText("This could not be written: " + e.getMessage());
            }
        });
    }
}
