package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.figure.ArrheniusFigure;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.Markup;
import org.ionscape.figure.PlotArea;
import org.ionscape.transport.Arrhenius;
import org.ionscape.transport.ArrheniusFit;
import org.ionscape.transport.ArrheniusPoint;
import org.ionscape.transport.Diffusion;

/** How the diffusion of a compound depends on temperature; a click on a point selects its run. */
final class ArrheniusCard extends Card {
    private static final double NEAR_PX = 10;

    private final Label headline = new Label();
    private final Label details = new Label();
    private final FigureView plot = new FigureView();
    private List<RunItem> runs = List.of();
    private Optional<ArrheniusFit> fit = Optional.empty();
    private String compound = "";

    ArrheniusCard(Workbench workbench) {
        super("Arrhenius", "diffusion against temperature");
        setId("arrhenius");
        headline.getStyleClass().add("headline");
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        plot.setPrefHeight(256);
        plot.setMinHeight(190);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(headline, details, plot);
        exportable(plot, workbench, "arrhenius");
        plot.setOnMouseClicked(e -> plot.plotAreaProperty()
                .get()
                .ifPresent(area -> runs.stream()
                        .filter(r -> isUnder(r, area, e))
                        .findFirst()
                        .ifPresent(r -> workbench.select(List.of(r)))));
    }

    private static boolean isUnder(RunItem run, PlotArea area, MouseEvent e) {
        return diffusion(run)
                .filter(Diffusion::resolved)
                .filter(d -> Math.hypot(
                                area.toX(1000 / run.temperatureK().orElse(1)) - e.getX(),
                                area.toY(d.dCm2PerS()) - e.getY())
                        < NEAR_PX)
                .isPresent();
    }

    @Override
    protected String exportTitle() {
        return Markup.formula(compound) + ", diffusion against temperature";
    }

    @Override
    protected String exportName(String name) {
        return compound + "-" + name;
    }

    @Override
    protected String caption() {
        return Captions.arrhenius(compound, fit);
    }

    /** Shows the runs of a compound that count, those without a resolved D left out of the line. */
    void show(List<RunItem> all) {
        compound = all.isEmpty() ? "" : all.getFirst().info().compound();
        runs = all.stream()
                .filter(r -> !r.excluded() && r.temperatureK().isPresent())
                .toList();
        List<ArrheniusPoint> points = new ArrayList<>();
        for (RunItem run : runs) {
            diffusion(run)
                    .filter(Diffusion::resolved)
                    .ifPresent(d -> points.add(new ArrheniusPoint(
                            run.temperatureK().orElseThrow(), d.dCm2PerS(), d.stderrCm2PerS(), run.shortName())));
        }
        fit = Arrhenius.fit(points);
        int out = runs.size() - points.size();
        headline.setText(fit.map(f -> "Eₐ = " + Numbers.fixed(f.activationEnergyEv(), 3)
                        + (f.stderrEv() > 0 ? " ± " + Numbers.fixed(f.stderrEv(), 3) : "") + " eV")
                .orElse("Two temperatures with a resolved D are needed."));
        details.setText(fit.map(ArrheniusCard::at300).orElse("")
                + (out > 0
                        ? (fit.isPresent() ? " · " : "") + out + (out == 1 ? " run" : " runs") + " not in the line"
                        : ""));
        plot.figureProperty().set(ArrheniusFigure.of(points, fit));
    }

    private static String at300(ArrheniusFit f) {
        double[] ci = f.ci95D300();
        return "D(300 K) = " + Numbers.scientific(f.d300Cm2PerS(), 2) + " cm²/s"
                + (Double.isFinite(ci[0])
                        ? " (95 % " + Numbers.scientific(ci[0], 2) + " – " + Numbers.scientific(ci[1], 2) + ")"
                        : "")
                + (f.extrapolated() ? ", extrapolated" : "");
    }

    private static Optional<Diffusion> diffusion(RunItem run) {
        return run.result()
                .flatMap(r -> r.run().mobile().stream()
                        .filter(r.diffusion()::containsKey)
                        .findFirst()
                        .map(r.diffusion()::get));
    }
}
