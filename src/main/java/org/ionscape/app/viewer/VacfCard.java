package org.ionscape.app.viewer;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.GroupLines;
import org.ionscape.figure.VacfFigure;
import org.ionscape.format.curve.Overlay;
import org.ionscape.vibration.Vibrations;

/** The velocity autocorrelation of groups of atoms or of species, whichever the density of states shows. */
final class VacfCard extends Card {
    private final RunOverlays overlays;
    private final ToggleButton layers;
    private final ObservableValue<GroupLines> lines;
    private final FigureView plot = new FigureView();
    private Optional<RunItem> item = Optional.empty();
    private Optional<Vibrations> vibrations = Optional.empty();

    VacfCard(Workbench workbench, RunOverlays overlays, ObservableValue<GroupLines> lines) {
        super("Velocity autocorrelation", "");
        setId("vacf");
        this.overlays = overlays;
        this.lines = lines;
        lines.addListener((o, old, now) -> draw());
        plot.setMinHeight(110);
        plot.setPrefHeight(130);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
        layers = overlays.toggle(Overlay.Kind.VACF, this::draw);
        tool(layers);
        exportable(plot, workbench, "vacf");
    }

    @Override
    protected String exportTitle() {
        return item.map(i -> Captions.run(i) + ", velocity autocorrelation").orElse("Velocity autocorrelation");
    }

    @Override
    protected String exportName(String name) {
        return item.map(i -> Captions.file(i) + "-" + name).orElse(name);
    }

    @Override
    protected String caption() {
        return item.map(i -> "Velocity autocorrelation of " + Captions.run(i) + ", one at lag 0.")
                .orElse("");
    }

    /** Shows what was computed of a run. */
    void show(RunItem run, RunResult result) {
        item = Optional.of(run);
        vibrations = result.vibrations();
        draw();
    }

    private void draw() {
        plot.figureProperty()
                .set(vibrations
                        .map(v -> VacfFigure.of(v, lines.getValue(), overlays.drawn(Overlay.Kind.VACF, layers)))
                        .orElse(null));
    }
}
