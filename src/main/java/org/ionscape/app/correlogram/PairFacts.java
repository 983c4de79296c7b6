package org.ionscape.app.correlogram;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ionscape.app.Workbench;
import org.ionscape.app.correlogram.CorrelogramModel.Pair;
import org.ionscape.app.correlogram.CorrelogramModel.Seen;
import org.ionscape.compute.Job;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.recipe.Step;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PairStatistics;
import org.ionscape.table.Column.NumberColumn;

/** What is known of the pair looked at: at once what the matrices hold, then the bootstrap interval. */
final class PairFacts {
    /**
     * The numbers of a pair.
     *
     * @param r given a third column, if there is one
     * @param plain given none
     * @param other Pearson's r given none, or Spearman's where Pearson's is the method
     */
    record Facts(
            Pair pair,
            double r,
            double p,
            double q,
            int n,
            double plain,
            double other,
            PairStatistics.Interval interval) {
        Facts with(PairStatistics.Interval found) {
            return new Facts(pair, r, p, q, n, plain, other, found);
        }
    }

    private static final PairStatistics.Interval PENDING = new PairStatistics.Interval(Double.NaN, Double.NaN, 0);

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Optional<Facts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Seen> looked = Optional.empty();

    PairFacts(Workbench workbench) {
        this.workbench = workbench;
    }

    ReadOnlyObjectProperty<Optional<Facts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    static CorrelationMethod beside(CorrelationMethod method) {
        return method == CorrelationMethod.PEARSON ? CorrelationMethod.SPEARMAN : CorrelationMethod.PEARSON;
    }

    /** Looks at what is seen now; a pair already looked at is left as it is. */
    void look(Optional<Seen> now, Supplier<CorrelateStep> step, long seed) {
        if (now.equals(looked)) {
            return;
        }
        looked = now;
        facts.set(now.map(PairFacts::quick));
        now.ifPresent(seen -> sure(seen, step.get(), seed));
    }

    private static Facts quick(Seen seen) {
        CorrelateResult found = seen.result();
        int i = CorrelateFigures.index(found, seen.pair().row());
        int j = CorrelateFigures.index(found, seen.pair().column());
        double[] x = found.columns().get(i).values();
        double[] y = found.columns().get(j).values();
        CorrelationMethod used = found.correlations().method();
        double r = found.correlations().r()[i][j];
        return new Facts(
                seen.pair(),
                r,
                found.correlations().p()[i][j],
                found.correlations().q()[i][j],
                found.correlations().n()[i][j],
                found.given().isPresent() ? PairStatistics.r(x, y, used) : r,
                PairStatistics.r(x, y, beside(used)),
                PENDING);
    }

    private void sure(Seen seen, CorrelateStep step, long seed) {
        CorrelateResult found = seen.result();
        NumberColumn x =
                found.columns().get(CorrelateFigures.index(found, seen.pair().row()));
        NumberColumn y =
                found.columns().get(CorrelateFigures.index(found, seen.pair().column()));
        workbench
                .compute()
                .submit(Job.latest(
                        this,
                        "Bootstrap of a pair",
                        p -> step.interval(x, y, found.given(), new Step.Means(seed, workbench.compute(), p))))
                .whenDone()
                .thenAccept(interval -> workbench.window().execute(() -> {
                    if (looked.filter(seen::equals).isPresent()) {
                        facts.set(facts.get().map(f -> f.with(interval)));
                    }
                }));
    }
}
