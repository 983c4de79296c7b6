package org.ionscape.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.FigurePainter;
import org.ionscape.figure.learn.LeaderboardFigure;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.registry.Models;

/** All models trained for the target, best first; a click selects one. */
final class BoardCard extends Card {
    private final Trainings trainings;
    private final DrawingView view = new DrawingView();
    private List<Training> ranked = List.of();

    BoardCard(Trainings trainings, Workbench workbench) {
        super("Models", "");
        this.trainings = trainings;
        setId("board-card");
        dress(view.themeProperty(), workbench);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().add(view);
        exportable(workbench, "models");
        view.setOnMouseClicked(e -> board().at(e.getY(), FigurePainter.Style.SCREEN, view.room())
                .flatMap(bar ->
                        ranked.stream().filter(t -> label(t).equals(bar.name())).findFirst())
                .ifPresent(t -> trainings.selectedProperty().set(Optional.of(t))));
        trainings.all().addListener((InvalidationListener) o -> draw());
        trainings.selectedProperty().addListener((o, old, now) -> draw());
        draw();
    }

    private void draw() {
        ranked = trainings.ranked();
        view.drawingProperty().set(board());
        about(ranked.stream()
                .findFirst()
                .map(t -> "RMSE, " + scheme(t) + (t.foldCount() > 1 ? ", mean ± sd" : ""))
                .orElse(""));
    }

    /** How all were validated; errors of several validations do not compare well. */
    private String scheme(Training first) {
        return ranked.stream()
                        .allMatch(t -> t.plan().scheme().equals(first.plan().scheme()))
                ? first.plan().scheme()
                : "several validations";
    }

    /** Its name; its number too where two are called alike. */
    private String label(Training training) {
        String name = training.nameProperty().get();
        boolean alike =
                ranked.stream().filter(t -> t.nameProperty().get().equals(name)).count() > 1;
        return alike ? name + " " + Integer.parseInt(training.id()) : name;
    }

    private LeaderboardFigure board() {
        List<LeaderboardFigure.Bar> bars = ranked.stream()
                .map(t -> LeaderboardFigure.Bar.of(
                        label(t),
                        Models.named(t.plan().model()),
                        t.evaluation(),
                        t.isOpen() ? LeaderboardFigure.State.RUNNING : LeaderboardFigure.State.DONE))
                .toList();
        String unit = ranked.stream()
                .findFirst()
                .map(BoardCard::symbol)
                .map(ParityFigure.Target::unit)
                .orElse("");
        double baseline = ranked.stream()
                .findFirst()
                .map(t -> t.evaluation().baseline().rmse())
                .orElse(Double.NaN);
        return new LeaderboardFigure(bars, unit, baseline, trainings.selected().map(this::label));
    }

    /** What the axes call a training's target. */
    static ParityFigure.Target symbol(Training training) {
        return ParityFigure.Target.of(
                training.data().table().column(training.data().target()).orElseThrow());
    }

    @Override
    protected Optional<Drawing> drawing() {
        return ranked.isEmpty() ? Optional.empty() : Optional.of(board());
    }

    @Override
    protected String caption() {
        return ranked.stream()
                .findFirst()
                .map(t -> "Root-mean-square error of " + ranked.size() + " models for "
                        + symbol(t).symbol() + ", "
                        + t.plan().scheme() + ", " + t.data().size() + " rows; bars: standard deviation over folds;"
                        + " dashed: the mean of the training rows.")
                .orElse("Models.");
    }
}
