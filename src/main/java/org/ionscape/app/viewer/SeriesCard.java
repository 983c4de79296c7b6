package org.ionscape.app.viewer;

import java.util.List;
import java.util.Locale;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigureView;

/** A quantity the file gives once per frame, against time. */
final class SeriesCard extends Card {
    private static final int MOST_POINTS = 1500;

    private final FigureView plot = new FigureView();
    private final String axis;

    SeriesCard(Workbench workbench, String title, String axis) {
        super(title, "");
        this.axis = axis;
        exportable(plot, workbench, title.toLowerCase(Locale.ROOT));
        plot.setMinHeight(130);
        getChildren().add(plot);
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
        plot.figureProperty()
                .set(new Figure(
                        Figure.Axis.linear("Time (ps)", "time [ps]"),
                        Figure.Axis.linear(axis, axis),
                        List.of(new Figure.Line("", Figure.Ink.ACCENT, xs, ys, Figure.Stroke.NORMAL)),
                        List.of(),
                        "The file holds no such values"));
    }
}
