package org.ionscape.app.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.ionscape.table.Catalogue;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;

/**
 * The rows that are looked at: those of a sheet that fulfil the conditions set.
 *
 * @param rows numbers of these rows in the sheet, rising
 * @param conditions that they fulfil, as a person wrote or chose them
 */
public record Shown(Sheet sheet, int[] rows, List<String> conditions) {
    public Shown {
        conditions = List.copyOf(conditions);
    }

    /** The rows of a sheet that fulfil all conditions; those that do not fit its columns are dropped. */
    static Shown of(Sheet sheet, List<String> conditions) {
        List<String> fitting =
                conditions.stream().filter(c -> fits(c, sheet.table())).toList();
        int[] rows = IntStream.range(0, sheet.table().rowCount()).toArray();
        for (String condition : fitting) {
            rows = IntStream.of(rows)
                    .filter(RowFilter.parse(condition).on(sheet.table()))
                    .toArray();
        }
        return new Shown(sheet, rows, fitting);
    }

    private static boolean fits(String condition, Table table) {
        try {
            RowFilter.parse(condition).on(table);
            return true;
        } catch (RowFilter.BadFilter | Catalogue.AmbiguousName e) {
            return false;
        }
    }

    /** The rows, those left out of statistics too. */
    public Table table() {
        return sheet.table().rows(rows);
    }

    /** Numbers in the sheet of the rows that statistics use. */
    public int[] counted() {
        return IntStream.of(rows).filter(r -> sheet.rows().get(r).counts()).toArray();
    }

    /** The table that statistics and learning use: no excluded rows, no columns of errors. */
    public Table countedTable() {
        List<String> errors = sheet.table().keys().stream()
                .filter(k -> k.endsWith(Sheet.STDERR))
                .toList();
        return sheet.table().without(errors).rows(counted());
    }

    /** Key of the i-th row shown. */
    public String key(int i) {
        return sheet.rows().get(rows[i]).key();
    }
}
