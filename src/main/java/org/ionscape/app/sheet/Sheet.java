package org.ionscape.app.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.ionscape.app.RunItem;
import org.ionscape.extract.DescriptorRow;
import org.ionscape.extract.DescriptorValue;
import org.ionscape.table.Table;

/**
 * A table of the project at one moment, with everything typed or derived in place. A value: a change makes another.
 *
 * @param name under which it is chosen
 * @param kind where its rows come from
 * @param source rows and columns as they were computed or read
 * @param table the same with what was typed and derived; {@code KEY_stderr} columns hold the errors of {@code KEY}
 * @param rows what each row stands for
 * @param changes what a person made of it
 */
public record Sheet(String name, Kind kind, Table source, Table table, List<Row> rows, SheetChanges changes) {
    /** Ending of the key of a column of standard errors. */
    public static final String STDERR = "_stderr";

    /** Where rows come from. */
    public enum Kind {
        /** A row for each run of the project. */
        RUNS,
        /** A row for each material, averaged over runs in a window of temperature. */
        MATERIALS,
        /** Rows read from a file. */
        IMPORTED
    }

    /**
     * What a row stands for.
     *
     * @param key names the row for good, whatever it is called on screen
     * @param runs of the project that it was computed from, or belongs to
     * @param origin of its numbers, where they were computed
     * @param inclusion whether statistics use it
     */
    public record Row(String key, List<RunItem> runs, Optional<DescriptorRow> origin, Inclusion inclusion) {
        public Row {
            runs = List.copyOf(runs);
        }

        public boolean counts() {
            return inclusion == Inclusion.COUNTS;
        }
    }

    /** Whether statistics use a row. */
    public enum Inclusion {
        COUNTS,
        EXCLUDED
    }

    public Sheet {
        rows = List.copyOf(rows);
        if (rows.size() != table.rowCount()) {
            throw new IllegalArgumentException(rows.size() + " rows are described, the table has " + table.rowCount());
        }
    }

    /** Keys of the rows in order. */
    public List<String> keys() {
        return rows.stream().map(Row::key).toList();
    }

    /** The row numbers by key. */
    public Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            index.put(rows.get(i).key(), i);
        }
        return index;
    }

    /** The row of a key. */
    public OptionalInt indexOf(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a cell was typed or pasted rather than computed or read. */
    public boolean typed(int row, String column) {
        return changes.cell(rows.get(row).key(), column).isPresent();
    }

    /**
     * What a cell held at some time.
     *
     * @param text empty for a cell that held nothing
     * @param when it was typed; empty where that is not known, and for what was computed or read
     */
    public record Past(Made made, String text, Optional<Instant> when) {}

    /** How a cell came to what it held. */
    public enum Made {
        COMPUTED_OR_READ,
        TYPED
    }

    /** What a cell has held, oldest first: what was computed or read, then what was typed; the last is what it holds. */
    public List<Past> past(int row, String column) {
        String key = rows.get(row).key();
        Past original = new Past(
                Made.COMPUTED_OR_READ,
                source.column(column).map(c -> c.text(row)).orElse(""),
                Optional.empty());
        List<Past> past = new ArrayList<>();
        past.add(original);
        for (SheetChanges.Step step : changes.stepsOf(key, column)) {
            past.add(
                    step.act() == SheetChanges.Act.TYPED
                            ? new Past(Made.TYPED, step.text(), Optional.of(Instant.parse(step.when())))
                            : original);
        }
        changes.cell(key, column)
                .filter(now -> past.getLast().made() != Made.TYPED)
                .ifPresent(now -> past.add(new Past(Made.TYPED, now, Optional.empty())));
        return past;
    }

    /** What is known of the origin of a cell's number; empty for one typed, derived, or read from a file without it. */
    public Optional<DescriptorValue> origin(int row, String column) {
        return typed(row, column)
                ? Optional.empty()
                : rows.get(row)
                        .origin()
                        .flatMap(o -> Optional.ofNullable(o.descriptors().get(column)));
    }

    /** The standard error of a cell, where there is one and the value was not typed. */
    public OptionalDouble stderr(int row, String column) {
        return typed(row, column)
                ? OptionalDouble.empty()
                : table.column(column + STDERR).stream()
                        .filter(c -> c.has(row))
                        .mapToDouble(c -> c.number(row))
                        .findFirst();
    }

    /** The keys of the rows that were computed from, or belong to, one of these runs. */
    public List<String> keysOf(Set<RunItem> items) {
        return rows.stream()
                .filter(r -> r.runs().stream().anyMatch(items::contains))
                .map(Row::key)
                .toList();
    }
}
