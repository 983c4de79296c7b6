package org.ionscape.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Progress;
import org.ionscape.extract.RunResult;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.Catalogue;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;

/**
 * A recipe that was replayed on a table in a file: what the command line and the window write of it is the same.
 *
 * @param rows of the table that were used
 * @param results of the steps, in order
 * @param json the whole result
 */
public record Replay(
        Recipe recipe, int rows, List<StepResult> results, List<Problem> warnings, Map<String, Object> json) {
    public Replay {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * Replays all steps.
     *
     * @param file of the recipe
     * @param data another table than the recipe's own
     * @throws InputException when the recipe names no table, or it does not hold what is needed
     */
    public static Replay of(Path file, Optional<Path> data, ComputeService service, Progress progress) {
        Recipe recipe = Recipe.read(file);
        Path path = data.or(() -> recipe.inputBeside(file))
                .orElseThrow(() -> InputException.of(file, "this recipe names no table; give it one"));
        TableCsv.Read read = TableCsv.read(path);
        Table table = chosen(read.table(), recipe.where(), path);
        RunResult.Input input = RunResult.Input.of(path);
        List<Problem> warnings = new ArrayList<>(read.problems());
        recipe.input()
                .filter(i -> data.isEmpty() && !i.sha256().equals(input.sha256()))
                .ifPresent(i -> warnings.add(
                        Problem.of(path, "the table has changed since the recipe was saved; the numbers will differ")));
        List<StepResult> results = new ArrayList<>();
        int steps = recipe.steps().size();
        for (int s = 0; s < steps; s++) {
            Progress part = progress.part((double) s / steps, (s + 1.0) / steps);
            results.add(recipe.steps().get(s).run(table, new Step.Means(recipe.seed(), service, part)));
        }
        results.forEach(r -> warnings.addAll(r.warnings()));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("table", path);
        parameters.put("where", recipe.where().isEmpty() ? null : recipe.where());
        parameters.put("recipe", file);
        parameters.put("steps", recipe.steps());
        Map<String, Object> json =
                ResultJson.envelope("recipe run", recipe.preset(), recipe.seed(), parameters, List.of(input), warnings);
        json.put("rowsUsed", table.rowCount());
        if (results.size() == 1) {
            json.putAll(results.getFirst().numbers());
        } else {
            json.put("steps", results.stream().map(StepResult::numbers).toList());
        }
        return new Replay(recipe, table.rowCount(), results, warnings, json);
    }

    private static Table chosen(Table all, String where, Path path) {
        try {
            Table table = where.isEmpty() ? all : all.where(RowFilter.parse(where));
            if (table.rowCount() > 0) {
                return table;
            }
            throw InputException.of(
                    path,
                    where.isEmpty()
                            ? "the table has a header but no rows"
                            : "none of the " + all.rowCount() + " rows fulfils " + where);
        } catch (RowFilter.BadFilter | Catalogue.AmbiguousName e) {
            throw InputException.of(path, "the recipe's condition does not fit this table: " + e.getMessage());
        }
    }
}
