package org.ionscape.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.Workbench;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.PlotAxis;
import org.ionscape.transport.Arrhenius;
import org.ionscape.transport.ArrheniusFit;
import org.ionscape.transport.ArrheniusPoint;
import org.ionscape.transport.Diffusion;

/** How the diffusion of a compound depends on temperature; a click on a point selects its run. */
final class ArrheniusCard extends Card {
    private static final double NEAR_PX = 10;
    private static final int STEPS = 60;

    private final Label headline = new Label();
    private final Label details = new Label();
    private final PlotView plot = new PlotView();
    private List<RunItem> runs = List.of();

    ArrheniusCard(Workbench workbench) {
        super("Arrhenius", "diffusion against temperature");
        setId("arrhenius");
        headline.getStyleClass().add("headline");
        details.getStyleClass().add("muted");
        details.setWrapText(true);
        plot.setPrefHeight(256);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(headline, details, plot);
        plot.setOnMouseClicked(e -> runs.stream()
                .filter(r -> diffusion(r).filter(Diffusion::resolved).isPresent())
                .filter(r -> Math.hypot(
                                plot.xOf(1000 / r.temperatureK().orElse(1)) - e.getX(),
                                plot.yOf(diffusion(r).orElseThrow().dCm2PerS()) - e.getY())
                        < NEAR_PX)
                .findFirst()
                .ifPresent(r -> workbench.select(List.of(r))));
    }

    void palette(Palette palette) {
        plot.palette(palette);
    }

    /** Shows the runs of a compound that count, those without a resolved D left out of the line. */
    void show(List<RunItem> all) {
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
        Optional<ArrheniusFit> fit = Arrhenius.fit(points);
        int out = runs.size() - points.size();
        headline.setText(fit.map(f -> "Eₐ = " + Numbers.fixed(f.activationEnergyEv(), 3)
                        + (f.stderrEv() > 0 ? " ± " + Numbers.fixed(f.stderrEv(), 3) : "") + " eV")
                .orElse("Two temperatures with a resolved D are needed."));
        details.setText(fit.map(ArrheniusCard::at300).orElse("")
                + (out > 0
                        ? (fit.isPresent() ? " · " : "") + out + (out == 1 ? " run" : " runs") + " not in the line"
                        : ""));
        draw(points, fit);
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

    private void draw(List<ArrheniusPoint> points, Optional<ArrheniusFit> fit) {
        if (points.isEmpty()) {
            plot.clear();
            return;
        }
        double left =
                points.stream().mapToDouble(p -> 1000 / p.temperatureK()).min().orElseThrow() - 0.15;
        double right = fit.isPresent()
                ? 1000 / 300.0 + 0.1
                : points.stream()
                                .mapToDouble(p -> 1000 / p.temperatureK())
                                .max()
                                .orElseThrow()
                        + 0.15;
        double low = points.stream().mapToDouble(ArrheniusPoint::dCm2PerS).min().orElseThrow();
        double high =
                points.stream().mapToDouble(ArrheniusPoint::dCm2PerS).max().orElseThrow();
        low = fit.map(ArrheniusFit::d300Cm2PerS).map(d -> d / 2).orElse(low);
        List<Plot.Line> lines = new ArrayList<>();
        fit.ifPresent(f -> lines.add(line(f, left, right)));
        List<Plot.Point> dots = points.stream()
                .map(p -> new Plot.Point(
                        1000 / p.temperatureK(),
                        p.dCm2PerS(),
                        p.dCm2PerS() - 1.96 * p.stderrCm2PerS(),
                        p.dCm2PerS() + 1.96 * p.stderrCm2PerS(),
                        Plot.Ink.MOBILE))
                .toList();
        plot.show(new Plot(
                PlotAxis.exactly("1000 K / T", left, right),
                PlotAxis.log(
                        "D (cm²/s)",
                        Math.pow(10, Math.floor(Math.log10(low))),
                        Math.pow(10, Math.ceil(Math.log10(high) + 0.05))),
                lines,
                dots));
    }

    private static Plot.Line line(ArrheniusFit fit, double left, double right) {
        double[] xs = new double[STEPS];
        double[] ys = new double[STEPS];
        double[] low = new double[STEPS];
        double[] high = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            xs[i] = left + (right - left) * i / (STEPS - 1);
            ys[i] = fit.atCm2PerS(1000 / xs[i]);
            double[] ci = fit.ci95Cm2PerS(1000 / xs[i]);
            low[i] = Double.isFinite(ci[0]) ? ci[0] : ys[i];
            high[i] = Double.isFinite(ci[1]) ? ci[1] : ys[i];
        }
        return new Plot.Line("", xs, ys, low, high, Plot.Ink.MOBILE, 0, Plot.Stroke.DASHED);
    }
}
