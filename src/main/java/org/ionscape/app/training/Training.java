package org.ionscape.app.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ionscape.compute.JobHandle;
import org.ionscape.figure.learn.CurveFigures;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.validate.Evaluation;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.FoldResult;

/** One model being trained, or trained: what was asked, how far it is, what came of it. Of the window's thread. */
public final class Training {
    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** Ended by the person; what was done is kept. */
        STOPPED,
        FAILED
    }

    private final String id;
    private final Plan plan;
    private final Dataset data;
    private final List<String> rowKeys;
    private final List<Fold> folds;
    private final StringProperty name = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.QUEUED);
    private final ReadOnlyObjectWrapper<Evaluation> evaluation;
    private final Map<Integer, List<double[]>> losses = new TreeMap<>();
    private String why = "";
    private double seconds;
    private Optional<JobHandle<?>> job = Optional.empty();

    /**
     * A training that has not begun.
     *
     * @param id under which it is kept
     * @param rowKeys of the rows of the data, by which they are selected elsewhere
     * @param folds that are to be done
     */
    Training(String id, Plan plan, Dataset data, List<String> rowKeys, List<Fold> folds) {
        this.id = id;
        this.plan = plan;
        this.data = data;
        this.rowKeys = List.copyOf(rowKeys);
        this.folds = List.copyOf(folds);
        name.set(plan.model());
        evaluation = new ReadOnlyObjectWrapper<>(new Evaluation(data, List.of()));
    }

    public String id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }

    public Dataset data() {
        return data;
    }

    public List<String> rowKeys() {
        return rowKeys;
    }

    /** Numbers of folds in all. */
    public int foldCount() {
        return folds.size();
    }

    List<Fold> folds() {
        return folds;
    }

    /** As it stands in lists; the person may change it. */
    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** Of the folds done so far. */
    public ReadOnlyObjectProperty<Evaluation> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    public Evaluation evaluation() {
        return evaluation.get();
    }

    /** Why it failed; empty otherwise. */
    public String why() {
        return why;
    }

    public double seconds() {
        return seconds;
    }

    public boolean isOpen() {
        return state.get() == State.QUEUED || state.get() == State.RUNNING;
    }

    public boolean hasResult() {
        return !evaluation.get().folds().isEmpty();
    }

    public Optional<JobHandle<?>> job() {
        return job;
    }

    /** The losses of its folds so far; the one that was last heard of stands last. */
    public List<CurveFigures.Losses> losses() {
        List<CurveFigures.Losses> curves = new ArrayList<>();
        losses.values()
                .forEach(points -> curves.add(new CurveFigures.Losses(
                        points.stream().mapToDouble(p -> p[0]).toArray(),
                        points.stream().mapToDouble(p -> p[1]).toArray())));
        return curves;
    }

    void begun(JobHandle<?> handle) {
        job = Optional.of(handle);
    }

    void running() {
        if (state.get() == State.QUEUED) {
            state.set(State.RUNNING);
        }
    }

    void epoch(Fold fold, double loss, double heldOut) {
        losses.computeIfAbsent(fold.index(), f -> new ArrayList<>()).add(new double[] {loss, heldOut});
    }

    void fold(FoldResult result) {
        List<FoldResult> all = new ArrayList<>(evaluation.get().folds());
        all.removeIf(f -> f.fold().index() == result.fold().index());
        all.add(result);
        all.sort(Comparator.comparingInt(f -> f.fold().index()));
        evaluation.set(new Evaluation(data, all));
    }

    void ended(State end, String reason, double tookSeconds) {
        why = reason;
        seconds = tookSeconds;
        state.set(end);
    }
}
