package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ionscape.learn.prepare.RedundancyFilter;
import org.ionscape.table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape filter}. */
@Command(
        name = "filter",
        description = {
            "Finds features that say the same: groups linked by |Pearson r| of at least a threshold; one of each stays.",
            ""
        },
        footer = {"", "Example:", "  ionscape filter table.csv --target E_a --threshold 0.8 --keep CCD,PW"},
        mixinStandardHelpOptions = true)
final class FilterCommand implements Callable<Integer> {
    @Mixin
    TableOptions table;

    @Option(names = "--threshold", paramLabel = "R", description = "|r| from which two say the same (default: 0.8).")
    double threshold = RedundancyFilter.THRESHOLD;

    @Option(names = "--target", paramLabel = "KEY", description = "Column that is no feature.")
    String target;

    @Option(names = "--exclude", split = ",", paramLabel = "KEY,…", description = "Other columns that are no features.")
    List<String> exclude = List.of();

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "KEY,…",
            description = "Features to keep of their groups (default: the first column of each).")
    List<String> keep = List.of();

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new Cli.WrongCall("--threshold must be above 0 and at most 1");
        }
        TableOptions.Loaded loaded = table.load();
        String targetKey = target == null ? "" : TableOptions.resolve("--target", target, loaded.table());
        List<String> excluded = LearnOptions.excluded(exclude, loaded.table());
        List<Column.NumberColumn> features = loaded.table().numbers().stream()
                .filter(c -> !c.key().equals(targetKey)
                        && !excluded.contains(c.key())
                        && !c.key().endsWith("_stderr")
                        && c.present() > 0)
                .toList();
        RedundancyFilter.Result found =
                RedundancyFilter.filter(features, threshold, LearnOptions.resolved("--keep", keep, loaded.table()));
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("threshold", threshold);
        parameters.put("target", target);
        parameters.put("exclude", exclude);
        parameters.put("keep", keep);
        Map<String, Object> result = common.envelope("filter", parameters, loaded.inputs(), loaded.problems());
        result.put("kept", found.kept());
        result.put("dropped", found.dropped());
        result.put("groups", found.groups());
        result.put("pairs", found.pairs());
        common.write(result, spec.commandLine().getOut());
        if (!common.jsonToOut()) {
            print(spec.commandLine().getOut(), features.size(), found);
            loaded.problems().forEach(w -> spec.commandLine().getOut().println("! " + w));
        }
        return Cli.DONE;
    }

    private void print(PrintWriter out, int features, RedundancyFilter.Result found) {
        out.printf(
                Locale.ROOT,
                "%d of %d features stay at |r| ≥ %.2f%n",
                found.kept().size(),
                features,
                threshold);
        for (List<String> group : found.groups()) {
            String kept =
                    group.stream().filter(found.kept()::contains).findFirst().orElseThrow();
            String others = String.join(
                    ", ", group.stream().filter(k -> !k.equals(kept)).toList());
            out.println("  " + kept + (others.isEmpty() ? "" : "  stands for " + others));
        }
    }
}
