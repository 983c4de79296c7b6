package org.ionscape.app.correlogram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ionscape.app.Workbench;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateFigures.Mask;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.recipe.Step;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PValue;
import org.ionscape.stats.PairStatistics;
import org.ionscape.stats.cluster.OtherClusters;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/** What the correlogram shows: how it is computed, what was found, which pair is looked at. */
final class CorrelogramModel {
    private static final String METHOD = "correlogram.method";
    private static final String FIRST_TARGET = "diffusion_coefficient";
    private static final long SEED = 0;

    /** How columns are ordered. */
    enum Order {
        CATEGORY("category"),
        CLUSTERING("clustering");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Two columns by key. */
    record Pair(String row, String column) {}

    /**
     * What is known of a pair.
     *
     * @param other Pearson's r, or Spearman's where Pearson's is the method
     */
    record Facts(Pair pair, double r, double p, double q, int n, double other, PairStatistics.Interval interval) {}

    final ObjectProperty<CorrelationMethod> method = new SimpleObjectProperty<>(CorrelationMethod.SPEARMAN);
    final ObjectProperty<PValue> pValue = new SimpleObjectProperty<>(PValue.T);
    final ObjectProperty<Mask> mask = new SimpleObjectProperty<>(new Mask(0.2, Mask.By.P));
    final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.CATEGORY);
    final ObjectProperty<Optional<String>> target = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Pair>> pair = new SimpleObjectProperty<>(Optional.empty());

    private final Workbench workbench;
    private final Sheets sheets;
    private final ReadOnlyObjectWrapper<Optional<CorrelateResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Facts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<Asked> done = Optional.empty();
    private List<String> rowKeys = List.of();
    private Table table;
    private boolean active;

    /** What a result belongs to. */
    private record Asked(Shown shown, CorrelationMethod method, PValue pValue) {}

    CorrelogramModel(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        workbench.setting(METHOD).flatMap(CorrelationMethod::ofLabel).ifPresent(method::set);
        sheets.shownProperty().addListener((o, old, now) -> compute());
        method.addListener((o, old, now) -> {
            workbench.putSetting(METHOD, now.label());
            compute();
        });
        pValue.addListener((o, old, now) -> compute());
        pair.addListener((o, old, now) -> examine());
    }

    /** Computes while the place is shown only. */
    void setActive(boolean shown) {
        active = shown;
        compute();
    }

    ReadOnlyObjectProperty<Optional<CorrelateResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Facts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty when there is something. */
    ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    private void compute() {
        Shown shown = sheets.shown();
        Asked asked = new Asked(shown, method.get(), pValue.get());
        if (!active || done.filter(asked::equals).isPresent()) {
            return;
        }
        done = Optional.of(asked);
        Table counted = shown.countedTable();
        List<String> columns = Variables.of(counted).stream()
                .filter(c -> c.present() > 0)
                .map(NumberColumn::key)
                .toList();
        if (columns.size() < 2 || counted.rowCount() < 3) {
            nothing(
                    counted.rowCount() < 3
                            ? "Correlations need at least 3 rows; " + rows(counted.rowCount()) + " chosen."
                            : "No two columns hold numbers yet; analyse the runs or import a table.");
            return;
        }
        if (result.get().isEmpty()) {
            says.set("Comparing " + columns.size() + " columns over " + counted.rowCount() + " rows…");
        }
        CorrelateStep step = new CorrelateStep(asked.method(), asked.pValue(), Optional.empty(), columns);
        workbench
                .compute()
                .submit(Job.latest(
                        this,
                        "Correlations of " + columns.size() + " columns",
                        p -> step.run(counted, new Step.Means(SEED, workbench.compute(), p))))
                .whenDone()
                .whenComplete((found, failure) -> workbench.window().execute(() -> {
                    if (done.filter(asked::equals).isPresent()) {
                        take(shown, counted, found, failure);
                    }
                }));
    }

    private static String rows(int count) {
        return count == 0 ? "none is" : count == 1 ? "1 is" : count + " are";
    }

    private void take(Shown shown, Table counted, CorrelateResult found, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            nothing(cause instanceof InputException bad ? bad.getMessage() : "The correlations failed: " + cause);
            return;
        }
        rowKeys = Arrays.stream(shown.counted())
                .mapToObj(r -> shown.sheet().rows().get(r).key())
                .toList();
        table = counted;
        says.set("");
        List<String> keys = found.columns().stream().map(NumberColumn::key).toList();
        if (target.get().filter(keys::contains).isEmpty()) {
            target.set(Optional.of(keys.contains(FIRST_TARGET) ? FIRST_TARGET : keys.getFirst()));
        }
        result.set(Optional.of(found));
        if (pair.get()
                .filter(p -> keys.contains(p.row()) && keys.contains(p.column()))
                .isEmpty()) {
            pair.set(found.ranked(target.get().orElseThrow()).stream()
                    .findFirst()
                    .map(r -> new Pair(target.get().orElseThrow(), r.column())));
        }
        examine();
    }

    private void nothing(String why) {
        result.set(Optional.empty());
        facts.set(Optional.empty());
        says.set(why);
    }

    /** Looks at a pair from now on and ranks against its row. */
    void look(String row, String column) {
        target.set(Optional.of(row));
        pair.set(Optional.of(new Pair(row, column)));
    }

    /** Ranks against a column; the pair becomes it and the column strongest with it. */
    void rank(String key) {
        target.set(Optional.of(key));
        result.get()
                .flatMap(r -> r.ranked(key).stream().findFirst())
                .ifPresent(first -> pair.set(Optional.of(new Pair(key, first.column()))));
    }

    private void examine() {
        Optional<CorrelateResult> now = result.get();
        Optional<Pair> asked = pair.get();
        if (now.isEmpty() || asked.isEmpty()) {
            facts.set(Optional.empty());
            return;
        }
        CorrelateResult found = now.get();
        int i = CorrelateFigures.index(found, asked.get().row());
        int j = CorrelateFigures.index(found, asked.get().column());
        double[] x = found.columns().get(i).values();
        double[] y = found.columns().get(j).values();
        CorrelationMethod used = found.correlations().method();
        CorrelationMethod beside =
                used == CorrelationMethod.PEARSON ? CorrelationMethod.SPEARMAN : CorrelationMethod.PEARSON;
        Facts quick = new Facts(
                asked.get(),
                found.correlations().r()[i][j],
                found.correlations().p()[i][j],
                found.correlations().q()[i][j],
                found.correlations().n()[i][j],
                PairStatistics.r(x, y, beside),
                new PairStatistics.Interval(Double.NaN, Double.NaN, 0));
        facts.set(Optional.of(quick));
        workbench
                .compute()
                .submit(Job.latest(facts, "Bootstrap of a pair", p -> PairStatistics.bootstrap(x, y, used, SEED, p)))
                .whenDone()
                .thenAccept(interval -> workbench.window().execute(() -> {
                    if (facts.get().filter(quick::equals).isPresent()) {
                        facts.set(Optional.of(new Facts(
                                quick.pair(), quick.r(), quick.p(), quick.q(), quick.n(), quick.other(), interval)));
                    }
                }));
    }

    /** What is shown, as a step of a recipe. */
    CorrelateStep step() {
        return new CorrelateStep(method.get(), pValue.get(), target.get(), List.of());
    }

    /** The order of rows and columns, as indices into those of the result. */
    int[] ordered(CorrelateResult found) {
        return order.get() == Order.CATEGORY
                ? CorrelateFigures.byCategory(found.descriptors())
                : OtherClusters.order(found.correlations().r());
    }

    /** The category of each row, that gives points their colours. */
    Optional<List<String>> groups() {
        return Variables.categories(table).stream()
                .filter(c -> c.key().equals("family") || c.key().equals("mobile"))
                .min(java.util.Comparator.comparingInt(c -> c.key().equals("family") ? 0 : 1))
                .or(() -> Variables.categories(table).stream().findFirst())
                .map(c -> c.values());
    }

    /** Key of a row of the result in the sheet. */
    String rowKey(int row) {
        return rowKeys.get(row);
    }

    /** Name of a row of the result. */
    String rowName(int row) {
        return table.rowNames().get(row);
    }

    /** The rows of the result that are selected. */
    BitSet selected() {
        Set<String> keys = sheets.selection().keys();
        BitSet rows = new BitSet();
        IntStream.range(0, rowKeys.size())
                .filter(r -> keys.contains(rowKeys.get(r)))
                .forEach(rows::set);
        return rows;
    }

    /** Selects rows of the result everywhere. */
    void select(BitSet rows) {
        sheets.selection().select(rows.stream().mapToObj(rowKeys::get).toList());
    }

    /** Shows the run of a row. */
    void open(int row) {
        Sheet sheet = sheets.shown().sheet();
        sheets.selection().select(List.of(rowKeys.get(row)));
        sheet.indexOf(rowKeys.get(row)).ifPresent(i -> {
            if (!sheet.rows().get(i).runs().isEmpty()) {
                workbench.placeProperty().set(Workbench.TRAJECTORY);
            }
        });
    }
}
