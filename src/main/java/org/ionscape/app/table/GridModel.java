package org.ionscape.app.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ionscape.app.sheet.Sheet;
import org.ionscape.app.sheet.Shown;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column;
import org.ionscape.table.Column.TextColumn;

/** What the grid draws: lines and columns in their order, from the rows shown and the look a person gave them. */
final class GridModel {
    /** Columns that say what a row is rather than what was measured. */
    private static final List<String> LABELS = List.of("compound", "formula", "family", "mobile", "preset", "runs");

    /** A line of the grid. */
    sealed interface Line {
        /** A row of the sheet. */
        record Row(int row) implements Line {}

        /** The head of a group. */
        record Group(String name, int count) implements Line {}
    }

    /**
     * Neighbouring columns of one category.
     *
     * @param all how many the sheet has, shown or not
     */
    record Group(String category, List<GridColumn> columns, int all) {}

    private final Shown shown;
    private final List<Line> lines;
    private final List<GridColumn> pinned;
    private final List<Group> groups;
    private final List<GridColumn> scrolled;
    private final double[] pinnedEnds;
    private final double[] scrolledEnds;
    private final List<GridColumn> all;
    private final Optional<TextColumn> compound;
    private final Optional<TextColumn> family;
    private final Map<String, Integer> lineOfKey = new HashMap<>();
    private final int descriptorsShown;
    private final int descriptorsAll;

    GridModel(Shown shown, TableLook look) {
        this.shown = shown;
        Map<String, Column> columns = new LinkedHashMap<>();
        shown.sheet().table().columns().forEach(c -> columns.put(c.key(), c));
        compound = text(columns, "compound");
        family = text(columns, "family");
        List<String> offered = offered(shown);
        List<String> visible = visible(columns, offered, look);
        pinned = columns(
                columns, look.pinned().stream().filter(columns::containsKey).toList());
        groups = groups(columns, offered, visible, new HashSet<>(look.pinned()));
        scrolled = groups.stream().flatMap(g -> g.columns().stream()).toList();
        pinnedEnds = ends(pinned);
        scrolledEnds = ends(scrolled);
        List<GridColumn> both = new ArrayList<>(pinned);
        both.addAll(scrolled);
        all = Collections.unmodifiableList(both);
        lines = lines(columns, look);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Line.Row row) {
                lineOfKey.put(shown.sheet().rows().get(row.row()).key(), i);
            }
        }
        descriptorsAll = (int) offered.stream().filter(k -> !LABELS.contains(k)).count();
        descriptorsShown =
                (int) visible.stream().filter(k -> !LABELS.contains(k)).count();
    }

    private static Optional<TextColumn> text(Map<String, Column> columns, String key) {
        return columns.get(key) instanceof TextColumn text ? Optional.of(text) : Optional.empty();
    }

    /** Columns that can be shown: all but errors, and but those that are the name of the row already. */
    static List<String> offered(Shown shown) {
        List<String> keys = new ArrayList<>(shown.sheet().table().keys());
        keys.removeIf(GridColumn::isErrors);
        keys.remove("compound");
        return keys;
    }

    private static List<String> visible(Map<String, Column> columns, List<String> offered, TableLook look) {
        if (!look.chosen().isEmpty()) {
            Set<String> chosen = new HashSet<>(look.chosen());
            return offered.stream().filter(chosen::contains).toList();
        }
        List<String> filled = offered.stream()
                .filter(k -> !LABELS.contains(k) && columns.get(k).present() > 0)
                .toList();
        boolean nothingYet = filled.stream().allMatch(look.pinned()::contains);
        return nothingYet ? offered.stream().filter(k -> !LABELS.contains(k)).toList() : filled;
    }

    private List<GridColumn> columns(Map<String, Column> columns, List<String> keys) {
        return keys.stream()
                .map(k -> new GridColumn(
                        columns.get(k),
                        Catalogue.all().describe(columns.get(k)),
                        Optional.ofNullable(columns.get(k + Sheet.STDERR)),
                        shown.rows()))
                .toList();
    }

    private List<Group> groups(
            Map<String, Column> columns, List<String> offered, List<String> visible, Set<String> elsewhere) {
        Map<String, List<String>> byCategory = new LinkedHashMap<>();
        Map<String, Integer> all = new HashMap<>();
        for (String key : offered) {
            String category = category(columns.get(key));
            byCategory.computeIfAbsent(category, c -> new ArrayList<>());
            all.merge(category, 1, Integer::sum);
        }
        visible.stream()
                .filter(k -> !elsewhere.contains(k))
                .forEach(k -> byCategory.get(category(columns.get(k))).add(k));
        List<Group> result = new ArrayList<>();
        byCategory.forEach((category, keys) -> {
            if (!keys.isEmpty()) {
                result.add(new Group(category, columns(columns, keys), all.get(category)));
            }
        });
        return result;
    }

    /** The category of a column: its descriptor's, or what kind of column it is. */
    static String category(Column column) {
        if (LABELS.contains(column.key())
                || column.key().equals("T")
                || column.key().equals("vacancies")) {
            return "run";
        }
        return Catalogue.all().describe(column).category();
    }

    private List<Line> lines(Map<String, Column> columns, TableLook look) {
        List<Integer> rows = new ArrayList<>(IntStream.of(shown.rows()).boxed().toList());
        Optional.ofNullable(columns.get(look.sortBy())).ifPresent(c -> rows.sort(comparator(c, look.order())));
        Optional<TextColumn> by = text(columns, look.groupBy());
        if (by.isEmpty()) {
            return rows.stream().map(r -> (Line) new Line.Row(r)).toList();
        }
        Map<String, List<Integer>> members = new TreeMap<>();
        rows.forEach(r -> members.computeIfAbsent(by.get().text(r), n -> new ArrayList<>())
                .add(r));
        List<Line> grouped = new ArrayList<>();
        members.forEach((name, inside) -> {
            grouped.add(new Line.Group(name.isEmpty() ? "none" : name, inside.size()));
            inside.forEach(r -> grouped.add(new Line.Row(r)));
        });
        return grouped;
    }

    /** By value or text; rows without one come last either way. */
    private static Comparator<Integer> comparator(Column column, TableLook.Order order) {
        Comparator<Integer> by = column.asNumbers().isPresent()
                ? Comparator.comparingDouble(column::number)
                : Comparator.comparing(column::text);
        Comparator<Integer> directed = order == TableLook.Order.FALLING ? by.reversed() : by;
        return Comparator.<Integer, Boolean>comparing(r -> !column.has(r)).thenComparing(directed);
    }

    Shown shown() {
        return shown;
    }

    Sheet sheet() {
        return shown.sheet();
    }

    List<Line> lines() {
        return lines;
    }

    List<GridColumn> pinned() {
        return pinned;
    }

    /** Those that scroll, in groups. */
    List<Group> groups() {
        return groups;
    }

    List<GridColumn> scrolled() {
        return scrolled;
    }

    /** All columns from left to right. */
    List<GridColumn> all() {
        return all;
    }

    /** Where the pinned columns begin from the first of them on, and where the last ends. */
    double[] pinnedEnds() {
        return pinnedEnds;
    }

    /** Where the scrolled columns begin from the first of them on, and where the last ends. */
    double[] scrolledEnds() {
        return scrolledEnds;
    }

    private static double[] ends(List<GridColumn> columns) {
        double[] ends = new double[columns.size() + 1];
        for (int i = 0; i < columns.size(); i++) {
            ends[i + 1] = ends[i] + columns.get(i).width();
        }
        return ends;
    }

    int descriptorsShown() {
        return descriptorsShown;
    }

    int descriptorsAll() {
        return descriptorsAll;
    }

    /** The sheet's row at a line, unless a group's head stands there. */
    OptionalInt row(int line) {
        return line >= 0 && line < lines.size() && lines.get(line) instanceof Line.Row row
                ? OptionalInt.of(row.row())
                : OptionalInt.empty();
    }

    OptionalInt lineOf(String key) {
        Integer line = lineOfKey.get(key);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    String key(int row) {
        return sheet().rows().get(row).key();
    }

    /** How a row is called: its compound, else its own name. */
    String name(int row) {
        return compound.map(c -> c.text(row))
                .filter(c -> !c.isEmpty())
                .orElseGet(() -> sheet().table().rowNames().get(row));
    }

    /** The family of a row, empty where none is known. */
    String family(int row) {
        return family.map(f -> f.text(row)).orElse("");
    }

    /** Keys of the rows on lines between two, both included, in either order. */
    Set<String> keysBetween(int from, int to) {
        Set<String> keys = new LinkedHashSet<>();
        for (int line = Math.min(from, to); line <= Math.max(from, to); line++) {
            row(line).ifPresent(r -> keys.add(key(r)));
        }
        return keys;
    }
}
