package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.recipe.ClusterResult;
import org.ionscape.recipe.ClusterStep;
import org.ionscape.stats.cluster.ClusterCounts;
import org.ionscape.stats.cluster.Composition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape cluster}. */
@Command(
        name = "cluster",
        description = {
            "Classes of rows by k-means on their first component scores, how many there are and what they are made of.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape cluster table.csv --k 6 --by mobile",
            "  ionscape cluster table.csv --k 2:10 --components 3 --json -"
        },
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?::(\\d{1,4}))?");

    @Mixin
    TableOptions table;

    @Mixin
    ComponentOptions options;

    @Option(names = "--components", paramLabel = "N", description = "Scores used (default: 2).")
    int components = 2;

    @Option(
            names = "--k",
            paramLabel = "N|FROM:TO",
            description =
                    "Number of classes, or a range of which the greatest mean silhouette decides (default: 2:10).")
    String k = "2:10";

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Break the classes down by this column (default: mobile ion, else family).")
    String by;

    @Mixin
    StepOptions step;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Matcher range = RANGE.matcher(k);
        if (!range.matches()) {
            throw new Cli.WrongCall("--k is a number or a range such as 2:10, not “" + k + "”");
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (from < 1 || to < from || range.group(2) != null && from < 2) {
            throw new Cli.WrongCall("--k must be at least 1, and a range go upwards from at least 2");
        }
        if (components < 1) {
            throw new Cli.WrongCall("--components must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        StepOptions.Done<ClusterResult> done = step.run(
                new ClusterStep(
                        options.matrix, components, from, to, options.missing, step.columns, Optional.ofNullable(by)),
                ClusterResult.class,
                table,
                common,
                Map.of("--by", Optional.ofNullable(by)));
        step.finish(done, common, out, () -> print(out, done.result()));
        return Cli.DONE;
    }

    private static void print(PrintWriter out, ClusterResult result) {
        for (ClusterCounts.OfK one : result.counts().perK()) {
            out.printf(
                    Locale.ROOT,
                    "  k = %2d  inertia %12.4f  mean silhouette %6s%s%n",
                    one.k(),
                    one.clusters().inertia(),
                    one.k() == 1
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%.3f", one.silhouette().mean()),
                    one.k() == result.k() ? "  <" : "");
        }
        out.printf(
                Locale.ROOT,
                "k by silhouette %d, by elbow %d, by gap %d%n",
                result.counts().bySilhouette(),
                result.counts().byElbow(),
                result.gap().k());
        Composition composition = result.composition();
        int[] sizes = result.clusters().sizes();
        for (int c = 0; c < result.k(); c++) {
            int at = c;
            String parts = IntStream.range(0, composition.categories().size())
                    .filter(i -> composition.counts()[at][i] > 0)
                    .mapToObj(i -> composition.counts()[at][i] + " "
                            + composition.categories().get(i))
                    .collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "  class %d: %d rows%s, stability %.2f%n",
                    c + 1,
                    sizes[c],
                    result.by().isPresent() ? " (" + parts + ")" : "",
                    result.stability().perCluster()[c]);
        }
    }
}
