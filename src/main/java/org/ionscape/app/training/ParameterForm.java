package org.ionscape.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
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
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Scheme;

/** The parameters of one model: a value each, or several of which the best is searched inside the training rows. */
final class ParameterForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Setup setup;
    private final GridPane fields = new GridPane();
    private final Label model = new Label();
    private final Label size = new Label();

    ParameterForm(Setup setup, Trainings trainings) {
        this.setup = setup;
        getStyleClass().add("section-body");
        model.getStyleClass().add("muted");
        size.getStyleClass().add("faint");
        fields.getStyleClass().add("parameter-fields");
        HBox kinds = Controls.choice(
                List.of(false, true), several -> several ? "grid" : "fixed", setup.grid.get(), setup.grid::set);
        kinds.getStyleClass().add("small-segments");
        HBox line = new HBox(model, Controls.spring(), kinds);
        line.getStyleClass().add("section-line");
        getChildren().addAll(line, fields, size);
        setup.parameterModel.addListener((o, old, now) -> fill());
        setup.grid.addListener((o, old, now) -> fill());
        setup.scheme.addListener((o, old, now) -> count());
        trainings.all().addListener((InvalidationListener) o -> count());
        fill();
    }

    private Optional<ModelType> type() {
        return Models.find(setup.parameterModel.get());
    }

    private void fill() {
        fields.getChildren().clear();
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
            }
        });
        count();
    }

    private TextField field(ModelType type, Parameter parameter) {
        ObservableMap<String, String> settings = setup.settings(type.name());
        TextField field = new TextField(settings.getOrDefault(parameter.name(), ""));
        field.setId("parameter-" + parameter.name());
        field.setPromptText(words(parameter.initial()));
        field.setTooltip(new Tooltip(parameter.meaning() + "; expected " + parameter.words()
                + (setup.grid.get() ? ", several with commas between" : "")));
        Runnable check = () -> {
            boolean good = field.getText().isBlank()
                    || List.of(field.getText().strip().split("\\s*,\\s*")).stream()
                                    .allMatch(v -> parameter.parse(v).isPresent())
                            && (setup.grid.get() || !field.getText().contains(","));
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

    private static String words(Object value) {
        return switch (value) {
            case Optional<?> none -> "None";
            case List<?> list ->
                String.join("-", list.stream().map(Object::toString).toList());
            default -> value.toString();
        };
    }

    private void count() {
        long points = !setup.grid.get()
                ? 1
                : setup.settings(setup.parameterModel.get()).values().stream()
                        .mapToLong(v -> v.split(",").length)
                        .reduce(1, Math::multiplyExact);
        Scheme scheme = Scheme.parse(setup.scheme.get());
        String folds = switch (scheme) {
            case Scheme.KFold k -> k.k() + " folds";
            case Scheme.Stratified k -> k.k() + " folds";
            case Scheme.LeaveOneGroupOut logo -> "every " + logo.column();
            case Scheme.HoldOut hold -> "one split";
            case Scheme.Split split -> "one split";
        };
        size.setText(
                points > 1
                        ? points + " points, best of 10 inner folds, in " + folds
                        : "one fit for " + (folds.contains("folds") ? "each of " + folds : folds));
    }
}
