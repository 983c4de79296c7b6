package org.ionscape.table;

import java.util.List;
import java.util.stream.Stream;
import org.ionscape.table.Column.NumberColumn;
import org.ionscape.table.Column.TextColumn;

/** Which columns of a table statistics are about, and which say what its rows are. */
public final class Variables {
    /** Suffix of a column that holds the standard errors of another. */
    public static final String STDERR = "_stderr";

    private static final List<String> KINDS = List.of("mobile", "ion", "family");
    private static final int MOST_LEVELS = 12;

    private Variables() {}

    /**
     * The columns of numbers, without those that hold errors of others and without the temperature of a table of runs,
     * which is a setting and not a descriptor.
     */
    public static List<NumberColumn> of(Table table) {
        boolean ofRuns =
                table.column("preset").isPresent() && table.column("compound").isPresent();
        return table.numbers().stream()
                .filter(c -> !isError(c.key(), table))
                .filter(c -> !(ofRuns && c.key().equals("T")))
                .toList();
    }

    private static boolean isError(String key, Table table) {
        return key.endsWith(STDERR)
                && table.column(key.substring(0, key.length() - STDERR.length()))
                        .isPresent();
    }

    /** The columns that sort rows into kinds, the most telling first: mobile ion, family, then any with few levels. */
    public static List<TextColumn> categories(Table table) {
        List<TextColumn> texts = table.columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(TextColumn.class::cast)
                .filter(c -> !c.levels().isEmpty())
                .toList();
        return Stream.concat(
                        KINDS.stream()
                                .flatMap(k -> texts.stream().filter(c -> c.key().equals(k))),
                        texts.stream()
                                .filter(c -> !KINDS.contains(c.key())
                                        && c.levels().size() <= MOST_LEVELS
                                        && c.levels().size() < table.rowCount()))
                .toList();
    }
}
