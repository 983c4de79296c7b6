package org.ionscape.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionscape.table.Table;

/**
 * The runs of a table of runs, a line for each compound: family, with and without vacancies, temperatures. As tables S1–S3
 * of C. López et al.
 *
 * @param lines cells under {@link #HEAD}
 */
public record Inventory(List<List<String>> lines) {
    public static final List<String> HEAD =
            List.of("compound", "family", "mobile", "vacancies", "temperatures (K)", "runs");

    private record Material(String family, String compound, String mobile, String vacancies)
            implements Comparable<Material> {
        @Override
        public int compareTo(Material other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * The inventory of a table with a column {@code compound}.
     *
     * @throws org.ionscape.compute.InputException when it has none
     */
    public static Inventory of(Table table) {
        if (table.column("compound").isEmpty()) {
            throw TableColumns.refused("an inventory needs a table of runs, with a column “compound”");
        }
        var materials = IntStream.range(0, table.rowCount())
                .boxed()
                .collect(Collectors.groupingBy(
                        r -> new Material(
                                text(table, "family", r),
                                text(table, "compound", r),
                                text(table, "mobile", r),
                                text(table, "vacancies", r)),
                        java.util.TreeMap::new,
                        Collectors.toList()));
        List<List<String>> lines = new ArrayList<>();
        materials.forEach((m, rows) -> lines.add(List.of(
                m.compound(),
                m.family(),
                m.mobile(),
                m.vacancies().equals("true") ? "yes" : m.vacancies().equals("false") ? "no" : m.vacancies(),
                rows.stream()
                        .map(r -> table.column("T").map(c -> c.number(r)).orElse(Double.NaN))
                        .filter(t -> !Double.isNaN(t))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(t -> Long.toString(Math.round(t)))
                        .collect(Collectors.joining(" ")),
                Integer.toString(rows.size()))));
        return new Inventory(lines);
    }

    private static String text(Table table, String column, int row) {
        return table.column(column).map(c -> c.text(row)).orElse("");
    }

    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", HEAD)).append('\n');
        for (List<String> line : lines) {
            text.append(line.stream()
                            .map(c -> c.contains(",") ? '"' + c.replace("\"", "\"\"") + '"' : c)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /** A table for LaTeX; digits of formulas are set as subscripts. */
    public String latex() {
        StringBuilder text = new StringBuilder("\\begin{tabular}{llllll}\n\\hline\n");
        text.append(String.join(" & ", HEAD)).append(" \\\\\n\\hline\n");
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>(line);
            cells.set(0, cells.getFirst().replaceAll("(?<=[A-Za-z)])(\\d+(?:\\.\\d+)?)", "\\$_{$1}\\$"));
            text.append(cells.stream().map(Inventory::escaped).collect(Collectors.joining(" & ")))
                    .append(" \\\\\n");
        }
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    private static String escaped(String cell) {
        return cell.replace("%", "\\%").replace("&", "\\&").replace("#", "\\#");
    }
}
