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
import org.ionscape.stats.cluster.ClusterMethod;
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
            "Classes of rows on their first component scores, how many there are and what they are made of.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape cluster table.csv --k 6 --by mobile",
            "  ionscape cluster table.csv --k 2:10 --components 3 --json -",
            "  ionscape cluster table.csv --method hdbscan --density 8"
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
            names = "--method",
            paramLabel = "k-means|ward|hdbscan|dbscan",
            converter = Method.class,
            description = "How classes are found; hdbscan and dbscan find their number too (default: k-means).")
    ClusterMethod method = ClusterMethod.K_MEANS;

    @Option(
            names = "--density",
            paramLabel = "ROWS",
            description = "Rows that make a class (hdbscan) or that a row needs near it (dbscan); default 5.")
    int density = ClusterStep.Density.USUAL.rows();

    @Option(
            names = "--radius",
            paramLabel = "DISTANCE",
            description = "What is near, for dbscan (default: such that nine rows of ten have their neighbours in it).")
    Double radius;

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

    static final class Method extends StepOptions.Choice<ClusterMethod> {
        Method() {
            super("k-means, ward, hdbscan, dbscan", ClusterMethod::ofLabel);
        }
    }

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
        if (density < 2 || radius != null && !(radius > 0 && Double.isFinite(radius))) {
            throw new Cli.WrongCall("--density must be at least 2, and --radius above 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        StepOptions.Done<ClusterResult> done = step.run(
                new ClusterStep(
                        method,
                        options.matrix,
                        components,
                        from,
                        to,
                        new ClusterStep.Density(density, Optional.ofNullable(radius)),
                        options.missing,
                        step.columns,
                        Optional.ofNullable(by)),
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
                    one.k() < 2
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%.3f", one.silhouette().mean()),
                    one.k() == result.k() ? "  <" : "");
        }
        if (result.method().isCounted()) {
            out.printf(
                    Locale.ROOT,
                    "k by silhouette %d, by elbow %d%s%n",
                    result.counts().bySilhouette(),
                    result.counts().byElbow(),
                    result.gap().map(g -> ", by gap " + g.k()).orElse(""));
        }
        result.radius().ifPresent(r -> out.printf(Locale.ROOT, "near is within %.4g%n", r));
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
                    "  class %d: %d %s%s, stability %.2f%n",
                    c + 1,
                    sizes[c],
                    sizes[c] == 1 ? "row" : "rows",
                    result.by().isPresent() ? " (" + parts + ")" : "",
                    result.stability().perCluster()[c]);
        }
    }
}
