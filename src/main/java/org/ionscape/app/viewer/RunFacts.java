package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ionscape.app.Correction;
import org.ionscape.app.Edits;
import org.ionscape.app.RunItem;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.NumberField;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.compute.Preset;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.Naming;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.transport.Drift;
import org.kordamp.ikonli.feather.Feather;

/** The rows of the card of a run: each value with where it came from, and the control that sets it. */
final class RunFacts {
    private static final String BY_HAND = "set by hand";

    private final Edits edits;

    RunFacts(Edits edits) {
        this.edits = edits;
    }

    /** What the rows are made of; while it is the same they stay, with what is being typed. */
    record Shown(
            RunItem item,
            List<RunItem> selected,
            RunInfo info,
            Naming naming,
            AnalysisSettings settings,
            Optional<RunResult> result) {
        /** Whose values are set: those of all selected runs, if this one is among them. */
        List<RunItem> targets() {
            return selected.contains(item) ? selected : List.of(item);
        }

        OptionalDouble suggestedSkipPs() {
            return result.map(RunResult::suggestedSkipPs).orElse(OptionalDouble.empty());
        }
    }

    /** All rows, open questions first. */
    List<HBox> rowsOf(Shown s) {
        List<Row> all = new ArrayList<>(List.of(
                temperature(s),
                timeStep(s),
                mobile(s),
                compound(s),
                stoichiometry(s),
                beginning(s),
                drift(s),
                preset(s)));
        all.sort((a, b) -> Boolean.compare(!a.open, !b.open));
        return all.stream().map(Row::node).toList();
    }

    /**
     * One value.
     *
     * @param name as the person knows it
     * @param control sets it
     * @param from where it came from
     * @param back gives it back to recognition, where it was set by hand
     * @param open whether nothing could tell it
     */
    private record Row(String name, Node control, Node from, Optional<Runnable> back, boolean open) {
        HBox node() {
            Label label = new Label(name);
            label.getStyleClass().add("run-name");
            HBox row = new HBox(label, control, from);
            back.ifPresent(action -> row.getChildren()
                    .addAll(Controls.spring(), Controls.icon(Feather.ROTATE_CCW, "As recognised", action)));
            row.getStyleClass().add("run-row");
            if (open) {
                row.getStyleClass().add("question");
            }
            return row;
        }
    }

    private static Node from(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private Row number(
            String name,
            NumberField field,
            boolean known,
            boolean byHand,
            String from,
            String question,
            Runnable back) {
        return new Row(
                name,
                field,
                from(byHand ? BY_HAND : known ? from : question),
                byHand ? Optional.of(back) : Optional.empty(),
                !known);
    }

    private Row temperature(Shown s) {
        Consumer<OptionalDouble> set =
                value -> edits.correct("Set temperature", s.targets(), old -> Correction.temperatureK(old, value));
        return number(
                "Temperature",
                new NumberField("run-temperature", "Temperature", "K", 1e-3, 1e5)
                        .settled(s.item.temperatureK(), "?", set),
                s.item.temperatureK().isPresent(),
                s.settings.temperatureK().isPresent(),
                s.info.from().getOrDefault("temperatureK", ""),
                "No file or folder says it; σ and Arrhenius need it.",
                () -> set.accept(OptionalDouble.empty()));
    }

    private Row timeStep(Shown s) {
        Consumer<OptionalDouble> set =
                value -> edits.correct("Set time step", s.targets(), old -> Correction.timeStepFs(old, value));
        return number(
                "Between frames",
                new NumberField("run-time-step", "Time between stored frames", "fs", 1e-6, 1e12)
                        .settled(s.item.timeStepFs(), "?", set),
                s.item.timeStepFs().isPresent(),
                s.settings.timeStepFs().isPresent(),
                s.info.from().getOrDefault("timeStepFs", ""),
                "No file says it; D needs it.",
                () -> set.accept(OptionalDouble.empty()));
    }

    private Row mobile(Shown s) {
        HBox chips = new HBox();
        chips.getStyleClass().add("species-chips");
        boolean guessed = s.item.mobile().isEmpty() && s.result.isPresent();
        List<String> now =
                new ArrayList<>(guessed ? s.result.orElseThrow().run().mobile() : s.item.mobile());
        for (String species : s.info.species().keySet()) {
            ToggleButton chip = new ToggleButton(species);
            chip.setId("mobile-" + species);
            chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            chip.getStyleClass().addAll("toggle-chip", "species-chip");
            chip.setSelected(now.contains(species));
            chip.setOnAction(e -> {
                if (!now.remove(species)) {
                    now.add(species);
                }
                edits.setMobile(s.targets(), now);
            });
            chips.getChildren().add(chip);
        }
        boolean byHand = !s.settings.mobile().isEmpty();
        return new Row(
                "Mobile",
                chips,
                from(
                        byHand
                                ? BY_HAND
                                : guessed
                                        ? "guessed from the motion"
                                        : s.info.from().getOrDefault("mobile", "")),
                byHand ? Optional.of(() -> edits.setMobile(s.targets(), List.of())) : Optional.empty(),
                s.item.mobile().isEmpty());
    }

    private Row compound(Shown s) {
        TextField field = new TextField(s.info.compound());
        field.setId("run-compound");
        Consumer<Optional<String>> set = name -> edits.name("Name compound", s.targets(), n -> n.withCompound(name));
        Runnable settle = () -> {
            String typed = field.getText().trim();
            if (!typed.equals(s.info.compound())) {
                set.accept(Optional.of(typed).filter(t -> !t.isEmpty()));
            }
        };
        field.setOnAction(e -> settle.run());
        field.focusedProperty().addListener((o, old, focused) -> {
            if (!focused) {
                settle.run();
            }
        });
        boolean byHand = s.naming.compound().isPresent();
        return new Row(
                "Compound",
                field,
                from(byHand ? BY_HAND : s.info.from().getOrDefault("compound", "")),
                byHand ? Optional.of(() -> set.accept(Optional.empty())) : Optional.empty(),
                false);
    }

    private Row stoichiometry(Shown s) {
        Consumer<Optional<Stoichiometry>> set =
                value -> edits.name("Set stoichiometry", s.targets(), n -> n.withStoichiometry(value));
        boolean byHand = s.naming.stoichiometry().isPresent();
        return new Row(
                "Cell",
                choice(
                        "run-stoichiometry",
                        List.of(Stoichiometry.values()),
                        s.info.stoichiometry(),
                        Stoichiometry::label,
                        value -> set.accept(Optional.of(value))),
                from(byHand ? BY_HAND : s.info.from().getOrDefault("vacancies", "")),
                byHand ? Optional.of(() -> set.accept(Optional.empty())) : Optional.empty(),
                false);
    }

    private Row beginning(Shown s) {
        Consumer<OptionalDouble> set =
                value -> edits.correct("Leave out beginning", s.targets(), old -> Correction.skipPs(old, value));
        NumberField field = new NumberField("run-skip", "Equilibration left out", "ps", 0, 1e9)
                .settled(s.settings.skipPs(), "0", set);
        boolean byHand = s.settings.skipPs().isPresent();
        if (s.suggestedSkipPs().isPresent() && !s.settings.skipPs().equals(s.suggestedSkipPs())) {
            Hyperlink link = new Hyperlink(
                    Numbers.significant(s.suggestedSkipPs().getAsDouble(), 3) + " ps would be equilibrated");
            link.setId("take-suggested-skip");
            link.setOnAction(e -> set.accept(s.suggestedSkipPs()));
            return new Row("Left out", field, link, Optional.empty(), false);
        }
        Runnable back = () -> set.accept(OptionalDouble.empty());
        return number("Left out", field, true, byHand, "nothing at the beginning", "", back);
    }

    private Row drift(Shown s) {
        List<Optional<Drift>> values = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Drift.values()).map(Optional::of).forEach(values::add);
        return new Row(
                "Drift",
                choice(
                        "run-drift",
                        values,
                        s.settings.drift(),
                        d -> d.map(Drift::label).orElse("as the preset"),
                        value -> edits.correct("Drift", s.targets(), old -> Correction.drift(old, value))),
                from("common motion that is subtracted"),
                Optional.empty(),
                false);
    }

    private Row preset(Shown s) {
        return new Row(
                "Preset",
                choice(
                        "run-preset",
                        List.of(Preset.values()),
                        s.settings.preset(),
                        Preset::label,
                        value -> edits.correct(
                                "Preset " + value.label(), s.targets(), old -> Correction.preset(old, value))),
                from("of this run; the bar above sets it for all"),
                Optional.empty(),
                false);
    }

    private static <T> ComboBox<T> choice(
            String id, List<T> values, T now, Function<T, String> label, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().addAll(values);
        box.setValue(now);
        box.setConverter(ShownAs.of(label));
        box.valueProperty().addListener((o, old, value) -> chosen.accept(value));
        return box;
    }
}
