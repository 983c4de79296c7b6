package org.ionscape.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.compute.Version;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.StepResult;
import org.ionscape.table.Table;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the commands that do one step of a recipe with a table have in common. */
final class StepOptions {
    @Option(
            names = "--columns",
            paramLabel = "KEY,…",
            split = ",",
            description = "Columns to use, by key or symbol (default: all numbers but errors).")
    List<String> columns = List.of();

    @Option(
            names = "--save-recipe",
            paramLabel = "FILE",
            description = "Save the analysis as JSON, for “ionscape recipe run”.")
    Path recipe;

    @Mixin
    FigureChoice figure;

    /** Reads a lower-case name of a choice. */
    abstract static class Choice<T> implements ITypeConverter<T> {
        private final String expected;
        private final Function<String, Optional<T>> of;

        Choice(String expected, Function<String, Optional<T>> of) {
            this.expected = expected;
            this.of = of;
        }

        @Override
        public T convert(String value) {
            return of.apply(value)
                    .orElseThrow(() -> new TypeConversionException("“" + value + "” is none of " + expected));
        }
    }

    /** What was found, with the rows it was found in. */
    record Done<R extends StepResult>(R result, Table table, Map<String, Object> json, List<Problem> warnings) {}

    /**
     * Runs a step on the chosen rows and puts the result's JSON together.
     *
     * @param named the option and the column it names, where the person gave one
     */
    <R extends StepResult> Done<R> run(
            Step step, Class<R> type, TableOptions table, Common common, Map<String, Optional<String>> named) {
        figure.check();
        TableOptions.Loaded loaded = table.load();
        columns.forEach(c -> TableOptions.resolve("--columns", c, loaded.table()));
        named.forEach((option, name) -> name.ifPresent(n -> TableOptions.resolve(option, n, loaded.table())));
        StepResult result;
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            result = service.submit(Job.of(
                            step.command(), p -> step.run(loaded.table(), new Step.Means(common.seed, service, p))))
                    .join();
            terminal.clear();
        }
        List<Problem> warnings = new ArrayList<>(loaded.problems());
        warnings.addAll(result.warnings());
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("step", step);
        Map<String, Object> json = common.envelope(step.command(), parameters, loaded.inputs(), warnings);
        json.put("rowsRead", loaded.rowsRead());
        json.put("rowsUsed", loaded.table().rowCount());
        json.putAll(result.numbers());
        if (recipe != null) {
            save(step, table, loaded, common);
        }
        return new Done<>(type.cast(result), loaded.table(), json, warnings);
    }

    private void save(Step step, TableOptions table, TableOptions.Loaded loaded, Common common) {
        new Recipe(
                        Version.CURRENT,
                        step.command() + " of " + table.table.getFileName(),
                        loaded.inputs().stream().findFirst().map(i -> Recipe.Input.of(table.table, i.sha256(), recipe)),
                        table.where == null ? "" : table.where,
                        common.preset,
                        common.seed,
                        List.of(step))
                .write(recipe);
    }

    /** Writes the JSON, else lets the command print its summary and adds the warnings. */
    void finish(Done<?> done, Common common, PrintWriter out, Runnable summary) {
        figure.write(done.result().figures());
        common.write(done.json(), out);
        if (!common.jsonToOut()) {
            summary.run();
            done.warnings().forEach(w -> out.println("! " + w));
        }
    }
}
