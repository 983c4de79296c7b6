package org.ionscape.app.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Card;
import org.ionscape.app.parts.Controls;
import org.ionscape.compute.JobHandle;
import org.ionscape.figure.FigureView;
import org.ionscape.figure.learn.CurveFigures;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Trainings with how far they are, those that run first; below, the loss of the selected one or what two differ in. */
final class RunsCard extends Card {
    private final Trainings trainings;
    private final ObservableList<Training> items = FXCollections.observableArrayList();
    private final ListView<Training> list = new ListView<>(items);
    private final FigureView losses = new FigureView();
    private final Label differences = new Label();
    private boolean selecting;

    RunsCard(Trainings trainings, Workbench workbench) {
        super("Runs", "");
        this.trainings = trainings;
        setId("runs-card");
        Button stop = new Button("Stop all", new FontIcon(Feather.SQUARE));
        stop.setId("stop-all");
        stop.getStyleClass().add("stop");
        stop.setOnAction(e -> trainings.stopAll());
        tool(stop);
        list.setId("trainings");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(l -> new Cell());
        list.setPlaceholder(new Label("Choose models at the left and train them."));
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Training>) c -> chosen());
        list.setMinHeight(26.0 * 4 + 2);
        list.setPrefHeight(26.0 * 5 + 2);
        differences.setWrapText(true);
        differences.setId("differences");
        differences.getStyleClass().add("differences");
        losses.setMinHeight(120);
        VBox.setVgrow(losses, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.SOMETIMES);
        getChildren().addAll(list, differences, losses);
        exportable(losses, workbench, "losses");
        trainings.all().addListener((InvalidationListener) o -> fill());
        trainings.selectedProperty().addListener((o, old, now) -> follow());
        trainings.epochsProperty().addListener((o, old, now) -> draw());
        stop.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> trainings.open().isEmpty(), trainings.all()));
        fill();
    }

    private void fill() {
        List<Training> now = new ArrayList<>(trainings.all());
        now.sort(Comparator.comparing((Training t) -> !t.isOpen())
                .thenComparing(Training::id, Comparator.reverseOrder()));
        if (!now.equals(items)) {
            selecting = true;
            items.setAll(now);
            selecting = false;
            follow();
        }
        list.refresh();
        int open = trainings.open().size();
        about(open > 0 ? open + " of " + now.size() + " running" + left() : now.isEmpty() ? "" : now.size() + " kept");
        draw();
    }

    private String left() {
        return trainings.open().stream()
                .flatMap(t -> t.job().stream())
                .flatMap(j -> j.timeLeft().stream())
                .max(Comparator.naturalOrder())
                .map(d -> ", " + words(d) + " left")
                .orElse("");
    }

    private static String words(Duration d) {
        return String.format(Locale.ROOT, "%d:%02d", d.toMinutes(), d.toSecondsPart());
    }

    private void follow() {
        selecting = true;
        list.getSelectionModel().clearSelection();
        trainings.selected().filter(items::contains).ifPresent(list.getSelectionModel()::select);
        selecting = false;
        compare();
        draw();
    }

    private void chosen() {
        compare();
        Training first = list.getSelectionModel().getSelectedItem();
        if (!selecting && first != null) {
            selecting = true;
            if (list.getSelectionModel().getSelectedItems().size() == 1) {
                trainings.selectedProperty().set(Optional.of(first));
            }
            selecting = false;
        }
    }

    private void compare() {
        List<Training> two = list.getSelectionModel().getSelectedItems();
        boolean both = two.size() == 2 && !two.contains(null);
        differences.setVisible(both);
        differences.setManaged(both);
        if (both) {
            List<String> said = two.get(0).plan().differences(two.get(1).plan());
            differences.setText(two.get(0).nameProperty().get() + " and "
                    + two.get(1).nameProperty().get()
                    + (said.isEmpty() ? " were asked the same." : " differ in\n" + String.join("\n", said)));
        }
    }

    private void draw() {
        List<CurveFigures.Losses> curves =
                trainings.selected().map(Training::losses).orElse(List.of());
        losses.setVisible(!curves.isEmpty());
        losses.setManaged(!curves.isEmpty());
        if (!curves.isEmpty()) {
            losses.figureProperty().set(CurveFigures.losses(curves));
        }
    }

    @Override
    protected String caption() {
        return trainings
                .selected()
                .map(t -> "Loss of " + t.plan().model() + " learning "
                        + t.plan().target() + ", training and held-out rows of "
                        + t.losses().size() + " folds.")
                .orElse("Loss.");
    }

    /** A training: state, name, bar, folds, error. */
    private final class Cell extends ListCell<Training> {
        @Override
        protected void updateItem(Training training, boolean empty) {
            super.updateItem(training, empty);
            setText(null);
            setPrefWidth(0);
            setContextMenu(null);
            if (empty || training == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(training.nameProperty().get(), icon(training));
            name.setMinWidth(152);
            name.setPrefWidth(152);
            Label far = new Label(far(training));
            far.getStyleClass().add("muted");
            far.setMinWidth(40);
            Label error = new Label(error(training));
            error.getStyleClass().add("run-error");
            error.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(name);
            if (training.isOpen()) {
                ProgressBar bar = new ProgressBar(fraction(training));
                bar.setPrefWidth(64);
                bar.setMinWidth(40);
                line.getChildren().add(bar);
            }
            line.getChildren().addAll(far, Controls.spring(), error);
            line.getStyleClass().add("run-line");
            setGraphic(line);
            setContextMenu(menu(training));
        }

        private FontIcon icon(Training training) {
            FontIcon icon = new FontIcon(
                    switch (training.state()) {
                        case QUEUED -> Feather.CLOCK;
                        case RUNNING -> Feather.LOADER;
                        case DONE -> Feather.CHECK;
                        case STOPPED -> Feather.SQUARE;
                        case FAILED -> Feather.ALERT_TRIANGLE;
                    });
            icon.getStyleClass().add("run-" + training.state().name().toLowerCase(Locale.ROOT));
            return icon;
        }
    }

    private static double fraction(Training training) {
        return training.job()
                .map(JobHandle::reported)
                .map(r -> r.fraction().orElse(0))
                .orElse(0.0);
    }

    private static String far(Training training) {
        int done = training.evaluation().folds().size();
        return switch (training.state()) {
            case QUEUED -> "waiting";
            case RUNNING ->
                done > 0 || training.plan().grid().isEmpty()
                        ? "fold " + done + " of " + training.foldCount()
                        : String.format(Locale.ROOT, "grid %.0f %%", 100 * fraction(training));
            case DONE ->
                String.format(
                        Locale.ROOT,
                        "%s, %.1f s",
                        Catalogue.all()
                                .of(training.plan().target())
                                .map(Descriptor::plainSymbol)
                                .orElse(training.plan().target()),
                        training.seconds());
            case STOPPED -> done + " of " + training.foldCount() + " folds";
            case FAILED -> training.why();
        };
    }

    private static String error(Training training) {
        if (!training.hasResult()) {
            return "";
        }
        double rmse = training.evaluation().test().rmse();
        double sd = training.evaluation().spread().rmse();
        return Words.number(rmse, sd);
    }

    private ContextMenu menu(Training training) {
        MenuItem rename = new MenuItem("Rename…");
        rename.setOnAction(e -> {
            TextInputDialog dialog = new TextInputDialog(training.nameProperty().get());
            dialog.initOwner(getScene().getWindow());
            dialog.setHeaderText("Name of this run");
            dialog.showAndWait().ifPresent(name -> trainings.rename(training, name));
        });
        MenuItem stop = new MenuItem("Stop, keep results");
        stop.setDisable(!training.isOpen());
        stop.setOnAction(e -> trainings.stop(training));
        MenuItem remove = new MenuItem("Remove");
        remove.setOnAction(
                e -> List.copyOf(list.getSelectionModel().getSelectedItems()).forEach(trainings::remove));
        return new ContextMenu(rename, stop, remove);
    }
}
