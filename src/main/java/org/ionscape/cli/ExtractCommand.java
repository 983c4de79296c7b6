package org.ionscape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Job;
import org.ionscape.compute.Problem;
import org.ionscape.extract.AnalysisSettings;
import org.ionscape.extract.DescriptorRow;
import org.ionscape.extract.DescriptorTable;
import org.ionscape.extract.Extraction;
import org.ionscape.extract.RowCache;
import org.ionscape.extract.RunResult;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.format.scan.RunInfo;
import org.ionscape.format.scan.RunScanner;
import org.ionscape.format.scan.ScanResult;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionscape extract}. */
@Command(
        name = "extract",
        description = {
            "The descriptors of every run below folders, as a table.",
            "",
            "Runs are analysed in parallel. Beside the table, TABLE.csv.provenance.jsonl keeps for each run where every"
                    + " number came from; with it a stopped extraction goes on where it stopped, and a later one"
                    + " computes only what has changed. A run that cannot be used is named and left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape extract Li-based/ -o lithium.csv",
            "  ionscape extract . -o materials.csv --per material --window 400:600 --preset paper"
        },
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    private static final double[] WINDOW_OF_MATERIALS_K = {400, 600};

    /** What a row stands for. */
    enum Per {
        run,
        material
    }

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders to look through.")
    List<Path> folders;

    @Option(names = "-o", paramLabel = "TABLE.csv", required = true, description = "Where the table goes.")
    Path output;

    @Option(
            names = "--per",
            paramLabel = "run|material",
            description = "A row per run (default), or per material: its runs in a temperature window averaged.")
    Per per = Per.run;

    @Option(
            names = "--window",
            paramLabel = "FROM:TO",
            description = "Temperatures of the runs that count, K (default: all; per material 400:600).")
    String window;

    @Option(names = "--strict", description = "Exit with 3 when a run could not be used.")
    boolean strict;

    @Mixin
    AnalysisOptions options;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double[] range = range();
        AnalysisSettings settings = options.settings(common, OptionalDouble.empty());
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || Files.isDirectory(output)) {
            throw new Cli.WrongCall("-o names a file in a folder that exists; " + output + " is none");
        }
        RowCache cache = RowCache.in(Path.of(output + RowCache.ENDING));
        try (ComputeService service = common.service();
                Terminal terminal = Terminal.watch(service)) {
            ScanResult scan = service.submit(Job.of("Scanning", p -> RunScanner.scan(folders, p)))
                    .join();
            List<RunInfo> runs = inWindow(scan.runs(), range);
            Extraction.Extracted extracted = new Extraction(service, settings, cache).extract(runs, names(runs));
            terminal.clear();
            List<Problem> problems = new ArrayList<>(scan.problems());
            problems.addAll(extracted.problems());
            List<DescriptorRow> rows =
                    per == Per.material ? DescriptorTable.materials(extracted.rows()) : extracted.rows();
            Table table = per == Per.material ? DescriptorTable.ofMaterials(rows) : DescriptorTable.ofRuns(rows);
            boolean nothing = rows.isEmpty();
            if (!nothing) { // a mistyped folder leaves a table of before as it is
                write(table, cache, runs);
            }
            common.write(json(table, rows, problems, extracted), out);
            if (!common.jsonToOut()) {
                problems.forEach(p -> out.println("! " + p));
                print(out, table, extracted);
            }
            return nothing || strict && !problems.isEmpty() ? Cli.BAD_INPUT : Cli.DONE;
        }
    }

    private double[] range() {
        if (window == null) {
            return per == Per.material ? WINDOW_OF_MATERIALS_K : new double[] {0, Double.POSITIVE_INFINITY};
        }
        String[] ends = window.split(":", -1);
        try {
            double from = Double.parseDouble(ends[0]);
            double to = Double.parseDouble(ends.length == 2 ? ends[1] : "");
            if (from >= 0 && to >= from) {
                return new double[] {from, to};
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Cli.WrongCall("--window is written FROM:TO in K, such as 400:600, not “" + window + "”");
    }

    /** A run without a temperature counts only where every temperature does. */
    private static List<RunInfo> inWindow(List<RunInfo> runs, double[] range) {
        boolean all = range[0] <= 0 && Double.isInfinite(range[1]);
        return runs.stream()
                .filter(r -> all
                        || r.temperatureK().isPresent()
                                && r.temperatureK().getAsDouble() >= range[0]
                                && r.temperatureK().getAsDouble() <= range[1])
                .toList();
    }

    /** Paths below the one folder given; whole paths where there are several. */
    private List<String> names(List<RunInfo> runs) {
        if (folders.size() > 1) {
            return runs.stream().map(r -> r.path().toString()).toList();
        }
        Path root = folders.getFirst();
        return runs.stream()
                .map(r -> {
                    Path below = r.path().startsWith(root) ? root.relativize(r.path()) : r.path();
                    return below.toString().isEmpty()
                            ? r.path().getFileName().toString()
                            : below.toString().replace('\\', '/');
                })
                .toList();
    }

    private void write(Table table, RowCache cache, List<RunInfo> runs) {
        try {
            TableCsv.write(output, table);
            cache.settle(runs);
        } catch (IOException e) {
            throw new Cli.CannotWrite(output + ": the table cannot be written here (" + e.getMessage() + ")", e);
        }
    }

    private Map<String, Object> json(
            Table table, List<DescriptorRow> rows, List<Problem> problems, Extraction.Extracted extracted) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("folders", folders);
        parameters.put("output", output);
        parameters.put("per", per);
        parameters.put("window", window);
        parameters.put("computed", extracted.computed());
        List<RunResult.Input> inputs =
                rows.stream().flatMap(r -> r.inputs().stream()).distinct().toList();
        List<Problem> warnings =
                rows.stream().flatMap(r -> r.warnings().stream()).distinct().toList();
        Map<String, Object> result = common.envelope("extract", parameters, inputs, warnings);
        List<Map<String, Object>> json = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(table.rowHeader(), table.rowNames().get(i));
            for (Column column : table.columns()) {
                row.put(
                        column.key(),
                        column.asNumbers().isPresent()
                                ? (Object) column.number(i)
                                : column.has(i) ? column.text(i) : null);
            }
            row.put("runs", rows.get(i).runs());
            row.put("descriptors", RunJson.descriptors(rows.get(i).descriptors()));
            json.add(row);
        }
        result.put("rows", json);
        result.put("problems", RunJson.problems(problems));
        return result;
    }

    private void print(PrintWriter out, Table table, Extraction.Extracted extracted) {
        if (table.rowCount() == 0) {
            out.println("no rows; nothing was written to " + output);
            return;
        }
        long filled = table.numbers().stream()
                .filter(c -> !c.key().endsWith("_stderr") && c.present() > 0)
                .count();
        out.printf(
                Locale.ROOT,
                "%s: %d rows (%d runs computed, %d known), %d columns of numbers with values%n",
                output,
                table.rowCount(),
                extracted.computed(),
                extracted.rows().size() - extracted.computed(),
                filled);
    }
}
