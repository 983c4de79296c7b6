package org.ionscape.recipe;

import java.util.List;
import org.ionscape.stats.CompleteColumns;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.MissingPolicy;
import org.ionscape.stats.Pca;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Table;

/**
 * Principal components.
 *
 * @param matrix that is decomposed
 * @param components how many are shown; 0 for all
 * @param missing what is done about missing values
 * @param columns keys or symbols of those used; of none, all that statistics are about
 */
public record PcaStep(CorrelationMethod matrix, int components, MissingPolicy missing, List<String> columns)
        implements Step {
    public PcaStep {
        columns = List.copyOf(columns);
    }

    @Override
    public String command() {
        return "pca";
    }

    @Override
    public PcaResult run(Table table, Means means) {
        List<NumberColumn> used = TableColumns.chosen(columns, table);
        CompleteColumns data = CompleteColumns.of(TableColumns.values(used), missing);
        if (data.columns().length < 2 || data.rows().length < 3) {
            throw TableColumns.refused("components need at least 2 columns that vary and 3 rows; with --missing "
                    + missing.label() + " there are " + data.columns().length + " and " + data.rows().length);
        }
        Pca pca = Pca.of(data, matrix, means.service(), means.progress());
        return new PcaResult(pca, used, table, components == 0 ? pca.eigenvalues().length : components);
    }
}
