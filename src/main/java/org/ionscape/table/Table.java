package org.ionscape.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionscape.table.Column.NumberColumn;

/**
 * Named rows and named columns of equal length. A value: whatever changes a table makes another, which shares the
 * columns that stay.
 *
 * @param rowHeader what the row names are called, {@code "run"}
 * @param rowNames one for each row; two rows may have the same
 * @param columns keys are distinct
 */
public record Table(String rowHeader, List<String> rowNames, List<Column> columns) {
    public Table {
        rowNames = List.copyOf(rowNames);
        columns = List.copyOf(columns);
        Map<String, Column> seen = new HashMap<>();
        for (Column column : columns) {
            if (column.size() != rowNames.size()) {
                throw new IllegalArgumentException(
                        "column " + column.key() + " has " + column.size() + " rows, the table " + rowNames.size());
            }
            if (seen.put(column.key(), column) != null) {
                throw new IllegalArgumentException("two columns are called " + column.key());
            }
        }
    }

    public int rowCount() {
        return rowNames.size();
    }

    /** The column of exactly this key. */
    public Optional<Column> column(String key) {
        return columns.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** The columns that hold numbers, in order. */
    public List<NumberColumn> numbers() {
        return columns.stream().flatMap(c -> c.asNumbers().stream()).toList();
    }

    public List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    /** The rows asked for, in that order. */
    public Table rows(int[] rows) {
        return new Table(
                rowHeader,
                IntStream.of(rows).mapToObj(rowNames::get).toList(),
                columns.stream().map(c -> c.rows(rows)).toList());
    }

    /** The rows for which a condition holds. */
    public Table where(RowFilter filter) {
        return rows(IntStream.range(0, rowCount()).filter(filter.on(this)).toArray());
    }

    /** With a column replaced by the one of the same key, or added at the end. */
    public Table with(Column column) {
        List<Column> changed = new ArrayList<>(columns);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).key().equals(column.key())) {
                changed.set(i, column);
                return new Table(rowHeader, rowNames, changed);
            }
        }
        changed.add(column);
        return new Table(rowHeader, rowNames, changed);
    }

    /** Without the columns of these keys. */
    public Table without(List<String> keys) {
        return new Table(
                rowHeader,
                rowNames,
                columns.stream().filter(c -> !keys.contains(c.key())).toList());
    }
}
