package org.ionscape.app.parts;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ionscape.app.RunStore;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.FigureExport;
import org.ionscape.figure.FigureExport.Background;
import org.ionscape.figure.FigureSheet;

/** What is to be exported and how; the dialog binds to it. What was chosen is remembered in the project. */
final class ExportModel {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final String FOLDER = "export.folder";

    /** What is written. */
    enum Format {
        PDF("vector, fonts embedded"),
        SVG("vector, editable text"),
        PNG("picture"),
        CSV("the numbers, with units");

        private final String says;

        Format(String says) {
            this.says = says;
        }

        String says() {
            return says;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many panels, and where. */
    enum Arrangement {
        ONE("one"),
        BESIDE("side by side"),
        BELOW("stacked");

        private final String label;

        Arrangement(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    final DoubleProperty widthMm = new SimpleDoubleProperty(FigureExport.Options.ONE_COLUMN.widthMm());
    final DoubleProperty heightMm = new SimpleDoubleProperty(FigureExport.Options.ONE_COLUMN.heightMm());
    final DoubleProperty fontPt = new SimpleDoubleProperty(FigureExport.Options.ONE_COLUMN.fontPt());
    final DoubleProperty linePt = new SimpleDoubleProperty(FigureExport.Options.ONE_COLUMN.linePt());
    final DoubleProperty dpi = new SimpleDoubleProperty(FigureExport.Options.ONE_COLUMN.dpi());
    final DoubleProperty gapMm = new SimpleDoubleProperty(4);
    final ObjectProperty<Background> background = new SimpleObjectProperty<>(Background.WHITE);
    final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(Arrangement.ONE);
    final ObjectProperty<ExportRequest.Panel> second = new SimpleObjectProperty<>();
    final BooleanProperty letters = new SimpleBooleanProperty(true);
    final Map<Format, BooleanProperty> formats = new EnumMap<>(Format.class);
    final StringProperty name = new SimpleStringProperty();
    final ObjectProperty<Path> folder = new SimpleObjectProperty<>();

    private final ExportRequest request;
    private final Workbench workbench;
    private final Map<String, DoubleProperty> remembered = new LinkedHashMap<>(Map.of(
            "export.width", widthMm,
            "export.height", heightMm,
            "export.font", fontPt,
            "export.line", linePt,
            "export.dpi", dpi,
            "export.gap", gapMm));

    ExportModel(ExportRequest request, Workbench workbench) {
        this.request = request;
        this.workbench = workbench;
        name.set(request.name());
        for (Format format : Format.values()) {
            String on = workbench.setting("export." + format.ending()).orElse(format == Format.PDF ? "true" : "false");
            formats.put(format, new SimpleBooleanProperty(Boolean.parseBoolean(on)));
        }
        request.size().ifPresent(this::takeSize);
        remembered.forEach(
                (key, value) -> workbench.setting(key).map(Double::valueOf).ifPresent(value::set));
        folder.set(workbench.setting(FOLDER).map(Path::of).orElseGet(this::besideTheProject));
        if (request.panels().size() > 1) {
            second.set(request.panels().get(1));
        }
    }

    /** A figure that has a size of its own neither takes that of the figure before nor hands its own on. */
    private void takeSize(FigureExport.Options size) {
        remembered.values().removeAll(List.of(widthMm, heightMm));
        widthMm.set(size.widthMm());
        heightMm.set(size.heightMm());
    }

    private Path besideTheProject() {
        return workbench
                .projectProperty()
                .get()
                .map(RunStore::file)
                .map(f -> f.toAbsolutePath().resolveSibling("figures"))
                .orElse(Path.of(System.getProperty("user.home")));
    }

    /** Everything that changes the picture. */
    Observable[] looks() {
        return new Observable[] {widthMm, heightMm, fontPt, linePt, gapMm, background, arrangement, second, letters};
    }

    /** The panels that are exported, in order. */
    List<ExportRequest.Panel> panels() {
        return arrangement.get() == Arrangement.ONE || second.get() == null
                ? List.of(request.panels().getFirst())
                : List.of(request.panels().getFirst(), second.get());
    }

    Drawing drawing() {
        List<Drawing> drawings =
                panels().stream().map(ExportRequest.Panel::drawing).toList();
        return drawings.size() == 1
                ? drawings.getFirst()
                : new FigureSheet(
                        drawings,
                        arrangement.get() == Arrangement.BESIDE
                                ? FigureSheet.Arrangement.BESIDE
                                : FigureSheet.Arrangement.BELOW,
                        gapMm.get() * POINTS_PER_MM,
                        letters.get() ? FigureSheet.Letters.SHOWN : FigureSheet.Letters.HIDDEN);
    }

    FigureExport.Options options() {
        return new FigureExport.Options(
                widthMm.get(), heightMm.get(), dpi.get(), fontPt.get(), linePt.get(), background.get());
    }

    /** The draft of a caption, as markup. */
    String caption() {
        List<ExportRequest.Panel> panels = panels();
        if (panels.size() == 1) {
            return panels.getFirst().caption();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < panels.size(); i++) {
            text.append(i == 0 ? "" : " ")
                    .append('(')
                    .append((char) ('a' + i))
                    .append(") ")
                    .append(panels.get(i).caption());
        }
        return text.toString();
    }

    /** What will be written, and what is in each file. */
    Map<Path, Drawing> files() {
        Map<Path, Drawing> files = new LinkedHashMap<>();
        String stem = name.get().trim();
        for (Format format : Format.values()) {
            if (!formats.get(format).get()) {
                continue;
            }
            List<ExportRequest.Panel> panels = panels();
            if (format == Format.CSV && panels.size() > 1) {
                for (int i = 0; i < panels.size(); i++) {
                    files.put(
                            folder.get().resolve(stem + "-" + (char) ('a' + i) + ".csv"),
                            panels.get(i).drawing());
                }
            } else {
                files.put(folder.get().resolve(stem + "." + format.ending()), drawing());
            }
        }
        return files;
    }

    /** Why nothing can be exported as things are; empty when it can. */
    Optional<String> obstacle() {
        if (!name.get().trim().matches("[^/\\\\:*?\"<>|]+")) {
            return Optional.of("Give the figure a name without / \\ : * ? \" < > |");
        }
        return formats.values().stream().noneMatch(BooleanProperty::get)
                ? Optional.of("Choose at least one kind of file.")
                : Optional.empty();
    }

    /** One line on the files: how many, and which of them are there already. */
    String summary() {
        List<String> names = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        files().keySet().forEach(f -> {
            names.add(String.valueOf(f.getFileName()));
            if (Files.exists(f)) {
                replaced.add(String.valueOf(f.getFileName()));
            }
        });
        return names.size()
                + (names.size() == 1 ? " file: " : " files: ")
                + String.join(", ", names)
                + (replaced.isEmpty() ? "" : " · replaces " + String.join(", ", replaced));
    }

    /** The picture as a PNG would hold it; only the newest request is answered. */
    JobHandle<BufferedImage> picture(double atDpi) {
        Drawing drawing = drawing();
        FigureExport.Options options = options();
        return workbench
                .compute()
                .submit(Job.latest(
                        "export-preview",
                        "Drawing the preview",
                        progress -> FigureExport.image(drawing, options, atDpi)));
    }

    /** Writes all files, or none. */
    JobHandle<List<Path>> export() {
        remember();
        Map<Path, Drawing> files = files();
        FigureExport.Options options = options();
        String names = files.keySet().stream()
                .map(f -> String.valueOf(f.getFileName()))
                .collect(Collectors.joining(", "));
        return workbench.compute().submit(Job.of("Exporting " + names, progress -> {
            FigureExport.writeAll(files, options, progress);
            return List.copyOf(files.keySet());
        }));
    }

    private void remember() {
        remembered.forEach((key, value) -> workbench.putSetting(key, String.valueOf(value.get())));
        formats.forEach((format, on) -> workbench.putSetting("export." + format.ending(), String.valueOf(on.get())));
        workbench.putSetting(FOLDER, folder.get().toString());
    }
}
