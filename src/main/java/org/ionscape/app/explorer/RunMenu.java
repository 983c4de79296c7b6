package org.ionscape.app.explorer;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ionscape.app.Correction;
import org.ionscape.app.Edits;
import org.ionscape.app.Joins;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStore.Inclusion;
import org.ionscape.app.Workbench;
import org.ionscape.compute.Preset;
import org.ionscape.extract.RunResult;
import org.ionscape.transport.Drift;

/** What can be done with the chosen runs. */
final class RunMenu {
    private final Workbench workbench;
    private final Edits edits;
    private final Consumer<File> reveal;

    RunMenu(Workbench workbench, Consumer<File> reveal) {
        this.workbench = workbench;
        this.edits = workbench.edits();
        this.reveal = reveal;
    }

    ContextMenu of(List<RunItem> items) {
        ContextMenu menu = new ContextMenu();
        if (items.isEmpty()) {
            return menu;
        }
        RunItem first = items.getFirst();
        MenuItem cancel = item("Cancel analysis", () -> items.forEach(workbench.analyses()::cancel));
        cancel.setDisable(items.stream().noneMatch(i -> i.status().isBusy()));
        menu.getItems()
                .addAll(
                        item("Analyse", () -> workbench.analyse(items)),
                        cancel,
                        new SeparatorMenuItem(),
                        mobile(items, first),
                        item("Temperature…", () -> askTemperature(items, first)),
                        item("Time between frames…", () -> askTimeStep(items, first)),
                        beginning(items, first),
                        drift(items, first),
                        preset(items, first),
                        item(
                                "All as recognised",
                                () -> edits.correct("Take corrections back", items, Correction::none)),
                        new SeparatorMenuItem());
        menu.getItems().addAll(joining(items, first));
        boolean excluded = items.stream().allMatch(RunItem::excluded);
        menu.getItems()
                .addAll(
                        item(
                                excluded ? "Include in statistics" : "Exclude from statistics",
                                () -> edits.exclude(items, excluded ? Inclusion.INCLUDED : Inclusion.EXCLUDED)),
                        item("Reveal in file manager", () -> reveal.accept(folderOf(first))),
                        new SeparatorMenuItem(),
                        item("Remove from project", () -> edits.remove(items)));
        return menu;
    }

    private Menu mobile(List<RunItem> items, RunItem first) {
        Menu menu = new Menu("Mobile ion");
        menu.getItems()
                .add(choice(
                        "as recognised"
                                + (first.info().mobile().isEmpty()
                                        ? ", from the motion"
                                        : ": " + String.join(", ", first.info().mobile())),
                        first.settings().mobile().isEmpty(),
                        () -> edits.setMobile(items, List.of())));
        for (String species : first.info().species().keySet()) {
            menu.getItems()
                    .add(choice(
                            species,
                            first.settings().mobile().contains(species),
                            () -> edits.setMobile(items, List.of(species))));
        }
        return menu;
    }

    private Menu beginning(List<RunItem> items, RunItem first) {
        Menu menu = new Menu("Beginning");
        menu.getItems()
                .add(choice("keep all", first.settings().skipPs().isEmpty(), () -> skip(items, Optional.empty())));
        OptionalDouble suggested =
                first.result().map(RunResult::suggestedSkipPs).orElse(OptionalDouble.empty());
        suggested.ifPresent(ps -> menu.getItems()
                .add(choice(
                        String.format(Locale.ROOT, "leave out %.3g ps, as suggested", ps),
                        first.settings().skipPs().equals(suggested),
                        () -> skip(items, Optional.of(ps)))));
        menu.getItems()
                .add(item(
                        "leave out…",
                        () -> ask(
                                "Equilibration to leave out",
                                "ps",
                                first.settings().skipPs(),
                                ps -> skip(items, Optional.of(ps)))));
        return menu;
    }

    private void skip(List<RunItem> items, Optional<Double> ps) {
        OptionalDouble value = ps.map(OptionalDouble::of).orElse(OptionalDouble.empty());
        edits.correct("Leave out beginning", items, s -> Correction.skipPs(s, value));
    }

    private Menu drift(List<RunItem> items, RunItem first) {
        Menu menu = new Menu("Drift");
        Optional<Drift> now = first.settings().drift();
        menu.getItems()
                .add(choice(
                        "as the preset",
                        now.isEmpty(),
                        () -> edits.correct("Drift as the preset", items, s -> Correction.drift(s, Optional.empty()))));
        for (Drift drift : Drift.values()) {
            menu.getItems()
                    .add(choice(
                            drift == Drift.NONE ? "keep" : "subtract " + drift.label(),
                            now.filter(drift::equals).isPresent(),
                            () -> edits.correct(
                                    "Drift " + drift.label(), items, s -> Correction.drift(s, Optional.of(drift)))));
        }
        return menu;
    }

    private Menu preset(List<RunItem> items, RunItem first) {
        Menu menu = new Menu("Preset");
        for (Preset preset : Preset.values()) {
            menu.getItems()
                    .add(choice(
                            preset.label(),
                            first.settings().preset() == preset,
                            () -> edits.correct("Preset " + preset.label(), items, s -> Correction.preset(s, preset))));
        }
        return menu;
    }

    private List<MenuItem> joining(List<RunItem> items, RunItem first) {
        List<MenuItem> entries = new ArrayList<>();
        if (items.size() > 1) {
            Optional<String> obstacle = Joins.whyNot(items);
            MenuItem join = item(
                    "Join as one simulation" + obstacle.map(o -> " (" + o + ")").orElse(""), () -> edits.join(items));
            join.setDisable(obstacle.isPresent());
            entries.add(join);
        } else if (!first.later().isEmpty()) {
            entries.add(item("Take " + (first.later().size() + 1) + " joined runs apart", () -> edits.separate(first)));
        }
        return entries;
    }

    private static File folderOf(RunItem item) {
        File file = item.info().path().toFile();
        return file.isDirectory() ? file : file.getParentFile();
    }

    private void askTemperature(List<RunItem> items, RunItem first) {
        ask(
                "Temperature",
                "K",
                first.temperatureK(),
                kelvin -> edits.correct(
                        "Set temperature", items, s -> Correction.temperatureK(s, OptionalDouble.of(kelvin))));
    }

    private void askTimeStep(List<RunItem> items, RunItem first) {
        ask(
                "Time between stored frames",
                "fs",
                first.timeStepFs(),
                fs -> edits.correct("Set time step", items, s -> Correction.timeStepFs(s, OptionalDouble.of(fs))));
    }

    private static void ask(String title, String unit, OptionalDouble now, DoubleConsumer then) {
        javafx.scene.control.TextInputDialog dialog =
                new javafx.scene.control.TextInputDialog(now.isPresent() ? String.valueOf(now.getAsDouble()) : "");
        dialog.setTitle(title);
        dialog.setHeaderText(title + " in " + unit);
        dialog.setGraphic(null);
        dialog.getDialogPane()
                .lookupButton(javafx.scene.control.ButtonType.OK)
                .disableProperty()
                .bind(dialog.getEditor()
                        .textProperty()
                        .map(t -> !t.trim().matches("[0-9]+([.][0-9]*)?([eE][+-]?[0-9]+)?")));
        dialog.showAndWait().ifPresent(text -> then.accept(Double.parseDouble(text.trim())));
    }

    private static MenuItem choice(String text, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setSelected(chosen);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }
}
