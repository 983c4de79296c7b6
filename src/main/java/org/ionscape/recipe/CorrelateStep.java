package org.ionscape.recipe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ionscape.stats.CorrelationMatrix;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.PValue;
import org.ionscape.stats.PairStatistics;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Table;

/**
 * Correlations of all pairs of columns.
 *
 * @param target key or symbol of the column to rank the others against
 * @param given key or symbol of a column given which the correlations are partial ones
 * @param pair keys or symbols of two columns whose coefficient gets a bootstrap interval; or none
 * @param columns keys or symbols of those used; of none, all that statistics are about
 */
public record CorrelateStep(
        CorrelationMethod method,
        PValue pValue,
        Optional<String> target,
        Optional<String> given,
        List<String> pair,
        List<String> columns)
        implements Step {
    public CorrelateStep {
        target = Objects.requireNonNullElse(target, Optional.empty());
        given = Objects.requireNonNullElse(given, Optional.empty());
        pair = List.copyOf(Objects.requireNonNullElse(pair, List.of()));
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
    }

    /** Plain correlations, given nothing. */
    public static CorrelateStep of(
            CorrelationMethod method, PValue pValue, Optional<String> target, List<String> columns) {
        return new CorrelateStep(method, pValue, target, Optional.empty(), List.of(), columns);
    }

    @Override
    public String command() {
        return "correlate";
    }

    @Override
    public CorrelateResult run(Table table, Means means) {
        Optional<NumberColumn> third = given.map(g -> TableColumns.named(g, table));
        if (third.isPresent() && pValue != PValue.T) {
            throw TableColumns.refused("partial correlations have p by t only; leave out exact or permutation p");
        }
        List<NumberColumn> used = TableColumns.chosen(columns, table).stream()
                .filter(c -> third.filter(t -> t.key().equals(c.key())).isEmpty())
                .toList();
        Optional<String> key = target.map(t -> among(used, t, "target", table).key());
        List<NumberColumn> two =
                pair.stream().map(p -> among(used, p, "pair's", table)).toList();
        double[][] values = TableColumns.values(used);
        Correlations found = third.map(
                        t -> CorrelationMatrix.given(values, t.values(), method, means.service(), means.progress()))
                .orElseGet(() ->
                        CorrelationMatrix.of(values, method, pValue, means.seed(), means.service(), means.progress()));
        return new CorrelateResult(
                used,
                TableColumns.describe(used),
                found,
                key,
                third,
                two.size() == 2
                        ? Optional.of(new CorrelateResult.Sure(
                                two.get(0).key(), two.get(1).key(), interval(two.get(0), two.get(1), third, means)))
                        : Optional.empty(),
                table.rowCount());
    }

    private static NumberColumn among(List<NumberColumn> used, String name, String role, Table table) {
        String key = TableColumns.named(name, table).key();
        return used.stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow(() -> TableColumns.refused("the " + role + " " + key + " is not among the columns used"));
    }

    /** A bootstrap interval of one pair. */
    public PairStatistics.Interval interval(NumberColumn x, NumberColumn y, Optional<NumberColumn> third, Means means) {
        return third.map(t -> PairStatistics.bootstrap(
                        x.values(), y.values(), t.values(), method, means.seed(), means.progress()))
                .orElseGet(
                        () -> PairStatistics.bootstrap(x.values(), y.values(), method, means.seed(), means.progress()));
    }
}
