package org.ionscape.app.landscape;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Chosen;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.parts.ReplayedChip;
import org.ionscape.app.parts.RowsBar;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.figure.stats.ScatterFigure.Outline;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.cluster.ClusterMethod;

/** The bar of the landscape: which rows, how components and classes are found, how points look. */
final class LandscapeTools extends FlowPane {
    private static final List<Integer> DENSITIES = List.of(2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50);
    private static final List<Integer> RADII = List.of(25, 50, 75, 100, 150, 200, 300, 400, 600);

    private final LandscapeModel model;
    private final ChoiceBox<String> colour = new ChoiceBox<>();
    private boolean filling;

    LandscapeTools(LandscapeModel model, Workbench workbench, Sheets sheets) {
        this.model = model;
        getStyleClass().add("place-tools");
        colour.setId("colour");
        colour.setPrefWidth(88);
        colour.setConverter(ShownAs.of(model::colourName));
        colour.setTooltip(new Tooltip("What gives points their colours"));
        colour.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                model.colour.choose(now);
            }
        });
        ChoiceBox<CorrelationMethod> matrix = list(
                model.matrix,
                List.of(CorrelationMethod.SPEARMAN, CorrelationMethod.PEARSON),
                CorrelateFigures::name,
                102,
                "Matrix whose eigenvectors are the components");
        ChoiceBox<Integer> dimensions = list(
                model.dimensions,
                List.of(2, 3),
                d -> d == 2 ? "in PC1, PC2" : d == 3 ? "in PC1–PC3" : "in PC1–PC" + d,
                114,
                "Scores that classes are found in");
        ChoiceBox<ClusterMethod> method = list(
                model.method,
                List.of(ClusterMethod.values()),
                ClusterMethod::words,
                104,
                "k-means and Ward's tree take a number of classes; HDBSCAN and DBSCAN find dense regions");
        method.setId("cluster-method");
        getChildren()
                .addAll(
                        new RowsBar(sheets),
                        Controls.rule(),
                        matrix,
                        Controls.rule(),
                        method,
                        parameters(),
                        dimensions);
        getChildren()
                .addAll(
                        Controls.rule(),
                        colour,
                        model.outline.segments(List.of(Outline.values()), Outline::label),
                        new ReplayedChip(model.replayed),
                        new FiguresMenu(workbench, sheets, model::steps, model::replay)
                                .seeded(() -> model.replayed.get().seed()));
    }

    /** The parameters of the method chosen. */
    private HBox parameters() {
        ChoiceBox<Optional<Integer>> classes = list(
                model.classes,
                orNone(IntStream.rangeClosed(LandscapeModel.FIRST_K, LandscapeModel.LAST_K)
                        .boxed()
                        .toList()),
                k -> k.map(n -> Integer.toString(n)).orElse("auto"),
                72,
                "Number of classes; auto takes the greatest mean silhouette");
        classes.setId("classes");
        Label k = new Label("k");
        k.getStyleClass().addAll("muted", "symbol");
        ChoiceBox<Integer> density = list(
                model.density,
                DENSITIES,
                n -> "≥ " + n + " rows",
                92,
                "Rows that make a class, or that a row needs near it to be in one");
        density.setId("density");
        ChoiceBox<Optional<Integer>> radius = list(
                model.radius,
                orNone(RADII),
                r -> "within " + r.map(n -> Double.toString(n / 100.0)).orElse("auto"),
                104,
                "What is near, in units of the scores; auto: nine rows of ten have their neighbours in it");
        HBox box = new HBox(k, classes, density, radius);
        box.getStyleClass().add("rows-bar");
        model.method.property().subscribe(now -> {
            show(now.isCounted(), k, classes);
            show(!now.isCounted(), density);
            show(now == ClusterMethod.DBSCAN, radius);
        });
        return box;
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private static <T> ChoiceBox<T> list(
            Chosen<T> chosen, List<T> values, Function<T, String> label, double width, String says) {
        ChoiceBox<T> list = new ChoiceBox<>();
        list.getItems().setAll(values);
        list.setConverter(ShownAs.of(label));
        list.setPrefWidth(width);
        list.setTooltip(new Tooltip(says));
        chosen.bind(list);
        return list;
    }

    /** Lists the columns that points can be coloured by. */
    void fillColours() {
        filling = true;
        List<String> now = model.colours();
        colour.getItems().setAll(now);
        colour.setValue(now.contains(model.colour.get()) ? model.colour.get() : LandscapeModel.BY_CLASS);
        filling = false;
    }
}
