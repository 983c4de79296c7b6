package org.ionscape.app.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
import org.ionscape.recipe.NamedFigure;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.Template;
import org.ionscape.table.Table;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Figures in the manner of the published study, made of the rows looked at; and the analysis shown, saved and replayed. */
public final class FiguresMenu extends MenuButton {
    private final Workbench workbench;
    private final Sheets sheets;
    private final Supplier<List<Step>> steps;
    private final Consumer<Recipe> replay;
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
        for (Template template : Template.values()) {
            getItems().add(item(template.title(), () -> make(template)));
        }
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("Save analysis as recipe…", () -> attempt(this::save)),
                        item("Run recipe…", this::run));
    }

    /** What fixes everything random in figures and recipes, 0 unless the place has a seed of its own. */
    public FiguresMenu seeded(LongSupplier chosen) {
        seed = chosen;
        return this;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void make(Template template) {
        Table table = sheets.shown().countedTable();
        long now = seed.getAsLong();
        workbench
                .compute()
                .submit(Job.of(
                        template.title(), p -> template.make(table, new Step.Means(now, workbench.compute(), p))))
                .whenDone()
                .whenComplete((figure, failure) -> workbench.window().execute(() -> {
                    if (failure == null) {
                        open(template, figure);
                    } else {
                        say(failure.getCause() == null ? failure : failure.getCause());
                    }
                }));
    }

    private void open(Template template, NamedFigure figure) {
        ExportDialog.open(
                this,
                new ExportRequest(
                        figure.title(),
                        template.code(),
                        List.of(new ExportRequest.Panel(figure.title(), figure.drawing(), figure.caption()))),
                workbench);
    }

    private void save() {
        FileChooser chooser = chooser("Save analysis as recipe");
        chooser.setInitialFileName(steps.get().getFirst().command() + ".json");
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::save);
    }

    private void save(Path file) {
        Shown shown = sheets.shown();
        List<Step> now = steps.get();
        Preset preset = workbench.presetProperty().get();
        long fixed = seed.getAsLong();
        workbench
                .compute()
                .submit(Job.of(
                        "Saving " + file.getFileName(), p -> SavedAnalyses.save(file, shown, now, preset, fixed)))
                .whenDone()
                .whenComplete((recipe, failure) -> workbench.window().execute(() -> {
                    if (failure != null) {
                        say(failure.getCause() == null ? failure : failure.getCause());
                    }
                }));
    }

    private void run() {
        Optional.ofNullable(chooser("Run recipe").showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> attempt(() -> replay(file)));
    }

    private void replay(Path file) {
        Recipe recipe = Recipe.read(file);
        sheets.setConditions(recipe.where().isEmpty() ? List.of() : List.of(recipe.where()));
        replay.accept(recipe);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Recipe", "*.json"));
        return chooser;
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (InputException
                | org.ionscape.table.RowFilter.BadFilter
                | org.ionscape.table.Catalogue.AmbiguousName e) {
            say(e);
        }
    }

    private void say(Throwable problem) {
        Notice.over(this, problem.getMessage());
    }
}
