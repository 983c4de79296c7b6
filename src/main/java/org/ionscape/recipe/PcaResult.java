package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.Problem;
import org.ionscape.stats.CompleteColumns;
import org.ionscape.stats.ComponentCount;
import org.ionscape.stats.Pca;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;

/**
 * Components with the columns and rows they are of.
 *
 * @param offered columns before any was left out
 * @param table the rows before any was left out
 * @param components how many are listed
 */
public record PcaResult(Pca pca, List<NumberColumn> offered, Table table, int components) implements StepResult {
    /** The columns used, in the order of the vectors. */
    public List<Descriptor> descriptors() {
        return TableColumns.describe(
                Arrays.stream(pca.data().columns()).mapToObj(offered::get).toList());
    }

    /** The names of the rows used, in the order of the scores. */
    public List<String> rowNames() {
        return Arrays.stream(pca.data().rows()).mapToObj(table.rowNames()::get).toList();
    }

    @Override
    public Map<String, Object> numbers() {
        int shown = Math.min(components, pca.eigenvalues().length);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("matrix", pca.matrix().label());
        json.put("columns", descriptors().stream().map(Descriptor::key).toList());
        json.put("eigenvalues", pca.eigenvalues());
        json.put("explained", pca.explained());
        json.put("cumulative", pca.cumulative());
        json.put("vectors", Arrays.copyOf(pca.vectors(), shown));
        json.put("contributions", Arrays.copyOf(pca.contributions(), shown));
        json.put("scores", pca.firstScores(shown));
        json.put("rows", rowNames());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (ComponentCount rule : ComponentCount.values()) {
            counts.put(rule.name().toLowerCase(java.util.Locale.ROOT), rule.of(pca.eigenvalues()));
        }
        json.put("suggestedComponents", counts);
        return json;
    }

    @Override
    public List<NamedFigure> figures() {
        return PcaFigures.of(this);
    }

    @Override
    public List<Problem> warnings() {
        CompleteColumns data = pca.data();
        List<Problem> warnings = new ArrayList<>();
        say(warnings, data.empty(), "left out because they hold no value: ");
        say(warnings, data.constant(), "left out because they hold one value only: ");
        say(warnings, data.incomplete(), "left out because they lack values: ");
        if (data.filled() > 0) {
            warnings.add(Problem.of(data.filled() + " of " + data.rows().length * data.columns().length
                    + " values were missing and are now the median of their column"));
        }
        int dropped = table.rowCount() - data.rows().length;
        if (dropped > 0) {
            warnings.add(Problem.of(dropped + " of " + table.rowCount() + " rows lack values and are left out"));
        }
        if (data.rows().length <= data.columns().length) {
            warnings.add(Problem.of("there are no more rows (" + data.rows().length + ") than columns ("
                    + data.columns().length + "); components beyond the first few are noise"));
        }
        return warnings;
    }

    private void say(List<Problem> warnings, List<Integer> columns, String why) {
        if (!columns.isEmpty()) {
            warnings.add(Problem.of(why
                    + TableColumns.some(
                            columns.stream().map(c -> offered.get(c).key()).toList())));
        }
    }
}
