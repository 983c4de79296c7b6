package org.ionscape.app.viewer;

import java.util.Arrays;
import java.util.List;
import org.ionscape.app.viewer.scene.Palette;
import org.ionscape.app.viewer.scene.PlotAxis;

/** A quantity the file gives once per frame, against time. */
final class SeriesCard extends Card {
    private static final int MOST_POINTS = 1500;

    private final PlotView plot = new PlotView();
    private final String axis;

    SeriesCard(String title, String axis) {
        super(title, "");
        this.axis = axis;
        plot.setPrefHeight(130);
        getChildren().add(plot);
    }

    void palette(Palette palette) {
        plot.palette(palette);
    }

    /** Shows values at even times. */
    void show(double[] values, double stepPs) {
        int step = Math.max(1, values.length / MOST_POINTS);
        int n = (values.length + step - 1) / step;
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = i * step * stepPs;
            ys[i] = values[i * step];
        }
        double low = Arrays.stream(ys).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(ys).filter(Double::isFinite).max().orElse(1);
        double margin = Math.max(1e-9, 0.08 * (high - low));
        plot.show(new Plot(
                PlotAxis.exactly("Time (ps)", 0, xs[n - 1]),
                PlotAxis.exactly(axis, low - margin, high + margin),
                List.of(Plot.Line.of("", xs, ys, Plot.Ink.ACCENT, Plot.Stroke.THIN)),
                List.of()));
    }
}
