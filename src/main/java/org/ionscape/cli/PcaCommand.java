package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.recipe.PcaResult;
import org.ionscape.recipe.PcaStep;
import org.ionscape.stats.ComponentCount;
import org.ionscape.table.Descriptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape pca}. */
@Command(
        name = "pca",
        description = {
            "Principal components of the correlation matrix: eigenvalues, contributions of the columns, scores of the rows.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape pca table.csv --components 3",
            "  ionscape pca table.csv --matrix pearson --missing drop-rows --json -"
        },
        mixinStandardHelpOptions = true)
final class PcaCommand implements Callable<Integer> {
    private static final int PRINTED = 5;
    private static final int LARGEST = 6;

    @Mixin
    TableOptions table;

    @Mixin
    ComponentOptions options;

    @Option(names = "--components", paramLabel = "N", description = "Components to list (default: all).")
    int components;

    @Mixin
    StepOptions step;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (components < 0) {
            throw new Cli.WrongCall("--components must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        StepOptions.Done<PcaResult> done = step.run(
                new PcaStep(options.matrix, components, options.missing, step.columns),
                PcaResult.class,
                table,
                common,
                Map.of());
        step.finish(done, common, out, () -> print(out, done.result()));
        return Cli.DONE;
    }

    private static void print(PrintWriter out, PcaResult result) {
        double[] explained = result.pca().explained();
        double[] cumulative = result.pca().cumulative();
        List<Descriptor> columns = result.descriptors();
        out.printf(
                Locale.ROOT,
                "%d components of the %s matrix of %d columns in %d rows%n",
                explained.length,
                result.pca().matrix().label(),
                columns.size(),
                result.pca().data().rows().length);
        for (int k = 0; k < Math.min(PRINTED, explained.length); k++) {
            double[] vector = result.pca().vectors()[k];
            String largest = IntStream.range(0, vector.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(c -> -Math.abs(vector[c])))
                    .limit(LARGEST)
                    .map(c -> columns.get(c).key() + String.format(Locale.ROOT, " %+.2f", vector[c]))
                    .collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "  PC%d  eigenvalue %.3f  %.1f %%, %.1f %% together  %s%n",
                    k + 1,
                    result.pca().eigenvalues()[k],
                    100 * explained[k],
                    100 * cumulative[k],
                    largest);
        }
        out.println("worth keeping: "
                + Arrays.stream(ComponentCount.values())
                        .map(rule -> rule.of(result.pca().eigenvalues()) + " (" + rule.words() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
