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
import org.ionscape.app.correlogram.CorrelogramModel.Seen;
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
                        model.seen().orElseThrow().target(), ranked.get(i).column())));
        stack.addEventHandler(MouseEvent.MOUSE_MOVED, e -> at(e).ifPresentOrElse(i -> say(i, e), hover::hide));
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover.hide());
        model.seenProperty().addListener((o, old, now) -> fill(now));
    }

    private void fill(Optional<Seen> now) {
        filling = true;
        target.setConverter(ShownAs.of(key -> now.map(Seen::result)
                .filter(r -> r.columns().stream().anyMatch(c -> c.key().equals(key)))
                .map(r -> r.descriptors().get(CorrelateFigures.index(r, key)).plainSymbol())
                .orElse(key)));
        target.getItems()
                .setAll(now.map(s -> s.result().columns().stream()
                                .map(NumberColumn::key)
                                .toList())
                        .orElse(List.of()));
        target.setValue(now.map(Seen::target).orElse(null));
        filling = false;
        ranked = now.map(s -> s.result().ranked(s.target())).orElse(List.of()).stream()
                .filter(r -> !Double.isNaN(r.r()))
                .toList();
        view.drawingProperty().set(figure().orElse(null));
    }

    private Optional<RankingFigure> figure() {
        return model.seen().map(s -> CorrelateFigures.ranking(s.result(), s.target(), marked(s)));
    }

    private OptionalInt marked(Seen seen) {
        return IntStream.range(0, ranked.size())
                .filter(i -> ranked.get(i).column().equals(seen.pair().column()))
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
        Seen seen = model.seen().orElseThrow();
        hover.show(CellWords.of(seen.result(), seen.target(), ranked.get(i).column()), e.getX(), e.getY(), stack);
    }

    @Override
    protected Optional<Drawing> drawing() {
        return figure().map(f -> f);
    }

    @Override
    protected String caption() {
        return model.seen()
                .map(s -> "All descriptors ranked by their correlation with "
                        + CorrelateFigures.symbol(s.result(), s.target())
                        + "; bars are coloured by *p*.")
                .orElse("");
    }
}
