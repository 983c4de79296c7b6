package org.ionscape.app.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.GroupLines;
import org.ionscape.figure.MarkupText;
import org.ionscape.figure.VdosFigure;
import org.ionscape.format.curve.Overlay;
import org.ionscape.vibration.EnergyUnit;
import org.ionscape.vibration.VibrationWarnings;
import org.ionscape.vibration.Vibrations;

/** The density of vibrational states of groups of atoms or of species, and what follows from that of one of them. */
final class VdosCard extends Card {
    private static final Map<String, String> GROUPS =
            Map.of(Vibrations.ALL, "All", Vibrations.MOBILE, "Mobile", Vibrations.FRAMEWORK, "Framework");

    private final RunOverlays overlays;
    private final ToggleButton layers;
    private final FigureView plot = new FigureView();
    private final FlowPane facts = new FlowPane();
    private final HBox chooser = new HBox();
    private final Label badge = new Label();
    private final ObjectProperty<GroupLines> lines = new SimpleObjectProperty<>(GroupLines.GROUPS);
    private EnergyUnit unit;
    private Optional<RunItem> item = Optional.empty();
    private Optional<Vibrations> vibrations = Optional.empty();
    private String chosen = Vibrations.ALL;

    VdosCard(Workbench workbench, RunOverlays overlays) {
        super("Vibrations", "density of states, per mode");
        setId("vdos");
        this.overlays = overlays;
        facts.getStyleClass().add("facts-row");
        HBox what = Controls.choice(List.of(GroupLines.values()), GroupLines::label, l -> {
            lines.set(l);
            chooseAmong();
            draw();
        });
        unit = workbench
                .setting(Workbench.ENERGY_UNIT)
                .flatMap(EnergyUnit::ofName)
                .orElse(EnergyUnit.MEV);
        HBox units = Controls.choice(List.of(EnergyUnit.values()), EnergyUnit::plainLabel, unit, u -> {
            unit = u;
            workbench.putSetting(Workbench.ENERGY_UNIT, u.name());
            plot.showAll();
            draw();
        });
        units.getStyleClass().add("card-units");
        tool(units);
        badge.getStyleClass().addAll("viewer-badge", "warn");
        badge.setId("vdos-badge");
        HBox row = new HBox(what, chooser, Controls.spring(), badge);
        row.getStyleClass().add("tab-row");
        row.setSpacing(8);
        plot.setMinHeight(170);
        plot.setPrefHeight(190);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(row, facts, plot);
        layers = overlays.toggle(Overlay.Kind.VDOS, this::draw);
        tool(layers);
        exportable(plot, workbench, "vdos");
    }

    /** Whether groups or species are shown. */
    ReadOnlyObjectProperty<GroupLines> linesProperty() {
        return lines;
    }

    @Override
    protected String exportTitle() {
        return item.map(i -> Captions.run(i) + ", density of states").orElse("Vibrations");
    }

    @Override
    protected String exportName(String name) {
        return item.map(i -> Captions.file(i) + "-" + name).orElse(name);
    }

    @Override
    protected String caption() {
        return item.flatMap(RunItem::result)
                .flatMap(result -> vibrations.map(v -> Captions.vdos(item.orElseThrow(), result, v, chosen)))
                .orElse("");
    }

    /** Shows what was computed of a run. */
    void show(RunItem run, RunResult result) {
        item = Optional.of(run);
        vibrations = result.vibrations();
        warn(result);
        chooseAmong();
        draw();
    }

    /** What to beware of stands beside the numbers it concerns. */
    private void warn(RunResult result) {
        List<VibrationWarnings.Warning> warnings = vibrations
                .map(v -> VibrationWarnings.of(
                        v, result.run().temperatureK(), result.run().timeStepFs()))
                .orElse(List.of());
        badge.setVisible(!warnings.isEmpty());
        badge.setText(warnings.isEmpty() ? "" : warnings.getLast().inShort());
        badge.setTooltip(new Tooltip(
                warnings.stream().map(VibrationWarnings.Warning::sentence).collect(Collectors.joining("\n"))));
    }

    /** Offers the groups that there are; the one chosen stays so while it is among them. */
    private void chooseAmong() {
        List<String> there = vibrations
                .map(v -> v.vdos().keySet().stream()
                        .filter(g -> GROUPS.containsKey(g) == (lines.get() == GroupLines.GROUPS))
                        .toList())
                .orElse(List.of());
        if (there.isEmpty()) {
            chooser.getChildren().clear();
            return;
        }
        chosen = there.contains(chosen) ? chosen : there.getFirst();
        chooser.getChildren().setAll(Controls.choice(there, g -> GROUPS.getOrDefault(g, g), chosen, g -> {
            chosen = g;
            draw();
        }));
    }

    private void draw() {
        facts.getChildren().clear();
        if (vibrations.filter(v -> v.vdos().containsKey(chosen)).isEmpty()) {
            plot.figureProperty().set(null);
            return;
        }
        Vibrations v = vibrations.orElseThrow();
        for (VibrationWords.Fact fact : VibrationWords.of(v, chosen, unit)) {
            facts.getChildren().add(node(fact, v.method()));
        }
        plot.figureProperty()
                .set(VdosFigure.of(v, lines.get(), chosen, unit, overlays.drawn(Overlay.Kind.VDOS, layers)));
    }

    private static HBox node(VibrationWords.Fact fact, String method) {
        Text value = new Text(fact.value());
        value.getStyleClass().add("fact-value");
        MarkupText symbol = new MarkupText(fact.symbol() + " ");
        MarkupText rest = new MarkupText(fact.rest());
        rest.getStyleClass().add("muted");
        HBox node = new HBox(symbol, value, rest);
        Tooltip.install(node, new Tooltip(fact.says() + "\n" + method));
        return node;
    }
}
