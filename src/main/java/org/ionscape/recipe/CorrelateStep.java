package org.ionscape.recipe;

import java.util.List;
import java.util.Optional;
import org.ionscape.stats.CorrelationMatrix;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.PValue;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Table;

/**
 * Correlations of all pairs of columns.
 *
 * @param target key or symbol of the column to rank the others against
 * @param columns keys or symbols of those used; of none, all that statistics are about
 */
public record CorrelateStep(CorrelationMethod method, PValue pValue, Optional<String> target, List<String> columns)
        implements Step {
    public CorrelateStep {
        columns = List.copyOf(columns);
    }

    @Override
    public String command() {
        return "correlate";
    }

    @Override
    public CorrelateResult run(Table table, Means means) {
        List<NumberColumn> used = TableColumns.chosen(columns, table);
        Optional<String> key = target.map(t -> TableColumns.named(t, table).key());
        key.filter(k -> used.stream().noneMatch(c -> c.key().equals(k))).ifPresent(k -> {
            throw TableColumns.refused("the target " + k + " is not among the columns used");
        });
        Correlations found = CorrelationMatrix.of(
                TableColumns.values(used), method, pValue, means.seed(), means.service(), means.progress());
        return new CorrelateResult(used, TableColumns.describe(used), found, key, table.rowCount());
    }
}
