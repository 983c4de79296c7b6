package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.compute.Problem;
import org.ionscape.stats.Correlations;
import org.ionscape.stats.PValue;
import org.ionscape.stats.PairStatistics;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;

/**
 * Correlations with the columns they are of.
 *
 * @param columns in the order of the matrices
 * @param descriptors what they mean, in the same order
 * @param target key of the column the others are ranked against
 * @param given column that the correlations are partial to, if they are
 * @param sure the pair that was asked for, with its interval
 * @param rows of the table
 */
public record CorrelateResult(
        List<NumberColumn> columns,
        List<Descriptor> descriptors,
        Correlations correlations,
        Optional<String> target,
        Optional<NumberColumn> given,
        Optional<Sure> sure,
        int rows)
        implements StepResult {

    /** A pair and the bootstrap interval of its coefficient. */
    public record Sure(String row, String column, PairStatistics.Interval interval) {}

    /** A column and its correlation with the target; NaN is undefined. */
    public record Ranked(String column, double r, double p, double q, int n) {}

    /** The other columns by the size of their correlation with one; those of two rows, and then the undefined, come last. */
    public List<Ranked> ranked(String key) {
        int t = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).key().equals(key))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, columns.size())
                .filter(i -> i != t)
                .mapToObj(i -> new Ranked(
                        columns.get(i).key(),
                        correlations.r()[t][i],
                        correlations.p()[t][i],
                        correlations.q()[t][i],
                        correlations.n()[t][i]))
                .sorted(Comparator.comparingDouble(
                        r -> Double.isNaN(r.r()) ? 3 : Double.isNaN(r.p()) ? 2 - Math.abs(r.r()) : -Math.abs(r.r())))
                .toList();
    }

    @Override
    public Map<String, Object> numbers() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", correlations.method().label());
        json.put("pValue", correlations.pValue().label());
        json.put("columns", columns.stream().map(NumberColumn::key).toList());
        json.put("r", correlations.r());
        json.put("p", correlations.p());
        json.put("q", correlations.q());
        json.put("n", correlations.n());
        given.ifPresent(g -> json.put("given", g.key()));
        sure.ifPresent(s -> json.put("pair", pair(s)));
        target.ifPresent(t -> {
            json.put("target", t);
            json.put("ranked", ranked(t));
        });
        return json;
    }

    private Map<String, Object> pair(Sure of) {
        Ranked found = ranked(of.row()).stream()
                .filter(r -> r.column().equals(of.column()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("columns", List.of(of.row(), of.column()));
        json.put("r", found.r());
        json.put("p", found.p());
        json.put("q", found.q());
        json.put("n", found.n());
        json.put("ci95", new double[] {of.interval().low(), of.interval().high()});
        return json;
    }

    @Override
    public List<NamedFigure> figures() {
        return CorrelateFigures.of(this);
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        List<String> undefined = IntStream.range(0, columns.size())
                .filter(i -> Double.isNaN(correlations.r()[i][i]))
                .mapToObj(i -> columns.get(i).key())
                .toList();
        if (!undefined.isEmpty()) {
            warnings.add(Problem.of("undefined because they hold one value or none: " + TableColumns.some(undefined)));
        }
        long few = correlations.pairsOfFewRows();
        if (few > 0 && correlations.pValue() == PValue.T) {
            warnings.add(Problem.of(few + " of " + correlations.pairs() + " pairs have fewer than "
                    + Correlations.FEW_ROWS + " rows, where p by the t-approximation is off; ask for exact p"));
        }
        return warnings;
    }
}
