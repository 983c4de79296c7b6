package org.ionscape.app.training;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.app.training.SubsetSearches.Shown;
import org.ionscape.app.training.SubsetSearches.State;
import org.ionscape.compute.InputException;
import org.ionscape.compute.JobHandle;
import org.ionscape.compute.JobListener;
import org.ionscape.figure.Drawing;
import org.ionscape.figure.DrawingView;
import org.ionscape.figure.Markup;
import org.ionscape.figure.MarkupText;
import org.ionscape.figure.learn.SubsetsFigure;
import org.ionscape.learn.subset.SubsetStudy.Screen;
import org.ionscape.learn.subset.SubsetStudy.Way;
import org.ionscape.learn.subset.SubsetStudy.Winner;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;

/** Which features are enough: the least error of each number of features, as it is found in the background. */
final class SubsetsCard extends Card {
    private final SubsetSearches searches;
    private final DrawingView view = new DrawingView();
    private final Label counted = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane best = new FlowPane();
    private final Label single = new Label();
    private final Button start = new Button("Search");
    private final Button pause = new Button("Pause");
    private final Button take = new Button("Use these");

    SubsetsCard(SubsetSearches searches, Setup setup, Trainings trainings, Workbench workbench) {
        super("Feature subsets", "");
        this.searches = searches;
        setId("subsets-card");
        dress(view.themeProperty(), workbench);
        HBox screens = Controls.choice(
                List.of(Screen.values()), SubsetsCard::words, searches.screen.get(), searches.screen::set);
        screens.getStyleClass().add("small-segments");
        tool(screens);
        tool(ways());
        VBox side = side();
        HBox.setHgrow(view, Priority.ALWAYS);
        HBox body = new HBox(view, side);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        exportable(workbench, "subsets");
        workbench.watchJobs(new JobListener() {
            @Override
            public void progressed(JobHandle<?> handle, double done, double total, String what) {
                workbench.window().execute(() -> progress(handle));
            }
        });
        searches.shownProperty().addListener((o, old, now) -> show());
        searches.wish.addListener((o, old, now) -> show());
        trainings.selectedProperty().addListener((o, old, now) -> show());
        setup.features().addListener((InvalidationListener) o -> show());
        show();
    }

    private ChoiceBox<Optional<Way>> ways() {
        ChoiceBox<Optional<Way>> ways = new ChoiceBox<>();
        ways.setId("subset-way");
        ways.setTooltip(
                new Tooltip("Which way through the subsets: all of them, or greedy or genetic for many features"));
        ways.getItems().add(Optional.empty());
        Stream.of(Way.values()).map(Optional::of).forEach(ways.getItems()::add);
        ways.setConverter(ShownAs.of(way -> way.map(Way::label).orElse("as suits")));
        ways.valueProperty().bindBidirectional(searches.wish);
        return ways;
    }

    private VBox side() {
        counted.getStyleClass().add("subset-count");
        counted.setId("subset-count");
        counted.setWrapText(true);
        left.getStyleClass().add("muted");
        left.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        best.getStyleClass().add("subset-best");
        single.getStyleClass().add("muted");
        start.setId("search-subsets");
        start.setOnAction(e -> begin());
        pause.setId("pause-subsets");
        pause.setOnAction(e -> searches.pause());
        take.setId("take-subset");
        take.setTooltip(new Tooltip("Choose the features of this subset at the left, and no others"));
        take.setOnAction(e -> chosen().ifPresent(searches::take));
        for (Button button : List.of(start, pause, take)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox first = new HBox(counted, Controls.spring(), left);
        first.getStyleClass().add("section-line");
        HBox last = new HBox(single, Controls.spring(), take, start, pause);
        last.getStyleClass().add("section-line");
        VBox side = new VBox(first, bar, best, last);
        side.getStyleClass().add("subset-side");
        side.setMinWidth(360);
        side.setPrefWidth(440);
        return side;
    }

    private static String words(Screen screen) {
        return switch (screen) {
            case INNER -> "inner rows choose";
            case TEST -> "test rows";
            case CV -> "folds";
        };
    }

    private void begin() {
        try {
            searches.start();
        } catch (InputException e) {
            counted.setText(e.getMessage());
        }
    }

    private void show() {
        Shown now = searches.shown();
        boolean running = now.state() == State.RUNNING;
        start.setText(now.state() == State.PAUSED ? "Go on" : "Search");
        start.setDisable(running || searches.features() == 0);
        pause.setDisable(!running);
        take.setDisable(running || chosen().isEmpty());
        about(
                now.state() == State.NONE
                        ? searches.model()
                        : now.model() + (running ? ", best so far" : ", " + now.judged()));
        if (!running) {
            left.setText("");
            counted.setText(standing(now));
            bar.setProgress(now.state() == State.DONE ? 1 : now.state() == State.PAUSED ? bar.getProgress() : 0);
        }
        best.getChildren().clear();
        chosen().ifPresent(w -> lead(w, now.unit()));
        single.setText(now.single()
                .map(w -> "Best single  " + Words.number(SubsetsFigure.error(w)) + "  "
                        + name(w.features().getFirst()).plainSymbol())
                .orElse(""));
        view.drawingProperty().set(figure());
    }

    private String standing(Shown now) {
        int p = searches.features();
        return switch (now.state()) {
            case NONE ->
                p == 0
                        ? "Choose features first"
                        : searches.way() == Way.ALL && p < 60
                                ? String.format(Locale.ROOT, "%,d subsets of %d features", (1L << p) - 1, p)
                                : searches.way().label() + " search of " + p + " features";
            case RUNNING -> "";
            case DONE -> String.format(Locale.ROOT, "%,d subsets tried. %s", now.evaluated(), now.says());
            case PAUSED, FAILED -> now.says();
        };
    }

    private void progress(JobHandle<?> handle) {
        if (searches.job().filter(handle::equals).isEmpty()) {
            return;
        }
        JobHandle.Reported reported = handle.reported();
        bar.setProgress(reported.fraction().orElse(0));
        counted.setText(String.format(Locale.ROOT, "%,.0f of %,.0f subsets", reported.done(), reported.total()));
        left.setText(handle.timeLeft().map(SubsetsCard::words).orElse(""));
    }

    private static String words(Duration d) {
        return d.toMinutes() >= 2 ? d.toMinutes() + " min left" : d.toSeconds() + " s left";
    }

    /** The one to take: the one that was chosen, while the search goes on the one with the least error. */
    private Optional<Winner> chosen() {
        Shown now = searches.shown();
        return now.chosen() >= 0 && now.chosen() < now.best().size()
                ? Optional.of(now.best().get(now.chosen()))
                : now.best().stream().min(Comparator.comparingDouble(SubsetsFigure::error));
    }

    private void lead(Winner winner, String unit) {
        String plain = Markup.parse(unit).plain();
        Label error = new Label(Words.number(SubsetsFigure.error(winner)) + " " + plain);
        error.getStyleClass().add("subset-error");
        best.getChildren().addAll(error, new Label(winner.size() + (winner.size() == 1 ? " feature" : " features")));
        winner.features().forEach(key -> {
            MarkupText chip = new MarkupText(name(key).symbol());
            chip.getStyleClass().add("subset-chip");
            best.getChildren().add(chip);
        });
        winner.testRmse().ifPresent(e -> {
            Label aside = new Label(Words.number(e) + " " + plain + " on rows set aside");
            aside.getStyleClass().add("muted");
            best.getChildren().add(aside);
        });
    }

    private static Descriptor name(String key) {
        return Catalogue.all().of(key).orElse(Descriptor.unlisted(key, ""));
    }

    private SubsetsFigure figure() {
        return SubsetsFigure.of(searches.shown().best(), searches.shown().unit());
    }

    @Override
    protected Optional<Drawing> drawing() {
        return searches.shown().best().isEmpty() ? Optional.empty() : Optional.of(figure());
    }

    @Override
    protected String caption() {
        Shown now = searches.shown();
        return "Least root-mean-square error of " + now.model() + " learning " + now.symbol()
                + " by number of features; "
                + (now.judged().startsWith("chosen")
                        ? "subsets were chosen by the test rows, as published: the error is optimistic."
                        : "subsets were screened on inner rows and the best of each size cross-validated on the training"
                                + " rows; the minimum is marked.");
    }
}
