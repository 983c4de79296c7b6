package org.ionscape.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ionscape.recipe.CorrelateResult;
import org.ionscape.recipe.CorrelateStep;
import org.ionscape.stats.CorrelationMethod;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.PValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionscape correlate}. */
@Command(
        name = "correlate",
        description = {
            "Correlations of all pairs of columns, with p, false-discovery q and the number of rows of each pair.",
            "",
            "Each pair uses the rows that have both values. A constant column is undefined, not 0.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ionscape correlate table.csv --where \"T>=400 and T<=600\" --target D",
            "  ionscape correlate table.csv --method kendall --p-value permutation --json -",
            "  ionscape correlate table.csv --target D --given T --pair D,omega_mean"
        },
        mixinStandardHelpOptions = true)
final class CorrelateCommand implements Callable<Integer> {
    private static final int STRONGEST = 20;

    @Mixin
    TableOptions table;

    @Option(
            names = "--method",
            paramLabel = "spearman|pearson|kendall",
            converter = Method.class,
            description = "Coefficient; kendall is tau-b (default: spearman).")
    CorrelationMethod method = CorrelationMethod.SPEARMAN;

    @Option(
            names = "--p-value",
            paramLabel = "t|exact|permutation",
            converter = PKind.class,
            description = "Where p comes from; exact up to ten rows, permutation above (default: t).")
    PValue pValue = PValue.T;

    @Option(names = "--target", paramLabel = "KEY", description = "Rank the other columns against this one.")
    String target;

    @Option(names = "--given", paramLabel = "KEY", description = "Partial correlations given this column, with p by t.")
    String given;

    @Option(
            names = "--pair",
            paramLabel = "KEY,KEY",
            split = ",",
            description = "Two columns whose coefficient gets a 95 %% bootstrap interval.")
    List<String> pair = List.of();

    @Mixin
    StepOptions step;

    @Mixin
    Common common;

    @Spec
    CommandSpec spec;

    static final class Method extends StepOptions.Choice<CorrelationMethod> {
        Method() {
            super("spearman, pearson, kendall", CorrelationMethod::ofLabel);
        }
    }

    static final class PKind extends StepOptions.Choice<PValue> {
        PKind() {
            super("t, exact, permutation", PValue::ofLabel);
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (given != null && pValue != PValue.T) {
            throw new Cli.WrongCall("--given has p by t only; leave out --p-value");
        }
        if (!pair.isEmpty() && pair.size() != 2) {
            throw new Cli.WrongCall("--pair takes two columns, such as D,⟨ω⟩");
        }
        Optional<String> against = Optional.ofNullable(target);
        Optional<String> third = Optional.ofNullable(given);
        Map<String, Optional<String>> named = new LinkedHashMap<>();
        named.put("--target", against);
        named.put("--given", third);
        pair.forEach(p -> named.put("--pair " + p, Optional.of(p)));
        StepOptions.Done<CorrelateResult> done = step.run(
                new CorrelateStep(method, pValue, against, third, pair, step.columns),
                CorrelateResult.class,
                table,
                common,
                named);
        step.finish(done, common, out, () -> print(out, done.result()));
        return Cli.DONE;
    }

    private static void print(PrintWriter out, CorrelateResult result) {
        Correlations c = result.correlations();
        out.printf(
                Locale.ROOT,
                "%s%s of %d columns in %d rows: %d of %d pairs with p < 0.05, %d with p < 0.20%n",
                c.method().label(),
                result.given().map(g -> " given " + g.key()).orElse(""),
                result.columns().size(),
                result.rows(),
                c.pairsBelow(0.05),
                c.pairs(),
                c.pairsBelow(0.20));
        result.sure()
                .ifPresent(s -> out.printf(
                        Locale.ROOT,
                        "%s – %s: 95 %% interval %+.3f to %+.3f, n = %d%n",
                        s.row(),
                        s.column(),
                        s.interval().low(),
                        s.interval().high(),
                        s.interval().n()));
        if (result.target().isPresent()) {
            out.println("with " + result.target().get() + ":");
            result.ranked(result.target().get()).stream()
                    .limit(STRONGEST)
                    .forEach(r -> line(out, r.column(), r.r(), r.p(), r.q(), r.n()));
            return;
        }
        out.println("strongest pairs:");
        int width = result.columns().size();
        List<int[]> pairs = IntStream.range(0, width * width)
                .filter(k -> k / width < k % width && !Double.isNaN(c.r()[k / width][k % width]))
                .mapToObj(k -> new int[] {k / width, k % width})
                .sorted(Comparator.comparingDouble(ij -> -Math.abs(c.r()[ij[0]][ij[1]])))
                .limit(STRONGEST)
                .toList();
        for (int[] ij : pairs) {
            String names = result.columns().get(ij[0]).key() + " – "
                    + result.columns().get(ij[1]).key();
            line(out, names, c.r()[ij[0]][ij[1]], c.p()[ij[0]][ij[1]], c.q()[ij[0]][ij[1]], c.n()[ij[0]][ij[1]]);
        }
    }

    private static void line(PrintWriter out, String name, double r, double p, double q, int n) {
        if (Double.isNaN(r)) {
            out.printf(Locale.ROOT, "  %-44s undefined%n", name);
        } else {
            out.printf(Locale.ROOT, "  %-44s r = %+.3f  p = %.2g  q = %.2g  n = %d%n", name, r, p, q, n);
        }
    }
}
