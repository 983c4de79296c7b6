package org.ionscape.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ionscape.format.scan.Stoichiometry;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;

/**
 * Rows as a table: {@code run, compound, formula, family, mobile, T, vacancies, preset}, then every descriptor of the
 * catalogue and those a person added, each followed by {@code KEY_stderr} where a row has one.
 */
public final class DescriptorTable {
    /** What the columns before the descriptors are called; the first names the rows. */
    public static final List<String> LEADING =
            List.of("run", "compound", "formula", "family", "mobile", "T", "vacancies", "preset");

    private DescriptorTable() {}

    /** One row per run. */
    public static Table ofRuns(List<DescriptorRow> rows) {
        return table("run", rows, List.of());
    }

    /** One row per material, with the runs it was averaged over. */
    public static Table ofMaterials(List<DescriptorRow> rows) {
        return table(
                "material",
                rows,
                List.of(new TextColumn(
                        "runs",
                        rows.stream().map(r -> String.join("; ", r.runs())).toList())));
    }

    private static Table table(String header, List<DescriptorRow> rows, List<Column> more) {
        List<Column> columns = new ArrayList<>();
        columns.add(text("compound", rows, DescriptorRow::compound));
        columns.add(text("formula", rows, DescriptorRow::formula));
        columns.add(text("family", rows, DescriptorRow::family));
        columns.add(text("mobile", rows, DescriptorRow::mobile));
        columns.add(new NumberColumn(
                "T",
                "K",
                rows.stream()
                        .mapToDouble(r -> r.temperatureK().orElse(Double.NaN))
                        .toArray()));
        columns.add(text("vacancies", rows, r -> vacancies(r.stoichiometry())));
        columns.add(text("preset", rows, r -> r.preset().label()));
        columns.addAll(more);
        for (String key : keys(rows)) {
            columns.add(numbers(key, rows, DescriptorValue::value));
            NumberColumn stderr = numbers(key + "_stderr", rows, d -> d.stderr().orElse(Double.NaN));
            if (stderr.present() > 0) {
                columns.add(stderr);
            }
        }
        return new Table(header, rows.stream().map(DescriptorRow::name).toList(), columns);
    }

    private static Set<String> keys(List<DescriptorRow> rows) {
        Set<String> keys = new LinkedHashSet<>(Catalogue.lopez().descriptors().keySet());
        rows.forEach(r -> keys.addAll(r.descriptors().keySet()));
        return keys;
    }

    private static TextColumn text(String key, List<DescriptorRow> rows, Function<DescriptorRow, String> value) {
        return new TextColumn(key, rows.stream().map(value).toList());
    }

    private static NumberColumn numbers(
            String key, List<DescriptorRow> rows, java.util.function.ToDoubleFunction<DescriptorValue> value) {
        String descriptor = key.endsWith("_stderr") ? key.substring(0, key.length() - "_stderr".length()) : key;
        String unit = rows.stream()
                .flatMap(r -> r.descriptors().containsKey(descriptor)
                        ? java.util.stream.Stream.of(
                                r.descriptors().get(descriptor).unit())
                        : java.util.stream.Stream.empty())
                .findFirst()
                .or(() -> Catalogue.all().of(descriptor).map(Descriptor::unit))
                .orElse("");
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            DescriptorValue d = rows.get(i).descriptors().get(descriptor);
            double v = d == null || !d.isPresent() ? Double.NaN : value.applyAsDouble(d);
            values[i] = Double.isFinite(v) ? v : Double.NaN;
        }
        return new NumberColumn(key, unit, values);
    }

    private static String vacancies(Stoichiometry stoichiometry) {
        return switch (stoichiometry) {
            case STOICHIOMETRIC -> "false";
            case NON_STOICHIOMETRIC -> "true";
            case UNKNOWN -> "";
        };
    }

    /** The rows whose temperature lies in a window, ends included. */
    public static List<DescriptorRow> within(List<DescriptorRow> rows, double fromK, double toK) {
        return rows.stream()
                .filter(r -> r.temperatureK().isPresent()
                        && r.temperatureK().getAsDouble() >= fromK
                        && r.temperatureK().getAsDouble() <= toK)
                .toList();
    }

    /**
     * Rows per material: the runs of one compound, with or without vacancies, averaged with equal weight. The error of
     * an average is the larger of that of its members' errors, √Σs²/n, and that of their scatter, √(Σ(x−x̄)²/(n(n−1))).
     */
    public static List<DescriptorRow> materials(List<DescriptorRow> runs) {
        Map<String, List<DescriptorRow>> groups = runs.stream()
                .collect(Collectors.groupingBy(
                        r -> r.compound()
                                + (r.stoichiometry() == Stoichiometry.NON_STOICHIOMETRIC ? ", vacancies" : ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<DescriptorRow> materials = new ArrayList<>();
        groups.forEach((name, members) -> materials.add(material(name, members)));
        return materials;
    }

    private static DescriptorRow material(String name, List<DescriptorRow> members) {
        DescriptorRow first = members.getFirst();
        Map<String, DescriptorValue> means = new LinkedHashMap<>();
        for (String key : keys(members)) {
            List<DescriptorRow> having = members.stream()
                    .filter(m -> m.descriptors().containsKey(key)
                            && m.descriptors().get(key).isPresent())
                    .toList();
            means.put(key, having.isEmpty() ? missing(key, members) : mean(key, having));
        }
        return new DescriptorRow(
                name,
                members.stream().flatMap(m -> m.runs().stream()).toList(),
                first.compound(),
                first.formula(),
                first.family(),
                first.mobile(),
                temperature(members),
                first.stoichiometry(),
                first.preset(),
                first.version(),
                first.parameters(),
                members.stream().flatMap(m -> m.inputs().stream()).distinct().toList(),
                means,
                members.stream().flatMap(m -> m.warnings().stream()).distinct().toList());
    }

    private static OptionalDouble temperature(List<DescriptorRow> members) {
        return members.stream()
                .filter(m -> m.temperatureK().isPresent())
                .mapToDouble(m -> m.temperatureK().getAsDouble())
                .average();
    }

    private static DescriptorValue missing(String key, List<DescriptorRow> members) {
        return members.stream()
                .flatMap(m -> m.descriptors().containsKey(key)
                        ? java.util.stream.Stream.of(m.descriptors().get(key))
                        : java.util.stream.Stream.empty())
                .findFirst()
                .orElseGet(() -> DescriptorValue.missing("", "no run has it"));
    }

    private static DescriptorValue mean(String key, List<DescriptorRow> having) {
        List<DescriptorValue> values =
                having.stream().map(m -> m.descriptors().get(key)).toList();
        int n = values.size();
        if (n == 1) {
            return values.getFirst();
        }
        double mean = values.stream().mapToDouble(DescriptorValue::value).sum() / n;
        double scatter =
                values.stream().mapToDouble(v -> Math.pow(v.value() - mean, 2)).sum();
        double members = values.stream()
                .mapToDouble(v -> Math.pow(v.stderr().orElse(0), 2))
                .sum();
        double error = Math.sqrt(Math.max(members / ((double) n * n), scatter / ((double) n * (n - 1))));
        boolean exact = scatter == 0 && members == 0;
        return new DescriptorValue(
                mean,
                values.getFirst().unit(),
                exact ? OptionalDouble.empty() : OptionalDouble.of(error),
                OptionalDouble.empty(),
                "mean of " + n + " runs; " + values.getFirst().source());
    }
}
