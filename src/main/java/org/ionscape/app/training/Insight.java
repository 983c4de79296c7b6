package org.ionscape.app.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
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
import org.ionscape.learn.saved.SavedModel;
import org.ionscape.table.Column;
import org.ionscape.table.Table;

/**
 * What a model tells, that of the selected training fitted to all its rows or one opened from a file: which features
 * matter, how it answers to one or two of them, and what it predicts where the table has no value. Computed in the
 * background, the newest question first.
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

    /** A predicted row. */
    public record Guess(String key, SavedModel.Prediction prediction) {}

    private final Workbench workbench;
    private final Setup setup;
    private final Trainings trainings;
    private final ReadOnlyObjectWrapper<Optional<Fitted>> fitted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Importance>> importance = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Response>> response = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Response.Surface>> surface =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Guess>> guesses = new ReadOnlyObjectWrapper<>(List.of());
    /** Which measure is shown; models without trees have only the second. */
    public final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.IMPURITY);
    /** Key of the feature whose response is shown; empty: the most important. */
    public final StringProperty feature = new SimpleStringProperty("");
    /** Key of a second feature that is changed with it; empty: none. */
    public final StringProperty second = new SimpleStringProperty("");

    Insight(Workbench workbench, Setup setup, Trainings trainings) {
        this.workbench = workbench;
        this.setup = setup;
        this.trainings = trainings;
        trainings.selectedProperty().addListener((o, old, now) -> follow(old, now));
        measure.addListener((o, old, now) -> weigh());
        feature.addListener((o, old, now) -> respond());
        second.addListener((o, old, now) -> respond());
        setup.shownProperty().addListener((o, old, now) -> {
            if (fitted.get().isEmpty()) {
                refit(); // the rows of a training of an earlier session may come after it
            }
        });
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

    /** The mean over two features, while there is a second. */
    public ReadOnlyObjectProperty<Optional<Response.Surface>> surfaceProperty() {
        return surface.getReadOnlyProperty();
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
    Optional<Dataset> data(Training training) {
        if (!training.data().features().isEmpty()) {
            return Optional.of(training.data());
        }
        try {
            return setup.data(training.plan());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private void forget() {
        fitted.set(Optional.empty());
        importance.set(List.of());
        response.set(Optional.empty());
        surface.set(Optional.empty());
        guesses.set(List.of());
    }

    private void refit() {
        forget();
        trainings
                .selected()
                .filter(t -> t.hasResult() && !t.isOpen())
                .ifPresent(t -> data(t).ifPresent(data -> ask(
                        "fit",
                        "Fitting " + t.nameProperty().get() + " to all rows",
                        p -> Fitted.of(
                                t,
                                data,
                                trainings.pipeline(t.plan()),
                                workbench.presetProperty().get(),
                                p),
                        this::look)));
    }

    private void look(Fitted model) {
        fitted.set(Optional.of(model));
        weigh();
        guess();
        respond();
    }

    /**
     * Looks at a model that was saved, on the rows looked at now.
     *
     * @param refused told in words why it cannot be
     */
    void open(Path file, Consumer<String> refused) {
        Table table = setup.shown().countedTable();
        workbench
                .compute()
                .submit(Job.latest("insight fit", "Opening " + file.getFileName(), p -> Fitted.opened(file, table)))
                .whenDone()
                .whenComplete((model, failure) -> workbench.window().execute(() -> {
                    if (model != null) {
                        trainings.selectedProperty().set(Optional.empty());
                        forget();
                        look(model);
                    } else if (failure instanceof InputException bad) {
                        refused.accept(bad.getMessage());
                    }
                }));
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
            ask(
                    "importance",
                    "Weighing the features of " + model.name(),
                    p -> taken == Measure.IMPURITY
                            ? Importances.mdi(
                                    model.data().featureKeys(),
                                    model.saved().type().name(),
                                    model.model())
                            : shuffled(model, p),
                    this::weighed);
        });
    }

    private void weighed(List<Importance> found) {
        importance.set(found);
        if (found.stream().noneMatch(i -> i.feature().equals(feature.get()))) {
            found.stream().max(Comparator.comparingDouble(Importance::mean)).ifPresent(i -> feature.set(i.feature()));
        }
    }

    private List<Importance> shuffled(Fitted model, Progress progress) {
        return model.training().isPresent()
                ? Importances.permutation(
                        model.data(),
                        trainings.pipeline(model.training().get().plan()),
                        model.training().get().folds(),
                        SHUFFLES,
                        model.training().get().plan().seed(),
                        workbench.compute(),
                        progress)
                : Importances.permutation(
                        model.data(),
                        List.of(model.model()),
                        List.of(model.data().all()),
                        SHUFFLES,
                        setup.seed.get(),
                        workbench.compute(),
                        progress);
    }

    private void respond() {
        fitted.get().filter(m -> m.data().featureKeys().contains(feature.get())).ifPresent(model -> {
            String first = feature.get();
            String other = second.get();
            int[] rows = model.data().all();
            if (!other.equals(first) && model.data().featureKeys().contains(other)) {
                ask(
                        "response",
                        "Asking " + model.name() + " about " + first + " and " + other,
                        p -> Response.surface(model.model(), model.data(), rows, first, other, POINTS, p),
                        found -> surface.set(Optional.of(found)));
            } else {
                surface.set(Optional.empty());
                ask(
                        "response",
                        "Asking " + model.name() + " about " + first,
                        p -> Response.of(model.model(), model.data(), rows, first, POINTS, p),
                        found -> response.set(Optional.of(found)));
            }
        });
    }

    /** Predicts the rows looked at that have no value of the target. */
    private void guess() {
        fitted.get().ifPresent(model -> {
            Sheet sheet = setup.shown().sheet();
            Optional<Column> target = sheet.table().column(model.data().target());
            int[] rows = Arrays.stream(setup.shown().rows())
                    .filter(r -> target.isEmpty() || !target.get().has(r))
                    .toArray();
            ask(
                    "predict",
                    "Predicting " + rows.length + " rows",
                    p -> model.saved().predict(sheet.table(), rows).predictions(),
                    found -> guesses.set(IntStream.range(0, found.size())
                            .mapToObj(i -> new Guess(sheet.rows().get(rows[i]).key(), found.get(i)))
                            .toList()));
        });
    }
}
