package org.ionscape.app.landscape;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.ResultRows;
import org.ionscape.app.parts.ScatterView;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.PiesFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.recipe.NamedFigure;
import org.ionscape.recipe.PcaFigures;
import org.ionscape.recipe.PcaResult;
import org.kordamp.ikonli.feather.Feather;

/** The place of components and classes. */
public final class LandscapePane extends BorderPane {
    private final LandscapeModel model;
    private final LandscapeTools tools;
    private final DrawingView scree = new DrawingView();
    private final ScatterView scatter = new ScatterView();
    private final SolidView solid = new SolidView();
    private final DrawingView pies = new DrawingView();
    private final DrawingView loadings = new DrawingView();
    private final DrawingCard variance;
    private final DrawingCard scores;
    private final DrawingCard space;
    private final DrawingCard composition;
    private final DrawingCard vectors;

    /** The landscape of a workbench's sheets. */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    public LandscapePane(Workbench workbench, Sheets sheets) {
        model = new LandscapeModel(workbench, sheets);
        tools = new LandscapeTools(model, workbench, sheets);
        getStyleClass().add("statistics-place");
        getStylesheets()
                .add(Controls.class
                        .getResource("/org/ionscape/app/statistics/statistics.css")
                        .toExternalForm());
        variance = new DrawingCard("Variance", "scree", workbench).with(scree, scree.themeProperty(), workbench);
        scores = new DrawingCard("Scores", "scores", workbench)
                .with(scatter, scatter.themeProperty(), workbench)
                .tooled(lasso());
        space = new DrawingCard("Scores in 3D", "scores-3d", workbench)
                .with(solid, solid.themeProperty(), workbench)
                .tooled(Controls.icon(Feather.ROTATE_CCW, "Turn back", solid::reset));
        composition =
                new DrawingCard("Composition", "composition", workbench).with(pies, pies.themeProperty(), workbench);
        vectors =
                new DrawingCard("Loadings", "loadings", workbench).with(loadings, loadings.themeProperty(), workbench);
        scatter.setId("scores");
        scores.setId("scores-card");
        pies.setId("composition");
        solid.setId("scores-3d");
        SplitPane content = arranged(new CountCard(model, workbench), new ChosenRows(model, workbench, sheets));
        Label says = new Label();
        says.getStyleClass().add("empty-place");
        says.setWrapText(true);
        says.setId("landscape-says");
        setTop(tools);
        setCenter(new StackPane(content, says));
        scatter.onSelect(this::select);
        scatter.onOpen(this::open);
        scatter.says(this::words);
        solid.onSelect(this::select);
        solid.onOpen(this::open);
        solid.says(this::words);
        sheets.selection()
                .keysProperty()
                .addListener((o, old, now) -> model.rows().ifPresent(rows -> {
                    BitSet selected = rows.selected();
                    scatter.select(selected);
                    solid.select(selected);
                }));
        model.componentsProperty().addListener((o, old, now) -> draw());
        model.resultProperty().addListener((o, old, now) -> draw());
        model.colour.onChange(now -> draw());
        model.outline.onChange(now -> draw());
        model.saysProperty().subscribe(why -> {
            says.setText(why);
            says.setVisible(!why.isEmpty());
            content.setVisible(why.isEmpty());
        });
        sceneProperty().addListener((o, old, now) -> model.setActive(now != null));
    }

    private SplitPane arranged(Node count, Node chosen) {
        SplitPane left = stacked(variance, count, chosen);
        left.setDividerPositions(0.31, 0.59);
        SplitPane right = stacked(space, composition);
        right.setDividerPositions(0.55);
        SplitPane upper = new SplitPane(scores, right);
        upper.setDividerPositions(0.635);
        SplitPane main = stacked(upper, vectors);
        main.setDividerPositions(0.585);
        SplitPane content = new SplitPane(left, main);
        content.setDividerPositions(0.232);
        content.getStyleClass().add("cards");
        return content;
    }

    private static SplitPane stacked(Node... nodes) {
        SplitPane pane = new SplitPane(nodes);
        pane.setOrientation(Orientation.VERTICAL);
        return pane;
    }

    private HBox lasso() {
        ToggleButton pointer = new ToggleButton("Point");
        ToggleButton lasso = new ToggleButton("Lasso");
        lasso.setId("lasso");
        lasso.setTooltip(new Tooltip("Drag around points to select them; Shift-drag does it at any time"));
        HBox box = Controls.segments(new ToggleGroup(), pointer, lasso);
        pointer.setSelected(true);
        pointer.setOnAction(e -> scatter.toolProperty().set(ScatterView.Tool.PAN));
        lasso.setOnAction(e -> scatter.toolProperty().set(ScatterView.Tool.LASSO));
        return box;
    }

    private void select(BitSet chosen) {
        model.rows().ifPresent(rows -> rows.select(chosen));
    }

    private void open(int row) {
        model.rows().ifPresent(rows -> rows.open(row));
    }

    private List<String> words(int row) {
        return model.rows()
                .map(rows -> rows.words(row, List.of("class " + model.classOf(row))))
                .orElse(List.of());
    }

    private void draw() {
        tools.fillColours();
        model.componentsProperty().get().ifPresent(this::drawComponents);
        model.resultProperty().get().ifPresentOrElse(this::drawClasses, this::noClasses);
    }

    private void drawComponents(PcaResult pca) {
        scree.drawingProperty().set(PcaFigures.scree(pca));
        loadings.drawingProperty().set(PcaFigures.loadings(pca));
        Grouping grouping = model.grouping(pca);
        BitSet selected = model.rows().map(ResultRows::selected).orElseGet(BitSet::new);
        Optional<ClusterResult> found = model.resultProperty().get();
        boolean byClass = found.isPresent() && grouping.kind() == Grouping.Kind.CLASS;
        double[][] centroids = found.map(r -> r.clusters().centroids()).orElse(new double[0][]);
        ScatterFigure.Outline outline = byClass ? model.outline.get() : ScatterFigure.Outline.NONE;
        boolean flat = pca.pca().vectors().length >= 2;
        scatter.show(
                flat
                        ? Optional.of(PcaFigures.scores(
                                pca,
                                grouping,
                                new ScatterFigure.Extras(outline, centroids, Optional.empty()),
                                selected))
                        : Optional.empty());
        solid.show(
                pca.pca().vectors().length < 3
                        ? Optional.empty()
                        : Optional.of(PcaFigures.scores3D(pca, grouping, selected)));
        variance.words("scree and cumulative share", Optional.of(PcaFigures.scree(pca)), caption(pca, 1));
        vectors.words(
                "eigenvector components, faint below 1/√" + pca.descriptors().size(),
                Optional.of(PcaFigures.loadings(pca)),
                caption(pca, 2));
        space.words(
                pca.pca().vectors().length < 3 ? "fewer than three components vary" : "drag to turn",
                solid.shown(),
                "Scores on the first three components.");
    }

    private void drawClasses(ClusterResult result) {
        PiesFigure made =
                new PiesFigure(result.composition(), result.stability().perCluster());
        pies.drawingProperty().set(made);
        double stability =
                Arrays.stream(result.stability().perCluster()).average().orElse(Double.NaN);
        double silhouette = result.counts().of(result.k()).silhouette().mean();
        scores.words(
                result.k() == 0
                        ? "no place is dense enough for a class"
                        : String.format(
                                Locale.ROOT,
                                "%d %s%s, stability %.2f",
                                result.k(),
                                result.k() == 1 ? "class" : "classes",
                                Double.isNaN(silhouette)
                                        ? ""
                                        : String.format(Locale.ROOT, ", mean silhouette %.2f", silhouette),
                                stability),
                scatter.shown(),
                result.figures().getFirst().caption());
        composition.words(
                result.by().map(b -> "by " + b).orElse(""), Optional.of(made), "What the classes are made of.");
    }

    /** While classes are being found. */
    private void noClasses() {
        pies.drawingProperty().set(null);
        scores.words("finding classes…", scatter.shown(), "Scores on the first two components.");
        composition.words("finding classes…", Optional.empty(), "");
    }

    private static String caption(PcaResult pca, int which) {
        List<NamedFigure> figures = pca.figures();
        return figures.get(Math.min(which, figures.size() - 1)).caption();
    }
}
