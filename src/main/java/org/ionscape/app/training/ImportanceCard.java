package org.ionscape.app.training;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.learn.ImportanceFigure;

/** Which features the selected model relies on. */
final class ImportanceCard extends Card {
    private final Insight insight;
    private final DrawingView view = new DrawingView();

    ImportanceCard(Insight insight, Workbench workbench) {
        super("Importance", "");
        this.insight = insight;
        setId("importance-card");
        dress(view.themeProperty(), workbench);
        ToggleGroup group = new ToggleGroup();
        ToggleButton impurity = button(Insight.Measure.IMPURITY);
        ToggleButton permutation = button(Insight.Measure.PERMUTATION);
        HBox kinds = Controls.segments(group, impurity, permutation);
        kinds.getStyleClass().add("small-segments");
        group.selectToggle(impurity);
        insight.fittedProperty().addListener((o, old, now) -> {
            group.selectToggle(insight.measured() == Insight.Measure.IMPURITY ? impurity : permutation);
            impurity.setDisable(
                    now.filter(f -> f.model().model().impurityImportance().isEmpty())
                            .isPresent());
        });
        tool(kinds);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().add(view);
        exportable(workbench, "importance");
        insight.importanceProperty().addListener((o, old, now) -> draw());
        draw();
    }

    private ToggleButton button(Insight.Measure measure) {
        ToggleButton button = new ToggleButton(measure.words);
        button.setId("importance-" + measure.words);
        button.setOnAction(e -> insight.measure.set(measure));
        return button;
    }

    private void draw() {
        view.drawingProperty().set(figure());
    }

    private ImportanceFigure figure() {
        List<ImportanceFigure.Bar> bars = insight.importanceProperty().get().stream()
                .map(i -> ImportanceFigure.Bar.of(
                        i.feature(), i.mean(), i.stderr().orElse(Double.NaN)))
                .toList();
        return new ImportanceFigure(bars, insight.measured().axis);
    }

    @Override
    protected Optional<Drawing> drawing() {
        return insight.importanceProperty().get().isEmpty() ? Optional.empty() : Optional.of(figure());
    }

    @Override
    protected String caption() {
        return insight.fittedProperty()
                .get()
                .map(f -> "Importance of features for "
                        + f.target().symbol() + " in "
                        + f.saved().type().name() + ": " + insight.measured().axis + ".")
                .orElse("Importance.");
    }
}
