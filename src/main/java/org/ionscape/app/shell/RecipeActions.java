package org.ionscape.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.parts.PaperFigures;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.format.AtomicFiles;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Replay;
import org.ionscape.recipe.ResultJson;
import org.ionscape.recipe.Template;

/** Recipes and the figures of the papers, from wherever the person is. */
final class RecipeActions {
    private static final String FIRST_PLACE = "correlogram";

    private final Workbench workbench;
    private final Desktop desktop;
    private final Node places;

    /**
     * Actions of a window.
     *
     * @param places where the place is shown, with its menu of figures
     */
    RecipeActions(Workbench workbench, Desktop desktop, Node places) {
        this.workbench = workbench;
        this.desktop = desktop;
        this.places = places;
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(
                Command.of("Analyse", "Save analysis as recipe…", "", this::save),
                Command.of("Analyse", "Run recipe…", "", this::run),
                Command.of("Analyse", "Write the numbers of a recipe…", "", this::numbers)));
        for (Template template : Template.values()) {
            commands.add(Command.of(
                    "Figure", PaperFigures.title(template), "", () -> anywhere(menu -> menu.make(template))));
        }
        commands.add(Command.of(
                "Figure",
                PaperFigures.INVENTORY,
                "",
                () -> desktop.askNewFile(Desktop.FileKind.INVENTORY)
                        .ifPresent(file -> anywhere(menu -> menu.writeInventory(file)))));
        return commands;
    }

    /** With the menu of the place shown, or of the correlogram where it has none. */
    private void anywhere(Consumer<FiguresMenu> action) {
        if (workbench.projectProperty().get().isEmpty()) {
            desktop.tell("Open a project first: figures and recipes are made of its tables.");
            return;
        }
        if (FiguresMenu.below(places).isEmpty()) {
            workbench.placeProperty().set(FIRST_PLACE);
        }
        FiguresMenu.below(places).ifPresent(action);
    }

    private void save() {
        Optional<FiguresMenu> menu = FiguresMenu.below(places);
        if (menu.isEmpty()) {
            desktop.tell("Go to the correlogram, the landscape or training: what is shown there becomes the recipe.");
            return;
        }
        desktop.askNewFile(Desktop.FileKind.RECIPE).ifPresent(menu.get()::save);
    }

    private void run() {
        desktop.askFile(Desktop.FileKind.RECIPE).ifPresent(file -> {
            try {
                String place = FiguresMenu.placeOf(Recipe.read(file));
                anywhere(any -> {
                    workbench.placeProperty().set(place);
                    FiguresMenu.below(places).ifPresent(menu -> menu.run(file));
                });
            } catch (InputException e) {
                desktop.tell(e.getMessage());
            }
        });
    }

    private void numbers() {
        desktop.askFile(Desktop.FileKind.RECIPE)
                .ifPresent(recipe ->
                        desktop.askNewFile(Desktop.FileKind.NUMBERS).ifPresent(json -> numbers(recipe, json)));
    }

    /** Replays a recipe on its own table and writes what {@code ionscape recipe run} would write, byte for byte. */
    void numbers(Path recipe, Path json) {
        workbench
                .compute()
                .submit(Job.of("Replaying " + recipe.getFileName(), p -> {
                    String text = ResultJson.text(Replay.of(recipe, Optional.empty(), workbench.compute(), p)
                            .json());
                    try {
                        AtomicFiles.write(json, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
                    } catch (IOException e) {
                        throw InputException.of(json, "this cannot be written here (" + e.getMessage() + ")");
                    }
                    return json;
                }))
                .whenDone()
                .whenComplete((done, failure) -> workbench.window().execute(() -> {
                    if (failure != null) {
                        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                        desktop.tell(String.valueOf(cause.getMessage()));
                    }
                }));
    }
}
