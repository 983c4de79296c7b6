package org.ionscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Job;
import org.ionscape.figure.Markup;
import org.ionscape.format.AtomicFiles;
import org.ionscape.recipe.Inventory;
import org.ionscape.recipe.NamedFigure;
import org.ionscape.recipe.Recipe;
import org.ionscape.recipe.Replay;
import org.ionscape.recipe.Step;
import org.ionscape.recipe.Template;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape recipe}. */
@Command(
        name = "recipe",
        description = "Saved analyses that replay, and figures in the manner of the published study.",
        subcommands = {RecipeCommand.Run.class, RecipeCommand.TemplateFigure.class, RecipeCommand.Runs.class},
        mixinStandardHelpOptions = true)
final class RecipeCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "recipe needs one of run, figure and inventory behind it");
    }

    /** {@code ionscape recipe run}. */
    @Command(
            name = "run",
            description = {"Replays a saved analysis, on the table it was made with or on another.", ""},
            footer = {
                "",
                "Examples:",
                "  ionscape correlate table.csv --save-recipe r.json",
                "  ionscape recipe run r.json other.csv"
            },
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The recipe, a JSON text.")
        Path file;

        @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = "Another table.")
        Path data;

        @Mixin
        FigureChoice figure;

        @Mixin
        Common common;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            figure.check();
            PrintWriter out = spec.commandLine().getOut();
            if (data == null && Recipe.read(file).input().isEmpty()) {
                throw new Cli.WrongCall("this recipe names no table; give one behind it");
            }
            Replay replay;
            try (ComputeService service = common.service();
                    Terminal terminal = Terminal.watch(service)) {
                replay = service.submit(Job.of("recipe", p -> Replay.of(file, Optional.ofNullable(data), service, p)))
                        .join();
                terminal.clear();
            }
            figure.write(
                    replay.results().stream().flatMap(r -> r.figures().stream()).toList());
            common.write(replay.json(), out);
            if (!common.jsonToOut()) {
                Recipe recipe = replay.recipe();
                out.println(recipe.title().isEmpty() ? file.getFileName().toString() : recipe.title());
                recipe.steps()
                        .forEach(s -> out.println("  " + s.command() + " of " + replay.rows()
                                + " rows: done; --json FILE writes the numbers"));
                replay.warnings().forEach(w -> out.println("! " + w));
            }
            return Cli.DONE;
        }
    }

    /** {@code ionscape recipe figure}. */
    @Command(
            name = "figure",
            description = {
                "Makes a figure in the manner of C. López et al. or K. Kim and D. J. Siegel from any table, with a drafted"
                        + " caption.",
                ""
            },
            footer = {"", "Example:", "  ionscape recipe figure lopez-1 table.csv --figure fig1.pdf"},
            mixinStandardHelpOptions = true)
    static final class TemplateFigure implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "TEMPLATE",
                description = "lopez-1 to -5, -s4, -s5, kim-2 to -8, -s2 or kim-table-1.")
        String template;

        @Parameters(index = "1", paramLabel = "TABLE", description = "CSV with a header row.")
        Path table;

        @Option(names = "--where", paramLabel = "CONDITION", description = "Rows to use (default: all).")
        String where;

        @Mixin
        FigureOptions figure;

        @Mixin
        Common common;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            figure.check();
            Template chosen = Template.ofCode(template)
                    .orElseThrow(() -> new Cli.WrongCall("no template is called “" + template + "”; there are "
                            + Arrays.stream(Template.values())
                                    .map(Template::code)
                                    .collect(Collectors.joining(", "))));
            if (!figure.wanted()) {
                throw new Cli.WrongCall("--figure FILE says where the figure goes");
            }
            TableOptions options = new TableOptions();
            options.table = table;
            options.where = where;
            TableOptions.Loaded loaded = options.load();
            NamedFigure made;
            try (ComputeService service = common.service();
                    Terminal terminal = Terminal.watch(service)) {
                made = service.submit(Job.of(
                                chosen.title(),
                                p -> chosen.make(loaded.table(), new Step.Means(common.seed, service, p))))
                        .join();
                terminal.clear();
            }
            figure.write(made.drawing(), made.heightOfWidth(), made.columns());
            Map<String, Object> parameters = new LinkedHashMap<>(options.parameters());
            parameters.put("template", template);
            Map<String, Object> json = common.envelope("recipe figure", parameters, loaded.inputs(), loaded.problems());
            json.put("caption", made.caption());
            PrintWriter out = spec.commandLine().getOut();
            common.write(json, out);
            if (!common.jsonToOut()) {
                out.println(Markup.parse(made.caption()).plain());
                loaded.problems().forEach(p -> out.println("! " + p));
            }
            return Cli.DONE;
        }
    }

    /** {@code ionscape recipe inventory}. */
    @Command(
            name = "inventory",
            description = {"Lists the compounds and temperatures of a table of runs, as CSV or LaTeX.", ""},
            footer = {"", "Example:", "  ionscape recipe inventory table.csv -o runs.tex"},
            mixinStandardHelpOptions = true)
    static final class Runs implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "TABLE", description = "A table that extract wrote.")
        Path table;

        @Option(names = "-o", paramLabel = "FILE", description = "Write to a .csv or .tex (default: print CSV).")
        Path output;

        @Mixin
        Common common;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            TableOptions options = new TableOptions();
            options.table = table;
            TableOptions.Loaded loaded = options.load();
            Inventory inventory = Inventory.of(loaded.table());
            PrintWriter out = spec.commandLine().getOut();
            Map<String, Object> json =
                    common.envelope("recipe inventory", options.parameters(), loaded.inputs(), loaded.problems());
            json.put("columns", Inventory.HEAD);
            json.put("compounds", inventory.lines());
            common.write(json, out);
            if (output != null) {
                write(inventory);
            } else if (!common.jsonToOut()) {
                out.print(inventory.csv());
            }
            return Cli.DONE;
        }

        private void write(Inventory inventory) {
            boolean latex = output.toString().toLowerCase(Locale.ROOT).endsWith(".tex");
            String text = latex ? inventory.latex() : inventory.csv();
            try {
                AtomicFiles.write(output, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw InputException.of(output, "the inventory cannot be written here (" + e.getMessage() + ")");
            }
        }
    }
}
