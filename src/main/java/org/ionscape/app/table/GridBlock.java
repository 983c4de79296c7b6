package org.ionscape.app.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A block of cells of a grid, all ends included, and its exchange with spreadsheets: tabs between cells, a line a row. */
record GridBlock(int firstLine, int lastLine, int firstColumn, int lastColumn) {
    boolean isOneCell() {
        return firstLine == lastLine && firstColumn == lastColumn;
    }

    /** The cells of the block. */
    String text(GridModel model) {
        StringBuilder text = new StringBuilder();
        for (int line = firstLine; line <= lastLine; line++) {
            OptionalInt row = model.row(line);
            if (row.isPresent()) {
                for (int c = firstColumn; c <= lastColumn; c++) {
                    text.append(c == firstColumn ? "" : "\t")
                            .append(model.all().get(c).column().text(row.getAsInt()));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** All columns shown of some rows, with a head that says key and unit, so that pasting elsewhere loses nothing. */
    static String rows(GridModel model, Set<String> keys) {
        StringBuilder text = new StringBuilder(model.sheet().table().rowHeader());
        List<GridColumn> columns = model.all();
        for (GridColumn column : columns) {
            text.append('\t').append(column.key());
            column.column()
                    .asNumbers()
                    .filter(n -> !n.unit().isEmpty())
                    .ifPresent(n -> text.append(" [").append(n.unit()).append(']'));
        }
        text.append('\n');
        for (int line = 0; line < model.lines().size(); line++) {
            OptionalInt row = model.row(line);
            if (row.isPresent() && keys.contains(model.key(row.getAsInt()))) {
                text.append(model.sheet().table().rowNames().get(row.getAsInt()));
                columns.forEach(c -> text.append('\t').append(c.column().text(row.getAsInt())));
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** What a text from a spreadsheet puts into cells, from the upper left corner of this block to the right and down. */
    Map<String, Map<String, String>> pasted(GridModel model, String text) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        String[] lines = text.strip().split("\r?\n", -1);
        boolean oneValue = lines.length == 1 && lines[0].indexOf('\t') < 0;
        int line = firstLine;
        int last = oneValue ? lastLine : Integer.MAX_VALUE;
        for (int i = 0; line <= last && line < model.lines().size() && (oneValue || i < lines.length); line++) {
            OptionalInt row = model.row(line);
            if (row.isEmpty()) {
                continue;
            }
            String[] values = lines[oneValue ? 0 : i++].split("\t", -1);
            Map<String, String> columns = new LinkedHashMap<>();
            int width = oneValue ? lastColumn - firstColumn + 1 : values.length;
            for (int c = 0; c < width && firstColumn + c < model.all().size(); c++) {
                columns.put(model.all().get(firstColumn + c).key(), values[oneValue ? 0 : c].strip());
            }
            cells.put(model.key(row.getAsInt()), columns);
        }
        return cells;
    }

    /** Empty texts for every cell of the block. */
    Map<String, Map<String, String>> cleared(GridModel model) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (int line = firstLine; line <= lastLine; line++) {
            OptionalInt row = model.row(line);
            if (row.isPresent()) {
                Map<String, String> columns = new LinkedHashMap<>();
                for (int c = firstColumn; c <= lastColumn; c++) {
                    columns.put(model.all().get(c).key(), "");
                }
                cells.put(model.key(row.getAsInt()), columns);
            }
        }
        return cells;
    }
}
