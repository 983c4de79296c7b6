package org.ionscape.app.correlogram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.HoverCard;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.stats.RankingFigure;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;

/** All columns ranked against one; a click on a bar shows the pair. */
final class RankingCard extends Card {
    private final CorrelogramModel model;
    private final DrawingView view = new DrawingView();
    private final HoverCard hover = new HoverCard();
    private final StackPane stack = new StackPane(view, hover);
    private final ChoiceBox<String> target = new ChoiceBox<>();
    private List<CorrelateResult.Ranked> ranked = List.of();
    private boolean filling;

    RankingCard(CorrelogramModel model, Workbench workbench) {
        super("Ranking", "");
        this.model = model;
        dress(view.themeProperty(), workbench);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().add(stack);
        Label name = new Label("Target");
        name.getStyleClass().add("muted");
        target.setId("target");
        target.setPrefWidth(96);
        target.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                model.rank(now);
            }
        });
        tool(name);
        tool(target);
        exportable(workbench, "ranking");
        stack.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> at(e).ifPresent(i -> model.look(
                        model.target.get().orElseThrow(), ranked.get(i).column())));
        stack.addEventHandler(MouseEvent.MOUSE_MOVED, e -> at(e).ifPresentOrElse(i -> say(i, e), hover::hide));
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover.hide());
        model.resultProperty().addListener((o, old, now) -> fill());
        model.target.addListener((o, old, now) -> fill());
        model.pair.addListener((o, old, now) -> draw());
    }

    private void fill() {
        Optional<CorrelateResult> result = model.resultProperty().get();
        filling = true;
        List<String> keys = result.map(
                        r -> r.columns().stream().map(NumberColumn::key).toList())
                .orElse(List.of());
        target.setConverter(ShownAs.of(key -> result.map(r -> r.descriptors().get(CorrelateFigures.index(r, key)))
                .map(Descriptor::plainSymbol)
                .orElse(key)));
        target.getItems().setAll(keys);
        target.setValue(model.target.get().filter(keys::contains).orElse(null));
        filling = false;
        ranked =
                result.flatMap(r -> model.target.get().filter(keys::contains).map(r::ranked)).orElse(List.of()).stream()
                        .filter(r -> !Double.isNaN(r.r()))
                        .toList();
        draw();
    }

    private void draw() {
        view.drawingProperty().set(figure().orElse(null));
    }

    private Optional<RankingFigure> figure() {
        return model.resultProperty()
                .get()
                .filter(r -> !ranked.isEmpty())
                .map(r -> CorrelateFigures.ranking(r, model.target.get().orElseThrow(), marked()));
    }

    private OptionalInt marked() {
        return IntStream.range(0, ranked.size())
                .filter(i -> model.pair
                        .get()
                        .filter(p -> p.column().equals(ranked.get(i).column()))
                        .isPresent())
                .findFirst();
    }

    private Optional<Integer> at(MouseEvent e) {
        return figure().flatMap(f -> {
            PlotArea area = f.area(FigurePainter.Style.SCREEN, view.room());
            int i = (int) Math.floor(area.fromX(e.getX()));
            return e.getX() >= area.pixels().getX() && i >= 0 && i < ranked.size() ? Optional.of(i) : Optional.empty();
        });
    }

    private void say(int i, MouseEvent e) {
        CorrelateResult result = model.resultProperty().get().orElseThrow();
        CorrelateResult.Ranked r = ranked.get(i);
        hover.show(CellWords.of(result, model.target.get().orElseThrow(), r.column()), e.getX(), e.getY(), stack);
    }

    @Override
    protected Optional<Drawing> drawing() {
        return figure().map(f -> f);
    }

    @Override
    protected String caption() {
        return model.resultProperty()
                .get()
                .map(r -> "All descriptors ranked by their correlation with "
                        + CorrelateFigures.symbol(r, model.target.get().orElseThrow())
                        + "; bars are coloured by *p*.")
                .orElse("");
    }
}
