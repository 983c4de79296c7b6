package org.ionscape.app.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.parts.RowsBar;
import org.ionscape.app.parts.ScatterView;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.stats.CurvesFigure;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.PiesFigure;
import org.ionscape.figure.stats.ScatterFigure;
import org.ionscape.figure.stats.SilhouetteFigure;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.recipe.ClusterStep;
import org.ionscape.recipe.NamedFigure;
import org.ionscape.recipe.PcaFigures;
import org.ionscape.recipe.PcaResult;
import org.ionscape.recipe.Recipe;
import org.ionscape.stats.CorrelationMethod;
import org.kordamp.ikonli.feather.Feather;

/** The place of components and classes. */
public final class LandscapePane extends BorderPane {
    private final LandscapeModel model;
    private final DrawingView scree = new DrawingView();
    private final FigureView elbow = new FigureView();
    private final FigureView silhouette = new FigureView();
    private final DrawingView perRow = new DrawingView();
    private final HBox curves = new HBox(elbow, silhouette);
    private final ScatterView scatter = new ScatterView();
    private final SolidView solid = new SolidView();
    private final DrawingView pies = new DrawingView();
    private final DrawingView loadings = new DrawingView();
    private final DrawingCard variance;
    private final DrawingCard count;
    private final DrawingCard scores;
    private final DrawingCard space;
    private final DrawingCard composition;
    private final DrawingCard vectors;
    private final ChoiceBox<Optional<Integer>> classes = new ChoiceBox<>();
    private final ChoiceBox<String> colour = new ChoiceBox<>();
    private final Label says = new Label();
    private final ToggleButton rows = new ToggleButton("per row");
    private ScatterFigure.Outline outline = ScatterFigure.Outline.HULL;
    private boolean filling;

    /** The landscape of a workbench's sheets. */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    public LandscapePane(Workbench workbench, Sheets sheets) {
        model = new LandscapeModel(workbench, sheets);
        getStyleClass().add("statistics-place");
        getStylesheets()
                .add(Controls.class
                        .getResource("/org/ionscape/app/statistics/statistics.css")
                        .toExternalForm());
        variance = new DrawingCard("Variance", "scree", workbench).with(scree, scree.themeProperty(), workbench);
        HBox.setHgrow(elbow, Priority.ALWAYS);
        HBox.setHgrow(silhouette, Priority.ALWAYS);
        rows.getStyleClass().add("toggle-chip");
        rows.setTooltip(new Tooltip("The silhouette of every row"));
        rows.setOnAction(e -> draw());
        count = new DrawingCard("Number of classes", "silhouette", workbench)
                .with(curves, elbow.themeProperty(), workbench)
                .with(perRow, perRow.themeProperty(), workbench)
                .tooled(rows);
        silhouette.themeProperty().bind(elbow.themeProperty());
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
        SplitPane left = stacked(variance, count, new ChosenRows(model, workbench, sheets));
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
        says.getStyleClass().add("empty-place");
        says.setWrapText(true);
        says.setId("landscape-says");
        setTop(tools(workbench, sheets));
        setCenter(new StackPane(content, says));
        scatter.setId("scores");
        scores.setId("scores-card");
        pies.setId("composition");
        solid.setId("scores-3d");
        scatter.onSelect(model::select);
        scatter.onOpen(model::open);
        scatter.says(this::words);
        solid.onSelect(model::select);
        solid.onOpen(model::open);
        solid.says(this::words);
        choosesK(elbow);
        choosesK(silhouette);
        sheets.selection().keysProperty().addListener((o, old, now) -> reselect());
        model.componentsProperty().addListener((o, old, now) -> draw());
        model.resultProperty().addListener((o, old, now) -> draw());
        model.colour.addListener((o, old, now) -> draw());
        model.saysProperty().subscribe(why -> {
            says.setText(why);
            says.setVisible(!why.isEmpty());
            content.setVisible(why.isEmpty());
        });
        sceneProperty().addListener((o, old, now) -> model.setActive(now != null));
    }

    private static SplitPane stacked(Node... nodes) {
        SplitPane pane = new SplitPane(nodes);
        pane.setOrientation(Orientation.VERTICAL);
        return pane;
    }

    private FlowPane tools(Workbench workbench, Sheets sheets) {
        ChoiceBox<CorrelationMethod> matrix = new ChoiceBox<>();
        matrix.getItems().setAll(CorrelationMethod.SPEARMAN, CorrelationMethod.PEARSON);
        matrix.setPrefWidth(92);
        matrix.setConverter(ShownAs.of(m -> m == CorrelationMethod.SPEARMAN ? "Spearman" : "Pearson"));
        matrix.valueProperty().bindBidirectional(model.matrix);
        classes.setId("classes");
        classes.setPrefWidth(72);
        classes.setConverter(ShownAs.of(k -> k.map(n -> Integer.toString(n)).orElse("auto")));
        classes.setTooltip(new Tooltip("Number of classes; auto takes the greatest mean silhouette"));
        classes.getItems().add(Optional.empty());
        IntStream.rangeClosed(2, 10).forEach(k -> classes.getItems().add(Optional.of(k)));
        classes.setValue(Optional.empty());
        classes.valueProperty().addListener((o, old, now) -> {
            if (now != null) {
                model.classes.set(now);
            }
        });
        colour.setId("colour");
        colour.setPrefWidth(100);
        colour.setConverter(ShownAs.of(model::colourName));
        colour.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                model.colour.set(now);
            }
        });
        ChoiceBox<Integer> dimensions = new ChoiceBox<>();
        dimensions.getItems().setAll(2, 3);
        dimensions.setConverter(ShownAs.of(d -> d == 2 ? "in PC1, PC2" : "in PC1–PC3"));
        dimensions.setPrefWidth(104);
        dimensions.valueProperty().bindBidirectional(model.dimensions);
        HBox outlines = Controls.choice(List.of(ScatterFigure.Outline.values()), ScatterFigure.Outline::label, o -> {
            outline = o;
            draw();
        });
        FlowPane bar = new FlowPane(
                new RowsBar(sheets),
                Controls.rule(),
                named("Matrix"),
                matrix,
                named("Classes k"),
                classes,
                dimensions,
                Controls.rule(),
                named("Colour"),
                colour,
                outlines,
                new FiguresMenu(workbench, sheets, () -> List.of(model.step()), this::replay));
        bar.getStyleClass().add("place-tools");
        return bar;
    }

    /** Does what a recipe says of classes. */
    private void replay(Recipe recipe) {
        ClusterStep step = recipe.steps().stream()
                .filter(ClusterStep.class::isInstance)
                .map(ClusterStep.class::cast)
                .findFirst()
                .orElseThrow(() ->
                        new InputException(Problem.of("This recipe holds no classes; run it in the correlogram.")));
        model.matrix.set(step.matrix());
        model.dimensions.set(step.components() >= 3 ? 3 : 2);
        Optional<Integer> k = step.fromK() == step.toK() ? Optional.of(step.fromK()) : Optional.empty();
        classes.setValue(classes.getItems().contains(k) ? k : Optional.empty());
    }

    private static Label named(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
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

    /** A click on a curve chooses the k below the pointer. */
    private void choosesK(FigureView view) {
        view.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> view.plotAreaProperty().get().ifPresent(area -> {
                    Optional<Integer> k = Optional.of((int) Math.round(area.fromX(e.getX())));
                    if (e.getClickCount() == 1 && classes.getItems().contains(k)) {
                        classes.setValue(k);
                    }
                }));
    }

    private List<String> words(int row) {
        List<String> lines = new ArrayList<>();
        String formula = model.text(row, "formula");
        lines.add(formula.isEmpty() ? model.rowName(row) : org.ionscape.figure.Markup.formula(formula));
        double t = model.number(row, "T");
        double d = model.number(row, "diffusion_coefficient");
        if (Double.isFinite(t)) {
            lines.add(String.format(Locale.ROOT, "*T* %.0f K", t));
        }
        if (Double.isFinite(d)) {
            lines.add("*D* " + org.ionscape.figure.Numbers.scientific(d) + " cm^{2}/s");
        }
        lines.add("class " + model.classOf(row));
        if (model.hasRun(row)) {
            lines.add("double click: trajectory");
        }
        return lines;
    }

    private void reselect() {
        if (model.componentsProperty().get().isPresent()) {
            BitSet selected = model.selected();
            scatter.select(selected);
            solid.select(selected);
        }
    }

    private void draw() {
        curves.setVisible(!rows.isSelected());
        curves.setManaged(!rows.isSelected());
        perRow.setVisible(rows.isSelected());
        perRow.setManaged(rows.isSelected());
        filling = true;
        colour.getItems().setAll(model.colours());
        colour.setValue(model.colours().contains(model.colour.get()) ? model.colour.get() : LandscapeModel.BY_CLASS);
        filling = false;
        model.componentsProperty().get().ifPresent(this::drawComponents);
        model.resultProperty().get().ifPresentOrElse(this::drawClasses, this::noClasses);
    }

    private void drawComponents(PcaResult pca) {
        scree.drawingProperty().set(PcaFigures.scree(pca));
        loadings.drawingProperty().set(PcaFigures.loadings(pca));
        Grouping grouping = model.grouping(pca);
        Optional<ClusterResult> found = model.resultProperty().get();
        boolean byClass = found.isPresent() && grouping.kind() == Grouping.Kind.CLASS;
        double[][] centroids = found.map(r -> r.clusters().centroids()).orElse(new double[0][]);
        scatter.show(Optional.of(PcaFigures.scores(
                pca,
                grouping,
                new ScatterFigure.Extras(byClass ? outline : ScatterFigure.Outline.NONE, centroids, Optional.empty()),
                model.selected())));
        solid.show(
                pca.pca().vectors().length < 3
                        ? Optional.empty()
                        : Optional.of(PcaFigures.scores3D(pca, grouping, model.selected())));
        variance.words("scree and cumulative share", Optional.of(PcaFigures.scree(pca)), caption(pca, 1));
        vectors.words(
                "eigenvector components, faint below 1/√" + pca.descriptors().size(),
                Optional.of(PcaFigures.loadings(pca)),
                caption(pca, 2));
        space.words("drag to turn", solid.shown(), "Scores on the first three components.");
    }

    private void drawClasses(ClusterResult result) {
        Figure elbows = CurvesFigure.elbow(result.counts(), result.k());
        elbow.figureProperty().set(elbows);
        silhouette.figureProperty().set(CurvesFigure.silhouette(result.counts(), result.k()));
        SilhouetteFigure everyRow = new SilhouetteFigure(
                result.counts().of(result.k()).silhouette(),
                result.clusters(),
                result.pca().rowNames());
        perRow.drawingProperty().set(everyRow);
        PiesFigure made = new PiesFigure(result.composition());
        pies.drawingProperty().set(made);
        double stability =
                Arrays.stream(result.stability().perCluster()).average().orElse(Double.NaN);
        scores.words(
                String.format(
                        Locale.ROOT,
                        "%d classes, mean silhouette %.2f, stability %.2f",
                        result.k(),
                        result.counts().of(result.k()).silhouette().mean(),
                        stability),
                scatter.shown(),
                result.figures().getFirst().caption());
        count.words(
                String.format(
                        Locale.ROOT,
                        "silhouette %d, elbow %d, gap %d",
                        result.counts().bySilhouette(),
                        result.counts().byElbow(),
                        result.gap().k()),
                Optional.of(rows.isSelected() ? everyRow : elbows),
                "Number of classes.");
        composition.words(
                result.by().map(b -> "by " + b).orElse(""), Optional.of(made), "What the classes are made of.");
    }

    /** While classes are being found. */
    private void noClasses() {
        elbow.figureProperty().set(null);
        silhouette.figureProperty().set(null);
        perRow.drawingProperty().set(null);
        pies.drawingProperty().set(null);
        scores.words("finding classes…", scatter.shown(), "Scores on the first two components.");
        count.words("", Optional.empty(), "");
        composition.words("", Optional.empty(), "");
    }

    private static String caption(PcaResult pca, int which) {
        List<NamedFigure> figures = pca.figures();
        return figures.get(Math.min(which, figures.size() - 1)).caption();
    }
}
