package org.ionscape.app.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Shown;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Preset;
import org.ionscape.compute.Version;
import org.ionscape.extract.FileHash;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.table.Table;

/** Analyses of the window as recipes in files, each with its table beside it. */
public final class SavedAnalyses {
    private SavedAnalyses() {}

    /**
     * Writes a recipe and, beside it under the same name, the table it is of.
     *
     * @throws InputException when one of them cannot be written
     */
    public static Recipe save(Path file, Shown shown, List<Step> steps, Preset preset, long seed) {
        String name = file.getFileName().toString().replaceAll("\\.json$", "");
        Path data = file.resolveSibling(name + ".csv");
        Sheet sheet = shown.sheet();
        Table table = sheet.table()
                .rows(IntStream.range(0, sheet.rows().size())
                        .filter(r -> sheet.rows().get(r).counts())
                        .toArray());
        String hash;
        try {
            TableCsv.write(data, table);
            hash = FileHash.sha256(data);
        } catch (IOException e) {
            throw InputException.of(data, "the table cannot be written here (" + e.getMessage() + ")");
        }
        Recipe recipe = new Recipe(
                Version.CURRENT,
                steps.stream().map(Step::command).collect(Collectors.joining(", ")) + " of " + sheet.name(),
                Optional.of(Recipe.Input.of(data, hash, file)),
                where(shown.conditions()),
                preset,
                seed,
                steps);
        recipe.write(file);
        return recipe;
    }

    private static String where(List<String> conditions) {
        return conditions.size() < 2
                ? String.join("", conditions)
                : conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(" and "));
    }
}
