package org.ionscape.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.learn.ResponseFigure;
import org.ionscape.figure.learn.SurfaceFigure;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** How a model answers when one feature is changed, or two, and the rest of a row stays. */
final class ResponseCard extends Card {
    private static final String NONE = "";

    private final Insight insight;
    private final FigureView view = new FigureView();
    private final DrawingView shades = new DrawingView();
    private final ChoiceBox<String> feature = new ChoiceBox<>();
    private final ChoiceBox<String> second = new ChoiceBox<>();
    private boolean filling;

    ResponseCard(Insight insight, Workbench workbench) {
        super("Conditional expectation", "");
        this.insight = insight;
        setId("response-card");
        choose(feature, "response-feature", "The feature that is changed", insight.feature);
        choose(second, "response-second", "A second feature that is changed with it", insight.second);
        StackPane stack = new StackPane(view, shades);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().add(stack);
        dress(shades.themeProperty(), workbench);
        shades.visibleProperty().bind(insight.surfaceProperty().map(Optional::isPresent));
        view.visibleProperty().bind(shades.visibleProperty().not());
        exportable(view, workbench, "response");
        insight.fittedProperty().addListener((o, old, now) -> {
            fill();
            draw();
        });
        insight.feature.addListener((o, old, now) -> fill());
        insight.second.addListener((o, old, now) -> fill());
        insight.responseProperty().addListener((o, old, now) -> draw());
        insight.surfaceProperty().addListener((o, old, now) -> draw());
        fill();
        draw();
    }

    private void choose(ChoiceBox<String> box, String id, String says, StringProperty chosen) {
        box.setId(id);
        box.setTooltip(new Tooltip(says));
        box.setAccessibleText(says);
        box.setConverter(ShownAs.of(key -> key.equals(NONE)
                ? "alone"
                : Catalogue.all().of(key).map(Descriptor::plainSymbol).orElse(key)));
        box.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                chosen.set(now);
            }
        });
        box.managedProperty().bind(box.visibleProperty());
        box.visibleProperty()
                .bind(insight.fittedProperty()
                        .map(f ->
                                f.filter(m -> m.data().featureKeys().size() > 1).isPresent()));
        tool(box);
    }

    private void fill() {
        filling = true;
        List<String> keys =
                insight.fittedProperty().get().map(f -> f.data().featureKeys()).orElse(List.of());
        feature.getItems().setAll(keys);
        feature.setValue(keys.contains(insight.feature.get()) ? insight.feature.get() : null);
        second.getItems().setAll(NONE);
        keys.stream().filter(k -> !k.equals(insight.feature.get())).forEach(second.getItems()::add);
        second.setValue(second.getItems().contains(insight.second.get()) ? insight.second.get() : NONE);
        filling = false;
    }

    private void draw() {
        shades.drawingProperty().set(shades().orElse(null));
        view.figureProperty()
                .set(insight.responseProperty()
                        .get()
                        .flatMap(r -> insight.fittedProperty().get().map(f -> ResponseFigure.of(r, f.target())))
                        .orElseGet(() -> ResponseFigure.saying(
                                insight.fittedProperty().get().isPresent()
                                        ? "Asking the model …"
                                        : "Train or open a model to see how it answers")));
    }

    private Optional<Drawing> shades() {
        return insight.surfaceProperty()
                .get()
                .flatMap(s -> insight.fittedProperty().get().map(f -> new SurfaceFigure(s, f.target())));
    }

    @Override
    protected Optional<Drawing> drawing() {
        return shades().or(() -> insight.responseProperty().get().flatMap(r -> super.drawing()));
    }

    @Override
    protected String caption() {
        return insight.fittedProperty()
                .get()
                .map(f -> (insight.surfaceProperty().get().isPresent()
                        ? "Partial dependence of " + f.saved().type().name() + " for "
                                + f.target().symbol() + " on two features; dots: rows."
                        : "Individual conditional expectation of "
                                + f.saved().type().name() + " for "
                                + f.target().symbol()
                                + ": curves of the training rows, centred at the least value, with their mean ± σ;"
                                + " the hill shows where rows lie, the mark their mean ± σ."))
                .orElse("Conditional expectation.");
    }
}
