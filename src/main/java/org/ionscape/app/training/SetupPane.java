package org.ionscape.app.training;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.app.parts.ShownAs;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.figure.MarkupText;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Descriptor;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is trained, from top to bottom as one decides it, and the button that trains it. */
final class SetupPane extends BorderPane {
    private final Setup setup;
    private final Trainings trainings;
    private final Label refusal = new Label();
    private final VBox warnings = new VBox();

    /** What is done with model files. */
    record Files(Runnable save, Runnable open) {}

    SetupPane(Setup setup, Trainings trainings, Insight insight, Files files, Node figures) {
        this.setup = setup;
        this.trainings = trainings;
        getStyleClass().add("training-setup");
        warnings.getStyleClass().add("training-warnings");
        Label featureCount = count();
        featureCount.setId("feature-count");
        Label modelCount = count();
        VBox sections = new VBox(
                section(1, "Target", rowCount(), target()),
                section(2, "Features", featureCount, new FeatureList(setup, featureCount), warnings),
                section(3, "Models", modelCount, new ModelList(setup, trainings, modelCount)),
                section(4, "Validation", new Label(), new SchemeChooser(setup)),
                section(5, "Hyper-parameters", count(), new ParameterForm(setup, trainings)),
                scaling());
        sections.getStyleClass().add("training-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("training-scroll");
        setCenter(scroll);
        setBottom(foot(insight, files, figures));
        setup.warnings().addListener((ListChangeListener<Problem>) c -> warn());
        warn();
    }

    private static Label count() {
        Label label = new Label();
        label.getStyleClass().add("faint");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static VBox section(int number, String title, Label right, Node... content) {
        Label digit = new Label(Integer.toString(number));
        digit.getStyleClass().add("step-number");
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        HBox head = new HBox(digit, name, Controls.spring(), right);
        head.getStyleClass().add("section-head");
        VBox box = new VBox(head);
        box.getChildren().addAll(content);
        box.getStyleClass().add("training-section");
        return box;
    }

    private Label rowCount() {
        Label label = count();
        Runnable fill = () -> label.setText(setup.rowsWithTarget() + " rows");
        setup.features().addListener((InvalidationListener) o -> fill.run());
        fill.run();
        return label;
    }

    private Node target() {
        ComboBox<String> box = new ComboBox<>(setup.targets());
        box.setId("training-target");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(list -> new SymbolCell());
        box.setButtonCell(new SymbolCell());
        box.valueProperty().bindBidirectional(setup.target);
        box.setAccessibleText("Target");
        return box;
    }

    /** A column by its symbol, name and unit. */
    private final class SymbolCell extends ListCell<String> {
        @Override
        protected void updateItem(String key, boolean empty) {
            super.updateItem(key, empty);
            setText(null);
            if (empty || key == null) {
                setGraphic(null);
                return;
            }
            Descriptor d = setup.shown()
                    .sheet()
                    .table()
                    .column(key)
                    .map(Catalogue.all()::describe)
                    .orElse(Descriptor.unlisted(key, ""));
            Label name = new Label(d.name().equals(d.key()) ? "" : d.name());
            name.getStyleClass().add("target-name");
            Label unit = new Label(d.unit());
            unit.getStyleClass().add("faint");
            MarkupText symbol = new MarkupText(d.symbol());
            symbol.setMinWidth(USE_PREF_SIZE);
            symbol.setMaxHeight(USE_PREF_SIZE);
            HBox line = new HBox(symbol, name, Controls.spring(), unit);
            line.getStyleClass().add("target-line");
            setGraphic(line);
        }
    }

    private void warn() {
        warnings.getChildren().clear();
        for (Problem problem : setup.warnings()) {
            Label label = new Label(problem.message(), new FontIcon(Feather.ALERT_TRIANGLE));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("training-warning");
            warnings.getChildren().add(label);
        }
    }

    private Node scaling() {
        ChoiceBox<PrepareOptions.TargetScale> scale = new ChoiceBox<>();
        scale.getItems().setAll(PrepareOptions.TargetScale.values());
        scale.setConverter(ShownAs.of(PrepareOptions.TargetScale::label));
        scale.valueProperty().bindBidirectional(setup.scale);
        scale.setTooltip(new Tooltip("Scale of the target while learning"));
        ChoiceBox<PrepareOptions.Transform> transform = new ChoiceBox<>();
        transform.getItems().setAll(PrepareOptions.Transform.values());
        transform.setConverter(ShownAs.of(t -> t == PrepareOptions.Transform.NONE ? "as it is" : "log₁₀"));
        transform.valueProperty().bindBidirectional(setup.transform);
        transform.setTooltip(new Tooltip("Learn the logarithm of the target, as for a D over decades"));
        TextField seed = new TextField();
        seed.setId("training-seed");
        seed.setPrefColumnCount(3);
        seed.textProperty().addListener((o, old, now) -> {
            if (now.matches("\\d{1,9}")) {
                setup.seed.set(Long.parseLong(now));
            }
        });
        seed.setText(Long.toString(setup.seed.get()));
        setup.seed.addListener((o, old, now) -> {
            if (!seed.getText().equals(now.toString())) {
                seed.setText(now.toString());
            }
        });
        seed.setMinWidth(44);
        scale.setMinWidth(108);
        transform.setMinWidth(72);
        Label of = new Label("seed");
        of.getStyleClass().add("muted");
        of.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(transform, scale, Controls.spring(), of, seed);
        line.getStyleClass().addAll("section-line", "training-scaling");
        return line;
    }

    private Node foot(Insight insight, Files files, Node figures) {
        Button train = new Button("Train", new FontIcon(Feather.PLAY));
        train.setId("train");
        train.getStyleClass().add("accent");
        train.setMinWidth(88);
        train.disableProperty().bind(Bindings.isEmpty(setup.models()).or(setup.target.isEmpty()));
        train.setOnAction(e -> train());
        Button stop = new Button("Stop, keep results", new FontIcon(Feather.SQUARE));
        stop.setId("stop-keep");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> trainings.stopAll());
        Runnable enable = () -> stop.setDisable(trainings.open().isEmpty());
        trainings.all().addListener((InvalidationListener) o -> enable.run());
        enable.run();
        Button keep = Controls.icon(Feather.SAVE, "Save the model, fitted to all rows", files.save());
        keep.setId("save-model");
        keep.disableProperty().bind(insight.fittedProperty().map(Optional::isEmpty));
        Button open = Controls.icon(Feather.FOLDER, "Open a saved model…", files.open());
        open.setId("open-model");
        HBox buttons = new HBox(train, stop);
        buttons.getStyleClass().add("section-line");
        HBox.setHgrow(train, Priority.NEVER);
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.getStyleClass().add("training-refusal");
        show(refusal, "");
        HBox more = new HBox(figures, Controls.spring(), open, keep);
        more.getStyleClass().add("section-line");
        VBox foot = new VBox(refusal, buttons, more);
        foot.getStyleClass().add("training-foot");
        return foot;
    }

    private void train() {
        try {
            trainings.start(setup);
            show(refusal, "");
        } catch (InputException e) {
            show(refusal, e.getMessage());
        }
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** Says what is wrong with a model file; nothing if nothing is. */
    void say(String why) {
        show(refusal, why);
    }
}
