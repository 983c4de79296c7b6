package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ionscape.app.RunStore;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.learn.validate.Scheme;
import org.ionscape.learn.validate.Search;
import org.ionscape.learn.validate.Validation;
import org.ionscape.learn.validate.Watcher;

/** Models that are trained and were trained in the open project. Changed on the window's thread only. */
public final class Trainings {
    private static final String KIND = "training";
    private static final long BUNDLE_NS = 250_000_000;

    private final Workbench workbench;
    private final ObservableList<Training> all = FXCollections.observableArrayList(
            t -> new javafx.beans.Observable[] {t.stateProperty(), t.evaluationProperty(), t.nameProperty()});
    private final ObservableList<Training> view = FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<Optional<Training>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyLongWrapper epochs = new ReadOnlyLongWrapper();
    private int last;

    Trainings(Workbench workbench) {
        this.workbench = workbench;
        workbench.projectProperty().addListener((o, old, now) -> reopen(now));
        reopen(workbench.projectProperty().get());
    }

    /** All trainings, oldest first. */
    public ObservableList<Training> all() {
        return view;
    }

    /** The training that parity, residuals and the other cards show. */
    public ObjectProperty<Optional<Training>> selectedProperty() {
        return selected;
    }

    public Optional<Training> selected() {
        return selected.get();
    }

    /** Grows when losses have grown. */
    public ReadOnlyLongProperty epochsProperty() {
        return epochs.getReadOnlyProperty();
    }

    public List<Training> open() {
        return all.stream().filter(Training::isOpen).toList();
    }

    /** Those with at least one fold done, of one target on the same rows, best first. */
    public List<Training> ranked() {
        Optional<Training> newest = all.stream().filter(Training::hasResult).reduce((a, b) -> b);
        Optional<Training> guide = selected.get().filter(Training::hasResult).or(() -> newest);
        return all.stream()
                .filter(t -> t.hasResult()
                        && guide.filter(g -> g.plan().target().equals(t.plan().target()))
                                .isPresent())
                .sorted(Comparator.comparingDouble(t -> t.evaluation().test().rmse()))
                .toList();
    }

    /**
     * Trains every chosen model, each a job of its own.
     *
     * @throws InputException when the choice cannot be trained; nothing has begun then
     */
    public List<Training> start(Setup setup) {
        DataChoice.Chosen chosen = setup.choose();
        List<Fold> folds = Scheme.parse(setup.scheme.get()).folds(chosen.data(), setup.seed.get());
        List<Training> begun = new ArrayList<>();
        for (ModelType type : Models.all()) {
            if (setup.models().contains(type.name())) {
                Plan plan = setup.plan(type.name(), chosen);
                Pipeline pipeline = pipeline(plan);
                Search search = plan.search(chosen.data().size()).of(type, plan.seed());
                Training training = new Training(nextId(), plan, chosen.data(), setup.keys(chosen), folds);
                begun.add(training);
                all.add(training);
                submit(training, pipeline, search);
            }
        }
        begun.stream().findFirst().ifPresent(t -> selected.set(Optional.of(t)));
        return begun;
    }

    private String nextId() {
        last++;
        return String.format(java.util.Locale.ROOT, "%05d", last);
    }

    /** The model of a plan with its settings and preparation. */
    Pipeline pipeline(Plan plan) {
        ModelType type = Models.named(plan.model());
        Settings settings =
                Models.settings(type, workbench.presetProperty().get()).with(plan.settings());
        PrepareOptions prepare = PrepareOptions.of(workbench.presetProperty().get())
                .with(PrepareOptions.Transform.ofLabel(plan.transform()).orElse(PrepareOptions.Transform.NONE))
                .with(PrepareOptions.TargetScale.ofLabel(plan.scale()).orElse(PrepareOptions.TargetScale.NONE));
        return new Pipeline(type, settings, prepare);
    }

    private void submit(Training training, Pipeline pipeline, Search search) {
        long begun = System.nanoTime();
        JobHandle<?> handle = workbench
                .compute()
                .submit(Job.of("Training " + training.plan().model(), progress -> {
                    workbench.window().execute(training::running);
                    return Validation.run(
                            training.data(),
                            pipeline,
                            training.folds(),
                            search,
                            training.plan().seed(),
                            workbench.compute(),
                            progress,
                            new Live(training));
                }));
        training.begun(handle);
        handle.whenDone()
                .whenComplete((result, failure) ->
                        workbench.window().execute(() -> ended(training, failure, (System.nanoTime() - begun) / 1e9)));
    }

    private void ended(Training training, Throwable failure, double seconds) {
        switch (failure) {
            case null -> training.ended(Training.State.DONE, "", seconds);
            case CancellationException stopped ->
                training.ended(Training.State.STOPPED, "stopped; " + words(training) + " kept", seconds);
            case InputException bad -> training.ended(Training.State.FAILED, bad.getMessage(), seconds);
            default -> training.ended(Training.State.FAILED, "something went wrong: " + failure, seconds);
        }
        keep(training);
        if (open().isEmpty()) {
            ranked().stream()
                    .findFirst()
                    .filter(best -> selected.get().filter(Training::hasResult).isEmpty())
                    .ifPresent(best -> selected.set(Optional.of(best)));
        }
    }

    private static String words(Training training) {
        int n = training.evaluation().folds().size();
        return n + (n == 1 ? " fold is" : " folds are");
    }

    /** Hands what a training sees on its threads to the window's, passes in bundles: there may be thousands a second. */
    private final class Live implements Watcher {
        private record Pass(Fold fold, double loss, double heldOut) {}

        private final Training training;
        private final Queue<Pass> passes = new ConcurrentLinkedQueue<>();
        private final AtomicLong handed = new AtomicLong(System.nanoTime());

        Live(Training training) {
            this.training = training;
        }

        @Override
        public void epoch(Fold fold, int epoch, double loss, double heldOut) {
            passes.add(new Pass(fold, loss, heldOut));
            long last = handed.get();
            long now = System.nanoTime();
            if (now - last > BUNDLE_NS && handed.compareAndSet(last, now)) {
                workbench.window().execute(this::hand);
            }
        }

        private void hand() {
            for (Pass pass = passes.poll(); pass != null; pass = passes.poll()) {
                training.epoch(pass.fold(), pass.loss(), pass.heldOut());
            }
            epochs.set(epochs.get() + 1);
        }

        @Override
        public void fold(FoldResult result) {
            workbench.window().execute(() -> {
                hand();
                training.fold(result);
            });
        }

        @Override
        public boolean wantsEpochs() {
            return true;
        }
    }

    /** Stops one; the folds that are done are kept. */
    public void stop(Training training) {
        training.job().ifPresent(JobHandle::cancel);
    }

    public void stopAll() {
        open().forEach(this::stop);
    }

    /** Gives a training another name. */
    public void rename(Training training, String name) {
        if (!name.isBlank()) {
            training.nameProperty().set(name.strip());
            keep(training);
        }
    }

    /** Forgets a training that is no longer wanted. */
    public void remove(Training training) {
        stop(training);
        all.remove(training);
        selected.get()
                .filter(training::equals)
                .ifPresent(t -> selected.set(ranked().stream().findFirst()));
        workbench
                .projectProperty()
                .get()
                .ifPresent(store -> workbench.saving().write(s -> s.removeDocument(KIND, training.id())));
    }

    private void keep(Training training) {
        if (training.hasResult() && all.contains(training)) {
            String text = TrainingJson.write(training);
            workbench
                    .projectProperty()
                    .get()
                    .ifPresent(store -> workbench.saving().write(s -> s.putDocument(KIND, training.id(), text)));
        }
    }

    private void reopen(Optional<RunStore> store) {
        all.forEach(this::stop);
        all.clear();
        selected.set(Optional.empty());
        last = 0;
        if (store.isEmpty()) {
            return;
        }
        Map<String, String> kept = store.get().documents(KIND);
        kept.forEach((id, text) -> TrainingJson.read(id, text).ifPresent(all::add));
        all.sort(Comparator.comparing(Training::id));
        last = all.isEmpty() ? 0 : Integer.parseInt(all.getLast().id());
        selected.set(ranked().stream().findFirst());
    }
}
