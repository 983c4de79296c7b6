package org.ionscape.app.training;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.stage.FileChooser;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.FiguresMenu;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.compute.InputException;
import org.ionscape.learn.saved.ModelFile;

/** The place where models are trained: what to train at the left, what comes of it in cards. */
public final class TrainingPane extends BorderPane {
    private static final double[] SHARES = {392, 440, 424};

    private final Setup setup;
    private final Trainings trainings;
    private final Insight insight;
    private final SubsetSearches searches;
    private final SetupPane chosen;

    /** On the rows that are looked at. */
    public TrainingPane(Workbench workbench, Sheets sheets) {
        setup = new Setup(workbench, sheets);
        trainings = new Trainings(workbench);
        insight = new Insight(workbench, setup, trainings);
        TrainingRecipes recipes = new TrainingRecipes(setup, trainings);
        getStyleClass().add("training");
        getStylesheets()
                .add(TrainingPane.class
                        .getResource("/org/ionscape/app/training/training.css")
                        .toExternalForm());
        chosen = new SetupPane(
                setup,
                trainings,
                insight,
                new SetupPane.Files(this::save, this::open),
                new FiguresMenu(workbench, sheets, recipes::steps, recipes::replay).seeded(setup.seed::get));
        setLeft(chosen);
        GridPane cards = new GridPane();
        cards.getStyleClass().add("training-cards");
        double all = SHARES[0] + SHARES[1] + SHARES[2];
        for (double share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * share / all);
            cards.getColumnConstraints().add(column);
        }
        cards.getRowConstraints().addAll(row(1.3), row(1));
        cards.add(grown(new RunsCard(trainings, workbench)), 0, 0);
        cards.add(grown(new ImportanceCard(insight, workbench)), 0, 1);
        cards.add(grown(new BoardCard(trainings, workbench)), 1, 0);
        cards.add(grown(new ResponseCard(insight, workbench)), 1, 1);
        cards.add(grown(new ParityCard(trainings, insight, sheets, workbench)), 2, 0);
        cards.add(grown(new PredictCard(insight, sheets)), 2, 1);
        searches = new SubsetSearches(workbench, trainings, setup);
        SubsetsCard subsets = new SubsetsCard(searches, setup, trainings, workbench);
        subsets.setMinWidth(0);
        subsets.setMinHeight(176);
        subsets.setPrefHeight(176);
        BorderPane right = new BorderPane(cards);
        BorderPane.setMargin(subsets, new javafx.geometry.Insets(0, 8, 8, 8));
        right.setBottom(subsets);
        setCenter(right);
    }

    private static RowConstraints row(double weight) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100 * weight / 2.3);
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    private static Node grown(Region card) {
        card.setMinWidth(0); // in a narrow window its title gives way, not the window's edge
        GridPane.setHgrow(card, Priority.ALWAYS);
        GridPane.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    /** What is chosen. */
    public Setup setup() {
        return setup;
    }

    /** What was trained. */
    public Trainings trainings() {
        return trainings;
    }

    /** What the selected model tells. */
    public Insight insight() {
        return insight;
    }

    /** The search for features that are enough. */
    SubsetSearches searches() {
        return searches;
    }

    private void save() {
        insight.fittedProperty()
                .get()
                .ifPresent(fitted -> Optional.ofNullable(chooser("Save the model", fitted.name() + ".json")
                                .showSaveDialog(getScene().getWindow()))
                        .map(File::toPath)
                        .ifPresent(file -> save(fitted, file)));
    }

    private void save(Fitted fitted, Path file) {
        try {
            ModelFile.write(fitted.saved(), file);
            chosen.say("");
        } catch (InputException e) {
            chosen.say(e.getMessage());
        }
    }

    private void open() {
        Optional.ofNullable(
                        chooser("Open a model", "").showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::open);
    }

    /** Looks at a model in a file; what is wrong with it is said beside the buttons. */
    void open(Path file) {
        chosen.say("");
        insight.open(file, chosen::say);
    }

    private static FileChooser chooser(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Models (JSON)", "*.json"));
        return chooser;
    }
}
