package org.ionscape.app.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ionscape.app.RunStore;
import org.ionscape.app.Workbench;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.JobHandle;
import org.ionscape.figure.learn.ParityFigure;
import org.ionscape.learn.prepare.DataChoice;
import org.ionscape.learn.prepare.Pipeline;
import org.ionscape.learn.subset.SearchKeeper;
import org.ionscape.learn.subset.SubsetStudy;
import org.ionscape.learn.subset.SubsetStudy.Screen;
import org.ionscape.learn.subset.SubsetStudy.Way;
import org.ionscape.learn.subset.SubsetStudy.Winner;
import org.ionscape.learn.validate.Scheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search for the features that are enough, as the project has it. Changed on the window's thread only. */
final class SubsetSearches {
    private static final Logger LOG = LoggerFactory.getLogger(SubsetSearches.class);
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final String SEARCH = "subset-search";
    private static final String RESULT = "subset-result";
    private static final String LAST = "last";

    private static final int MOST_FOR_ALL = 22;
    private static final int MOST_FOR_ALL_OF_SLOW_MODELS = 10;
    private static final String FAST = "adaboost-extra-tree";
    private static final Scheme SET_ASIDE = new Scheme.HoldOut(0.2);

    /** How far a search is. */
    enum State {
        NONE,
        RUNNING,
        PAUSED,
        DONE,
        FAILED
    }

    /**
     * What there is to see.
     *
     * @param best of each size, so far or in the end
     * @param single the best feature on its own, and its error
     * @param chosen place of the one to take; −1 while the search goes on
     * @param says what ended it, or what to know of it
     */
    record Shown(
            State state,
            String model,
            String symbol,
            String unit,
            String judged,
            List<Winner> best,
            Optional<Winner> single,
            int chosen,
            long evaluated,
            String says) {
        static final Shown NOTHING = new Shown(State.NONE, "", "", "", "", List.of(), Optional.empty(), -1, 0, "");

        Shown {
            best = List.copyOf(best);
        }

        Shown with(State other, String words) {
            return new Shown(other, model, symbol, unit, judged, best, single, chosen, evaluated, words);
        }
    }

    private final Workbench workbench;
    private final Trainings trainings;
    private final Setup setup;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private Optional<JobHandle<?>> job = Optional.empty();

    /** The rows that choose. */
    final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.INNER);

    /** The way through the subsets; empty: all where that ends in reasonable time. */
    final ObjectProperty<Optional<Way>> wish = new SimpleObjectProperty<>(Optional.empty());

    SubsetSearches(Workbench workbench, Trainings trainings, Setup setup) {
        this.workbench = workbench;
        this.trainings = trainings;
        this.setup = setup;
        workbench.projectProperty().addListener((o, old, now) -> reopen(now));
        reopen(workbench.projectProperty().get());
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Shown shown() {
        return shown.get();
    }

    Optional<JobHandle<?>> job() {
        return job;
    }

    /** The model that is fitted to each subset: the selected one, or the one for which there is a fast kernel. */
    String model() {
        return trainings.selected().map(t -> t.plan().model()).orElse(FAST);
    }

    /** How many features may be chosen from. */
    int features() {
        return setup.featureChoice().wanted().size();
    }

    /** The way that would be taken. */
    Way way() {
        int most = model().equals(FAST) ? MOST_FOR_ALL : MOST_FOR_ALL_OF_SLOW_MODELS;
        return wish.get().orElse(features() <= most ? Way.ALL : Way.GREEDY);
    }

    /**
     * Begins the search that the setup describes, or goes on with it.
     *
     * @throws InputException when it cannot be searched
     */
    void start() {
        pause();
        DataChoice.Chosen chosen = setup.choose();
        Plan plan = setup.plan(model(), chosen);
        Pipeline pipeline = trainings.pipeline(plan);
        Scheme scheme = Scheme.parse(plan.scheme()) instanceof Scheme.Split split ? split : SET_ASIDE;
        SubsetStudy unkept = study(chosen, pipeline, scheme, Optional.empty());
        SubsetStudy study = study(chosen, pipeline, scheme, Optional.of(keeper(unkept.name())));
        ParityFigure.Target target = ParityFigure.Target.of(
                chosen.data().table().column(plan.target()).orElseThrow());
        Shown begun = new Shown(
                State.RUNNING,
                plan.model(),
                target.symbol(),
                target.unit(),
                screen.get() == Screen.TEST ? "chosen by the test rows" : "judged by rows set aside",
                List.of(),
                Optional.empty(),
                -1,
                0,
                study.advice().stream().map(Object::toString).findFirst().orElse(""));
        shown.set(begun);
        JobHandle<SubsetStudy.Result> handle = workbench
                .compute()
                .submit(Job.of(
                        "Subset search, " + plan.model(),
                        progress -> study.run(
                                workbench.compute(),
                                progress,
                                now -> workbench.window().execute(() -> progressed(begun, now)))));
        job = Optional.of(handle);
        handle.whenDone()
                .whenComplete(
                        (result, failure) -> workbench.window().execute(() -> ended(handle, begun, result, failure)));
    }

    private SubsetStudy study(
            DataChoice.Chosen chosen, Pipeline pipeline, Scheme scheme, Optional<SearchKeeper> keeper) {
        return new SubsetStudy(
                chosen.data(), pipeline, scheme, screen.get(), way(), Integer.MAX_VALUE, setup.seed.get(), keeper);
    }

    private void progressed(Shown begun, List<Winner> best) {
        if (shown.get().state() == State.RUNNING) {
            shown.set(new Shown(
                    State.RUNNING,
                    begun.model(),
                    begun.symbol(),
                    begun.unit(),
                    begun.judged(),
                    best,
                    best.stream().filter(w -> w.size() == 1).findFirst(),
                    -1,
                    0,
                    begun.says()));
        }
    }

    private void ended(JobHandle<?> handle, Shown begun, SubsetStudy.Result result, Throwable failure) {
        if (job.filter(handle::equals).isEmpty()) {
            return;
        }
        job = Optional.empty();
        switch (failure) {
            case null ->
                shown.set(new Shown(
                        State.DONE,
                        begun.model(),
                        begun.symbol(),
                        begun.unit(),
                        begun.judged(),
                        result.best(),
                        result.single().stream().findFirst(),
                        result.chosen(),
                        result.evaluated(),
                        begun.says()));
            case CancellationException stopped ->
                shown.set(shown.get().with(State.PAUSED, "paused; it goes on where it stopped"));
            case InputException bad -> shown.set(shown.get().with(State.FAILED, bad.getMessage()));
            default -> shown.set(shown.get().with(State.FAILED, "something went wrong: " + failure));
        }
        keep();
    }

    /** Stops the search where it is; what was found stays, and it can go on later. */
    void pause() {
        job.ifPresent(JobHandle::cancel);
    }

    /** Wants the features of a subset in the setup, and no others. */
    void take(Winner winner) {
        setup.featureChoice().want(winner.features());
    }

    private SearchKeeper keeper(String name) {
        Optional<String> before = workbench
                .projectProperty()
                .get()
                .map(store -> store.documents(SEARCH).get(name));
        return new SearchKeeper() {
            @Override
            public Optional<String> kept() {
                return before;
            }

            @Override
            public void keep(String text) {
                workbench.window().execute(() -> write(SEARCH, name, text));
            }
        };
    }

    private void write(String kind, String name, String text) {
        workbench
                .projectProperty()
                .get()
                .ifPresent(store -> workbench.saving().write(s -> s.putDocument(kind, name, text)));
    }

    private void keep() {
        try {
            write(RESULT, LAST, MAPPER.writeValueAsString(shown.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reopen(Optional<RunStore> store) {
        pause();
        job = Optional.empty();
        shown.set(store.map(s -> s.documents(RESULT).get(LAST))
                .flatMap(SubsetSearches::read)
                .orElse(Shown.NOTHING));
    }

    private static Optional<Shown> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, Shown.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a kept subset search could not be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
