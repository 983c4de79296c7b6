package org.ionscape.app.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.ionscape.figure.stats.Grouping;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.recipe.ClusterStep;
import org.ionscape.recipe.PcaResult;
import org.ionscape.recipe.Step;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/** What the landscape shows: how components and classes are found, what was found, how points are coloured. */
final class LandscapeModel {
    /** Colour by class, in the list of columns to colour by. */
    static final String BY_CLASS = "class";

    private static final int FIRST_K = 2;
    private static final int LAST_K = 10;
    private static final long SEED = 0;

    final ObjectProperty<CorrelationMethod> matrix = new SimpleObjectProperty<>(CorrelationMethod.SPEARMAN);
    final ObjectProperty<Integer> dimensions = new SimpleObjectProperty<>(2);
    /** Number of classes; empty: by silhouette. */
    final ObjectProperty<Optional<Integer>> classes = new SimpleObjectProperty<>(Optional.empty());

    final ObjectProperty<String> colour = new SimpleObjectProperty<>(BY_CLASS);

    private final Workbench workbench;
    private final Sheets sheets;
    private final ReadOnlyObjectWrapper<Optional<ClusterResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PcaResult>> components = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<Asked> done = Optional.empty();
    private ClusterStep step;
    private Table table;
    private List<String> rowKeys = List.of();
    private boolean active;

    /** What a result belongs to, whatever number of classes is chosen. */
    private record Asked(Shown shown, CorrelationMethod matrix, int dimensions) {}

    LandscapeModel(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        sheets.shownProperty().addListener((o, old, now) -> compute());
        matrix.addListener((o, old, now) -> compute());
        dimensions.addListener((o, old, now) -> compute());
        classes.addListener((o, old, now) -> choose());
    }

    /** Computes while the place is shown only. */
    void setActive(boolean shown) {
        active = shown;
        compute();
    }

    ReadOnlyObjectProperty<Optional<ClusterResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The components, which are there before the classes are. */
    ReadOnlyObjectProperty<Optional<PcaResult>> componentsProperty() {
        return components.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty when there is something. */
    ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    private void compute() {
        Shown shown = sheets.shown();
        Asked asked = new Asked(shown, matrix.get(), dimensions.get());
        if (!active || done.filter(asked::equals).isPresent()) {
            return;
        }
        done = Optional.of(asked);
        Table counted = shown.countedTable();
        List<String> columns = Variables.of(counted).stream()
                .filter(c -> c.present() > 0)
                .map(NumberColumn::key)
                .toList();
        if (counted.rowCount() < 4 || columns.size() < 2) {
            nothing(
                    columns.size() < 2
                            ? "No two columns hold numbers yet; analyse the runs or import a table."
                            : "A landscape needs at least 4 rows; there are " + counted.rowCount() + ".");
            return;
        }
        ClusterStep now = new ClusterStep(
                asked.matrix(), asked.dimensions(), FIRST_K, LAST_K, MissingPolicy.MEDIAN, columns, Optional.empty());
        Optional<Integer> wanted = classes.get();
        if (components.get().isEmpty()) {
            says.set("Finding components and classes of " + counted.rowCount() + " rows…");
        }
        workbench
                .compute()
                .submit(Job.latest(this, "k-means, k = " + FIRST_K + "–" + LAST_K + ", many restarts each", p -> {
                    Step.Means means = new Step.Means(SEED, workbench.compute(), p);
                    PcaResult first = now.space().run(counted, means);
                    workbench.window().execute(() -> {
                        if (done.filter(asked::equals).isPresent()) {
                            take(shown, counted, now, first);
                        }
                    });
                    ClusterResult found = now.run(counted, means);
                    return wanted.filter(k -> looked(found, k) && k != found.k())
                            .map(k -> now.rechosen(found, k, counted, means))
                            .orElse(found);
                }))
                .whenDone()
                .whenComplete((found, failure) -> workbench.window().execute(() -> {
                    if (done.filter(asked::equals).isPresent()) {
                        take(shown, counted, now, found, failure);
                    }
                }));
    }

    private static boolean looked(ClusterResult found, int k) {
        return found.counts().perK().stream().anyMatch(c -> c.k() == k);
    }

    private void take(Shown shown, Table counted, ClusterStep by, ClusterResult found, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            nothing(cause instanceof InputException bad ? bad.getMessage() : "The components failed: " + cause);
            return;
        }
        take(shown, counted, by, found.pca());
        result.set(Optional.of(found));
    }

    private void take(Shown shown, Table counted, ClusterStep by, PcaResult found) {
        step = by;
        table = counted;
        int[] all = shown.counted();
        rowKeys = Arrays.stream(found.pca().data().rows())
                .mapToObj(r -> shown.sheet().rows().get(all[r]).key())
                .toList();
        says.set("");
        result.set(Optional.empty());
        components.set(Optional.of(found));
    }

    private void nothing(String why) {
        result.set(Optional.empty());
        components.set(Optional.empty());
        says.set(why);
    }

    /** Another number of classes of the same components. */
    private void choose() {
        if (result.get().isEmpty()) {
            return;
        }
        ClusterResult before = result.get().get();
        int k = classes.get().orElseGet(() -> before.counts().bySilhouette());
        if (k == before.k() || !looked(before, k)) {
            return;
        }
        Optional<Asked> of = done;
        workbench
                .compute()
                .submit(Job.latest(
                        classes,
                        "Stability of " + k + " classes",
                        p -> step.rechosen(before, k, table, new Step.Means(SEED, workbench.compute(), p))))
                .whenDone()
                .thenAccept(found -> workbench.window().execute(() -> {
                    if (done.equals(of)) {
                        result.set(Optional.of(found));
                    }
                }));
    }

    /** What is shown, as a step of a recipe. */
    Step step() {
        return new ClusterStep(
                matrix.get(),
                dimensions.get(),
                classes.get().orElse(FIRST_K),
                classes.get().orElse(LAST_K),
                MissingPolicy.MEDIAN,
                List.of(),
                Optional.empty());
    }

    /** Columns that points can be coloured by, classes first. */
    List<String> colours() {
        List<String> all = new ArrayList<>(List.of(BY_CLASS));
        if (table != null) {
            Variables.categories(table).forEach(c -> all.add(c.key()));
            table.numbers().stream().filter(c -> c.present() > 0).forEach(c -> all.add(c.key()));
        }
        return all;
    }

    /** What a colour is called: the symbol of a descriptor. */
    String colourName(String key) {
        return table == null || key.equals(BY_CLASS)
                ? key
                : table.column(key)
                        .map(c -> Catalogue.all().describe(c).plainSymbol())
                        .orElse(key);
    }

    /** The groups that colour the points. */
    Grouping grouping(PcaResult found) {
        int[] rows = found.pca().data().rows();
        Optional<Column> column = table.column(colour.get());
        if (column.isEmpty()) {
            return result.get().map(r -> Grouping.of(r.clusters())).orElseGet(() -> Grouping.none(rows.length));
        }
        return column.get() instanceof TextColumn text
                ? Grouping.of(Arrays.stream(rows).mapToObj(text::text).toList())
                : Grouping.of(
                        Arrays.stream(rows).mapToDouble(column.get()::number).toArray());
    }

    /** The text of a row in a column; empty if there is none. */
    String text(int row, String column) {
        int at = components.get().orElseThrow().pca().data().rows()[row];
        return table.column(column).map(c -> c.text(at)).orElse("");
    }

    /** The number of a row in a column; NaN if there is none. */
    double number(int row, String column) {
        int at = components.get().orElseThrow().pca().data().rows()[row];
        return table.column(column).map(c -> c.number(at)).orElse(Double.NaN);
    }

    /** The number of a row's class, from 1; a dash while there are none. */
    String classOf(int row) {
        return result.get()
                .map(r -> r.clusters().labels()[row])
                .filter(label -> label >= 0)
                .map(label -> Integer.toString(label + 1))
                .orElse("–");
    }

    String rowName(int row) {
        return components.get().orElseThrow().rowNames().get(row);
    }

    /** The rows that are selected. */
    BitSet selected() {
        Set<String> keys = sheets.selection().keys();
        BitSet rows = new BitSet();
        for (int i = 0; i < rowKeys.size(); i++) {
            rows.set(i, keys.contains(rowKeys.get(i)));
        }
        return rows;
    }

    /** Selects rows everywhere. */
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

    /** Whether a row belongs to a run that can be looked at. */
    boolean hasRun(int row) {
        Sheet sheet = sheets.shown().sheet();
        return sheet.indexOf(rowKeys.get(row)).stream()
                .anyMatch(i -> !sheet.rows().get(i).runs().isEmpty());
    }

    /** Takes the selected rows out of statistics. */
    void exclude() {
        sheets.include(sheets.selection().keys(), Sheet.Inclusion.EXCLUDED);
    }
}
