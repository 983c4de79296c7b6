package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.Job;
import org.ionscape.figure.Figure;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.PlotArea;
import org.ionscape.figure.learn.CurveFigures;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.LearningCurve;

/** What the selected model predicted; a point is a row, selected by a click everywhere, opened by a double-click. */
final class ParityCard extends Card {
    private static final double REACH = 8;
    private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5, 0.75, 1};

    /** What the card shows. */
    private enum Kind {
        PARITY("parity"),
        RESIDUALS("errors"),
        LEARNING("curve");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Trainings trainings;
    private final Insight insight;
    private final Sheets sheets;
    private final Workbench workbench;
    private final FigureView view = new FigureView();
    private final Pane rings = new Pane();
    private final Map<Training, LearningCurve> curves = new WeakHashMap<>();
    private Kind kind = Kind.PARITY;

    ParityCard(Trainings trainings, Insight insight, Sheets sheets, Workbench workbench) {
        super("Parity", "");
        this.trainings = trainings;
        this.insight = insight;
        this.sheets = sheets;
        this.workbench = workbench;
        setId("parity-card");
        HBox kinds = Controls.choice(List.of(Kind.values()), k -> k.words, k -> {
            kind = k;
            draw();
        });
        kinds.getStyleClass().add("small-segments");
        tool(kinds);
        rings.setMouseTransparent(true);
        rings.setManaged(false);
        StackPane stack = new StackPane(view, rings);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().add(stack);
        exportable(view, workbench, "parity");
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        view.plotAreaProperty().addListener((o, old, now) -> ring());
        sheets.selection().keysProperty().addListener((o, old, now) -> ring());
        trainings.selectedProperty().addListener((o, old, now) -> follow(old, now));
        follow(Optional.empty(), trainings.selected());
    }

    private final javafx.beans.value.ChangeListener<Evaluation> changed = (o, old, now) -> draw();

    private void follow(Optional<Training> old, Optional<Training> now) {
        old.ifPresent(t -> t.evaluationProperty().removeListener(changed));
        now.ifPresent(t -> t.evaluationProperty().addListener(changed));
        draw();
    }

    private void draw() {
        Optional<Training> training = trainings.selected();
        about(training.map(t -> t.nameProperty().get()).orElse(""));
        view.figureProperty()
                .set(training.map(this::figure)
                        .orElseGet(() -> ParityFigure.empty(new ParityFigure.Target("target", ""))));
        ring();
    }

    private Figure figure(Training training) {
        ParityFigure.Target symbol = BoardCard.symbol(training);
        return switch (kind) {
            case PARITY -> ParityFigure.of(training.evaluation(), symbol);
            case RESIDUALS -> ParityFigure.residuals(training.evaluation(), symbol);
            case LEARNING -> {
                if (!curves.containsKey(training)) {
                    learn(training);
                }
                yield CurveFigures.learning(curves.getOrDefault(training, new LearningCurve(List.of())), symbol.unit());
            }
        };
    }

    private void learn(Training training) {
        if (!training.isOpen()) {
            insight.data(training).ifPresent(data -> learn(training, data));
        }
    }

    private void learn(Training training, Dataset data) {
        workbench
                .compute()
                .submit(Job.latest(
                        "learning curve",
                        "Learning curve of " + training.nameProperty().get(),
                        progress -> LearningCurve.of(
                                data,
                                trainings.pipeline(training.plan()),
                                training.folds(),
                                SHARES,
                                training.plan().seed(),
                                workbench.compute(),
                                progress)))
                .whenDone()
                .whenComplete((curve, failure) -> workbench.window().execute(() -> {
                    if (curve != null) {
                        curves.put(training, curve);
                        draw();
                    }
                }));
    }

    /** A row with where it lies in the figure. */
    private record Spot(int row, double x, double y) {}

    private List<Spot> spots(Training training) {
        List<Spot> spots = new ArrayList<>();
        for (FoldResult fold : training.evaluation().folds()) {
            int[] rows = fold.fold().testRows();
            for (int i = 0; i < rows.length; i++) {
                double actual = training.data().y()[rows[i]];
                double predicted = fold.testPredicted()[i];
                spots.add(new Spot(rows[i], actual, kind == Kind.PARITY ? predicted : predicted - actual));
            }
        }
        return spots;
    }

    private void clicked(MouseEvent e) {
        Optional<PlotArea> area = view.plotAreaProperty().get();
        if (kind == Kind.LEARNING || area.isEmpty() || e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
            return;
        }
        trainings.selected().flatMap(t -> nearest(t, area.get(), e)).ifPresent(key -> {
            sheets.selection().select(List.of(key));
            if (e.getClickCount() == 2) {
                workbench.placeProperty().set(Workbench.TRAJECTORY);
            }
        });
    }

    private Optional<String> nearest(Training training, PlotArea area, MouseEvent e) {
        Optional<Spot> best = Optional.empty();
        double least = REACH;
        for (Spot spot : spots(training)) {
            double distance = Math.hypot(area.toX(spot.x()) - e.getX(), area.toY(spot.y()) - e.getY());
            if (distance < least) {
                least = distance;
                best = Optional.of(spot);
            }
        }
        return best.map(s -> training.rowKeys().get(s.row()));
    }

    /** Rings the rows that are selected anywhere. */
    private void ring() {
        rings.getChildren().clear();
        Optional<PlotArea> area = view.plotAreaProperty().get();
        if (area.isEmpty() || kind == Kind.LEARNING) {
            return;
        }
        trainings
                .selected()
                .ifPresent(t -> spots(t).stream()
                        .filter(s -> sheets.selection().contains(t.rowKeys().get(s.row())))
                        .forEach(s -> rings.getChildren().add(circle(area.get(), s))));
    }

    private static Node circle(PlotArea area, Spot spot) {
        Circle ring = new Circle(area.toX(spot.x()), area.toY(spot.y()), 6);
        ring.getStyleClass().add("selection-ring");
        return ring;
    }

    @Override
    protected String caption() {
        return trainings
                .selected()
                .map(t -> t.plan().model() + " learning " + BoardCard.symbol(t).symbol() + " from "
                        + t.plan().features().size() + " features of "
                        + t.data().size() + " rows, " + t.plan().scheme()
                        + ". Blue: training rows, orange: held out; the band is ± 2 RMSE.")
                .orElse("Parity.");
    }
}
