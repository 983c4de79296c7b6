package org.ionscape.app;

import java.util.List;
import java.util.Optional;
import org.ionscape.app.UndoStack.Change;
import org.ionscape.extract.RunResult;
import org.ionscape.format.scan.RunInfo;

/** Runs that become one simulation, and the way back. */
public final class Joins {
    private final Workbench workbench;
    private final RunItem first;
    private final List<RunItem> later;

    private Joins(Workbench workbench, RunItem first, List<RunItem> later) {
        this.workbench = workbench;
        this.first = first;
        this.later = List.copyOf(later);
    }

    /** Why runs cannot be one simulation; empty when they can. */
    public static Optional<String> whyNot(List<RunItem> items) {
        RunInfo first = items.getFirst().info();
        if (items.stream().anyMatch(i -> !i.later().isEmpty())) {
            return Optional.of("one of them was joined already; take it apart first");
        }
        return items.stream().allMatch(i -> i.info().species().equals(first.species()))
                ? Optional.empty()
                : Optional.of("they do not hold the same atoms");
    }

    static Change of(Workbench workbench, List<RunItem> items) {
        Joins joins = new Joins(workbench, items.getFirst(), items.subList(1, items.size()));
        Known before = Known.of(items.getFirst());
        return new Change("Join " + Edits.counted(items), joins::join, () -> joins.separate(before));
    }

    static Change apart(Workbench workbench, RunItem joined) {
        Joins joins = new Joins(workbench, joined, joined.later());
        return new Change("Take joined runs apart", () -> joins.separate(Known.NOTHING), joins::join);
    }

    private void join() {
        later.forEach(workbench.analyses()::drop);
        workbench.forget(later);
        first.take(later);
        workbench.saving().write(store -> store.join(first.id(), Edits.ids(later)));
        Known.NOTHING.giveTo(first);
        workbench.select(List.of(first));
        workbench.analyses().start(List.of(first));
    }

    private void separate(Known known) {
        workbench.analyses().drop(first);
        first.take(List.of());
        workbench.saving().write(store -> store.separate(first.id()));
        known.giveTo(first);
        workbench.list(later);
    }

    /** What was known of a run at some moment. */
    private record Known(RunStatus status, String why, Optional<RunResult> result) {
        static final Known NOTHING = new Known(RunStatus.NOT_ANALYSED, "", Optional.empty());

        static Known of(RunItem item) {
            return item.status().isBusy() ? NOTHING : new Known(item.status(), item.why.get(), item.result());
        }

        void giveTo(RunItem item) {
            item.result.set(result);
            item.mark(status, why);
        }
    }
}
