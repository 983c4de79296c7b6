package org.ionscape.app.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.PanelGrid;
import org.ionscape.figure.stats.CurvesFigure;
import org.ionscape.figure.stats.SilhouetteFigure;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.stats.cluster.ClusterCounts;

/** How many classes there are: curves over k, of which a click chooses one, or the silhouette of every row. */
final class CountCard extends Card {
    private enum Show {
        CURVES("curves"),
        GAP("gap"),
        ROWS("rows");

        private final String label;

        Show(String label) {
            this.label = label;
        }
    }

    private final LandscapeModel model;
    private final FigureView left = new FigureView();
    private final FigureView right = new FigureView();
    private final HBox curves = new HBox(left, right);
    private final DrawingView perRow = new DrawingView();
    private final Label advice = new Label();
    private Show shown = Show.CURVES;
    private List<Drawing> drawn = List.of();

    CountCard(LandscapeModel model, Workbench workbench) {
        super("Classes", "");
        this.model = model;
        tool(Controls.choice(List.of(Show.values()), s -> s.label, s -> {
            shown = s;
            draw();
        }));
        exportable(workbench, "silhouette");
        List.of(left, right).forEach(v -> {
            dress(v, workbench);
            HBox.setHgrow(v, Priority.ALWAYS);
            v.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> choose(v, e));
        });
        dress(perRow.themeProperty(), workbench);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox.setVgrow(perRow, Priority.ALWAYS);
        advice.getStyleClass().add("muted");
        advice.setId("advice");
        advice.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(curves, perRow, advice);
        model.resultProperty().subscribe(this::draw);
    }

    private void choose(FigureView view, MouseEvent e) {
        view.plotAreaProperty().get().ifPresent(area -> {
            int k = (int) Math.round(area.fromX(e.getX()));
            if (e.getClickCount() == 1 && k >= LandscapeModel.FIRST_K && k <= LandscapeModel.LAST_K) {
                model.classes.choose(Optional.of(k));
            }
        });
    }

    private void draw() {
        Optional<ClusterResult> result = model.resultProperty().get();
        Optional<ClusterResult> counted = result.filter(r -> r.method().isCounted());
        boolean rows = shown == Show.ROWS || result.isPresent() && counted.isEmpty();
        curves.setVisible(!rows);
        curves.setManaged(!rows);
        perRow.setVisible(rows);
        perRow.setManaged(rows);
        advice.setText(result.map(CountCard::advice).orElse("finding classes…"));
        SilhouetteFigure every = result.map(r -> new SilhouetteFigure(
                        r.counts().of(r.k()).silhouette(), r.clusters(), r.pca().rowNames()))
                .orElse(null);
        perRow.drawingProperty().set(every);
        left.figureProperty().set(null);
        right.figureProperty().set(null);
        drawn = new ArrayList<>();
        if (rows) {
            drawn.add(every);
            return;
        }
        counted.ifPresent(r -> {
            if (shown == Show.GAP) {
                r.gap().ifPresent(g -> left.figureProperty().set(CurvesFigure.gap(r.counts(), g, r.k())));
            } else {
                left.figureProperty().set(CurvesFigure.elbow(r.counts(), r.k()));
                right.figureProperty().set(CurvesFigure.silhouette(r.counts(), r.k()));
            }
            right.setVisible(shown == Show.CURVES);
            right.setManaged(shown == Show.CURVES);
            left.shown().ifPresent(drawn::add);
            right.shown().ifPresent(drawn::add);
        });
    }

    private static String advice(ClusterResult result) {
        ClusterCounts counts = result.counts();
        if (!result.method().isCounted()) {
            return String.format(
                    Locale.ROOT,
                    "%d found%s, %d %s in none",
                    result.k(),
                    result.radius()
                            .map(r -> String.format(Locale.ROOT, " within %.2g", r))
                            .orElse(""),
                    result.noise(),
                    result.noise() == 1 ? "row" : "rows");
        }
        return "best k: silhouette " + counts.bySilhouette() + ", elbow " + counts.byElbow()
                + result.gap().map(g -> ", gap " + g.k()).orElse("");
    }

    @Override
    protected Optional<Drawing> drawing() {
        return drawn.isEmpty() || drawn.getFirst() == null
                ? Optional.empty()
                : Optional.of(
                        drawn.size() == 1
                                ? drawn.getFirst()
                                : PanelGrid.of(PanelGrid.Row.of(drawn.toArray(Drawing[]::new))));
    }

    @Override
    protected String caption() {
        return model.resultProperty()
                .get()
                .map(r -> switch (shown) {
                    case CURVES ->
                        "Inertia and mean silhouette against the number of classes *k*; the dashed line marks"
                                + " *k* = " + r.k() + ".";
                    case GAP -> "Gap statistic against the number of classes *k*.";
                    case ROWS -> "Silhouette of every row; the dashed line is the mean.";
                })
                .orElse("");
    }
}
