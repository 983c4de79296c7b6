package org.ionscape.recipe;

import java.util.List;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.table.Catalogue;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Descriptor;
import org.ionscape.table.Table;
import org.ionscape.table.Variables;

/** The columns of a table that a step uses. */
final class TableColumns {
    private TableColumns() {}

    /** Those named by key or symbol; of none named, all that statistics are about. */
    static List<NumberColumn> chosen(List<String> named, Table table) {
        List<NumberColumn> columns = named.isEmpty()
                ? Variables.of(table)
                : named.stream().map(n -> named(n, table)).distinct().toList();
        if (columns.size() < 2) {
            throw refused("statistics need at least 2 columns of numbers; the table has " + columns.size());
        }
        if (table.rowCount() < 3) {
            throw refused("statistics need at least 3 rows; there "
                    + (table.rowCount() == 1 ? "is 1" : "are " + table.rowCount()) + " left");
        }
        return columns;
    }

    /** The one column of numbers that a person means. */
    static NumberColumn named(String name, Table table) {
        String key;
        try {
            key = Catalogue.all().resolve(name, table).orElseThrow(() -> refused("no column is called “" + name + "”"));
        } catch (Catalogue.AmbiguousName e) {
            throw refused(e.getMessage());
        }
        return table.column(key)
                .flatMap(c -> c.asNumbers())
                .orElseThrow(() -> refused("the column “" + name + "” holds text, not numbers"));
    }

    static List<Descriptor> describe(List<NumberColumn> columns) {
        return columns.stream().map(Catalogue.all()::describe).toList();
    }

    static double[][] values(List<NumberColumn> columns) {
        return columns.stream().map(NumberColumn::values).toArray(double[][]::new);
    }

    static InputException refused(String message) {
        return new InputException(Problem.of(message));
    }

    /** “a, b and 3 more”. */
    static String some(List<String> names) {
        int shown = 4;
        return names.size() <= shown + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
    }
}
