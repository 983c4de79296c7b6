package org.ionscape.app.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.Progress;
import org.ionscape.learn.explain.Importance;
import org.ionscape.learn.explain.Importances;
import org.ionscape.learn.explain.Response;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.table.Column;

/**
 * What the selected training's model, fitted to all its rows, tells: which features matter, how it answers to one of them,
 * and what it predicts where the table has no value. Computed in the background, the newest question first.
 */
public final class Insight {
    private static final int POINTS = 10;
    private static final int SHUFFLES = 5;

    /** How importance is measured. */
    public enum Measure {
        IMPURITY("impurity", "Mean decrease in impurity"),
        PERMUTATION("permutation", "Fall of *R*^{2} when shuffled");

        final String words;
        final String axis;

        Measure(String words, String axis) {
            this.words = words;
            this.axis = axis;
        }
    }

    /** A model fitted to all rows of a training. */
    public record Fitted(Training training, Dataset data, FittedPipeline model) {}

    /** A predicted row. */
    public record Guess(String key, SavedModel.Prediction prediction) {}

    private final Workbench workbench;
    private final Setup setup;
    private final Trainings trainings;
    private final ReadOnlyObjectWrapper<Optional<Fitted>> fitted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Importance>> importance = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Response>> response = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Guess>> guesses = new ReadOnlyObjectWrapper<>(List.of());
    /** Which measure is shown; models without trees have only the second. */
    public final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.IMPURITY);
    /** Key of the feature whose response is shown; empty: the most important. */
    public final StringProperty feature = new SimpleStringProperty("");

    Insight(Workbench workbench, Setup setup, Trainings trainings) {
        this.workbench = workbench;
        this.setup = setup;
        this.trainings = trainings;
        trainings.selectedProperty().addListener((o, old, now) -> follow(old, now));
        measure.addListener((o, old, now) -> weigh());
        feature.addListener((o, old, now) -> respond());
        follow(Optional.empty(), trainings.selected());
    }

    public ReadOnlyObjectProperty<Optional<Fitted>> fittedProperty() {
        return fitted.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Importance>> importanceProperty() {
        return importance.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Response>> responseProperty() {
        return response.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Guess>> guessesProperty() {
        return guesses.getReadOnlyProperty();
    }

    private final javafx.beans.value.ChangeListener<Training.State> ended = (o, old, now) -> refit();

    private void follow(Optional<Training> old, Optional<Training> now) {
        old.ifPresent(t -> t.stateProperty().removeListener(ended));
        now.ifPresent(t -> t.stateProperty().addListener(ended));
        refit();
    }

    /** The rows a training learned from, with their features; a training of an earlier session takes them from its table. */
    private Optional<Dataset> data(Training training) {
        if (!training.data().features().isEmpty()) {
            return Optional.of(training.data());
        }
        try {
            return setup.data(training.plan());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private void refit() {
        fitted.set(Optional.empty());
        importance.set(List.of());
        response.set(Optional.empty());
        guesses.set(List.of());
        trainings
                .selected()
                .filter(t -> t.hasResult() && !t.isOpen())
                .ifPresent(t -> data(t).ifPresent(data -> ask(
                        "fit", "Fitting " + t.nameProperty().get() + " to all rows", p -> fit(t, data, p), model -> {
                            fitted.set(Optional.of(model));
                            weigh();
                            guess();
                        })));
    }

    private Fitted fit(Training training, Dataset data, Progress progress) {
        var settings = training.evaluation().folds().getFirst().settings();
        var pipeline = trainings.pipeline(training.plan()).with(settings);
        return new Fitted(
                training, data, pipeline.fit(data, data.all(), training.plan().seed(), progress));
    }

    private <T> void ask(String key, String title, Job.Work<T> work, Consumer<T> answered) {
        workbench
                .compute()
                .submit(Job.latest("insight " + key, title, work))
                .whenDone()
                .whenComplete((value, failure) -> workbench.window().execute(() -> {
                    if (value != null) {
                        answered.accept(value);
                    }
                }));
    }

    /** The measure shown: models without trees have no impurity. */
    Measure measured() {
        return fitted.get()
                        .filter(f -> f.model().model().impurityImportance().isEmpty())
                        .isPresent()
                ? Measure.PERMUTATION
                : measure.get();
    }

    private void weigh() {
        fitted.get().ifPresent(model -> {
            Measure taken = measured();
            Training training = model.training();
            ask(
                    "importance",
                    "Weighing the features of " + training.nameProperty().get(),
                    p -> taken == Measure.IMPURITY
                            ? Importances.mdi(
                                    model.data().featureKeys(), training.plan().model(), model.model())
                            : Importances.permutation(
                                    model.data(),
                                    trainings.pipeline(training.plan()),
                                    training.folds(),
                                    SHUFFLES,
                                    training.plan().seed(),
                                    workbench.compute(),
                                    p),
                    found -> {
                        importance.set(found);
                        if (!model.data().featureKeys().contains(feature.get())) {
                            found.stream()
                                    .max(java.util.Comparator.comparingDouble(Importance::mean))
                                    .ifPresent(i -> feature.set(i.feature()));
                        } else if (response.get().isEmpty()) {
                            respond();
                        }
                    });
        });
    }

    private void respond() {
        fitted.get()
                .filter(m -> m.data().featureKeys().contains(feature.get()))
                .ifPresent(model -> ask(
                        "response",
                        "Asking " + model.training().nameProperty().get() + " about " + feature.get(),
                        p -> Response.of(
                                model.model(), model.data(), model.data().all(), feature.get(), POINTS, p),
                        found -> response.set(Optional.of(found))));
    }

    /** Predicts the rows looked at that have no value of the target. */
    private void guess() {
        fitted.get().ifPresent(model -> {
            Sheet sheet = setup.shown().sheet();
            Optional<Column> target = sheet.table().column(model.data().target());
            if (target.isEmpty()) {
                return;
            }
            int[] rows = Arrays.stream(setup.shown().rows())
                    .filter(r -> !target.get().has(r))
                    .toArray();
            SavedModel saved = saved(model);
            ask(
                    "predict",
                    "Predicting " + rows.length + " rows",
                    p -> saved.predict(sheet.table(), rows).predictions(),
                    found -> guesses.set(IntStream.range(0, found.size())
                            .mapToObj(i -> new Guess(sheet.rows().get(rows[i]).key(), found.get(i)))
                            .toList()));
        });
    }

    /** The fitted model with where it comes from, to be written. */
    SavedModel saved(Fitted model) {
        Plan plan = model.training().plan();
        var evaluation = model.training().evaluation();
        java.util.Map<String, Object> provenance = new java.util.LinkedHashMap<>();
        provenance.put("table", plan.sheet());
        provenance.put("conditions", plan.conditions());
        provenance.put("rows", model.data().size());
        provenance.put("preset", workbench.presetProperty().get().label());
        provenance.put("seed", plan.seed());
        provenance.put("validation", plan.scheme());
        provenance.put("testRmse", evaluation.test().rmse());
        provenance.put("baselineRmse", evaluation.baseline().rmse());
        String unit = model.data()
                .table()
                .column(model.data().target())
                .flatMap(Column::asNumbers)
                .map(Column.NumberColumn::unit)
                .orElse("");
        var pipeline = trainings.pipeline(plan);
        return new SavedModel(
                pipeline.type(),
                evaluation.folds().getFirst().settings(),
                model.model(),
                model.data().target(),
                unit,
                provenance);
    }
}
