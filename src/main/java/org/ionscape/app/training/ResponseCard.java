package org.ionscape.app.training;

import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.learn.ResponseFigure;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** How the selected model answers when one feature is changed and the rest of a row stays. */
final class ResponseCard extends Card {
    private final Insight insight;
    private final FigureView view = new FigureView();
    private final ChoiceBox<String> feature = new ChoiceBox<>();
    private boolean filling;

    ResponseCard(Insight insight, Workbench workbench) {
        super("Conditional expectation", "");
        this.insight = insight;
        setId("response-card");
        feature.setId("response-feature");
        feature.setConverter(ShownAs.of(
                key -> Catalogue.all().of(key).map(Descriptor::plainSymbol).orElse(key)));
        feature.valueProperty().addListener((o, old, now) -> {
            if (now != null && !filling) {
                insight.feature.set(now);
            }
        });
        tool(feature);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().add(view);
        exportable(view, workbench, "response");
        insight.fittedProperty().addListener((o, old, now) -> fill());
        insight.feature.addListener((o, old, now) -> fill());
        insight.responseProperty().addListener((o, old, now) -> draw());
        fill();
        draw();
    }

    private void fill() {
        filling = true;
        feature.getItems()
                .setAll(insight.fittedProperty()
                        .get()
                        .map(f -> f.data().featureKeys())
                        .orElse(java.util.List.of()));
        feature.setValue(feature.getItems().contains(insight.feature.get()) ? insight.feature.get() : null);
        filling = false;
    }

    private void draw() {
        Optional<Insight.Fitted> fitted = insight.fittedProperty().get();
        about(insight.responseProperty()
                .get()
                .map(r -> "centred, " + r.curves().length + " rows")
                .orElse(""));
        view.setVisible(fitted.isPresent() && insight.responseProperty().get().isPresent());
        insight.responseProperty()
                .get()
                .ifPresent(r -> fitted.ifPresent(
                        f -> view.figureProperty().set(ResponseFigure.of(r, BoardCard.symbol(f.training())))));
    }

    @Override
    protected String caption() {
        return insight.fittedProperty()
                .get()
                .map(f -> "Individual conditional expectation of "
                        + f.training().plan().model() + " for "
                        + BoardCard.symbol(f.training()).symbol()
                        + ": curves of the training rows, centred at the least"
                        + " value, with their mean.")
                .orElse("Conditional expectation.");
    }
}
