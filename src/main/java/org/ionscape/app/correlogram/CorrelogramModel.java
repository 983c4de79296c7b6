package org.ionscape.app.correlogram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.ionscape.app.sheet.Sheets;
import org.ionscape.app.sheet.Shown;
import org.ionscape.recipe.CorrelateFigures;
import org.ionscape.recipe.CorrelateFigures.Mask;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.PValue;
import org.ionscape.stats.cluster.OtherClusters;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/** What the correlogram shows: how it is computed, what was found, which pair is looked at. */
final class CorrelogramModel {
    private static final String FIRST_TARGET = "diffusion_coefficient";

    /** How columns are ordered. */
    enum Order {
        CATEGORY,
        CLUSTERING;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Two columns by key. */
    record Pair(String row, String column) {}

    /**
     * What is shown, target and pair being columns of the result.
     *
     * @param rows that the result is of
     * @param target the others are ranked against
     */
    record Seen(CorrelateResult result, ResultRows rows, String target, Pair pair) {}

    final Chosen<CorrelationMethod> method;
    final Chosen<PValue> pValue;
    final Chosen<Optional<String>> given;
    final Chosen<Mask> mask;
    final Chosen<Order> order;
    final Chosen<Replayed> replayed;

    private final Workbench workbench;
    private final Sheets sheets;
    private final Question<Asked> question;
    private final PairFacts facts;
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<CorrelateResult> result = Optional.empty();
    private Optional<ResultRows> rows = Optional.empty();
    private String wantedTarget = FIRST_TARGET;
    private Optional<Pair> wantedPair = Optional.empty();

    /** What a result belongs to. */
    private record Asked(
            Shown shown, CorrelationMethod method, PValue pValue, Optional<String> given, Replayed replayed) {}

    CorrelogramModel(Workbench workbench, Sheets sheets) {
        this.workbench = workbench;
        this.sheets = sheets;
        question = new Question<>(workbench);
        facts = new PairFacts(workbench);
        method = new Chosen<>(
                workbench,
                "correlogram.method",
                "Kind of correlation",
                CorrelationMethod.SPEARMAN,
                Form.of(CorrelationMethod.class));
        pValue = new Chosen<>(workbench, "correlogram.p-value", "Kind of p", PValue.T, Form.of(PValue.class));
        given = new Chosen<>(
                workbench, "correlogram.given", "Column given", Optional.empty(), Form.orNone(Form.ofText()));
        mask = new Chosen<>(workbench, "correlogram.mask", "Mask", new Mask(0.2, Mask.By.P), MaskTool.FORM);
        order = new Chosen<>(workbench, "correlogram.order", "Order of columns", Order.CATEGORY, Form.of(Order.class));
        replayed = new Chosen<>(workbench, "correlogram.replayed", "Replay", Replayed.NOTHING, Replayed.FORM);
        sheets.shownProperty().addListener((o, old, now) -> compute());
        List.of(method, pValue, given, replayed).forEach(c -> c.onChange(now -> compute()));
    }

    /** Computes while the place is shown only. */
    void setActive(boolean shown) {
        question.setShown(shown);
        compute();
    }

    ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    Optional<Seen> seen() {
        return seen.get();
    }

    ReadOnlyObjectProperty<Optional<PairFacts.Facts>> factsProperty() {
        return facts.factsProperty();
    }

    /** Why there is nothing to show; empty when there is something. */
    ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    /** Columns that correlations can be given. */
    List<String> candidates() {
        return sheets.shown().countedTable().numbers().stream()
                .filter(c -> c.present() > 2 && !c.key().endsWith("_stderr"))
                .map(NumberColumn::key)
                .toList();
    }

    private void compute() {
        Shown shown = sheets.shown();
        Asked asked = new Asked(shown, method.get(), pValue.get(), given.get(), replayed.get());
        if (!question.isNew(asked)) {
            return;
        }
        Table counted = shown.countedTable();
        Optional<String> third = given.get().filter(g -> counted.column(g).isPresent());
        List<String> columns = replayed.get().columns(counted).stream()
                .filter(c -> third.filter(c::equals).isEmpty())
                .toList();
        Optional<String> obstacle = obstacle(shown, counted, columns);
        if (obstacle.isPresent()) {
            nothing(obstacle.get());
            return;
        }
        if (result.isEmpty()) {
            says.set("Comparing " + columns.size() + " columns over " + counted.rowCount() + " rows…");
        }
        CorrelateStep step = new CorrelateStep(
                asked.method(),
                third.isPresent() ? PValue.T : asked.pValue(),
                Optional.empty(),
                third,
                List.of(),
                columns);
        question.answer(
                asked,
                "Correlations of " + columns.size() + " columns",
                p -> step.run(counted, new Step.Means(replayed.get().seed(), workbench.compute(), p)),
                found -> take(shown, counted, found),
                this::nothing);
    }

    private static Optional<String> obstacle(Shown shown, Table counted, List<String> columns) {
        int count = counted.rowCount();
        if (count < 3) {
            return Optional.of("Correlations need at least 3 rows; "
                    + (count == 0 ? "none is" : count == 1 ? "1 is" : count + " are") + " chosen"
                    + (shown.conditions().isEmpty() ? "." : " by " + String.join(", ", shown.conditions()) + "."));
        }
        return columns.size() < 2
                ? Optional.of("No two columns hold numbers yet; analyse the runs or import a table.")
                : Optional.empty();
    }

    private void take(Shown shown, Table counted, CorrelateResult found) {
        result = Optional.of(found);
        rows = Optional.of(ResultRows.of(
                workbench,
                sheets,
                shown,
                counted,
                IntStream.range(0, counted.rowCount()).toArray()));
        says.set("");
        see();
    }

    private void nothing(String why) {
        result = Optional.empty();
        see();
        says.set(why);
    }

    /** Looks at a pair from now on and ranks against its row. */
    void look(String row, String column) {
        wantedTarget = row;
        wantedPair = Optional.of(new Pair(row, column));
        see();
    }

    /** Ranks against a column; the pair becomes it and the column strongest with it. */
    void rank(String key) {
        wantedTarget = key;
        wantedPair = Optional.empty();
        see();
    }

    /** What is wanted as far as the result has it; what it lacks is shown again with one that has it. */
    private void see() {
        Optional<Seen> now = result.map(found -> {
            List<String> keys = found.columns().stream().map(NumberColumn::key).toList();
            String target = keys.contains(wantedTarget) ? wantedTarget : keys.getFirst();
            Pair pair = wantedPair
                    .filter(p -> p.row().equals(target) && keys.contains(p.column()))
                    .orElseGet(() ->
                            new Pair(target, found.ranked(target).getFirst().column()));
            return new Seen(found, rows.orElseThrow(), target, pair);
        });
        seen.set(now);
        facts.look(now, this::step, replayed.get().seed());
    }

    /** What is shown, for a recipe. */
    List<Step> steps() {
        return List.of(step());
    }

    private CorrelateStep step() {
        return new CorrelateStep(
                method.get(),
                given.get().isPresent() ? PValue.T : pValue.get(),
                seen().map(Seen::target),
                given.get(),
                seen().map(s -> List.of(s.pair().row(), s.pair().column())).orElse(List.of()),
                replayed.get().columnsOfStep(sheets.shown().countedTable()));
    }

    /** Does what a step of a recipe says. */
    void replay(Recipe recipe, CorrelateStep step) {
        method.choose(step.method());
        pValue.choose(step.pValue());
        given.choose(step.given());
        replayed.choose(Replayed.of(recipe, step.columns()));
        step.target().ifPresent(this::rank);
        if (step.pair().size() == 2) {
            look(step.pair().get(0), step.pair().get(1));
        }
    }

    /** The order of rows and columns, as indices into those of the result. */
    int[] ordered(CorrelateResult found) {
        return order.get() == Order.CATEGORY
                ? CorrelateFigures.byCategory(found.descriptors())
                : OtherClusters.order(found.correlations().r());
    }

    /** The category of each row, that gives points their colours: family, else mobile ion, else the first there is. */
    static Optional<List<String>> groups(ResultRows rows) {
        List<TextColumn> all = new ArrayList<>(Variables.categories(rows.table()));
        List<String> preferred = List.of("mobile", "family");
        all.sort(Comparator.comparingInt(c -> -preferred.indexOf(c.key())));
        return all.stream().findFirst().map(TextColumn::values);
    }
}
