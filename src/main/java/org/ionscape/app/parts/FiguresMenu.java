package org.ionscape.app.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.Preset;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.Template;
import org.ionscape.table.Catalogue;
import org.ionscape.table.RowFilter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a place offers beside its cards: the figures of the papers, and the analysis shown, saved and replayed. */
public final class FiguresMenu extends MenuButton {
    private final Workbench workbench;
    private final Sheets sheets;
    private final Supplier<List<Step>> steps;
    private final Consumer<Recipe> replay;
    private final PaperFigures figures;
    private LongSupplier seed = () -> 0;

    /**
     * A menu of a place.
     *
     * @param steps what the place does now
     * @param replay does what a recipe says, in the place
     */
    public FiguresMenu(Workbench workbench, Sheets sheets, Supplier<List<Step>> steps, Consumer<Recipe> replay) {
        super("Figures", new FontIcon(Feather.IMAGE));
        this.workbench = workbench;
        this.sheets = sheets;
        this.steps = steps;
        this.replay = replay;
        setId("figures");
        figures = new PaperFigures(workbench, sheets);
        for (Template template : Template.values()) {
            getItems().add(item(PaperFigures.title(template), () -> make(template)));
        }
        getItems()
                .addAll(
                        item(
                                PaperFigures.INVENTORY,
                                () -> asked(chooser("Inventory of runs", "*.csv", "*.tex"))
                                        .ifPresent(this::writeInventory)),
                        new SeparatorMenuItem(),
                        item(
                                "Save analysis as recipe…",
                                () -> asked(chooser("Save analysis as recipe", "*.json"))
                                        .ifPresent(this::save)),
                        item(
                                "Run recipe…",
                                () -> Optional.ofNullable(chooser("Run recipe", "*.json")
                                                .showOpenDialog(getScene().getWindow()))
                                        .map(File::toPath)
                                        .ifPresent(this::run)));
    }

    /** What fixes everything random in figures and recipes, 0 unless the place has a seed of its own. */
    public FiguresMenu seeded(LongSupplier chosen) {
        seed = chosen;
        return this;
    }

    /** The menu of the place that is shown below a node. */
    public static Optional<FiguresMenu> below(Node root) {
        return Optional.ofNullable((FiguresMenu) root.lookup("#figures"));
    }

    /** The id of the place where a recipe is replayed: that of its first step. */
    public static String placeOf(Recipe recipe) {
        return switch (recipe.steps().getFirst().command()) {
            case "train" -> "training";
            case "pca", "cluster" -> "landscape";
            default -> "correlogram";
        };
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static FileChooser chooser(String title, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(title, patterns));
        return chooser;
    }

    private Optional<Path> asked(FileChooser chooser) {
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath);
    }

    /** Makes a figure of the rows looked at. */
    public void make(Template template) {
        figures.make(template, seed.getAsLong(), this);
    }

    /** Writes the inventory of the rows looked at. */
    public void writeInventory(Path file) {
        figures.writeInventory(file, this);
    }

    /** Saves what the place does now, with the table it is of beside it. */
    public void save(Path file) {
        attempt(() -> {
            Shown shown = sheets.shown();
            List<Step> now = steps.get();
            long fixed = seed.getAsLong();
            Preset preset = workbench.presetProperty().get();
            workbench
                    .compute()
                    .submit(Job.of(
                            "Saving " + file.getFileName(), p -> SavedAnalyses.save(file, shown, now, preset, fixed)))
                    .whenDone()
                    .whenComplete((recipe, failure) -> workbench.window().execute(() -> {
                        if (failure != null) {
                            PaperFigures.say(failure, this);
                        }
                    }));
        });
    }

    /** Does what a recipe says, with the rows of the table looked at. */
    public void run(Path file) {
        attempt(() -> {
            Recipe recipe = Recipe.read(file);
            sheets.setConditions(recipe.where().isEmpty() ? List.of() : List.of(recipe.where()));
            replay.accept(recipe);
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (InputException | RowFilter.BadFilter | Catalogue.AmbiguousName e) {
            PaperFigures.say(e, this);
        }
    }
}
