package org.ionscape.app.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ionscape.app.RunItem;
import org.ionscape.app.sheet.Sheet.Inclusion;
import org.ionscape.app.sheet.Sheet.Row;
import org.ionscape.compute.Version;
import org.ionscape.extract.DescriptorRow;
import org.ionscape.extract.DescriptorTable;
import org.ionscape.extract.RunResult;
import org.ionscape.table.Column;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;
import org.ionscape.table.Expression;
import org.ionscape.table.Table;

/** Makes sheets of runs, of materials and of what was read, each with the changes of a person. */
final class SheetBuilder {
    /** A row for a result, kept so that one new result does not make all rows anew. */
    private IdentityHashMap<RunResult, DescriptorRow> made = new IdentityHashMap<>();

    /** A row per run, analysed or not. */
    Sheet ofRuns(String name, List<RunItem> runs, SheetChanges changes) {
        List<DescriptorRow> origins = rowsOf(runs);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            RunItem run = runs.get(i);
            rows.add(new Row("run:" + run.id(), List.of(run), Optional.of(origins.get(i)), inclusion(run)));
        }
        return changed(name, Sheet.Kind.RUNS, DescriptorTable.ofRuns(origins), rows, changes);
    }

    private static Inclusion inclusion(RunItem run) {
        return run.excluded() ? Inclusion.EXCLUDED : Inclusion.COUNTS;
    }

    private List<DescriptorRow> rowsOf(List<RunItem> runs) {
        List<String> names = names(runs);
        List<DescriptorRow> rows = new ArrayList<>();
        IdentityHashMap<RunResult, DescriptorRow> used = new IdentityHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            RunItem run = runs.get(i);
            String name = names.get(i);
            if (run.result().isPresent()) {
                RunResult result = run.result().get();
                DescriptorRow known = made.get(result);
                DescriptorRow row = known == null ? DescriptorRow.of(name, result, Version.CURRENT) : known.named(name);
                used.put(result, row);
                rows.add(row);
            } else {
                rows.add(DescriptorRow.notAnalysed(name, run.info(), run.temperatureK(), run.mobile()));
            }
        }
        made = used;
        return rows;
    }

    /** Paths below the folder that all runs share. */
    static List<String> names(List<RunItem> runs) {
        Path root = null;
        for (RunItem run : runs) {
            Path parent = run.info().path().getParent();
            while (root != null && parent != null && !parent.startsWith(root)) {
                root = root.getParent();
            }
            root = root == null ? parent : root;
        }
        Path shared = root;
        return runs.stream()
                .map(r -> {
                    Path path = r.info().path();
                    Path below = shared == null ? path : shared.relativize(path);
                    return below.toString().replace('\\', '/');
                })
                .toList();
    }

    /** A row per material: its analysed runs in a window of temperature, those that count. */
    Sheet ofMaterials(String name, List<RunItem> runs, double fromK, double toK, SheetChanges changes) {
        Map<String, RunItem> byPath = new LinkedHashMap<>();
        List<RunItem> used = runs.stream()
                .filter(r -> !r.excluded() && r.result().isPresent())
                .toList();
        used.forEach(r -> byPath.put(r.result().orElseThrow().run().path(), r));
        List<DescriptorRow> materials = DescriptorTable.materials(DescriptorTable.within(rowsOf(used), fromK, toK));
        List<Row> rows = materials.stream()
                .map(m -> new Row(
                        "material:" + m.name(),
                        m.runs().stream()
                                .flatMap(p -> Optional.ofNullable(byPath.get(p)).stream())
                                .toList(),
                        Optional.of(m),
                        changes.excluded().contains("material:" + m.name()) ? Inclusion.EXCLUDED : Inclusion.COUNTS))
                .toList();
        return changed(name, Sheet.Kind.MATERIALS, DescriptorTable.ofMaterials(materials), rows, changes);
    }

    /** The rows of a file; one that is called like the end of a run's path belongs to that run. */
    Sheet ofImported(Imported imported, List<RunItem> runs, SheetChanges changes) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        Map<String, List<RunItem>> byLastName = new LinkedHashMap<>();
        runs.forEach(r -> byLastName
                .computeIfAbsent(String.valueOf(r.info().path().getFileName()), n -> new ArrayList<>())
                .add(r));
        for (String name : imported.table().rowNames()) {
            int nth = seen.merge(name, 1, Integer::sum);
            String key = nth == 1 ? name : name + " (" + nth + ")";
            Path path = Path.of(name.replace('\0', ' '));
            List<RunItem> of = byLastName.getOrDefault(String.valueOf(path.getFileName()), List.of()).stream()
                    .filter(r -> r.info().path().endsWith(path))
                    .toList();
            boolean out = changes.excluded().contains(key)
                    || !of.isEmpty() && of.stream().allMatch(RunItem::excluded);
            rows.add(new Row(
                    key,
                    of,
                    Optional.ofNullable(imported.origins().get(name)),
                    out ? Inclusion.EXCLUDED : Inclusion.COUNTS));
        }
        return changed(imported.name(), Sheet.Kind.IMPORTED, imported.table(), rows, changes);
    }

    private static Sheet changed(String name, Sheet.Kind kind, Table table, List<Row> rows, SheetChanges changes) {
        Table typed = typed(table, rows, changes);
        for (SheetChanges.Derived derived : changes.derived()) {
            try {
                typed = typed.with(Expression.column(derived.key(), derived.unit(), derived.expression(), typed));
            } catch (Expression.BadExpression e) {
                double[] none = new double[typed.rowCount()];
                java.util.Arrays.fill(none, Double.NaN); // a column it needs is gone
                typed = typed.with(new NumberColumn(derived.key(), derived.unit(), none));
            }
        }
        return new Sheet(name, kind, table, typed, rows, changes);
    }

    private static Table typed(Table table, List<Row> rows, SheetChanges changes) {
        TreeSet<String> columns = new TreeSet<>();
        changes.cells().values().forEach(c -> columns.addAll(c.keySet()));
        Table typed = table;
        for (String key : columns) {
            Optional<Column> column = typed.column(key);
            typed = typed.with(
                    column.isPresent()
                            ? typed(column.get(), rows, changes)
                            : typed(
                                    new TextColumn(
                                            key, rows.stream().map(r -> "").toList()),
                                    rows,
                                    changes));
        }
        return typed;
    }

    private static Column typed(Column column, List<Row> rows, SheetChanges changes) {
        List<Optional<String>> texts =
                rows.stream().map(r -> changes.cell(r.key(), column.key())).toList();
        return switch (column) {
            case NumberColumn numbers -> {
                double[] values = numbers.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = texts.get(i).isPresent()
                            ? CellText.number(texts.get(i).get())
                            : values[i];
                }
                yield new NumberColumn(numbers.key(), numbers.unit(), values);
            }
            case TextColumn categories -> {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < categories.size(); i++) {
                    values.add(texts.get(i).orElse(categories.text(i)));
                }
                yield new TextColumn(categories.key(), values);
            }
        };
    }
}
