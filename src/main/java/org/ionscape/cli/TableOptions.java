package org.ionscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Problem;
import org.ionscape.extract.RunResult;
import org.ionscape.format.csv.TableCsv;
import org.ionscape.table.Catalogue;
import org.ionscape.table.RowFilter;
import org.ionscape.table.Table;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The table a command works on, and the choice of its rows. */
final class TableOptions {
    @Parameters(
            paramLabel = "TABLE",
            description = "CSV with a header row; the first column names the row. Empty, NA and nan are missing.")
    Path table;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Rows to use, such as \"T>=400 and T<=600 and family=Li\" (default: all).")
    String where;

    /**
     * What was read.
     *
     * @param table the chosen rows
     * @param rowsRead rows of the file
     * @param problems cells taken as missing
     */
    record Loaded(Table table, int rowsRead, List<RunResult.Input> inputs, List<Problem> problems) {}

    /** Reads the table and chooses the rows; a choice of none is an error. */
    Loaded load() {
        TableCsv.Read read = TableCsv.read(table);
        Table chosen = read.table();
        if (where != null) {
            try {
                chosen = chosen.where(RowFilter.parse(where));
            } catch (RowFilter.BadFilter | Catalogue.AmbiguousName e) {
                throw new Cli.WrongCall("--where: " + e.getMessage());
            }
        }
        if (chosen.rowCount() == 0) {
            throw InputException.of(
                    table,
                    where == null
                            ? "the table has a header but no rows"
                            : "none of the " + read.table().rowCount() + " rows fulfils --where " + where);
        }
        return new Loaded(
                chosen, read.table().rowCount(), List.of(RunResult.Input.of(table)), new ArrayList<>(read.problems()));
    }

    /** The key of the column a person means by key or symbol. */
    static String resolve(String option, String name, Table table) {
        try {
            return Catalogue.all()
                    .resolve(name, table)
                    .orElseThrow(() -> new Cli.WrongCall(option + ": no column is called “" + name + "”; there are "
                            + String.join(", ", table.keys())));
        } catch (Catalogue.AmbiguousName e) {
            throw new Cli.WrongCall(option + ": " + e.getMessage());
        }
    }

    /** What was asked for, for the envelope of the result. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("table", table);
        parameters.put("where", where);
        return parameters;
    }
}
