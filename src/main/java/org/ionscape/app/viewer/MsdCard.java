package org.ionscape.app.viewer;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.viewer.scene.FitWindow;
import org.ionscape.extract.RunResult;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.MsdFigure;
import org.ionscape.format.curve.Overlay;
import org.ionscape.transport.Diffusion;
import org.ionscape.transport.MsdCurve;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Mean-squared displacement and the diffusion coefficient, with the window of the fit as a band to drag. */
final class MsdCard extends Card {
    private final Workbench workbench;
    private final RunOverlays overlays;
    private final ToggleButton layers;
    private final Text symbol = new Text("D");
    private final Text of = new Text();
    private final Text value = new Text();
    private final Label details = new Label();
    private final Label badge = new Label();
    private final FontIcon badgeIcon = new FontIcon(Feather.CHECK);
    private final FigureView plot = new FigureView();
    private final FitBand band = new FitBand(plot);
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton msd = new ToggleButton("MSD");
    private final ToggleButton logLog = new ToggleButton("log–log");
    private final ToggleButton perAxis = new ToggleButton("per axis");
    private final ToggleButton together = new ToggleButton("collective");
    private final ChangeListener<Optional<RunResult>> newResult = (o, old, now) -> resultChanged();
    private Optional<RunItem> item = Optional.empty();
    private Optional<Diffusion> fit = Optional.empty();
    private String species = "";

    MsdCard(Workbench workbench, RunOverlays overlays) {
        super("Diffusion", "mean-squared displacement");
        this.workbench = workbench;
        this.overlays = overlays;
        symbol.getStyleClass().addAll("headline", "headline-symbol");
        of.getStyleClass().addAll("headline", "headline-of");
        value.getStyleClass().add("headline");
        value.setId("diffusion");
        badge.getStyleClass().add("viewer-badge");
        badge.setGraphic(badgeIcon);
        badge.setId("badge");
        TextFlow flow = new TextFlow(symbol, of, value);
        flow.setMinWidth(USE_PREF_SIZE);
        FlowPane headline = new FlowPane(12, 4, flow, badge); // the badge goes below where both are too wide
        headline.setPrefWrapLength(0);
        headline.getStyleClass().add("headline-row");
        details.getStyleClass().add("muted");
        details.setId("details");
        details.setMinHeight(USE_PREF_SIZE);
        msd.setSelected(true);
        HBox row = new HBox(Controls.segments(tabs, msd, logLog, perAxis, together), Controls.spring(), bandNote());
        row.getStyleClass().add("tab-row");
        tabs.selectedToggleProperty().addListener((o, old, now) -> draw());
        StackPane stack = new StackPane(plot, band);
        stack.setMinHeight(180);
        stack.setPrefHeight(270);
        stack.setMinHeight(220);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(headline, details, row, stack);
        layers = overlays.toggle(Overlay.Kind.MSD, this::draw);
        tool(layers);
        exportable(plot, workbench, "msd");
        tool(Controls.icon(
                Feather.ROTATE_CCW,
                "Give the fit window back to the preset",
                () -> item.ifPresent(workbench.edits()::clearFitWindow)));
        band.onMoving(this::refit);
        band.onMoved(w -> item.ifPresent(i -> workbench.edits().setFitWindow(i, w.fromPs(), w.toPs())));
    }

    private static Label bandNote() {
        Label note = new Label("band: 95 %");
        note.getStyleClass().add("muted");
        return note;
    }

    @Override
    protected String exportTitle() {
        return item.map(i -> Captions.run(i) + ", diffusion").orElse("Diffusion");
    }

    @Override
    protected String exportName(String name) {
        return item.map(i -> Captions.file(i) + "-" + name).orElse(name);
    }

    @Override
    protected String caption() {
        return item.flatMap(RunItem::result)
                .flatMap(result -> fit.map(d -> Captions.msd(item.orElseThrow(), result, species, d, kind())))
                .orElse("");
    }

    /** Shows a run from now on, and whatever is computed of it. */
    void show(RunItem next) {
        item.ifPresent(i -> i.resultProperty().removeListener(newResult));
        item = Optional.of(next);
        next.resultProperty().addListener(newResult);
        resultChanged();
    }

    private void resultChanged() {
        Optional<RunResult> result = item.flatMap(RunItem::result);
        species = result.flatMap(this::speciesOf).orElse("");
        fit = result.map(r -> r.diffusion().get(species));
        draw();
    }

    private Optional<String> speciesOf(RunResult result) {
        return result.run().mobile().stream()
                .filter(result.diffusion()::containsKey)
                .findFirst();
    }

    /** D follows the band; of several requests only the newest is answered. */
    private void refit(FitWindow window) {
        RunItem asked = item.orElseThrow();
        asked.result()
                .ifPresent(result -> workbench
                        .analyses()
                        .refit(result, species, window.fromPs(), window.toPs())
                        .whenDone()
                        .thenAccept(d -> workbench.window().execute(() -> {
                            if (item.filter(asked::equals).isPresent()) {
                                fit = Optional.of(d);
                                draw();
                            }
                        })));
    }

    private void draw() {
        Optional<RunResult> result = item.flatMap(RunItem::result).filter(r -> fit.isPresent());
        if (result.isEmpty()) {
            plot.figureProperty().set(null);
            band.clear();
            return;
        }
        words(result.get(), fit.orElseThrow());
        if (together.isSelected()) {
            details.setText(DiffusionWords.collective(result.get().conduction()));
        }
        plot.figureProperty()
                .set(MsdFigure.of(
                        result.get().msd(),
                        result.get().run().mobile(),
                        fit,
                        kind(),
                        overlays.drawn(Overlay.Kind.MSD, layers)));
        showBand(result.get(), fit.orElseThrow());
    }

    private MsdFigure.Kind kind() {
        return logLog.isSelected()
                ? MsdFigure.Kind.LOG_LOG
                : perAxis.isSelected()
                        ? MsdFigure.Kind.PER_AXIS
                        : together.isSelected() ? MsdFigure.Kind.COLLECTIVE : MsdFigure.Kind.LINEAR;
    }

    private void showBand(RunResult result, Diffusion d) {
        MsdCurve curve = result.msd().get(species);
        band.show(new FitWindow(d.fitFromPs(), d.fitToPs(), curve.frameStepPs(), curve.maxLag() * curve.frameStepPs()));
    }

    private void words(RunResult result, Diffusion d) {
        of.setText("(" + species + ")");
        value.setText(DiffusionWords.value(d));
        value.setStyle(d.resolved() ? "" : "-fx-font-style: italic;");
        details.setText(DiffusionWords.details(d, result.diffusion().get(species), result.conduction()));
        badge.setText(DiffusionWords.badge(d, species));
        badge.setTooltip(new Tooltip(d.bend().orElse(badge.getText())));
        badgeIcon.setIconCode(
                switch (DiffusionWords.standing(d)) {
                    case DIFFUSIVE -> Feather.CHECK;
                    case FEW_HOPS, BENT -> Feather.ALERT_TRIANGLE;
                    case UNRESOLVED -> Feather.MINUS;
                });
        badge.getStyleClass().removeAll("good", "warn", "quiet");
        badge.getStyleClass()
                .add(
                        switch (DiffusionWords.standing(d)) {
                            case DIFFUSIVE -> "good";
                            case FEW_HOPS, BENT -> "warn";
                            case UNRESOLVED -> "quiet";
                        });
    }
}
