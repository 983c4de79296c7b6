package org.ionscape.app.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.MarkupText;
import org.ionscape.figure.learn.SubsetsFigure;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** Which features are enough: the least error of each number of features, searched in the background. */
final class SubsetsCard extends Card {
    private static final int MOST_FOR_ALL = 22;
    private static final int MOST_FOR_ALL_OF_SLOW_MODELS = 10;
    private static final String FAST = "adaboost-extra-tree";

    private final Setup setup;
    private final Trainings trainings;
    private final Workbench workbench;
    private final DrawingView view = new DrawingView();
    private final Label counted = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane best = new FlowPane();
    private final Label single = new Label();
    private final ChoiceBox<SubsetStudy.Way> ways = new ChoiceBox<>();
    private final Button start = new Button("Search");
    private final Button stop = new Button("Pause");
    private Optional<JobHandle<SubsetStudy.Result>> job = Optional.empty();
    private Optional<SubsetStudy> study = Optional.empty();
    private Optional<SubsetStudy.Result> result = Optional.empty();
    private String unit = "";

    SubsetsCard(Setup setup, Trainings trainings, Workbench workbench) {
        super("Feature subsets", "");
        this.setup = setup;
        this.trainings = trainings;
        this.workbench = workbench;
        setId("subsets-card");
        dress(view.themeProperty(), workbench);
        start.setId("search-subsets");
        start.setOnAction(e -> search());
        stop.setId("pause-subsets");
        stop.setDisable(true);
        stop.setOnAction(e -> job.ifPresent(JobHandle::cancel));
        counted.getStyleClass().add("subset-count");
        left.getStyleClass().add("muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        best.getStyleClass().add("subset-best");
        single.getStyleClass().add("muted");
        HBox first = new HBox(counted, Controls.spring(), left);
        first.getStyleClass().add("section-line");
        ways.getItems().setAll(SubsetStudy.Way.values());
        ways.setId("subset-way");
        ways.setTooltip(
                new Tooltip("Which way through the subsets; all of them, or greedy or genetic for many features"));
        ways.setConverter(new StringConverter<>() {
            @Override
            public String toString(SubsetStudy.Way way) {
                return way == null ? "as suits" : way.label();
            }

            @Override
            public SubsetStudy.Way fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        ways.valueProperty().addListener((o, old, now) -> offer());
        tool(ways);
        HBox last = new HBox(single, Controls.spring(), start, stop);
        last.getStyleClass().add("section-line");
        VBox side = new VBox(first, bar, best, last);
        side.getStyleClass().add("subset-side");
        side.setMinWidth(360);
        side.setPrefWidth(440);
        HBox.setHgrow(view, Priority.ALWAYS);
        HBox body = new HBox(view, side);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        exportable(workbench, "subsets");
        workbench.watchJobs(new JobListener() {
            @Override
            public void progressed(JobHandle<?> handle, double done, double total, String what) {
                if (job.filter(handle::equals).isPresent()) {
                    workbench.window().execute(() -> progress(handle));
                }
            }
        });
        trainings.selectedProperty().addListener((o, old, now) -> offer());
        setup.features().addListener((javafx.beans.InvalidationListener) o -> offer());
        offer();
        draw();
    }

    private String model() {
        return trainings.selected().map(t -> t.plan().model()).orElse(FAST);
    }

    private long wanted() {
        return setup.features().stream().filter(Feature::isWanted).count();
    }

    /** The way chosen, else all where that ends in reasonable time. */
    private SubsetStudy.Way way() {
        int most = model().equals(FAST) ? MOST_FOR_ALL : MOST_FOR_ALL_OF_SLOW_MODELS;
        return Optional.ofNullable(ways.getValue())
                .orElse(wanted() <= most ? SubsetStudy.Way.ALL : SubsetStudy.Way.GREEDY);
    }

    private void offer() {
        if (job.isEmpty()) {
            long p = wanted();
            counted.setText(
                    p == 0
                            ? "Choose features first"
                            : way() == SubsetStudy.Way.ALL && p < 60
                                    ? String.format(Locale.ROOT, "%,d subsets of %d features", (1L << p) - 1, p)
                                    : way().label() + " search of " + p + " features");
            about(model() + (trainings.selected().isEmpty() ? "" : ", the selected model"));
            start.setDisable(p == 0);
        }
    }

    private void search() {
        try {
            DataChoice.Chosen chosen = setup.choose();
            Plan plan = setup.plan(model(), chosen);
            unit = trainings.selected().map(t -> BoardCard.symbol(t).unit()).orElse("");
            boolean everything = way() == SubsetStudy.Way.ALL;
            Path kept = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "ionscape-subsets-" + Integer.toHexString(plan.hashCode()) + ".json");
            SubsetStudy next = new SubsetStudy(
                    chosen.data(),
                    trainings.pipeline(plan),
                    new Scheme.HoldOut(0.2),
                    SubsetStudy.Screen.INNER,
                    way(),
                    chosen.data().features().size(),
                    plan.seed(),
                    everything ? Optional.of(kept) : Optional.empty());
            study = Optional.of(next);
            run(next);
        } catch (InputException e) {
            counted.setText(e.getMessage());
        }
    }

    private void run(SubsetStudy next) {
        start.setDisable(true);
        stop.setDisable(false);
        about(model() + ", screened on an inner hold-out, the best cross-validated");
        JobHandle<SubsetStudy.Result> handle = workbench
                .compute()
                .submit(Job.of(
                        "Subset search, " + model(),
                        p -> next.run(
                                workbench.compute(), p, w -> workbench.window().execute(() -> leading(w)))));
        job = Optional.of(handle);
        handle.whenDone().whenComplete((found, failure) -> workbench.window().execute(() -> ended(found, failure)));
    }

    private void progress(JobHandle<?> handle) {
        JobHandle.Reported reported = handle.reported();
        bar.setProgress(reported.fraction().orElse(0));
        counted.setText(
                reported.unit().equals("%")
                        ? String.format(Locale.ROOT, "%.1f %% done", reported.done())
                        : String.format(
                                Locale.ROOT,
                                "%,.0f of %,.0f %s",
                                reported.done(),
                                reported.total(),
                                reported.unit().replaceAll(",.*", "")));
        left.setText(handle.timeLeft().map(SubsetsCard::words).orElse(""));
    }

    private static String words(Duration d) {
        return d.toMinutes() >= 2 ? d.toMinutes() + " min left" : d.toSeconds() + " s left";
    }

    private void ended(SubsetStudy.Result found, Throwable failure) {
        job = Optional.empty();
        stop.setDisable(true);
        start.setDisable(false);
        left.setText("");
        if (found != null) {
            result = Optional.of(found);
            start.setText("Search");
            bar.setProgress(1);
            counted.setText(String.format(Locale.ROOT, "%,d subsets in %.0f s", found.evaluated(), found.seconds()));
            leading(found.best().get(found.chosen()));
            found.single().stream()
                    .findFirst()
                    .ifPresent(w -> single.setText("Best single  " + Words.number(w.rmse()) + "  "
                            + name(w.features().getFirst()).plainSymbol()));
            draw();
        } else if (failure instanceof CancellationException) {
            start.setText("Go on");
            counted.setText(
                    study.flatMap(SubsetStudy::checkpoint).isPresent() ? "Paused; what was tried is kept" : "Stopped");
        } else {
            counted.setText(
                    failure instanceof InputException ? failure.getMessage() : "Something went wrong: " + failure);
        }
    }

    private void leading(SubsetStudy.Winner winner) {
        best.getChildren().clear();
        Label error = new Label(Words.number(winner.rmse()) + " " + unit.replaceAll("[{}^]", ""));
        error.getStyleClass().add("subset-error");
        best.getChildren().addAll(error, new Label(winner.size() + (winner.size() == 1 ? " feature" : " features")));
        winner.features().forEach(key -> {
            MarkupText chip = new MarkupText(name(key).symbol());
            chip.getStyleClass().add("subset-chip");
            best.getChildren().add(chip);
        });
    }

    private static Descriptor name(String key) {
        return Catalogue.all().of(key).orElse(Descriptor.unlisted(key, ""));
    }

    private SubsetsFigure figure() {
        List<SubsetsFigure.Bar> bars = result.map(r -> r.best().stream()
                        .map(w -> new SubsetsFigure.Bar(
                                w.size(),
                                w.rmse(),
                                w.features().stream().map(k -> name(k).symbol()).toList()))
                        .toList())
                .orElse(List.of());
        return new SubsetsFigure(bars, unit);
    }

    private void draw() {
        view.drawingProperty().set(figure());
    }

    @Override
    protected Optional<Drawing> drawing() {
        return result.isEmpty() ? Optional.empty() : Optional.of(figure());
    }

    @Override
    protected String caption() {
        return study.map(s -> "Least error of " + s.pipeline().type().name()
                        + " by number of features; subsets were screened on an inner hold-out of the training rows and the"
                        + " best of each size cross-validated; the error told is that of rows set aside till the end.")
                .orElse("Feature subsets.");
    }
}
