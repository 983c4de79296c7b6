package org.ionscape.app.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Chosen;
import org.ionscape.app.parts.Chosen.Form;
import org.ionscape.app.parts.Question;
import org.ionscape.app.parts.Replayed;
import org.ionscape.app.parts.ResultRows;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.figure.stats.Grouping;
import org.ionscape.figure.stats.ScatterFigure.Outline;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.recipe.ClusterStep;
import org.ionscape.recipe.PcaResult;
import org.ionscape.recipe.PcaStep;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.cluster.ClusterMethod;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/** What the landscape shows: how components and classes are found, what was found, how points are coloured. */
final class LandscapeModel {
    /** Colour by class, in the list of columns to colour by. */
    static final String BY_CLASS = "class";

    static final int FIRST_K = 2;
    static final int LAST_K = 10;

    final Chosen<CorrelationMethod> matrix;
    final Chosen<Integer> dimensions;
    final Chosen<ClusterMethod> method;
    /** Number of classes; empty: by silhouette. */
    final Chosen<Optional<Integer>> classes;
    /** Rows that are dense, for methods that find the number of classes. */
    final Chosen<Integer> density;
    /** What DBSCAN takes for near, in hundredths; empty: by the rows. */
    final Chosen<Optional<Integer>> radius;

    final Chosen<String> colour;
    final Chosen<Outline> outline;
    final Chosen<Replayed> replayed;

    private final Workbench workbench;
    private final Sheets sheets;
    private final Question<Asked> question;
    private final ReadOnlyObjectWrapper<Optional<ClusterResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PcaResult>> components = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<Asked> shownNow = Optional.empty();
    private Optional<ResultRows> rows = Optional.empty();

    /** What a result belongs to, whatever number of classes is chosen. */
    private record Asked(Shown shown, ClusterStep step, long seed) {}

    LandscapeModel(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        question = new Question<>(workbench);
        matrix = new Chosen<>(
                workbench,
                "landscape.matrix",
                "Matrix of components",
                CorrelationMethod.SPEARMAN,
                Form.of(CorrelationMethod.class));
        dimensions = new Chosen<>(workbench, "landscape.dimensions", "Scores used", 2, Form.ofNumber());
        method = new Chosen<>(
                workbench, "landscape.method", "Kind of classes", ClusterMethod.K_MEANS, Form.of(ClusterMethod.class));
        classes = new Chosen<>(
                workbench, "landscape.classes", "Number of classes", Optional.empty(), Form.orNone(Form.ofNumber()));
        density = new Chosen<>(
                workbench, "landscape.density", "Rows of a class", ClusterStep.Density.USUAL.rows(), Form.ofNumber());
        radius = new Chosen<>(workbench, "landscape.radius", "Radius", Optional.empty(), Form.orNone(Form.ofNumber()));
        colour = new Chosen<>(workbench, "landscape.colour", "Colour of points", BY_CLASS, Form.ofText());
        outline = new Chosen<>(workbench, "landscape.outline", "Outline", Outline.HULL, Form.of(Outline.class));
        replayed = new Chosen<>(workbench, "landscape.replayed", "Replay", Replayed.NOTHING, Replayed.FORM);
        sheets.shownProperty().addListener((o, old, now) -> compute());
        List.of(matrix, dimensions, method, density, radius, replayed).forEach(c -> c.onChange(now -> compute()));
        classes.onChange(now -> rechoose());
    }

    /** Computes while the place is shown only. */
    void setActive(boolean shown) {
        question.setShown(shown);
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

    /** The rows that the components are of. */
    Optional<ResultRows> rows() {
        return components.get().flatMap(c -> rows);
    }

    private ClusterStep step(int fromK, int toK, List<String> columns) {
        return new ClusterStep(
                method.get(),
                matrix.get(),
                dimensions.get(),
                fromK,
                toK,
                new ClusterStep.Density(density.get(), radius.get().map(r -> r / 100.0)),
                MissingPolicy.MEDIAN,
                columns,
                Optional.empty());
    }

    private void compute() {
        Shown shown = sheets.shown();
        Table counted = shown.countedTable();
        List<String> columns = replayed.get().columns(counted);
        Asked asked =
                new Asked(shown, step(FIRST_K, LAST_K, columns), replayed.get().seed());
        if (!question.isNew(asked)) {
            return;
        }
        if (counted.rowCount() < 4 || columns.size() < 2) {
            nothing(
                    columns.size() < 2
                            ? "No two columns hold numbers yet; analyse the runs or import a table."
                            : "A landscape needs at least 4 rows; there are " + counted.rowCount() + ".");
            return;
        }
        if (components.get().isEmpty()) {
            says.set("Finding components and classes of " + counted.rowCount() + " rows…");
        }
        Optional<Integer> wanted = classes.get();
        question.answer(
                asked,
                asked.step().method().words() + " of " + counted.rowCount() + " rows",
                p -> {
                    Step.Means means = new Step.Means(asked.seed(), workbench.compute(), p);
                    PcaResult first = asked.step().space().run(counted, means);
                    question.ifNewest(asked, () -> take(asked, counted, first));
                    ClusterResult found = asked.step().run(counted, means);
                    return wanted.filter(k -> looked(found, k) && k != found.k())
                            .map(k -> asked.step().rechosen(found, k, counted, means))
                            .orElse(found);
                },
                found -> {
                    take(asked, counted, found.pca());
                    result.set(Optional.of(found));
                },
                this::nothing);
    }

    private static boolean looked(ClusterResult found, int k) {
        return found.method().isCounted() && found.counts().perK().stream().anyMatch(c -> c.k() == k);
    }

    private void take(Asked asked, Table counted, PcaResult found) {
        shownNow = Optional.of(asked);
        rows = Optional.of(ResultRows.of(
                workbench, sheets, asked.shown(), counted, found.pca().data().rows()));
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
    private void rechoose() {
        if (result.get().isEmpty() || shownNow.filter(question::isNewest).isEmpty()) {
            return;
        }
        ClusterResult before = result.get().get();
        Asked of = shownNow.get();
        int k = classes.get().orElseGet(() -> before.counts().bySilhouette());
        if (k == before.k() || !looked(before, k)) {
            return;
        }
        Table counted = rows.orElseThrow().table();
        workbench
                .compute()
                .submit(Job.latest(
                        classes,
                        "Stability of " + k + " classes",
                        p -> of.step().rechosen(before, k, counted, new Step.Means(of.seed(), workbench.compute(), p))))
                .whenDone()
                .thenAccept(found -> question.ifNewest(of, () -> result.set(Optional.of(found))));
    }

    /** What is shown, for a recipe. */
    List<Step> steps() {
        return List.of(step(
                classes.get().orElse(FIRST_K),
                classes.get().orElse(LAST_K),
                replayed.get().columnsOfStep(sheets.shown().countedTable())));
    }

    /**
     * Does what a recipe says of classes, or of components.
     *
     * @throws InputException when it says nothing of either
     */
    void replay(Recipe recipe) {
        recipe.steps().stream()
                .filter(s -> s instanceof ClusterStep || s instanceof PcaStep)
                .findFirst()
                .ifPresentOrElse(
                        step -> {
                            if (step instanceof ClusterStep cluster) {
                                replay(recipe, cluster);
                            } else if (step instanceof PcaStep pca) {
                                matrix.choose(pca.matrix());
                                replayed.choose(Replayed.of(recipe, pca.columns()));
                            }
                        },
                        () -> {
                            throw new InputException(Problem.of(
                                    "This recipe holds no classes or components; run it in the correlogram."));
                        });
    }

    private void replay(Recipe recipe, ClusterStep step) {
        method.choose(step.method());
        matrix.choose(step.matrix());
        dimensions.choose(step.components());
        density.choose(step.density().rows());
        radius.choose(step.density().radius().map(r -> (int) Math.round(100 * r)));
        replayed.choose(Replayed.of(recipe, step.columns()));
        classes.choose(
                step.fromK() == step.toK() && step.fromK() >= FIRST_K && step.toK() <= LAST_K
                        ? Optional.of(step.fromK())
                        : Optional.empty());
    }

    /** Columns that points can be coloured by, classes first. */
    List<String> colours() {
        List<String> all = new ArrayList<>(List.of(BY_CLASS));
        rows().map(ResultRows::table).ifPresent(table -> {
            Variables.categories(table).forEach(c -> all.add(c.key()));
            table.numbers().stream().filter(c -> c.present() > 0).forEach(c -> all.add(c.key()));
        });
        return all;
    }

    /** What a colour is called: the symbol of a descriptor. */
    String colourName(String key) {
        return rows().flatMap(r -> r.table().column(key))
                .map(c -> Catalogue.all().describe(c).plainSymbol())
                .orElse(key);
    }

    /** The groups that colour the points. */
    Grouping grouping(PcaResult found) {
        int[] of = found.pca().data().rows();
        Optional<Column> column = rows().flatMap(r -> r.table().column(colour.get()));
        if (column.isEmpty()) {
            return result.get().map(r -> Grouping.of(r.clusters())).orElseGet(() -> Grouping.none(of.length));
        }
        return column.get() instanceof TextColumn text
                ? Grouping.of(Arrays.stream(of).mapToObj(text::text).toList())
                : Grouping.of(
                        Arrays.stream(of).mapToDouble(column.get()::number).toArray());
    }

    /** The number of a row's class, from 1; a dash where there is none. */
    String classOf(int row) {
        return result.get()
                .map(r -> r.clusters().labels()[row])
                .filter(label -> label >= 0)
                .map(label -> Integer.toString(label + 1))
                .orElse("–");
    }

    /** Takes the selected rows out of statistics. */
    void exclude() {
        sheets.edits().include(sheets.selection().keys(), Sheet.Inclusion.EXCLUDED);
    }
}
