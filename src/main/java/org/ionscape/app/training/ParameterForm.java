package org.ionscape.app.training;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.parts.Controls;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Parameter;
import org.ionscape.learn.Settings;
import org.ionscape.learn.registry.Models;

/** The parameters of one model: a value each, or several of which the best is searched inside the training rows. */
final class ParameterForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Setup setup;
    private final GridPane fields = new GridPane();
    private final Label model = new Label();
    private final Label size = new Label();
    private final Map<String, TextField> shown = new HashMap<>();
    private final MapChangeListener<String, String> followed = this::follow;
    private Optional<ObservableMap<String, String>> watched = Optional.empty();

    ParameterForm(Setup setup, Trainings trainings) {
        this.setup = setup;
        getStyleClass().add("section-body");
        model.getStyleClass().add("muted");
        size.getStyleClass().add("faint");
        fields.getStyleClass().add("parameter-fields");
        HBox kinds = Controls.choice(List.of(Searching.values()), k -> k.words, setup.searching);
        kinds.getStyleClass().add("small-segments");
        HBox line = new HBox(model, Controls.spring(), kinds);
        line.getStyleClass().add("section-line");
        HBox drawn = drawn();
        getChildren().addAll(line, fields, drawn, size);
        setup.parameterModel.addListener((o, old, now) -> fill());
        setup.searching.addListener((o, old, now) -> fill());
        setup.draws.addListener((o, old, now) -> count());
        setup.scheme.addListener((o, old, now) -> count());
        trainings.all().addListener((InvalidationListener) o -> count());
        fill();
    }

    private HBox drawn() {
        TextField draws = new TextField(Integer.toString(setup.draws.get()));
        draws.setId("search-draws");
        draws.setPrefColumnCount(4);
        draws.setTooltip(new Tooltip("How many points of the grid are drawn at random"));
        draws.textProperty().addListener((o, old, now) -> {
            boolean good = now.matches("[1-9]\\d{0,4}");
            draws.pseudoClassStateChanged(WRONG, !good);
            if (good) {
                setup.draws.set(Integer.parseInt(now));
            }
        });
        setup.draws.addListener((o, old, now) -> {
            if (!draws.getText().equals(now.toString())) {
                draws.setText(now.toString());
            }
        });
        Label of = new Label("points drawn");
        of.getStyleClass().add("muted");
        HBox line = new HBox(draws, of);
        line.getStyleClass().add("section-line");
        line.visibleProperty().bind(setup.searching.isEqualTo(Searching.RANDOM));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Optional<ModelType> type() {
        return Models.find(setup.parameterModel.get());
    }

    private void fill() {
        watched.ifPresent(w -> w.removeListener(followed));
        fields.getChildren().clear();
        shown.clear();
        model.setText(type().map(ModelType::name).orElse("choose a model"));
        type().ifPresent(t -> {
            for (int i = 0; i < t.parameters().size(); i++) {
                Parameter parameter = t.parameters().get(i);
                Label name = new Label(parameter.name());
                name.getStyleClass().add("muted");
                name.setTooltip(new Tooltip(parameter.meaning()));
                name.setMaxWidth(132);
                TextField field = field(t, parameter);
                GridPane.setHgrow(field, Priority.ALWAYS);
                fields.addRow(i, name, field);
                shown.put(parameter.name(), field);
            }
            watched = Optional.of(setup.settings(t.name()));
            watched.get().addListener(followed);
        });
        count();
    }

    /** Shows settings that came from elsewhere: a recipe, an earlier session. What is wrongly typed stays. */
    private void follow(MapChangeListener.Change<? extends String, ? extends String> change) {
        TextField field = shown.get(change.getKey());
        boolean typed = field == null || field.getPseudoClassStates().contains(WRONG) || field.isFocused();
        String now = change.wasAdded() ? change.getValueAdded() : "";
        if (!typed && !field.getText().equals(now)) {
            field.setText(now);
        }
    }

    private TextField field(ModelType type, Parameter parameter) {
        ObservableMap<String, String> settings = setup.settings(type.name());
        TextField field = new TextField(settings.getOrDefault(parameter.name(), ""));
        field.setId("parameter-" + parameter.name());
        field.setPromptText(Settings.text(parameter.initial()));
        field.setTooltip(new Tooltip(parameter.meaning() + "; expected " + parameter.words()
                + (setup.searching.get() == Searching.FIXED ? "" : ", several with commas between")));
        Runnable check = () -> {
            boolean good = field.getText().isBlank()
                    || List.of(field.getText().strip().split("\\s*,\\s*")).stream()
                            .allMatch(v -> parameter.parse(v).isPresent());
            field.pseudoClassStateChanged(WRONG, !good);
            if (good && !field.getText().isBlank()) {
                settings.put(parameter.name(), field.getText());
            } else {
                settings.remove(parameter.name());
            }
            count();
        };
        field.textProperty().addListener((o, old, now) -> check.run());
        check.run();
        return field;
    }

    private void count() {
        long points = setup.searching.get() == Searching.FIXED
                ? 1
                : setup.settings(setup.parameterModel.get()).values().stream()
                        .mapToLong(v -> v.split(",").length)
                        .reduce(1, Math::multiplyExact);
        long tried = setup.searching.get() == Searching.RANDOM ? Math.min(points, setup.draws.get()) : points;
        int outer = setup.folds();
        int inner = Plan.innerFolds(setup.rowsWithTarget());
        size.setText(
                tried > 1
                        ? String.format(
                                Locale.ROOT,
                                "%,d points × %d inner folds in %s: %,d fits",
                                tried,
                                inner,
                                outer == 1 ? "one split" : outer + " folds",
                                (tried * inner + 1) * outer)
                        : outer == 1 ? "one fit" : "one fit for each of " + outer + " folds");
    }
}
