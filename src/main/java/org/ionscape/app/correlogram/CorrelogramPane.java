package org.ionscape.app.correlogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.parts.RowsBar;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.figure.stats.MatrixFigure;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateFigures.Mask;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.recipe.Recipe;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.PValue;

/** The place of correlations. */
public final class CorrelogramPane extends BorderPane {
    private static final List<Double> LEVELS = List.of(0.2, 0.05, 0.01, 0.001);
    private static final double MATRICES = 0.765;
    private static final double LEFT = 0.815;

    private final CorrelogramModel model;
    private final ObjectProperty<MatrixFigure.View> view = new SimpleObjectProperty<>(MatrixFigure.View.all(1));
    private final ObjectProperty<Optional<MatrixView.Cell>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<MatrixView.Cell>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final MatrixView coefficients = new MatrixView(view, hovered, chosen);
    private final MatrixView chances = new MatrixView(view, hovered, chosen);
    private final MatrixCard left;
    private final MatrixCard right;
    private final CheckBox masked = new CheckBox("Mask");
    private final ChoiceBox<Double> level = new ChoiceBox<>();
    private final CheckBox discovery = new CheckBox("False-discovery q");
    private final Label says = new Label();
    private final SplitPane content;
    private int[] order = new int[0];

    /** The correlogram of a workbench's sheets. */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made
    public CorrelogramPane(Workbench workbench, Sheets sheets) {
        model = new CorrelogramModel(workbench, sheets);
        getStyleClass().add("statistics-place");
        getStylesheets()
                .add(Controls.class
                        .getResource("/org/ionscape/app/statistics/statistics.css")
                        .toExternalForm());
        left = new MatrixCard("Correlation", "correlation", coefficients, workbench, this::showAll);
        right = new MatrixCard("p-value", "p-value", chances, workbench, this::showAll);
        right.add(pValues());
        coefficients.setId("correlation-matrix");
        chances.setId("p-matrix");
        HBox matrices = new HBox(8, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(600);
        right.setPrefWidth(600);
        SplitPane stacked = new SplitPane(matrices, new RankingCard(model, workbench));
        stacked.setOrientation(Orientation.VERTICAL);
        stacked.setDividerPositions(MATRICES);
        content = new SplitPane(stacked, new PairCard(model, sheets, workbench));
        content.setDividerPositions(LEFT);
        content.getStyleClass().add("cards");
        says.getStyleClass().add("empty-place");
        says.setWrapText(true);
        says.setId("correlogram-says");
        setTop(tools(workbench, sheets));
        setCenter(new StackPane(content, says));
        for (MatrixView matrix : List.of(coefficients, chances)) {
            matrix.onCell((row, column) -> model.look(key(row), key(column)));
            matrix.onRow(row -> model.rank(key(row)));
            matrix.says((row, column) -> model.resultProperty()
                    .get()
                    .map(r -> CellWords.of(r, key(row), key(column)))
                    .orElse(List.of()));
        }
        model.resultProperty().addListener((o, old, now) -> reorder());
        model.order.addListener((o, old, now) -> reorder());
        model.mask.addListener((o, old, now) -> draw());
        model.pair.addListener((o, old, now) -> mark());
        model.saysProperty().subscribe(why -> {
            says.setText(why);
            says.setVisible(!why.isEmpty());
            content.setVisible(why.isEmpty());
        });
        sceneProperty().addListener((o, old, now) -> model.setActive(now != null));
    }

    private FlowPane tools(Workbench workbench, Sheets sheets) {
        level.getItems().setAll(LEVELS);
        level.setValue(0.2);
        level.setConverter(ShownAs.of(p -> "p ≥ " + p + (p == 0.2 ? " (López)" : "")));
        level.setTooltip(new Tooltip("López et al. call p < 0.20 significant; of 100 pairs without any"
                + " correlation 20 pass it, at 0.05 five"));
        masked.setSelected(true);
        masked.setTooltip(new Tooltip("Leave cells blank that do not reach the level"));
        discovery.setTooltip(new Tooltip("Compare Benjamini–Hochberg q with the level in place of p"));
        level.setId("level");
        discovery.setId("discovery");
        masked.setId("mask");
        level.valueProperty().addListener((o, old, now) -> mask());
        masked.selectedProperty().addListener((o, old, now) -> mask());
        discovery.selectedProperty().addListener((o, old, now) -> mask());
        HBox methods = methods();
        HBox orders = Controls.choice(
                List.of(CorrelogramModel.Order.values()), CorrelogramModel.Order::label, model.order::set);
        FlowPane bar = new FlowPane(
                methods,
                Controls.rule(),
                new RowsBar(sheets),
                Controls.rule(),
                orders,
                Controls.rule(),
                masked,
                level,
                discovery,
                new FiguresMenu(workbench, sheets, () -> List.of(model.step()), this::replay));
        bar.getStyleClass().add("place-tools");
        level.setPrefWidth(116);
        return bar;
    }

    private HBox methods() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (CorrelationMethod method : CorrelationMethod.values()) {
            String name = method.label();
            ToggleButton button = new ToggleButton(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
            button.setId("method-" + name);
            button.setOnAction(e -> model.method.set(method));
            model.method.subscribe(now -> {
                if (now == method) {
                    button.setSelected(true);
                }
            });
            buttons.add(button);
        }
        return Controls.segments(group, buttons.toArray(ToggleButton[]::new));
    }

    private ChoiceBox<PValue> pValues() {
        ChoiceBox<PValue> choice = new ChoiceBox<>();
        choice.getItems().setAll(PValue.values());
        choice.setId("p-kind");
        choice.setPrefWidth(96);
        choice.setTooltip(
                new Tooltip("Where p comes from; below ten rows the t-approximation is off, choose exact there"));
        choice.setConverter(ShownAs.of(value -> switch (value) {
            case T -> "p by t";
            case EXACT -> "p exact";
            case PERMUTATION -> "p permuted";
        }));
        choice.valueProperty().bindBidirectional(model.pValue);
        return choice;
    }

    private void mask() {
        level.setDisable(!masked.isSelected());
        discovery.setDisable(!masked.isSelected());
        model.mask.set(
                masked.isSelected()
                        ? new Mask(level.getValue(), discovery.isSelected() ? Mask.By.Q : Mask.By.P)
                        : Mask.NONE);
    }

    /** Does what a recipe says of correlations. */
    private void replay(Recipe recipe) {
        recipe.steps().stream()
                .filter(CorrelateStep.class::isInstance)
                .map(CorrelateStep.class::cast)
                .findFirst()
                .ifPresentOrElse(
                        step -> {
                            model.method.set(step.method());
                            model.pValue.set(step.pValue());
                            step.target().ifPresent(model::rank);
                        },
                        () -> {
                            throw new InputException(
                                    Problem.of("This recipe holds no correlations; run it in the landscape."));
                        });
    }

    private String key(int place) {
        return model.resultProperty()
                .get()
                .orElseThrow()
                .columns()
                .get(order[place])
                .key();
    }

    private void showAll() {
        view.set(MatrixFigure.View.all(Math.max(1, order.length)));
    }

    private void reorder() {
        order = model.resultProperty().get().map(model::ordered).orElse(new int[0]);
        if (view.get().cells() > order.length
                || coefficients.shown().isEmpty()
                || coefficients.shown().get().values().length != order.length) {
            showAll();
        }
        draw();
        mark();
    }

    private void draw() {
        Optional<CorrelateResult> result = model.resultProperty().get();
        coefficients.show(result.map(r -> CorrelateFigures.coefficients(r, order, model.mask.get())));
        chances.show(result.map(r -> CorrelateFigures.pValues(r, order, model.mask.get())));
        result.ifPresent(this::words);
    }

    private void words(CorrelateResult result) {
        Correlations c = result.correlations();
        Mask mask = model.mask.get();
        boolean q = mask.by() == Mask.By.Q;
        double at = mask.level() == Double.POSITIVE_INFINITY ? 0.05 : mask.level();
        String passing = String.format(
                Locale.ROOT,
                "%d of %d pairs with %s < %s",
                q ? c.pairsDiscovered(at) : c.pairsBelow(at),
                c.pairs(),
                q ? "q" : "p",
                Double.toString(at));
        String caption = result.figures().getFirst().caption();
        left.words(passing + ", " + result.rows() + " rows", caption);
        String doubt = c.pairsOfFewRows() > 0 && c.pValue() == PValue.T
                ? c.pairsOfFewRows() + " pairs have fewer than " + Correlations.FEW_ROWS + " rows: use exact p"
                : switch (c.pValue()) {
                    case T ->
                        c.method() == CorrelationMethod.KENDALL
                                ? "two-sided, normal law"
                                : "two-sided, t-approximation";
                    case EXACT -> "two-sided, over all orders";
                    case PERMUTATION -> "two-sided, permutations";
                };
        right.words(q ? "false-discovery q, " + doubt : doubt, "Two-sided *p* of the same pairs.");
    }

    private void mark() {
        chosen.set(model.resultProperty()
                .get()
                .flatMap(r -> model.pair
                        .get()
                        .map(p -> new MatrixView.Cell(
                                place(CorrelateFigures.index(r, p.row())),
                                place(CorrelateFigures.index(r, p.column()))))));
    }

    private int place(int column) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == column)
                .findFirst()
                .orElse(0);
    }
}
