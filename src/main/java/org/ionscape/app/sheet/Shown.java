package org.ionscape.app.sheet;

import java.util.List;
import java.util.stream.IntStream;
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
