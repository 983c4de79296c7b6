package org.ionscape.app.explorer;

import java.io.File;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.ionscape.app.Correction;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore.Inclusion;
import org.ionscape.app.Workbench;

/** What can be done with the chosen runs. */
final class RunMenu {
    private final Workbench workbench;
    private final Consumer<File> reveal;

    RunMenu(Workbench workbench, Consumer<File> reveal) {
        this.workbench = workbench;
        this.reveal = reveal;
    }

    ContextMenu of(List<RunItem> items) {
        ContextMenu menu = new ContextMenu();
        if (items.isEmpty()) {
            return menu;
        }
        RunItem first = items.getFirst();
        boolean busy = items.stream().anyMatch(i -> i.status().isBusy());
        boolean excluded = items.stream().allMatch(RunItem::excluded);
        menu.getItems()
                .addAll(
                        item("Analyse", () -> workbench.analyse(items)),
                        item("Cancel analysis", () -> items.forEach(workbench.analyses()::cancel)),
                        new SeparatorMenuItem(),
                        item("Set mobile ion…", () -> askMobile(items, first)),
                        item(
                                "Set temperature…",
                                () -> ask(
                                        "Temperature",
                                        "K",
                                        first.temperatureK(),
                                        value -> workbench
                                                .edits()
                                                .correct(
                                                        "Set temperature",
                                                        items,
                                                        s -> Correction.temperatureK(s, value)))),
                        item(
                                "Set time step…",
                                () -> ask(
                                        "Time between stored frames",
                                        "fs",
                                        first.timeStepFs(),
                                        value -> workbench
                                                .edits()
                                                .correct(
                                                        "Set time step", items, s -> Correction.timeStepFs(s, value)))),
                        item(
                                "Skip beginning…",
                                () -> ask(
                                        "Equilibration to leave out",
                                        "ps",
                                        first.settings().skipPs(),
                                        value -> workbench
                                                .edits()
                                                .correct("Skip beginning", items, s -> Correction.skipPs(s, value)))),
                        item(
                                "As recognised",
                                () -> workbench.edits().correct("Take corrections back", items, Correction::none)),
                        new SeparatorMenuItem(),
                        item(
                                excluded ? "Include in statistics" : "Exclude from statistics",
                                () -> workbench
                                        .edits()
                                        .exclude(items, excluded ? Inclusion.INCLUDED : Inclusion.EXCLUDED)),
                        item("Reveal in file manager", () -> reveal.accept(folderOf(first))),
                        new SeparatorMenuItem(),
                        item("Remove from project", () -> workbench.edits().remove(items)));
        menu.getItems().get(1).setDisable(!busy);
        return menu;
    }

    private static File folderOf(RunItem item) {
        File file = item.info().path().toFile();
        return file.isDirectory() ? file : file.getParentFile();
    }

    private void askMobile(List<RunItem> items, RunItem first) {
        TextInputDialog dialog = dialog(
                "Mobile ion",
                "Species that move, of "
                        + String.join(", ", first.info().species().keySet()) + "; several with spaces between.",
                String.join(" ", first.mobile()));
        dialog.showAndWait().ifPresent(text -> {
            List<String> species = List.of(text.trim().split("[\\s,]+"));
            if (first.info().species().keySet().containsAll(species)) {
                workbench.edits().setMobile(items, species);
            }
        });
    }

    private static void ask(String title, String unit, OptionalDouble now, DoubleConsumer then) {
        TextInputDialog dialog =
                dialog(title, title + " in " + unit, now.isPresent() ? String.valueOf(now.getAsDouble()) : "");
        dialog.getDialogPane()
                .lookupButton(javafx.scene.control.ButtonType.OK)
                .disableProperty()
                .bind(dialog.getEditor()
                        .textProperty()
                        .map(t -> !t.trim().matches("[0-9]+([.][0-9]*)?([eE][+-]?[0-9]+)?")));
        dialog.showAndWait().ifPresent(text -> then.accept(Double.parseDouble(text.trim())));
    }

    private static TextInputDialog dialog(String title, String header, String value) {
        TextInputDialog dialog = new TextInputDialog(value);
        dialog.setTitle(title);
        dialog.setHeaderText(header);
        dialog.setGraphic(null);
        return dialog;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }
}
