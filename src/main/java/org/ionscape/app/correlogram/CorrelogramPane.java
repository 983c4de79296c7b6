package org.ionscape.app.correlogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramModel.Seen;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.parts.ReplayedChip;
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
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** The place of correlations. */
public final class CorrelogramPane extends BorderPane {
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
        left.add(givens());
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
            matrix.says((row, column) -> model.seen()
                    .map(s -> CellWords.of(s.result(), key(row), key(column)))
                    .orElse(List.of()));
        }
        model.seenProperty().addListener((o, old, now) -> {
            if (old.map(Seen::result).equals(now.map(Seen::result))) {
                mark();
            } else {
                reorder();
            }
        });
        model.order.onChange(now -> reorder());
        model.mask.onChange(now -> draw());
        model.saysProperty().subscribe(why -> {
            says.setText(why);
            says.setVisible(!why.isEmpty());
            content.setVisible(why.isEmpty());
        });
        sceneProperty().addListener((o, old, now) -> model.setActive(now != null));
    }

    private FlowPane tools(Workbench workbench, Sheets sheets) {
        FlowPane bar = new FlowPane(
                model.method.segments(List.of(CorrelationMethod.values()), CorrelateFigures::name),
                Controls.rule(),
                new RowsBar(sheets),
                Controls.rule(),
                model.order.segments(List.of(CorrelogramModel.Order.values()), CorrelogramModel.Order::label),
                Controls.rule(),
                new MaskTool(model.mask),
                new ReplayedChip(model.replayed),
                new FiguresMenu(workbench, sheets, model::steps, this::replay)
                        .seeded(() -> model.replayed.get().seed()));
        bar.getStyleClass().add("place-tools");
        return bar;
    }

    /** The column that correlations are given, or none. */
    private ChoiceBox<Optional<String>> givens() {
        ChoiceBox<Optional<String>> choice = new ChoiceBox<>();
        choice.setId("given");
        choice.setPrefWidth(112);
        choice.setTooltip(new Tooltip("Partial correlations: what is left of each once this column is given"));
        choice.setConverter(ShownAs.of(g -> g.map(key -> "given "
                        + Catalogue.all().of(key).map(Descriptor::plainSymbol).orElse(key))
                .orElse("given nothing")));
        choice.getItems().add(Optional.empty());
        model.given.get().ifPresent(g -> choice.getItems().add(Optional.of(g)));
        choice.setOnShowing(e -> {
            List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
            model.candidates().forEach(c -> all.add(Optional.of(c)));
            choice.getItems()
                    .addAll(all.stream()
                            .filter(c -> !choice.getItems().contains(c))
                            .toList());
        });
        model.given.property().subscribe(now -> {
            if (!choice.getItems().contains(now)) {
                choice.getItems().add(now);
            }
        });
        model.given.bind(choice);
        return choice;
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
        model.pValue.bind(choice);
        model.given.property().subscribe(g -> choice.setDisable(g.isPresent()));
        return choice;
    }

    /** Does what a recipe says of correlations. */
    private void replay(Recipe recipe) {
        recipe.steps().stream()
                .filter(CorrelateStep.class::isInstance)
                .map(CorrelateStep.class::cast)
                .findFirst()
                .ifPresentOrElse(step -> model.replay(recipe, step), () -> {
                    throw new InputException(Problem.of("This recipe holds no correlations; run it in the landscape."));
                });
    }

    private String key(int place) {
        return model.seen().orElseThrow().result().columns().get(order[place]).key();
    }

    private void showAll() {
        view.set(MatrixFigure.View.all(Math.max(1, order.length)));
    }

    private void reorder() {
        order = model.seen().map(s -> model.ordered(s.result())).orElse(new int[0]);
        if (view.get().cells() > order.length
                || coefficients.shown().isEmpty()
                || coefficients.shown().get().values().length != order.length) {
            showAll();
        }
        draw();
        mark();
    }

    private void draw() {
        Optional<CorrelateResult> result = model.seen().map(Seen::result);
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
        left.words((result.given().isPresent() ? "partial, " : "") + passing + ", " + result.rows() + " rows", caption);
        String doubt = c.pairsOfFewRows() > 0 && c.pValue() == PValue.T
                ? c.pairsOfFewRows() + " pairs have fewer than " + Correlations.FEW_ROWS + " rows: use exact p"
                : switch (c.pValue()) {
                    case T ->
                        result.given().isPresent() && c.method() == CorrelationMethod.KENDALL
                                ? "none: partial τ has no known law"
                                : c.method() == CorrelationMethod.KENDALL
                                        ? "two-sided, normal law"
                                        : "two-sided, t-approximation";
                    case EXACT -> "two-sided, over all orders";
                    case PERMUTATION -> "two-sided, permutations";
                };
        right.words(q ? "false-discovery q, " + doubt : doubt, "Two-sided *p* of the same pairs.");
    }

    private void mark() {
        chosen.set(model.seen()
                .map(s -> new MatrixView.Cell(
                        place(CorrelateFigures.index(s.result(), s.pair().row())),
                        place(CorrelateFigures.index(s.result(), s.pair().column())))));
    }

    private int place(int column) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == column)
                .findFirst()
                .orElse(0);
    }
}
